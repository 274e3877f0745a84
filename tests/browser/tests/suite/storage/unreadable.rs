//! Stored data this version cannot read: never overwritten, but it can be exported or erased.

use flexkompas_browser_tests::{bundle, engines, phone};
use serde_json::{Value, json};

use crate::support::sample::{self, KEY};

#[track_caller]
fn expect_not_overwritten(stored: &str, word: &str) {
    let visitor = phone().start();
    visitor.open("/");
    visitor.expect_statement(1, 10);
    visitor.wait_for_file(&bundle::content_path("library.nl"));
    visitor.store_item(KEY, stored);
    visitor.reload();
    visitor.expect_ui_text(word);
    visitor.expect_statement(1, 10);
    visitor.expect_attribute("[data-saving]", "data-saving", Some("not-kept"));

    sample::answer_until(&visitor, 2);
    visitor.expect_statement(3, 10);
    visitor.expect_ui_text(word);
    assert_eq!(visitor.stored_item(KEY).as_deref(), Some(stored), "it must not change");

    visitor.press("copy-unreadable");
    let (_, copy) = visitor.wait_for_json_download();
    assert_eq!(copy, stored, "the copy is what was stored");

    visitor.press("erase");
    visitor.press("confirm-erase");
    visitor.expect_statement(1, 10);
    visitor.expect_attribute("[data-saving]", "data-saving", Some("kept"));
    visitor.answer("richting-betekenis", "4");
    visitor.expect_statement(2, 10);
    let record: Value = serde_json::from_str(&visitor.stored_item(KEY).unwrap()).unwrap();
    assert_eq!(record["answers"], json!({ "richting-betekenis": 4 }), "saving works again");
    visitor.finish();
}

fn record_with(field: &str, value: &Value) -> String {
    let mut record = json!({
        "format": "flexkompas", "version": 1, "id": "k7Qm2xB1c9A", "questionSet": "flexkompas-2026-2", "set": "quick",
        "role": null, "language": "nl", "startedAt": "2026-11-21T09:30:00Z", "name": "",
        "answers": { "richting-betekenis": 2 },
    });
    record[field] = value.clone();
    record.to_string()
}

#[test]
fn text_that_is_not_a_record_is_not_overwritten() {
    engines!(all, "storage and files are part of the engine");
    expect_not_overwritten("{\"half\": \"a reco", "saving-damaged");
}

#[test]
fn a_record_with_an_invalid_answer_is_not_overwritten() {
    engines!(Chromium, "the program reads the record, and behaves the same in every engine");
    expect_not_overwritten(&record_with("answers", &json!({ "richting-betekenis": 9 })), "saving-damaged");
}

#[test]
fn a_record_of_a_newer_version_is_not_overwritten() {
    engines!(Chromium, "the program reads the record, and behaves the same in every engine");
    expect_not_overwritten(&record_with("version", &json!(2)), "saving-newer");
}

#[test]
fn a_record_of_another_question_set_is_not_overwritten() {
    engines!(Chromium, "the program reads the record, and behaves the same in every engine");
    expect_not_overwritten(&record_with("questionSet", &json!("flexkompas-2031")), "saving-other-set");
}
