//! Files that take the place of answers, and files that must not.

use std::path::PathBuf;

use flexkompas_browser_tests::{engines, phone};
use serde_json::json;
use tempfile::TempDir;

use crate::sample::{self, KEY};

/// The beginning of a picture.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89";

fn file(folder: &TempDir, name: &str, bytes: &[u8]) -> PathBuf {
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
fn files_that_cannot_be_used_get_a_message_and_change_nothing() {
    engines!(
        Chromium,
        "the program judges what is in a file; choosing one is tested in every engine elsewhere"
    );
    let folder = tempfile::tempdir().unwrap();
    let bad = [
        ("picture.png", PNG.to_vec(), "import-not-a-record"),
        ("empty.json", Vec::new(), "import-not-a-record"),
        ("list.json", b"[1, 2]".to_vec(), "import-not-a-record"),
        ("newer.json", record(2, "flexkompas-2026", 1).into_bytes(), "import-newer"),
        ("other.json", record(1, "another-set", 1).into_bytes(), "import-other-set"),
        ("damaged.json", record(1, "flexkompas-2026", 7).into_bytes(), "import-damaged"),
    ];
    let visitor = phone().visitor();
    visitor.opens("/");
    sample::answers_until(&visitor, 2);
    visitor.sees_statement(3, 10);
    let before = visitor.stored_text(KEY);
    for (name, bytes, word) in bad {
        visitor.loads_file(&file(&folder, name, &bytes));
        let detail = match word {
            "import-other-set" => "another-set",
            _ => "answers.richting-betekenis",
        };
        visitor.sees(&visitor.filled(word, &[("detail", detail)]));
        visitor.sees_statement(3, 10);
        assert_eq!(visitor.stored_text(KEY), before, "{name} changes nothing");
        visitor.presses("close");
        visitor.waits_until("the message is gone", || visitor.count("[data-notice]") == 0);
    }
    visitor.presses("back");
    visitor.sees_chosen("regie-top", "3");
    visitor.leaves();
}

#[test]
fn a_file_replaces_answers_only_after_a_yes() {
    engines!(
        Chromium,
        "the program judges what is in a file; choosing one is tested in every engine elsewhere"
    );
    let folder = tempfile::tempdir().unwrap();
    let path = file(&folder, "good.json", record(1, "flexkompas-2026", 4).as_bytes());
    let visitor = phone().visitor();
    visitor.opens("/");
    sample::answers_until(&visitor, 2);
    visitor.sees_statement(3, 10);
    let before = visitor.stored_text(KEY);

    visitor.loads_file(&path);
    visitor.sees_word("ask-replace-text");
    visitor.presses("cancel");
    visitor.waits_until("the question is gone", || visitor.count("[data-ask]") == 0);
    assert_eq!(visitor.stored_text(KEY), before);

    visitor.loads_file(&path);
    visitor.presses("confirm-import");
    visitor.sees_word("notice-imported");
    visitor.sees(&visitor.filled("resume-next", &[("n", "2"), ("all", "10")]));
    visitor.presses("continue");
    visitor.sees_statement(2, 10);
    assert_eq!(visitor.chosen("regie-top"), None);
    visitor.presses("back");
    visitor.sees_chosen("richting-betekenis", "4");
    visitor.leaves();
}
