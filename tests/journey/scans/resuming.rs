//! Scans on this device that are taken up again, copied or removed: nothing is lost but what was asked for.

use flexkompas::app::Msg;
use flexkompas::content::{Language, MessageKey};
use serde_json::json;

use crate::support::content::message;
use crate::support::scan::{of_everything, quick};
use crate::support::visitor::Visitor;

const TWOS: &str = "2 2 2 2 2 2 2 2 2 2";
const THREES: &str = "3 3 3 3 3 3 3 3 3 3";

#[test]
fn taking_up_an_earlier_scan_swaps_the_two_and_loses_nothing() {
    let (now, old) = (of_everything("now", "2026-03-02"), quick("old", "2025-03-02", TWOS));
    let mut visitor = Visitor::at_home(&now, std::slice::from_ref(&old));
    visitor.listed();
    visitor.press_at_scan("old", "take-up");
    assert_eq!(visitor.route(), "resume");
    assert_eq!((visitor.record(), visitor.kept_ids()), (old.clone(), vec!["now"]));
    assert_eq!(visitor.kept("now"), now);
    visitor.press("continue");
    assert_eq!(visitor.page().data_attr("data-score").as_deref(), Some("33"));

    assert_eq!(visitor.listed(), ["now", "old"], "each of them once");
    visitor.press_at_scan("now", "take-up");
    assert_eq!((visitor.record(), visitor.kept_ids()), (now, vec!["old"]));
    assert_eq!(visitor.kept("old"), old);
}

#[test]
fn an_earlier_scan_is_taken_up_in_the_language_of_the_page() {
    let mut visitor = Visitor::at_home(&quick("now", "2026-03-02", "2"), &[quick("old", "2025-03-02", "1")]);
    visitor.send(Msg::LanguageChosen(Language::English));
    visitor.listed();
    assert_eq!(visitor.label("old"), "Scan of 2 March 2025");
    visitor.press_at_scan("old", "take-up");
    assert_eq!((visitor.view().language, &visitor.record()["language"]), ("en", &json!("en")));
    assert_eq!(visitor.kept("now")["language"], "en");
}

#[test]
fn a_copy_is_a_new_scan_with_the_same_answers_and_the_old_one_stays() {
    let now = of_everything("now", "2025-03-02");
    let mut visitor = Visitor::at_home(&now, &[]);
    visitor.listed();
    visitor.press_at_scan("now", "copy-scan");
    assert_eq!(visitor.route(), "overview");
    assert_eq!(visitor.notice(), Some(message(Language::Dutch, MessageKey::NoticeNewMeasurement)));
    let mut expected = now.clone();
    expected["id"] = json!("second");
    expected["startedAt"] = json!("2026-11-22T09:30:00Z");
    assert_eq!((visitor.record(), visitor.kept("now")), (expected, now));
    assert_eq!(visitor.listed(), ["second", "now"]);
}

#[test]
fn a_copy_of_an_earlier_scan_puts_the_present_one_aside_too() {
    let (now, old) = (quick("now", "2026-03-02", THREES), quick("old", "2025-03-02", TWOS));
    let mut visitor = Visitor::at_home(&now, std::slice::from_ref(&old));
    visitor.listed();
    visitor.press_at_scan("old", "copy-scan");
    assert_eq!((&visitor.record()["id"], &visitor.record()["answers"]), (&json!("second"), &old["answers"]));
    assert_eq!((visitor.kept("now"), visitor.kept("old")), (now, old));
    assert_eq!(visitor.listed(), ["second", "now", "old"]);
}

#[test]
fn answers_in_a_copy_leave_the_scan_it_came_from_alone() {
    let now = quick("now", "2026-03-02", TWOS);
    let mut visitor = Visitor::at_home(&now, &[]);
    visitor.listed();
    visitor.press_at_scan("now", "copy-scan");
    visitor.answer_to("regie-top", "4");
    assert_eq!(visitor.kept("now"), now);
    assert_eq!(visitor.record()["answers"]["regie-top"], 4);
}

#[test]
fn removing_an_earlier_scan_takes_that_one_alone() {
    let now = quick("now", "2026-03-02", THREES);
    let mut visitor =
        Visitor::at_home(&now, &[quick("old", "2025-03-02", TWOS), quick("older", "2024-03-02", TWOS)]);
    let before = visitor.stored.clone();
    visitor.listed();
    visitor.press_at_scan("old", "remove-scan");
    assert_eq!(visitor.notice(), Some(message(Language::Dutch, MessageKey::NoticeRemoved)));
    assert_eq!(visitor.listed(), ["now", "older"]);
    assert_eq!((visitor.kept_ids(), &visitor.stored), (vec!["older"], &before));
}

#[test]
fn removing_the_present_scan_leaves_an_empty_one_and_the_earlier_ones() {
    let mut visitor =
        Visitor::at_home(&quick("now", "2026-03-02", THREES), &[quick("old", "2025-03-02", TWOS)]);
    visitor.listed();
    visitor.press_at_scan("now", "remove-scan");
    assert_eq!((visitor.route().as_str(), visitor.chosen()), ("start", None));
    assert_eq!((visitor.record()["answers"].clone(), visitor.kept_ids()), (json!({}), vec!["old"]));
    assert_eq!(visitor.listed(), ["old"]);
}

#[test]
fn what_comes_after_a_removed_scan_is_another_scan_also_after_a_reload() {
    let mut visitor = Visitor::at_home(&quick("now", "2020-03-02", THREES), &[]);
    visitor.listed();
    visitor.press_at_scan("now", "remove-scan");
    let mut visitor = visitor.reload();
    visitor.go("start");
    visitor.answer("2");
    assert_ne!(visitor.record()["id"], "now");
    assert_ne!(visitor.record()["startedAt"], "2020-03-02T09:30:00Z");
}
