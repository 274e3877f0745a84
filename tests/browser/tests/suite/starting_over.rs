//! Beginning again and erasing: both ask first.

use flexkompas_browser_tests::{Visitor, engines, phone};
use serde_json::json;

use crate::sample::{self, KEY};

/// Three answers, then away and back: the page for who has been here before.
#[track_caller]
fn comes_back(visitor: &Visitor) {
    visitor.opens("/");
    sample::answers_until(visitor, 3);
    visitor.sees_statement(4, 10);
    visitor.goes_elsewhere();
    visitor.opens("/");
    visitor.sees_titled("start", &visitor.word("resume-title"));
}

#[test]
fn beginning_again_asks_first_and_cancelling_keeps_everything() {
    engines!(Chromium, "the program asks and waits for the answer");
    let visitor = phone().visitor();
    comes_back(&visitor);
    let before = visitor.stored_text(KEY);
    visitor.presses("restart");
    visitor.sees_focus_on("[data-ask] h2");
    visitor.sees_word("ask-restart-text");
    visitor.presses("cancel");
    visitor.sees_titled("start", &visitor.word("resume-title"));
    assert_eq!(visitor.count("[data-ask]"), 0);
    assert_eq!(visitor.stored_text(KEY), before);
    visitor.leaves();
}

#[test]
fn beginning_again_starts_with_an_empty_scan() {
    engines!(Chromium, "the program asks and waits for the answer");
    let visitor = phone().visitor();
    comes_back(&visitor);
    visitor.presses("restart");
    visitor.presses("confirm-restart");
    visitor.sees_statement(1, 10);
    assert_eq!(visitor.chosen("richting-betekenis"), None);
    visitor.reloads();
    visitor.sees_statement(1, 10);
    assert_eq!(visitor.chosen("richting-betekenis"), None, "the old answers stay away");
    visitor.answers("richting-betekenis", "4");
    visitor.sees_statement(2, 10);
    assert_eq!(visitor.chosen("regie-top"), None);
    visitor.leaves();
}

#[test]
fn erasing_asks_first_and_cancelling_keeps_everything() {
    engines!(Chromium, "the program asks and waits for the answer");
    let visitor = phone().visitor();
    comes_back(&visitor);
    let before = visitor.stored_text(KEY);
    visitor.presses("erase");
    visitor.sees_word("ask-erase-text");
    visitor.presses("cancel");
    visitor.waits_until("the question is gone", || visitor.count("[data-ask]") == 0);
    assert_eq!(visitor.stored_text(KEY), before);
    visitor.leaves();
}

#[test]
fn erasing_leaves_nothing_of_ours_and_everything_of_others() {
    engines!(all, "storage and history are the engine's own");
    let visitor = phone().visitor();
    comes_back(&visitor);
    visitor.stores("flexkompas.v0.older-set", "an older scan");
    visitor.stores("another-page", "its own");
    visitor.presses("erase");
    visitor.presses("confirm-erase");
    visitor.sees_word("notice-erased");
    visitor.sees_statement(1, 10);
    let left = visitor.script("return Object.keys(localStorage)", []);
    assert_eq!(left, json!(["another-page"]));

    visitor.goes_back();
    visitor.sees_statement(1, 10);
    assert_eq!(visitor.chosen("richting-betekenis"), None, "Back does not bring the answers back");
    visitor.answers("richting-betekenis", "4");
    visitor.sees_statement(2, 10);
    assert!(visitor.stored_text(KEY).is_some(), "saving goes on");
    visitor.leaves();
}
