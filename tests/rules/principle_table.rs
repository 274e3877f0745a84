//! Tips on positions of the principles (docs/product.md#tips-on-principles): a case for which each is shown, and its neighbours.

use super::case::Row;

/// In the order of the domain. P1 has 4 stops, P2 has 5, P3 has 4; `-` takes the mark away.
pub(crate) const ROWS: &[Row] = &[
    (
        "tip-s-mismatch",
        "p1-wensen-desired=2 p3-ict-desired=3",
        &["p1-wensen-desired=3", "p3-ict-desired=2", "p1-wensen-desired=-", "p3-ict-desired=-"],
    ),
    ("tip-s-mismatch", "p1-wensen-desired=1 p3-ict-desired=4", &["p3-ict-desired=1"]),
    (
        "tip-s-keuzemenu",
        "p1-wensen-desired=2",
        &["p1-wensen-desired=1", "p1-wensen-desired=3", "p1-wensen-desired=- p1-wensen-now=2"],
    ),
    ("tip-s-eerlijk", "p1-wensen-desired=1", &["p1-wensen-desired=2"]),
    ("tip-s-eerlijk", "p1-wensen-desired=3", &["p1-wensen-desired=4"]),
    ("tip-s-leeftijd", "p1-wensen-desired=3", &["p1-wensen-desired=2", "p1-wensen-desired=4"]),
    (
        "tip-s-standaard-keurslijf",
        "p1-wensen-desired=4 p2-welkan-desired=4",
        &["p1-wensen-desired=3", "p2-welkan-desired=3"],
    ),
    (
        "tip-s-belofte-regels",
        "p1-wensen-desired=1 p2-welkan-desired=4",
        &["p1-wensen-desired=2", "p2-welkan-desired=3"],
    ),
    (
        "tip-s-vogelvrij",
        "p1-wensen-desired=1 p2-welkan-desired=1",
        &["p1-wensen-desired=2", "p2-welkan-desired=2"],
    ),
    (
        "tip-s-vertrouwen-niet-gedragen",
        "all=3 leiding-sturen=2 p2-welkan-desired=2",
        &["leiding-sturen=3", "p2-welkan-desired=3", "leiding-sturen=?", "leiding-sturen=-"],
    ),
    ("tip-s-initiatief", "p2-welkan-desired=3", &["p2-welkan-desired=4"]),
    (
        "tip-s-cultuurdrempel",
        "all=3 verbinding-waarden=2 p2-welkan-desired=2",
        &["verbinding-waarden=3", "p2-welkan-desired=3"],
    ),
    (
        "tip-s-protocol-ambitie",
        "all=3 ambition-regie=4 p2-welkan-desired=5",
        &["ambition-regie=3", "ambition-regie=-", "p2-welkan-desired=4"],
    ),
    (
        "tip-s-wet",
        "p2-welkan-desired=1 p2-welkan-now=2",
        &["p2-welkan-now=1", "p2-welkan-now=-", "p2-welkan-desired=2"],
    ),
    ("tip-s-wet", "p2-welkan-desired=2 p2-welkan-now=3", &["p2-welkan-now=2", "p2-welkan-now=1"]),
    ("tip-s-wet", "p2-welkan-desired=3 p2-welkan-now=4", &["p2-welkan-now=3", "p2-welkan-desired=5"]),
    ("tip-s-wet", "p2-welkan-desired=4 p2-welkan-now=5", &["p2-welkan-now=4", "p2-welkan-desired=5"]),
    ("tip-s-privacy", "p3-ict-desired=1", &["p3-ict-desired=2", "p3-ict-desired=- p3-ict-now=1"]),
    ("tip-s-data", "all=3 resultaat-meten=2 p3-ict-desired=2", &["resultaat-meten=3", "p3-ict-desired=3"]),
    ("tip-s-telaat", "all=3 ambition-regie=3 p3-ict-desired=4", &["ambition-regie=2", "p3-ict-desired=3"]),
    ("tip-s-staf", "p3-ict-desired=3", &["p3-ict-desired=2", "p3-ict-desired=4"]),
    (
        "tip-s-controle-monitor",
        "p2-welkan-desired=4 p3-ict-desired=3",
        &["p2-welkan-desired=3", "p3-ict-desired=2", "p3-ict-desired=4"],
    ),
    (
        "tip-s-alles-links",
        "p1-wensen-desired=1 p2-welkan-desired=1 p3-ict-desired=1",
        &["p1-wensen-desired=2", "p2-welkan-desired=2", "p3-ict-desired=2"],
    ),
    (
        "tip-s-alles-rechts",
        "p1-wensen-desired=4 p2-welkan-desired=5 p3-ict-desired=4",
        &["p1-wensen-desired=3", "p2-welkan-desired=4", "p3-ict-desired=3"],
    ),
    (
        "tip-s-midden",
        "p1-wensen-desired=2 p2-welkan-desired=3 p3-ict-desired=2",
        &["p1-wensen-desired=1", "p2-welkan-desired=2", "p2-welkan-desired=4", "p3-ict-desired=1"],
    ),
    (
        "tip-s-midden",
        "p1-wensen-desired=3 p2-welkan-desired=3 p3-ict-desired=3",
        &["p1-wensen-desired=4", "p3-ict-desired=4"],
    ),
    ("tip-s-sprong", "p1-wensen-now=4 p1-wensen-desired=1", &["p1-wensen-desired=2", "p1-wensen-now=-"]),
    ("tip-s-sprong", "p2-welkan-now=2 p2-welkan-desired=5", &["p2-welkan-now=3", "p2-welkan-desired=-"]),
    ("tip-s-sprong", "p1-wensen-now=1 p1-wensen-desired=1 p3-ict-now=1 p3-ict-desired=4", &["p3-ict-now=2"]),
];
