//! Tips on remarkable answers (docs/product.md#tips-on-answers): a case for which each is shown, and its neighbours.

use super::case::Row;

/// In the order of the domain; `tip-i-rolverschil` needs a group and has no row.
pub(crate) const ROWS: &[Row] = &[
    // leiderschap (1 + 2 + 2) / 3 is below 2, and 6 / 3 is not.
    (
        "tip-i-leiding",
        "all=2 leiding-sturen=1 ambition-regie=4",
        &["leiding-sturen=2", "ambition-regie=3", "ambition-regie=-"],
    ),
    (
        "tip-i-top",
        "all=3 regie-top=2 ambition-richting=3",
        &["regie-top=3", "regie-top=?", "ambition-richting=2"],
    ),
    (
        "tip-i-zonderdoel",
        "all=3 richting-doelen=1",
        &["richting-doelen=2", "richting-betekenis=2", "richting-doelen=-", "set=quick"],
    ),
    ("tip-i-papier", "all=3 leiding-sturen=2", &["leiding-sturen=3", "kaders-spelregels=2"]),
    ("tip-i-willekeur", "all=3 kaders-besluit=1", &["kaders-besluit=2", "kaders-spelregels=2"]),
    // techniek 9 / 3 is 3, and 8 / 3 is not; leiderschap 5 / 3 or verbinding 3 / 2 is below 2.
    ("tip-i-techniek", "all=2 techniek=3 leiding-sturen=1", &["leiding-sturen=2", "techniek-werkplek=2"]),
    (
        "tip-i-techniek",
        "all=2 techniek=3 verbinding-waarden=1",
        &["verbinding-waarden=2", "techniek-werkplek=2", "techniek=? techniek-werkplek=3"],
    ),
    ("tip-i-vertrouwen", "all=3 resultaat-afspraken=2", &["resultaat-afspraken=3", "leiding-sturen=2"]),
    ("tip-i-nabijheid", "all=3 inclusie-kansen=2", &["inclusie-kansen=3", "leiding-sturen=2"]),
    ("tip-i-recht", "all=3 richting-betekenis=2", &["richting-betekenis=3", "hr-instrumenten=2"]),
    (
        "tip-i-cohesie",
        "all=3 verbinding-ontmoeten=2",
        &["verbinding-ontmoeten=3", "kaders-hybride=2", "kaders-hybride=n"],
    ),
    (
        "tip-i-bereik",
        "all=3 richting-betekenis=4 kaders-bereik=2",
        &["kaders-bereik=3", "richting-betekenis=3"],
    ),
    // Position (4 × 3 + regie 2.5 + 4 × 2) / 9 is 22.5 / 9, exactly 2.5; with regie 2 it is 22 / 9.
    (
        "tip-i-eenpersoon",
        "all=3 resultaat=2 verbinding=2 inclusie=2 techniek=2 regie-samen=2",
        &["regie-samen=3", "regie-top=2"],
    ),
    ("tip-i-beeldcijfer", "all=3 resultaat-meten=2 regie-top=2", &["resultaat-meten=3", "regie-top=3"]),
    ("tip-i-sprong", "all=2 ambition-regie=4", &["ambition-regie=3", "regie=3", "regie=?"]),
    ("tip-i-lageambitie", "all=2 ambition-regie=1", &["ambition-regie=2", "regie=1", "ambition-regie=-"]),
    (
        "tip-i-geengat",
        "all=2 ambition=2",
        &["ambition-regie=3", "ambition-regie=1", "ambition-regie=-", "regie=?", "regie-top=3"],
    ),
    // Below 2 is not 2, above 3 is not 3.
    ("tip-i-cijfer", "all=1 q-omg-cijfer=8", &["q-omg-cijfer=7", "all=2", "q-omg-cijfer=-"]),
    ("tip-i-cijfer", "all=4 q-omg-cijfer=4", &["q-omg-cijfer=5", "all=3"]),
    // 3 + 4 + 1 of the 24 statements of this role is exactly a third.
    (
        "tip-i-weetniet",
        "role=works-council all=3 richting=? kaders=? regie-top=?",
        &["regie-top=3", "regie-top=-"],
    ),
    ("tip-i-alles4", "all=4", &["regie-top=3"]),
    ("tip-i-alles4", "all=4 kaders-hybride=n regie-top=?", &["all=3"]),
];
