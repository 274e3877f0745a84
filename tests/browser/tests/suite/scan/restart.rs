//! Restarting and erasing, both after a confirmation.

use flexkompas_browser_tests::{Visitor, engines, phone};
use serde_json::json;

use crate::support::sample::{self, KEY};

/// Gives three answers, leaves, and returns to the start page of a returning visitor.
#[track_caller]
fn return_after_three_answers(visitor: &Visitor) {
    visitor.open("/");
    sample::answer_until(visitor, 3);
    visitor.expect_statement(4, 10);
    visitor.leave_page();
    visitor.open("/");
    visitor.expect_titled_screen("start", &visitor.ui_text("resume-title"));
}

#[test]
fn restarting_asks_first_and_cancel_changes_nothing() {
    engines!(Chromium, "the program shows the dialog, and behaves the same in every engine");
    let visitor = phone().start();
    return_after_three_answers(&visitor);
    let before = visitor.stored_item(KEY);
    visitor.press("restart");
    visitor.expect_focus("[data-ask] h2");
    visitor.expect_ui_text("ask-restart-text");
    visitor.press("cancel");
    visitor.expect_titled_screen("start", &visitor.ui_text("resume-title"));
    assert_eq!(visitor.count("[data-ask]"), 0);
    assert_eq!(visitor.stored_item(KEY), before);
    visitor.finish();
}

#[test]
fn restarting_starts_an_empty_scan() {
    engines!(Chromium, "the program shows the dialog, and behaves the same in every engine");
    let visitor = phone().start();
    return_after_three_answers(&visitor);
    visitor.press("restart");
    visitor.press("confirm-restart");
    visitor.expect_statement(1, 10);
    assert_eq!(visitor.chosen("richting-betekenis"), None);
    visitor.reload();
    visitor.expect_statement(1, 10);
    assert_eq!(visitor.chosen("richting-betekenis"), None, "the old answers stay away");
    visitor.answer("richting-betekenis", "4");
    visitor.expect_statement(2, 10);
    assert_eq!(visitor.chosen("regie-top"), None);
    visitor.finish();
}

#[test]
fn erasing_asks_first_and_cancel_changes_nothing() {
    engines!(Chromium, "the program shows the dialog, and behaves the same in every engine");
    let visitor = phone().start();
    return_after_three_answers(&visitor);
    let before = visitor.stored_item(KEY);
    visitor.press("erase");
    visitor.expect_ui_text("ask-erase-text");
    visitor.press("cancel");
    visitor.wait_until("the dialog is closed", || visitor.count("[data-ask]") == 0);
    assert_eq!(visitor.stored_item(KEY), before);
    visitor.finish();
}

#[test]
fn erasing_removes_only_flexkompas_data() {
    engines!(all, "storage and history are part of the engine");
    let visitor = phone().start();
    return_after_three_answers(&visitor);
    visitor.store_item("flexkompas.v0.older-set", "an older scan");
    visitor.store_item("another-page", "its own");
    visitor.press("erase");
    visitor.press("confirm-erase");
    visitor.expect_ui_text("notice-erased");
    visitor.expect_statement(1, 10);
    let left = visitor.execute("return Object.keys(localStorage).sort()", []);
    assert_eq!(left, json!(["another-page", "flexkompas.erased"]));

    visitor.go_back();
    visitor.expect_statement(1, 10);
    assert_eq!(visitor.chosen("richting-betekenis"), None, "Back does not bring the answers back");
    visitor.answer("richting-betekenis", "4");
    visitor.expect_statement(2, 10);
    assert!(visitor.stored_item(KEY).is_some(), "saving goes on");
    visitor.finish();
}
