//! Exporting a scan as JSON, and importing it in another browser.

use flexkompas_browser_tests::{Visitor, engines, phone};
use serde_json::{Value, json};

use crate::support::sample::{self, KEY, TIPS};

#[track_caller]
fn export_json(visitor: &Visitor) -> (String, Value) {
    visitor.press("export-json");
    let (name, text) = visitor.wait_for_json_download();
    visitor.expect_ui_text("notice-exported");
    (name, serde_json::from_str(&text).unwrap())
}

#[test]
fn the_file_contains_the_record_and_the_result() {
    engines!(Chromium, "the program writes the file; the next test downloads it in every engine");
    let visitor = phone().start();
    visitor.open("/");
    sample::complete_scan(&visitor);
    let (name, mut file) = export_json(&visitor);

    let day = file["startedAt"].as_str().unwrap()[..10].to_owned();
    assert_eq!(name, format!("flexkompas-{day}.json"));
    let result = file.as_object_mut().unwrap().remove("result").unwrap();
    let stored: Value = serde_json::from_str(&visitor.stored_item(KEY).unwrap()).unwrap();
    assert_eq!(file, stored, "without the result the file is what is stored");
    let expected = json!({
        "score": 44, "band": [39, 50], "position": 2.31, "phase": 2, "coverage": 90,
        "dimensions": {
            "richting": 2.0, "regie": 3.0, "kaders": 2.5, "leiderschap": 1.0, "verbinding": 3.0, "inclusie": 2.0,
            "techniek": 3.0, "talent-hr": 2.0,
        },
        "tips": TIPS,
    });
    assert_eq!(result, expected);
    visitor.finish();
}

#[test]
fn a_file_loaded_in_another_browser_gives_the_same_result() {
    engines!(all, "saving and choosing files are part of the engine");
    let first = phone().start();
    sample::resume_at_result(&first, "/");
    let (_, file) = export_json(&first);
    first.finish();

    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("mine.json");
    std::fs::write(&path, file.to_string()).unwrap();
    let second = phone().start();
    second.open("/");
    second.expect_statement(1, 10);
    second.choose_file(&path);
    sample::expect_result(&second);
    second.expect_ui_text("notice-imported");
    second.reload();
    sample::expect_result(&second);
    let stored: Value = serde_json::from_str(&second.stored_item(KEY).unwrap()).unwrap();
    assert_eq!(stored["id"], file["id"], "it is still the same scan");
    second.finish();
}
