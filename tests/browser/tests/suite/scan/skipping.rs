//! Skipping a statement on purpose, but not by accident.

use flexkompas_browser_tests::{bundle, engines, phone};

use crate::support::sample;

#[test]
fn next_without_an_answer_asks_once_and_then_skips() {
    engines!(Chromium, "the program decides when to ask, and behaves the same in every engine");
    let visitor = phone().start();
    visitor.open("/");
    sample::answer_until(&visitor, 1);
    visitor.expect_statement(2, 10);
    assert_eq!(visitor.texts("#skip-hint"), [""]);
    visitor.press_next();
    visitor.expect_ui_text("skip-hint");
    visitor.expect_statement(2, 10);
    visitor.press_next();
    visitor.expect_statement(3, 10);
    assert_eq!(visitor.texts("#skip-hint"), [""], "the next statement does not begin with the question");

    // It asks once; later skips need no confirmation.
    visitor.press_next();
    visitor.expect_statement(4, 10);
    visitor.press("overview");
    visitor.expect_titled_screen("overview", &visitor.ui_text("overview-title"));
    assert_eq!(visitor.count("[data-statement]"), 10);
    assert_eq!(
        visitor.attributes("[data-statement][data-answered]", "data-statement"),
        ["richting-betekenis"]
    );
    let skipped = bundle::item("start", "nl", "statements", "regie-top", "name");
    visitor.expect_text(&format!("{skipped} {}", visitor.ui_text("open")));
    visitor.press_next();
    visitor.expect_statement(2, 10);
    visitor.finish();
}

#[test]
fn an_answer_removes_the_skip_hint() {
    engines!(Chromium, "the program decides when to ask, and behaves the same in every engine");
    let visitor = phone().start();
    visitor.open("/");
    visitor.expect_statement(1, 10);
    visitor.press_next();
    visitor.expect_ui_text("skip-hint");
    visitor.choose("richting-betekenis", "3");
    visitor.wait_until("the dialog is closed", || visitor.texts("#skip-hint") == [""]);
    visitor.press_next();
    visitor.expect_statement(2, 10);
    visitor.finish();
}
