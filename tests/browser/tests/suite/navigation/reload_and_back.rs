//! Leaving a scan and returning: by reload, by back and forward, and by opening the page again.

use flexkompas_browser_tests::{engines, phone};

use crate::support::sample;

#[test]
fn a_reload_during_the_scan_changes_nothing() {
    engines!(all, "reload and history are part of the engine");
    let visitor = phone().start();
    visitor.open("/");
    sample::answer_until(&visitor, 3);
    visitor.expect_statement(4, 10);
    visitor.choose("kaders-bereik", "3");
    visitor.reload();
    visitor.expect_statement(4, 10);
    visitor.expect_chosen("kaders-bereik", "3");
    visitor.press("back");
    visitor.expect_statement(3, 10);
    visitor.expect_chosen("kaders-spelregels", "2");
    visitor.finish();
}

#[test]
fn a_reload_of_the_result_gives_the_same_result() {
    engines!(all, "reload and history are part of the engine");
    let visitor = phone().start();
    sample::resume_at_result(&visitor, "/");
    visitor.reload();
    sample::expect_result(&visitor);
    visitor.finish();
}

#[test]
fn back_and_forward_keep_every_answer() {
    engines!(all, "reload and history are part of the engine");
    let visitor = phone().start();
    visitor.open("/");
    sample::answer_until(&visitor, 3);
    visitor.expect_statement(4, 10);
    for (place, statement, answer) in
        [(3, "kaders-spelregels", "2"), (2, "regie-top", "3"), (1, "richting-betekenis", "2")]
    {
        visitor.go_back();
        visitor.expect_statement(place, 10);
        visitor.expect_chosen(statement, answer);
        visitor.expect_focus("main h1");
    }
    for place in 2..=4 {
        visitor.go_forward();
        visitor.expect_statement(place, 10);
    }
    assert_eq!(visitor.chosen("kaders-bereik"), None);
    visitor.finish();
}

#[test]
fn back_from_the_result_shows_the_ambition_unchanged() {
    engines!(all, "reload and history are part of the engine");
    let visitor = phone().start();
    sample::resume_with(&visitor, "/", &[sample::record()]);
    visitor.go_to_step("ambition");
    visitor.expect_screen("ambition");
    visitor.press_next();
    visitor.expect_screen("result");
    visitor.go_back();
    visitor.expect_screen("ambition");
    visitor.expect_chosen("ambition-leiderschap", "3");
    visitor.go_forward();
    sample::expect_result(&visitor);
    visitor.finish();
}

#[test]
fn a_returning_visitor_continues_at_the_first_open_statement() {
    engines!(Chromium, "the program decides where to continue, and behaves the same in every engine");
    let visitor = phone().start();
    visitor.open("/");
    sample::answer_until(&visitor, 3);
    visitor.expect_statement(4, 10);
    visitor.leave_page();
    visitor.open("/");
    visitor.expect_titled_screen("start", &visitor.ui_text("resume-title"));
    visitor.expect_text(&visitor.ui_text_with("resume-text", &[("n", "4"), ("all", "10")]));
    visitor.press("continue");
    visitor.expect_statement(4, 10);
    visitor.press("back");
    visitor.expect_chosen("kaders-spelregels", "2");
    visitor.finish();
}

#[test]
fn a_returning_visitor_with_a_complete_scan_continues_to_the_result() {
    engines!(Chromium, "the program decides where to continue, and behaves the same in every engine");
    let visitor = phone().start();
    visitor.open("/");
    sample::answer_all(&visitor);
    sample::choose_ambition(&visitor);
    visitor.expect_screen("result");
    visitor.leave_page();
    visitor.open("/");
    visitor.expect_titled_screen("start", &visitor.ui_text("resume-title"));
    visitor.press("continue");
    sample::expect_result(&visitor);
    visitor.finish();
}

#[test]
fn back_from_another_page_returns_to_the_same_statement() {
    engines!(all, "reload and history are part of the engine");
    let visitor = phone().start();
    visitor.open("/");
    sample::answer_until(&visitor, 3);
    visitor.expect_statement(4, 10);
    visitor.leave_page();
    visitor.go_back();
    visitor.expect_statement(4, 10);
    visitor.press("back");
    visitor.expect_chosen("kaders-spelregels", "2");
    visitor.finish();
}
