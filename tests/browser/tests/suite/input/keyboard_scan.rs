//! The scan with the keyboard alone.

use flexkompas_browser_tests::Key::{Down, Enter, Left, Letter, Right, Space};
use flexkompas_browser_tests::{Marks, Visitor, bundle, engines, phone};

use crate::support::sample::{self, AMBITION, ANSWERS};

/// Checks that the new heading has the focus and that the status announces it.
#[track_caller]
fn expect_heading_focused(visitor: &Visitor, status: &str) {
    visitor.expect_focus("main h1");
    assert_eq!(visitor.texts("[data-status][role=status]"), [status]);
}

#[test]
fn the_whole_scan_works_with_the_keyboard_alone() {
    engines!(all, "the engine handles focus and keys");
    let visitor = phone().start();
    visitor.open("/");
    visitor.expect_statement(1, 10);
    visitor.tab_to("input[name=\"richting-betekenis\"]");
    visitor.press_key(Space);
    visitor.expect_chosen("richting-betekenis", "1");
    visitor.press_key(Down);
    visitor.expect_chosen("richting-betekenis", "2");
    visitor.press_key(Enter);

    for (at, (statement, answer)) in ANSWERS.into_iter().enumerate().skip(1) {
        visitor.expect_statement(at + 1, 10);
        expect_heading_focused(&visitor, &visitor.statement_label(at + 1, 10));
        match (at, answer) {
            // The last answer, after the four anchors.
            (_, "unknown") => {
                visitor.tab_to(&format!("input[name=\"{statement}\"]"));
                visitor.press_key(Space);
                (0..4).for_each(|_| visitor.press_key(Down));
                visitor.expect_chosen(statement, "unknown");
                visitor.press_key(Enter);
            }
            // Digits work as soon as the statement appears, and Enter on the heading goes to the next.
            (1..4, phase) => {
                visitor.press_key(Letter(bundle::digit_of(statement, phase)));
                visitor.expect_chosen(statement, phase);
                visitor.press_key(Enter);
            }
            // The next button does the same.
            (_, phase) => {
                visitor.tab_to(&format!("input[name=\"{statement}\"]"));
                visitor.press_key(Letter(bundle::digit_of(statement, phase)));
                visitor.expect_chosen(statement, phase);
                visitor.tab_to("[data-action=\"next\"]");
                visitor.press_key(Space);
            }
        }
    }

    visitor.expect_screen("ambition");
    expect_heading_focused(&visitor, &visitor.ui_text("ambition-title"));
    for (dimension, phase) in AMBITION {
        let name = format!("ambition-{dimension}");
        visitor.tab_to(&format!("input[name=\"{name}\"]"));
        visitor.press_key(Space);
        visitor.expect_chosen(&name, "1");
        for _ in 1..phase.parse().unwrap() {
            visitor.press_key(Right);
        }
        visitor.expect_chosen(&name, phase);
    }
    visitor.tab_to("[data-action=\"next\"]");
    visitor.press_key(Enter);
    sample::expect_result(&visitor);
    visitor.expect_focus("main h1");
    visitor.finish();
}

#[test]
fn marks_and_questions_work_with_the_keyboard_alone() {
    engines!(
        Chromium | WebKit,
        "once Tab has passed through Firefox's own toolbars, its driver no longer presses buttons with Space"
    );
    let visitor = phone().start();
    visitor.open("/");
    visitor.expect_statement(1, 10);
    visitor.tab_to("[data-action=\"steps\"]");
    visitor.press_key(Enter);
    visitor.tab_to("[data-action=\"step-principles\"]");
    visitor.press_key(Enter);
    visitor.expect_screen("principles");
    visitor.expect_focus("main h1");

    visitor.tab_to("input[name=\"p1-wensen-now\"]");
    visitor.press_key(Space);
    visitor.press_key(Down);
    visitor.press_key(Right);
    visitor.expect_chosen("p1-wensen-now", "p1-segmenteren");
    visitor.tab_to("input[name=\"p1-wensen-desired\"]");
    visitor.press_key(Space);
    visitor.press_key(Right);
    visitor.press_key(Right);
    visitor.press_key(Left);
    visitor.expect_chosen("p1-wensen-desired", "p1-modulair");
    let placed = Marks { now: Some("p1-segmenteren".into()), desired: Some("p1-modulair".into()) };
    assert_eq!(visitor.marks("p1-wensen"), placed);
    let pole = bundle::item("library", "nl", "principles", "p1-pool-uniek", "name");
    visitor.expect_text(&visitor.ui_text_with("reading-adjust", &[("n", "1"), ("pole", &pole)]));

    visitor.tab_to("[data-action=\"clear-now\"]");
    visitor.press_key(Enter);
    visitor.wait_until("the mark is cleared", || visitor.marks("p1-wensen").now.is_none());

    visitor.tab_to("[data-action=\"steps\"]");
    visitor.press_key(Space);
    visitor.tab_to("[data-action=\"step-reflection\"]");
    visitor.press_key(Space);
    visitor.expect_screen("reflection");
    visitor.expect_focus("main h1");
    visitor.tab_to("textarea");
    // In a text field, digits do not answer a statement.
    visitor.type_keys("In 2 stappen: 1, 4.");
    let question = visitor.attributes("textarea", "name").remove(0);
    visitor.wait_until("the text is there", || visitor.field_value(&question) == "In 2 stappen: 1, 4.");
    visitor.finish();
}

#[test]
fn the_erase_dialog_takes_the_focus_and_returns_it() {
    engines!(all, "the engine handles focus and keys");
    let visitor = phone().start();
    visitor.open("/");
    visitor.expect_statement(1, 10);
    visitor.tab_to("[data-action=\"erase\"]");
    visitor.press_key(Enter);
    visitor.expect_focus("[data-ask] h2");
    visitor.tab_to("[data-action=\"cancel\"]");
    visitor.press_key(Enter);
    visitor.expect_focus("main h1");
    visitor.finish();
}
