//! Undo of an erase or a removal, for ten seconds.

use std::time::{Duration, Instant};

use flexkompas_browser_tests::{Visitor, engines, phone};

use crate::support::sample::{self, ID, KEY, archived_key};

/// Resumes at the result of the sample, with two archived scans and one that cannot be read.
#[track_caller]
fn resume_with_archive(visitor: &Visitor) {
    let second = sample::other_record("AnotherScan", "2026-03-01", "Team Zuid", "leiding-sturen", 3);
    let mut third = sample::other_record("ThirdScanXx", "2025-10-05", "", "richting-betekenis", 4);
    third["of a later version"] = "is kept".into();
    sample::resume_with(visitor, "/", &[sample::record(), second, third]);
    visitor.store_item(&archived_key("OddScanXxxx"), "no record");
    visitor.press("continue");
    sample::expect_result(visitor);
    // From now on the product has written the stored scan.
    visitor.press("star");
    visitor.expect_attribute("[data-action=\"star\"]", "aria-pressed", Some("true"));
}

#[track_caller]
fn erase(visitor: &Visitor) {
    visitor.press("erase");
    visitor.expect_ui_text("ask-erase-text");
    visitor.press("confirm-erase");
    visitor.expect_ui_text("notice-erased");
    visitor.expect_statement(1, 10);
    assert_eq!(visitor.stored_items(), sample::nothing_but_the_mark());
}

#[test]
fn undoing_an_erase_restores_everything() {
    engines!(Chromium, "the program keeps the data for undo");
    let visitor = phone().start();
    resume_with_archive(&visitor);
    let before = visitor.stored_items();
    assert_eq!(before.len(), 4);
    erase(&visitor);
    visitor.press("undo");
    visitor.expect_ui_text("notice-back-again");
    visitor.expect_titled_screen("start", &visitor.ui_text("resume-title"));
    assert_eq!(visitor.stored_items(), before);
    visitor.press("continue");
    sample::expect_result(&visitor);
    visitor.expect_attribute("[data-action=\"star\"]", "aria-pressed", Some("true"));
    visitor.finish();
}

#[test]
fn undoing_an_erase_archives_newer_answers() {
    engines!(Chromium, "the program keeps the data for undo");
    let visitor = phone().start();
    resume_with_archive(&visitor);
    let before = visitor.stored_items();
    erase(&visitor);
    visitor.answer("richting-betekenis", "4");
    visitor.expect_statement(2, 10);
    let since = visitor.stored_item(KEY).unwrap();
    visitor.press("undo");
    visitor.expect_ui_text("notice-back-again");
    let mut after = visitor.stored_items();
    let archived = after.iter().find(|(key, _)| !before.contains_key(*key)).map(|(key, _)| key.clone());
    assert_eq!(archived.and_then(|key| after.remove(&key)), Some(since));
    assert_eq!(after, before);
    visitor.finish();
}

#[test]
fn undo_expires_after_ten_seconds() {
    engines!(Chromium, "the program keeps the data for undo");
    let visitor = phone().start();
    resume_with_archive(&visitor);
    erase(&visitor);
    let begin = Instant::now();
    assert!(visitor.is_visible("[data-action=\"undo\"]"));
    let most = Duration::from_secs(15);
    visitor.wait_until_within("the button is gone", most, || visitor.count("[data-action=\"undo\"]") == 0);
    assert!(begin.elapsed() > Duration::from_secs(8), "it was there for {:?} only", begin.elapsed());
    assert_eq!(visitor.count("[data-notice]"), 0);
    assert_eq!(visitor.stored_items(), sample::nothing_but_the_mark());
    visitor.finish();
}

#[test]
fn undoing_a_removal_restores_the_scan() {
    engines!(Chromium, "the program keeps the data for undo");
    let visitor = phone().start();
    resume_with_archive(&visitor);
    visitor.press("history");
    visitor.expect_screen("history");
    let before = visitor.stored_items();
    let scans = || visitor.attributes("[data-scan]", "data-scan");
    let all = scans();
    assert_eq!(all.len(), 4);
    for scan in ["AnotherScan", "OddScanXxxx"] {
        visitor.click(&format!("[data-scan=\"{scan}\"] [data-action=\"remove-scan\"]"));
        visitor.expect_ui_text("notice-removed");
        visitor.wait_until("it is out of the list", || {
            scans().len() == 3 && !scans().contains(&scan.to_owned())
        });
        assert_eq!(visitor.stored_items().len(), before.len() - 1);
        visitor.press("undo");
        visitor.expect_ui_text("notice-back-again");
        assert_eq!(scans(), all);
        assert_eq!(visitor.stored_items(), before);
    }

    visitor.click(&format!("[data-scan=\"{ID}\"] [data-action=\"remove-scan\"]"));
    visitor.expect_ui_text("notice-removed");
    visitor.expect_statement(1, 10);
    visitor.press("undo");
    visitor.expect_titled_screen("start", &visitor.ui_text("resume-title"));
    assert_eq!(visitor.stored_items(), before);
    visitor.finish();
}
