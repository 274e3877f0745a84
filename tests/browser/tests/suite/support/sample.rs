//! The sample: a set of answers many tests use, with its result computed by hand.
//!
//! Dimension values: richting 2, regie 3, kaders (2 + 3) / 2 = 2.5, leiderschap 1, resultaat none, verbinding 3,
//! inclusie 2, techniek 3, talent-hr 2. Their sum is 18.5 over 8 dimensions.
//! - Position 18.5 / 8 = 2.3125, score (2.3125 − 1) / 3 × 100 = 43.75: 44.
//! - Coverage 9 of 10. Band: with the open one at 1, 19.5 / 9 gives 38.9: 39; at 4, 22.5 / 9 = 2.5 gives 50.
//! - Phase: the position allows 2 (below 2.50), the lowest dimension 1 + max(1, 1) = 2.
//! - Phase 3 needs 2.50 × 8 = 20, so 1.5 more, and leiderschap at 2: `leiding-sturen` from 1 to 3 does both.
//! - Tips: leiderschap blocks phase 3, so it is first; then the gaps: inclusie 4 − 2, and of those with 1 the rank of
//!   richting (3). The steps are 1-2 for a value of 1 and 2-3 for values of 2.
//! - Tips on answers: an ambition of 4 with leiderschap below 2, techniek at 3 with leiderschap below 2, a gap of 2.
//! - Tips on the marks: rules about two things first, in the order of the content, then those about one.

use std::collections::BTreeMap;

use flexkompas_browser_tests::{Visitor, bundle};
use serde_json::{Map, Value, json};

use super::notices;

/// The storage key of the current scan.
pub(crate) const KEY: &str = "flexkompas.v1.flexkompas-2026-2";

/// The statements of the quick scan in order, each with the answer of the sample.
pub(crate) const ANSWERS: [(&str, &str); 10] = [
    ("richting-betekenis", "2"),
    ("regie-top", "3"),
    ("kaders-spelregels", "2"),
    ("kaders-bereik", "3"),
    ("leiding-sturen", "1"),
    ("resultaat-afspraken", "unknown"),
    ("verbinding-ontmoeten", "3"),
    ("inclusie-kansen", "2"),
    ("techniek-samenwerken", "3"),
    ("hr-instrumenten", "2"),
];

/// The ambition of the sample, by dimension.
pub(crate) const AMBITION: [(&str, &str); 3] = [("richting", "3"), ("leiderschap", "3"), ("inclusie", "4")];

/// The marks of the sample: principle, now, desired.
pub(crate) const MARKS: [(&str, &str, &str); 3] = [
    ("p1-wensen", "p1-segmenteren", "p1-modulair"),
    ("p2-welkan", "p2-beleid", "p2-normen"),
    ("p3-ict", "p3-reageren", "p3-anticiperen"),
];

/// The value and ambition of each dimension in the result.
const DIMENSIONS: [(&str, Option<&str>, Option<&str>); 9] = [
    ("richting", Some("2.00"), Some("3")),
    ("regie", Some("3.00"), None),
    ("kaders", Some("2.50"), None),
    ("leiderschap", Some("1.00"), Some("3")),
    ("resultaat", None, None),
    ("verbinding", Some("3.00"), None),
    ("inclusie", Some("2.00"), Some("4")),
    ("techniek", Some("3.00"), None),
    ("talent-hr", Some("2.00"), None),
];

/// The tips for the answers of the sample.
pub(crate) const TIPS: [&str; 9] = [
    "tip-leiderschap-12a",
    "tip-leiderschap-12b",
    "tip-inclusie-23a",
    "tip-inclusie-23b",
    "tip-richting-23a",
    "tip-richting-23b",
    "tip-i-leiding",
    "tip-i-techniek",
    "tip-i-sprong",
];

/// The additional tips for its marks.
pub(crate) const TIPS_ON_MARKS: [&str; 3] =
    ["tip-s-vertrouwen-niet-gedragen", "tip-s-wet", "tip-s-keuzemenu"];

/// Answers the statements of the quick scan up to and including this position.
#[track_caller]
pub(crate) fn answer_until(visitor: &Visitor, last: usize) {
    for (at, (statement, answer)) in ANSWERS.iter().enumerate().take(last) {
        visitor.expect_statement(at + 1, ANSWERS.len());
        visitor.answer(statement, answer);
    }
}

/// Answers the whole quick scan, up to the ambition.
#[track_caller]
pub(crate) fn answer_all(visitor: &Visitor) {
    answer_until(visitor, ANSWERS.len());
    visitor.expect_titled_screen("ambition", &visitor.ui_text("ambition-title"));
}

/// Chooses the ambition and goes to the result.
#[track_caller]
pub(crate) fn choose_ambition(visitor: &Visitor) {
    for (dimension, phase) in AMBITION {
        visitor.choose(&format!("ambition-{dimension}"), phase);
    }
    visitor.press_next();
}

/// The name, date and id of the sample as a record.
pub(crate) const NAME: &str = "Team Noord";
pub(crate) const DAY: &str = "2026-11-21";
pub(crate) const ID: &str = "k7Qm2xB1c9A";
/// A note and a reflection of the sample.
pub(crate) const NOTE: &str = "Ook zonder leiding weten we wat telt.";
pub(crate) const REFLECTION: &str = "Krapte én \"vergrijzing\" <groeien>.";

