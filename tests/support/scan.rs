//! Scans as storage holds them, made by hand.

use serde_json::{Value, json};

use super::content::{QUESTION_SET, structure};

/// A quick scan of this day with these answers to the statements in their order; `-` leaves one open.
pub(crate) fn quick(id: &str, day: &str, answers: &str) -> Value {
    let statements = structure()["statements"].as_array().unwrap();
    let asked = statements.iter().filter(|statement| statement["quick"] == true);
    let mut given = json!({});
    for (statement, answer) in asked.zip(answers.split_whitespace()).filter(|(_, answer)| *answer != "-") {
        let value = answer.parse::<u8>().map_or_else(|_| json!(answer), |phase| json!(phase));
        given[statement["id"].as_str().unwrap()] = value;
    }
    let started_at = if day.is_empty() { String::new() } else { format!("{day}T09:30:00Z") };
    json!({
        "format": "flexkompas", "version": 1, "id": id, "questionSet": QUESTION_SET, "set": "quick", "role": null,
        "language": "nl", "startedAt": started_at, "name": "", "answers": given, "notes": {}, "ambition": {},
        "principles": { "theme": "", "positions": {} }, "reflection": {},
    })
}

/// The same with a name.
pub(crate) fn named(name: &str, mut scan: Value) -> Value {
    scan["name"] = json!(name);
    scan
}

/// Scans as storage holds them beside the present one.
pub(crate) fn kept(scans: &[Value]) -> Vec<(String, String)> {
    scans.iter().map(|scan| (scan["id"].as_str().unwrap().to_owned(), scan.to_string())).collect()
}

/// A scan with something in every field, of words as well as of choices.
pub(crate) fn of_everything(id: &str, day: &str) -> Value {
    let mut scan = quick(id, day, "1 2 3 4 2 unknown 3 2 1 4");
    scan["role"] = json!("manager");
    scan["name"] = json!("Team Noord");
    scan["notes"] = json!({ "regie-top": "Anna belt altijd" });
    scan["ambition"] = json!({ "richting": 3, "techniek": 4 });
    scan["principles"] = json!({
        "theme": "werkdruk",
        "positions": {
            "p1-wensen": { "now": "p1-segmenteren", "desired": "p1-modulair" },
            "p2-welkan": { "desired": "p2-waarden" },
        },
        "guide": { "q-scope-grens": "twee teams" },
    });
    scan["reflection"] = json!({ "q-omg-cijfer": 7, "q-omg-trends": "meer thuis" });
    scan["modules"] = json!({ "wel-niet": { "wel-1": "yes" } });
    scan["starred"] = json!(["tip-regie-23a"]);
    scan
}

/// A record of `fixtures`, which are of an earlier question set, as if it were of the present one.
pub(crate) fn of_this_set(record: &str) -> String {
    record.replace("\"flexkompas-2026\"", &["\"", QUESTION_SET, "\""].concat())
}
