//! Leaving in the middle and coming back: by reload, by Back and Forward, by opening the page again.

use flexkompas_browser_tests::{engines, phone};

use crate::sample;

#[test]
fn a_reload_in_the_middle_changes_nothing() {
    engines!(all, "reloading and history are the engine's own");
    let visitor = phone().visitor();
    visitor.opens("/");
    sample::answers_until(&visitor, 3);
    visitor.sees_statement(4, 10);
    visitor.chooses("kaders-bereik", "3");
    visitor.reloads();
    visitor.sees_statement(4, 10);
    visitor.sees_chosen("kaders-bereik", "3");
    visitor.presses("back");
    visitor.sees_statement(3, 10);
    visitor.sees_chosen("kaders-spelregels", "2");
    visitor.leaves();
}

#[test]
fn a_reload_of_the_result_gives_the_same_result() {
    engines!(all, "reloading and history are the engine's own");
    let visitor = phone().visitor();
    visitor.opens("/");
    sample::answers_all(&visitor);
    sample::places_ambition(&visitor);
    sample::sees_the_result(&visitor);
    visitor.reloads();
    sample::sees_the_result(&visitor);
    visitor.leaves();
}

#[test]
fn back_and_forward_of_the_browser_keep_every_answer() {
    engines!(all, "reloading and history are the engine's own");
    let visitor = phone().visitor();
    visitor.opens("/");
    sample::answers_until(&visitor, 3);
    visitor.sees_statement(4, 10);
    for (place, statement, answer) in
        [(3, "kaders-spelregels", "2"), (2, "regie-top", "3"), (1, "richting-betekenis", "2")]
    {
        visitor.goes_back();
        visitor.sees_statement(place, 10);
        visitor.sees_chosen(statement, answer);
        visitor.sees_focus_on("main h1");
    }
    for place in 2..=4 {
        visitor.goes_forward();
        visitor.sees_statement(place, 10);
    }
    assert_eq!(visitor.chosen("kaders-bereik"), None);
    visitor.leaves();
}

#[test]
fn back_from_the_result_leads_to_the_ambition_as_it_was() {
    engines!(all, "reloading and history are the engine's own");
    let visitor = phone().visitor();
    visitor.opens("/");
    sample::answers_all(&visitor);
    sample::places_ambition(&visitor);
    visitor.sees_screen("result");
    visitor.goes_back();
    visitor.sees_screen("ambition");
    visitor.sees_chosen("ambition-leiderschap", "3");
    visitor.goes_forward();
    sample::sees_the_result(&visitor);
    visitor.leaves();
}

#[test]
fn who_comes_back_goes_on_at_the_first_open_statement() {
    engines!(Chromium, "the program decides where to go on");
    let visitor = phone().visitor();
    visitor.opens("/");
    sample::answers_until(&visitor, 3);
    visitor.sees_statement(4, 10);
    visitor.goes_elsewhere();
    visitor.opens("/");
    visitor.sees_titled("start", &visitor.word("resume-title"));
    visitor.sees(&visitor.filled("resume-text", &[("n", "4"), ("all", "10")]));
    visitor.presses("continue");
    visitor.sees_statement(4, 10);
    visitor.presses("back");
    visitor.sees_chosen("kaders-spelregels", "2");
    visitor.leaves();
}

#[test]
fn who_comes_back_after_the_last_statement_goes_to_the_result() {
    engines!(Chromium, "the program decides where to go on");
    let visitor = phone().visitor();
    visitor.opens("/");
    sample::answers_all(&visitor);
    sample::places_ambition(&visitor);
    visitor.sees_screen("result");
    visitor.goes_elsewhere();
    visitor.opens("/");
    visitor.sees_titled("start", &visitor.word("resume-title"));
    visitor.presses("continue");
    sample::sees_the_result(&visitor);
    visitor.leaves();
}

#[test]
fn the_browsers_back_from_another_page_returns_to_the_place() {
    engines!(all, "reloading and history are the engine's own");
    let visitor = phone().visitor();
    visitor.opens("/");
    sample::answers_until(&visitor, 3);
    visitor.sees_statement(4, 10);
    visitor.goes_elsewhere();
    visitor.goes_back();
    visitor.sees_statement(4, 10);
    visitor.presses("back");
    visitor.sees_chosen("kaders-spelregels", "2");
    visitor.leaves();
}
