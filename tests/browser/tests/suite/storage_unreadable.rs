//! Storage that holds what this version cannot read: it is never overwritten, and it can be taken along or erased.

use flexkompas_browser_tests::{bundle, engines, phone};
use serde_json::{Value, json};

use crate::sample::{self, KEY};

#[track_caller]
fn is_left_alone(stored: &str, word: &str) {
    let visitor = phone().visitor();
    visitor.opens("/");
    visitor.sees_statement(1, 10);
    visitor.waits_for_file(&bundle::content_path("library.nl"));
    visitor.stores(KEY, stored);
    visitor.reloads();
    visitor.sees_word(word);
    visitor.sees_statement(1, 10);
    visitor.sees_value("[data-saving]", "data-saving", Some("not-kept"));

    sample::answers_until(&visitor, 2);
    visitor.sees_statement(3, 10);
    visitor.sees_word(word);
    assert_eq!(visitor.stored_text(KEY).as_deref(), Some(stored), "not a letter of it may change");

    visitor.presses("copy-unreadable");
    let (_, copy) = visitor.takes_download();
    assert_eq!(copy, stored, "the copy is what was stored");

    visitor.presses("erase");
    visitor.presses("confirm-erase");
    visitor.sees_statement(1, 10);
    visitor.sees_value("[data-saving]", "data-saving", Some("kept"));
    visitor.answers("richting-betekenis", "4");
    visitor.sees_statement(2, 10);
    let record: Value = serde_json::from_str(&visitor.stored_text(KEY).unwrap()).unwrap();
    assert_eq!(record["answers"], json!({ "richting-betekenis": 4 }), "saving works again");
    visitor.leaves();
}

fn record_with(field: &str, value: &Value) -> String {
    let mut record = json!({
        "format": "flexkompas", "version": 1, "id": "k7Qm2xB1c9A", "questionSet": "flexkompas-2026", "set": "quick",
        "role": null, "language": "nl", "startedAt": "2026-11-21T09:30:00Z", "name": "",
        "answers": { "richting-betekenis": 2 },
    });
    record[field] = value.clone();
    record.to_string()
}

#[test]
fn text_that_is_no_record_is_left_alone() {
    engines!(all, "storage and files are the engine's own");
    is_left_alone("{\"half\": \"a reco", "saving-damaged");
}

#[test]
fn a_record_with_an_impossible_answer_is_left_alone() {
    engines!(Chromium, "the program judges what is stored");
    is_left_alone(&record_with("answers", &json!({ "richting-betekenis": 9 })), "saving-damaged");
}

#[test]
fn a_record_of_a_newer_version_is_left_alone() {
    engines!(Chromium, "the program judges what is stored");
    is_left_alone(&record_with("version", &json!(2)), "saving-newer");
}

#[test]
fn a_record_of_another_question_set_is_left_alone() {
    engines!(Chromium, "the program judges what is stored");
    is_left_alone(&record_with("questionSet", &json!("flexkompas-2031")), "saving-other-set");
}
