//! One set of answers that many tests give, and the result that follows from them, worked out by hand.
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

use flexkompas_browser_tests::{Visitor, bundle};
use serde_json::{Map, Value, json};

/// Where the product keeps the scan.
pub(crate) const KEY: &str = "flexkompas.v1.flexkompas-2026";

/// The statements of the quick set in order, each with the answer of the sample.
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

/// What the result says of each dimension: value and ambition.
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

/// The tips that belong to the answers of the sample.
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

/// The tips that its marks add.
pub(crate) const TIPS_ON_MARKS: [&str; 3] =
    ["tip-s-vertrouwen-niet-gedragen", "tip-s-wet", "tip-s-keuzemenu"];

/// Answers the statements of the quick set from the first one on, up to and with this place.
#[track_caller]
pub(crate) fn answers_until(visitor: &Visitor, last: usize) {
    for (at, (statement, answer)) in ANSWERS.iter().enumerate().take(last) {
        visitor.sees_statement(at + 1, ANSWERS.len());
        visitor.answers(statement, answer);
    }
}

/// Answers the whole quick set, as far as the ambition.
#[track_caller]
pub(crate) fn answers_all(visitor: &Visitor) {
    answers_until(visitor, ANSWERS.len());
    visitor.sees_titled("ambition", &visitor.word("ambition-title"));
}

/// Places the ambition and goes to the result.
#[track_caller]
pub(crate) fn places_ambition(visitor: &Visitor) {
    for (dimension, phase) in AMBITION {
        visitor.chooses(&format!("ambition-{dimension}"), phase);
    }
    visitor.goes_on();
}

/// The name, the day and the id that the sample has where it comes as a record.
pub(crate) const NAME: &str = "Team Noord";
pub(crate) const DAY: &str = "2026-11-21";
pub(crate) const ID: &str = "k7Qm2xB1c9A";
/// A note and two reflections of the sample.
pub(crate) const NOTE: &str = "Ook zonder leiding weten we wat telt.";
pub(crate) const REFLECTION: &str = "Krapte én \"vergrijzing\" <groeien>.";

/// The sample as a stored record: everything above with name, note, reflections and the theme *werkdruk*.
pub(crate) fn record() -> Value {
    let answers =
        ANSWERS.map(|(id, answer)| (id.to_owned(), answer.parse::<u8>().map_or(json!(answer), |n| json!(n))));
    let ambition = AMBITION.map(|(id, phase)| (id.to_owned(), json!(phase.parse::<u8>().unwrap())));
    let positions =
        MARKS.map(|(id, now, desired)| (id.to_owned(), json!({ "now": now, "desired": desired })));
    json!({
        "format": "flexkompas", "version": 1, "id": ID, "questionSet": "flexkompas-2026", "set": "quick",
        "role": null, "language": "nl", "startedAt": format!("{DAY}T09:30:00Z"), "name": NAME,
        "answers": Map::from_iter(answers),
        "notes": { "richting-betekenis": NOTE },
        "ambition": Map::from_iter(ambition),
        "principles": { "theme": "werkdruk", "positions": Map::from_iter(positions) },
        "reflection": { "q-omg-cijfer": 7, "q-omg-trends": REFLECTION },
    })
}

/// The sample as another scan: of another day, under another id, with other answers to two statements.
pub(crate) fn another(id: &str, day: &str, name: &str, statement: &str, answer: u8) -> Value {
    let mut record = record();
    record["id"] = json!(id);
    record["startedAt"] = json!(format!("{day}T09:30:00Z"));
    record["name"] = json!(name);
    record["answers"][statement] = json!(answer);
    record
}

/// Where the product keeps a scan beside the present one.
pub(crate) fn key_of_earlier(id: &str) -> String {
    format!("{KEY}.earlier.{id}")
}

/// Opens an address in a browser that holds these scans; the first is the present one. The visitor sees the page for
/// who has been here before.
///
/// Storage is filled from a page without a program: one that is left while its service worker is being installed leaves
/// `WebKit` without any for as long as it runs.
#[track_caller]
pub(crate) fn comes_back_with(visitor: &Visitor, address: &str, scans: &[Value]) {
    visitor.opens("/statements.html");
    for (at, scan) in scans.iter().enumerate() {
        let key = if at == 0 { KEY.to_owned() } else { key_of_earlier(scan["id"].as_str().unwrap()) };
        visitor.stores(&key, &scan.to_string());
    }
    visitor.opens(address);
    visitor.sees_titled("start", &visitor.word("resume-title"));
}

/// Opens an address with the stored sample and goes to its result.
#[track_caller]
pub(crate) fn comes_back_to_the_result(visitor: &Visitor, address: &str) {
    comes_back_with(visitor, address, &[record()]);
    visitor.presses("continue");
    sees_the_result(visitor);
}

/// Everything by which two results can be told apart: the hooks of the result, of each dimension and of the tips.
///
/// A shared result shows its title before its tips have arrived; the table of dimensions comes with them.
#[track_caller]
pub(crate) fn hooks_of_the_result(visitor: &Visitor) -> Value {
    let look =
        "const hooks = selector => [...document.querySelectorAll(selector)].map(e => ({ ...e.dataset }));
        return ['[data-result]', 'tr[data-dimension]', '[data-why] [data-move]', '[data-tips] [data-tip]',
            '[data-planned]'].map(hooks)";
    visitor.waits_until("the result is there with its dimensions", || {
        visitor.count("tr[data-dimension]") == DIMENSIONS.len()
    });
    let hooks = visitor.script(look, []);
    assert_eq!(hooks[1].as_array().map(Vec::len), Some(DIMENSIONS.len()), "{hooks}");
    hooks
}

/// The result is the one worked out above, in words and in hooks.
#[track_caller]
pub(crate) fn sees_the_result(visitor: &Visitor) {
    let language = visitor.language();
    let name = bundle::item("start", &language, "phases", "fase-2-beleid", "name");
    visitor.sees_titled("result", &visitor.filled("result-title", &[("n", "2"), ("name", &name)]));
    let hooks = [
        ("data-score", Some("44")),
        ("data-score-low", Some("39")),
        ("data-score-high", Some("50")),
        ("data-position", Some("2.31")),
        ("data-phase", Some("2")),
        ("data-coverage", Some("90")),
    ];
    visitor.sees_hooks("[data-result]", &hooks);
    for (dimension, value, ambition) in DIMENSIONS {
        let row = format!("tr[data-dimension=\"{dimension}\"]");
        visitor.sees_hooks(&row, &[("data-value", value), ("data-ambition", ambition)]);
    }
    visitor.sees(&visitor.filled("why-title", &[("n", "3")]));
    assert_eq!(visitor.values("[data-why] [data-move]", "data-move"), ["leiding-sturen"]);
    let mut tips = visitor.values("[data-tips] [data-tip]", "data-tip");
    tips.retain(|tip| !TIPS_ON_MARKS.contains(&tip.as_str()));
    assert_eq!(tips, TIPS);
}
