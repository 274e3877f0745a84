//! Files that replace the current answers, and files that must not.

use std::path::PathBuf;

use flexkompas_browser_tests::{engines, phone};
use serde_json::json;
use tempfile::TempDir;

use crate::support::sample::{self, KEY};

/// The start of a PNG file.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89";

fn write_file(folder: &TempDir, name: &str, bytes: &[u8]) -> PathBuf {
    let path = folder.path().join(name);
    std::fs::write(&path, bytes).unwrap();
    path
}

fn record(version: u32, question_set: &str, answer: u8) -> String {
    let record = json!({
        "format": "flexkompas", "version": version, "id": "k7Qm2xB1c9A", "questionSet": question_set, "set": "quick",
        "answers": { "richting-betekenis": answer },
    });
    record.to_string()
}

#[test]
fn unusable_files_are_rejected_and_change_nothing() {
    engines!(Chromium, "the program reads the file; other tests choose a file in every engine");
    let folder = tempfile::tempdir().unwrap();
    let bad = [
        ("picture.png", PNG.to_vec(), "import-not-a-record"),
        ("empty.json", Vec::new(), "import-not-a-record"),
        ("list.json", b"[1, 2]".to_vec(), "import-not-a-record"),
        ("newer.json", record(2, "flexkompas-2026-2", 1).into_bytes(), "import-newer"),
        ("other.json", record(1, "another-set", 1).into_bytes(), "import-other-set"),
        ("damaged.json", record(1, "flexkompas-2026-2", 7).into_bytes(), "import-damaged"),
    ];
    let visitor = phone().start();
    visitor.open("/");
    sample::answer_until(&visitor, 2);
    visitor.expect_statement(3, 10);
    let before = visitor.stored_item(KEY);
    for (name, bytes, word) in bad {
        visitor.choose_file(&write_file(&folder, name, &bytes));
        let detail = match word {
            "import-other-set" => "another-set",
            _ => "answers.richting-betekenis",
        };
        visitor.expect_text(&visitor.ui_text_with(word, &[("detail", detail)]));
        visitor.expect_statement(3, 10);
        assert_eq!(visitor.stored_item(KEY), before, "{name} changes nothing");
        visitor.press("close");
        visitor.wait_until("the notice is closed", || visitor.count("[data-notice]") == 0);
    }
    visitor.press("back");
    visitor.expect_chosen("regie-top", "3");
    visitor.finish();
}

#[test]
fn a_file_replaces_answers_only_after_confirmation() {
    engines!(Chromium, "the program reads the file; other tests choose a file in every engine");
    let folder = tempfile::tempdir().unwrap();
    let path = write_file(&folder, "good.json", record(1, "flexkompas-2026-2", 4).as_bytes());
    let visitor = phone().start();
    visitor.open("/");
    sample::answer_until(&visitor, 2);
    visitor.expect_statement(3, 10);
    let before = visitor.stored_item(KEY);

    visitor.choose_file(&path);
    visitor.expect_ui_text("ask-replace-text");
    visitor.press("cancel");
    visitor.wait_until("the dialog is closed", || visitor.count("[data-ask]") == 0);
    assert_eq!(visitor.stored_item(KEY), before);

    visitor.choose_file(&path);
    visitor.press("confirm-import");
    visitor.expect_ui_text("notice-imported");
    visitor.expect_text(&visitor.ui_text_with("resume-next", &[("n", "2"), ("all", "10")]));
    visitor.press("continue");
    visitor.expect_statement(2, 10);
    assert_eq!(visitor.chosen("regie-top"), None);
    visitor.press("back");
    visitor.expect_chosen("richting-betekenis", "4");
    visitor.finish();
}