/// The sample as a stored record, with a name, a note, reflections and the policy theme *werkdruk*.
pub(crate) fn record() -> Value {
    let answers =
        ANSWERS.map(|(id, answer)| (id.to_owned(), answer.parse::<u8>().map_or(json!(answer), |n| json!(n))));
    let ambition = AMBITION.map(|(id, phase)| (id.to_owned(), json!(phase.parse::<u8>().unwrap())));
    let positions =
        MARKS.map(|(id, now, desired)| (id.to_owned(), json!({ "now": now, "desired": desired })));
    json!({
        "format": "flexkompas", "version": 1, "id": ID, "questionSet": "flexkompas-2026-2", "set": "quick",
        "role": null, "language": "nl", "startedAt": format!("{DAY}T09:30:00Z"), "name": NAME,
        "answers": Map::from_iter(answers),
        "notes": { "richting-betekenis": NOTE },
        "ambition": Map::from_iter(ambition),
        "principles": { "theme": "werkdruk", "positions": Map::from_iter(positions) },
        "reflection": { "q-omg-cijfer": 7, "q-omg-trends": REFLECTION },
    })
}

/// The sample as another scan, with another id, date and name and one other answer.
pub(crate) fn other_record(id: &str, day: &str, name: &str, statement: &str, answer: u8) -> Value {
    let mut record = record();
    record["id"] = json!(id);
    record["startedAt"] = json!(format!("{day}T09:30:00Z"));
    record["name"] = json!(name);
    record["answers"][statement] = json!(answer);
    record
}

/// The storage key of an archived scan.
pub(crate) fn archived_key(id: &str) -> String {
    format!("{KEY}.earlier.{id}")
}

/// The storage after an erasure: the mark that this product did it.
pub(crate) fn nothing_but_the_mark() -> BTreeMap<String, String> {
    [("flexkompas.erased".to_owned(), String::new())].into()
}

/// Opens an address with these scans in storage, the current one first, and waits for the start page of a returning
/// visitor.
///
/// Storage is filled from a page without the program: leaving a page while its service worker is being installed breaks
/// service workers in `WebKit` until it quits.
#[track_caller]
pub(crate) fn resume_with(visitor: &Visitor, address: &str, scans: &[Value]) {
    visitor.open("/statements.html");
    for (at, scan) in scans.iter().enumerate() {
        let key = if at == 0 { KEY.to_owned() } else { archived_key(scan["id"].as_str().unwrap()) };
        visitor.store_item(&key, &scan.to_string());
    }
    visitor.open(address);
    visitor.expect_titled_screen("start", &visitor.ui_text("resume-title"));
}

/// Opens an address with the sample in storage and goes to its result.
#[track_caller]
pub(crate) fn resume_at_result(visitor: &Visitor, address: &str) {
    resume_with(visitor, address, &[record()]);
    visitor.press("continue");
    expect_result(visitor);
}

/// Does the whole scan by hand: answers all statements, chooses the ambition and goes to the result.
#[track_caller]
pub(crate) fn complete_scan(visitor: &Visitor) {
    answer_all(visitor);
    choose_ambition(visitor);
    expect_result(visitor);
}

/// Imports the stored sample, which leads to its result: the short way there in an iframe, whose storage no other page can
/// fill.
#[track_caller]
pub(crate) fn import_result(visitor: &Visitor) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("sample.json");
    std::fs::write(&path, record().to_string()).unwrap();
    visitor.choose_file(&path);
    expect_result(visitor);
    visitor.expect_ui_text("notice-imported");
    notices::close(visitor);
}

/// Everything that distinguishes two results: the hooks of the result, the dimensions and the tips.
///
/// A shared result shows its title before its tips have arrived; the table of dimensions comes with them.
#[track_caller]
pub(crate) fn result_hooks(visitor: &Visitor) -> Value {
    let look =
        "const hooks = selector => [...document.querySelectorAll(selector)].map(e => ({ ...e.dataset }));
        return ['[data-result]', 'tr[data-dimension]', '[data-why] [data-move]', '[data-tips] [data-tip]',
            '[data-planned]'].map(hooks)";
    wait_for_dimensions(visitor);
    let hooks = visitor.execute(look, []);
    assert_eq!(hooks[1].as_array().map(Vec::len), Some(DIMENSIONS.len()), "{hooks}");
    hooks
}

#[track_caller]
fn wait_for_dimensions(visitor: &Visitor) {
    visitor.wait_until("the dimensions of the result", || {
        visitor.count("tr[data-dimension]") == DIMENSIONS.len()
    });
}

/// Waits for the result computed above, and checks its texts and hooks.
#[track_caller]
pub(crate) fn expect_result(visitor: &Visitor) {
    let language = visitor.language();
    let name = bundle::item("start", &language, "phases", "fase-2-beleid", "name");
    visitor.expect_titled_screen(
        "result",
        &visitor.ui_text_with("result-title", &[("n", "2"), ("name", &name)]),
    );
    let hooks = [
        ("data-score", Some("44")),
        ("data-score-low", Some("39")),
        ("data-score-high", Some("50")),
        ("data-position", Some("2.31")),
        ("data-phase", Some("2")),
        ("data-coverage", Some("90")),
    ];
    visitor.expect_attributes("[data-result]", &hooks);
    let look = "return [...document.querySelectorAll('tr[data-dimension]')].map(row =>
        ['data-dimension', 'data-value', 'data-ambition'].map(name => row.getAttribute(name)))";
    wait_for_dimensions(visitor);
    assert_eq!(visitor.execute(look, []), json!(DIMENSIONS), "dimension, value and ambition");
    visitor.expect_text(&visitor.ui_text_with("why-title", &[("n", "3")]));
    assert_eq!(visitor.attributes("[data-why] [data-move]", "data-move"), ["leiding-sturen"]);
    let mut tips = visitor.attributes("[data-tips] [data-tip]", "data-tip");
    tips.retain(|tip| !TIPS_ON_MARKS.contains(&tip.as_str()));
    assert_eq!(tips, TIPS);
}
