//! A statement may be skipped, but not by accident.

use flexkompas_browser_tests::{bundle, engines, phone};

use crate::sample;

#[test]
fn onward_without_an_answer_asks_once_and_then_skips() {
    engines!(Chromium, "the program decides when it asks");
    let visitor = phone().visitor();
    visitor.opens("/");
    sample::answers_until(&visitor, 1);
    visitor.sees_statement(2, 10);
    assert_eq!(visitor.texts("#skip-hint"), [""]);
    visitor.goes_on();
    visitor.sees_word("skip-hint");
    visitor.sees_statement(2, 10);
    visitor.goes_on();
    visitor.sees_statement(3, 10);
    assert_eq!(visitor.texts("#skip-hint"), [""], "the next statement does not begin with the question");

    // It was asked once; who skips on purpose is not asked again.
    visitor.goes_on();
    visitor.sees_statement(4, 10);
    visitor.presses("overview");
    visitor.sees_titled("overview", &visitor.word("overview-title"));
    assert_eq!(visitor.count("[data-statement]"), 10);
    assert_eq!(visitor.values("[data-statement][data-answered]", "data-statement"), ["richting-betekenis"]);
    let skipped = bundle::item("start", "nl", "statements", "regie-top", "name");
    visitor.sees(&format!("{skipped} {}", visitor.word("open")));
    visitor.goes_on();
    visitor.sees_statement(2, 10);
    visitor.leaves();
}

#[test]
fn an_answer_takes_the_question_about_skipping_away() {
    engines!(Chromium, "the program decides when it asks");
    let visitor = phone().visitor();
    visitor.opens("/");
    visitor.sees_statement(1, 10);
    visitor.goes_on();
    visitor.sees_word("skip-hint");
    visitor.chooses("richting-betekenis", "3");
    visitor.waits_until("the question is gone", || visitor.texts("#skip-hint") == [""]);
    visitor.goes_on();
    visitor.sees_statement(2, 10);
    visitor.leaves();
}
