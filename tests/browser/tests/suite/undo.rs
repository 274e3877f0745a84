//! What was erased or removed can be had back for ten seconds.

use std::time::{Duration, Instant};

use flexkompas_browser_tests::{Visitor, engines, phone};

use crate::sample::{self, ID, KEY, key_of_earlier};

/// The result of the sample, with two earlier scans and one that cannot be read.
#[track_caller]
fn comes_back_with_scans(visitor: &Visitor) {
    let second = sample::another("AnotherScan", "2026-03-01", "Team Zuid", "leiding-sturen", 3);
    let mut third = sample::another("ThirdScanXx", "2025-10-05", "", "richting-betekenis", 4);
    third["of a later version"] = "is kept".into();
    sample::comes_back_with(visitor, "/", &[sample::record(), second, third]);
    visitor.stores(&key_of_earlier("OddScanXxxx"), "no record");
    visitor.presses("continue");
    sample::sees_the_result(visitor);
    // From here on the scan is kept as the product writes it.
    visitor.presses("star");
    visitor.sees_value("[data-action=\"star\"]", "aria-pressed", Some("true"));
}

#[track_caller]
fn erases(visitor: &Visitor) {
    visitor.presses("erase");
    visitor.sees_word("ask-erase-text");
    visitor.presses("confirm-erase");
    visitor.sees_word("notice-erased");
    visitor.sees_statement(1, 10);
    assert_eq!(visitor.stored(), [].into());
}

#[test]
fn what_was_erased_is_back_to_the_letter() {
    engines!(Chromium, "the program keeps what can be taken back");
    let visitor = phone().visitor();
    comes_back_with_scans(&visitor);
    let before = visitor.stored();
    assert_eq!(before.len(), 4);
    erases(&visitor);
    visitor.presses("undo");
    visitor.sees_word("notice-back-again");
    visitor.sees_titled("start", &visitor.word("resume-title"));
    assert_eq!(visitor.stored(), before);
    visitor.presses("continue");
    sample::sees_the_result(&visitor);
    visitor.sees_value("[data-action=\"star\"]", "aria-pressed", Some("true"));
    visitor.leaves();
}

#[test]
fn what_was_erased_is_back_beside_what_was_answered_since() {
    engines!(Chromium, "the program keeps what can be taken back");
    let visitor = phone().visitor();
    comes_back_with_scans(&visitor);
    let before = visitor.stored();
    erases(&visitor);
    visitor.answers("richting-betekenis", "4");
    visitor.sees_statement(2, 10);
    let since = visitor.stored_text(KEY).unwrap();
    visitor.presses("undo");
    visitor.sees_word("notice-back-again");
    let mut after = visitor.stored();
    let put_aside = after.iter().find(|(key, _)| !before.contains_key(*key)).map(|(key, _)| key.clone());
    assert_eq!(put_aside.and_then(|key| after.remove(&key)), Some(since));
    assert_eq!(after, before);
    visitor.leaves();
}

#[test]
fn after_ten_seconds_it_is_gone_and_the_button_with_it() {
    engines!(Chromium, "the program keeps what can be taken back");
    let visitor = phone().visitor();
    comes_back_with_scans(&visitor);
    erases(&visitor);
    let begin = Instant::now();
    assert!(visitor.is_visible("[data-action=\"undo\"]"));
    let most = Duration::from_secs(15);
    visitor.waits_long_until("the button is gone", most, || visitor.count("[data-action=\"undo\"]") == 0);
    assert!(begin.elapsed() > Duration::from_secs(8), "it was there for {:?} only", begin.elapsed());
    assert_eq!(visitor.count("[data-notice]"), 0);
    assert_eq!(visitor.stored(), [].into());
    visitor.leaves();
}

#[test]
fn a_removed_scan_comes_back_and_the_others_stay() {
    engines!(Chromium, "the program keeps what can be taken back");
    let visitor = phone().visitor();
    comes_back_with_scans(&visitor);
    visitor.presses("history");
    visitor.sees_screen("history");
    let before = visitor.stored();
    let scans = || visitor.values("[data-scan]", "data-scan");
    let all = scans();
    assert_eq!(all.len(), 4);
    for scan in ["AnotherScan", "OddScanXxxx"] {
        visitor.clicks(&format!("[data-scan=\"{scan}\"] [data-action=\"remove-scan\"]"));
        visitor.sees_word("notice-removed");
        visitor.waits_until("it is out of the list", || {
            scans().len() == 3 && !scans().contains(&scan.to_owned())
        });
        assert_eq!(visitor.stored().len(), before.len() - 1);
        visitor.presses("undo");
        visitor.sees_word("notice-back-again");
        assert_eq!(scans(), all);
        assert_eq!(visitor.stored(), before);
    }

    visitor.clicks(&format!("[data-scan=\"{ID}\"] [data-action=\"remove-scan\"]"));
    visitor.sees_word("notice-removed");
    visitor.sees_statement(1, 10);
    visitor.presses("undo");
    visitor.sees_titled("start", &visitor.word("resume-title"));
    assert_eq!(visitor.stored(), before);
    visitor.leaves();
}
