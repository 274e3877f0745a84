//! The same scan without ever touching a mouse.

use flexkompas_browser_tests::Key::{Down, Enter, Left, Letter, Right, Space};
use flexkompas_browser_tests::{Marks, Visitor, bundle, engines, phone};

use crate::sample::{self, AMBITION, ANSWERS};

/// After a step the focus is on the new heading, and the status tells where one is.
#[track_caller]
fn sees_new_heading(visitor: &Visitor, status: &str) {
    visitor.sees_focus_on("main h1");
    assert_eq!(visitor.texts("[data-status][role=status]"), [status]);
}

#[test]
fn the_whole_scan_can_be_done_with_the_keyboard_alone() {
    engines!(all, "focus and keys are handled by the engine");
    let visitor = phone().visitor();
    visitor.opens("/");
    visitor.sees_statement(1, 10);
    visitor.tabs_to("input[name=\"richting-betekenis\"]");
    visitor.hits(Space);
    visitor.sees_chosen("richting-betekenis", "1");
    visitor.hits(Down);
    visitor.sees_chosen("richting-betekenis", "2");
    visitor.hits(Enter);

    for (at, (statement, answer)) in ANSWERS.into_iter().enumerate().skip(1) {
        visitor.sees_statement(at + 1, 10);
        sees_new_heading(&visitor, &visitor.place_in_words(at + 1, 10));
        match (at, answer) {
            // The last answer, behind the four descriptions.
            (_, "unknown") => {
                visitor.tabs_to(&format!("input[name=\"{statement}\"]"));
                visitor.hits(Space);
                (0..4).for_each(|_| visitor.hits(Down));
                visitor.sees_chosen(statement, "unknown");
                visitor.hits(Enter);
            }
            // The digits work as soon as the page is there, and Enter on the heading goes on.
            (1..4, phase) => {
                visitor.hits(Letter(phase.chars().next().unwrap()));
                visitor.sees_chosen(statement, phase);
                visitor.hits(Enter);
            }
            // And so does the button.
            (_, phase) => {
                visitor.tabs_to(&format!("input[name=\"{statement}\"]"));
                visitor.hits(Letter(phase.chars().next().unwrap()));
                visitor.sees_chosen(statement, phase);
                visitor.tabs_to("[data-action=\"next\"]");
                visitor.hits(Space);
            }
        }
    }

    visitor.sees_screen("ambition");
    sees_new_heading(&visitor, &visitor.word("ambition-title"));
    for (dimension, phase) in AMBITION {
        let name = format!("ambition-{dimension}");
        visitor.tabs_to(&format!("input[name=\"{name}\"]"));
        visitor.hits(Space);
        visitor.sees_chosen(&name, "1");
        for _ in 1..phase.parse().unwrap() {
            visitor.hits(Right);
        }
        visitor.sees_chosen(&name, phase);
    }
    visitor.tabs_to("[data-action=\"next\"]");
    visitor.hits(Enter);
    sample::sees_the_result(&visitor);
    visitor.sees_focus_on("main h1");
    visitor.leaves();
}

#[test]
fn marks_are_placed_and_questions_answered_with_the_keyboard() {
    engines!(
        Chromium | WebKit,
        "once Tab has led through Firefox's own bars, its driver presses no button with Space any more"
    );
    let visitor = phone().visitor();
    visitor.opens("/");
    visitor.sees_statement(1, 10);
    visitor.tabs_to("[data-action=\"steps\"]");
    visitor.hits(Enter);
    visitor.tabs_to("[data-action=\"step-principles\"]");
    visitor.hits(Enter);
    visitor.sees_screen("principles");
    visitor.sees_focus_on("main h1");

    visitor.tabs_to("input[name=\"p1-wensen-now\"]");
    visitor.hits(Space);
    visitor.hits(Down);
    visitor.hits(Right);
    visitor.sees_chosen("p1-wensen-now", "p1-segmenteren");
    visitor.tabs_to("input[name=\"p1-wensen-desired\"]");
    visitor.hits(Space);
    visitor.hits(Right);
    visitor.hits(Right);
    visitor.hits(Left);
    visitor.sees_chosen("p1-wensen-desired", "p1-modulair");
    let placed = Marks { now: Some("p1-segmenteren".into()), desired: Some("p1-modulair".into()) };
    assert_eq!(visitor.marks("p1-wensen"), placed);
    let pole = bundle::item("library", "nl", "principles", "p1-pool-uniek", "name");
    visitor.sees(&visitor.filled("reading-adjust", &[("n", "1"), ("pole", &pole)]));

    visitor.tabs_to("[data-action=\"clear-now\"]");
    visitor.hits(Enter);
    visitor.waits_until("the mark is gone", || visitor.marks("p1-wensen").now.is_none());

    visitor.tabs_to("[data-action=\"steps\"]");
    visitor.hits(Space);
    visitor.tabs_to("[data-action=\"step-reflection\"]");
    visitor.hits(Space);
    visitor.sees_screen("reflection");
    visitor.sees_focus_on("main h1");
    visitor.tabs_to("textarea");
    // Digits are text here and answer nothing.
    visitor.keys_in("In 2 stappen: 1, 4.");
    let question = visitor.values("textarea", "name").remove(0);
    visitor.waits_until("the text is there", || visitor.typed_in(&question) == "In 2 stappen: 1, 4.");
    visitor.leaves();
}

#[test]
fn the_question_about_erasing_takes_the_focus_and_gives_it_back() {
    engines!(all, "focus and keys are handled by the engine");
    let visitor = phone().visitor();
    visitor.opens("/");
    visitor.sees_statement(1, 10);
    visitor.tabs_to("[data-action=\"erase\"]");
    visitor.hits(Enter);
    visitor.sees_focus_on("[data-ask] h2");
    visitor.tabs_to("[data-action=\"cancel\"]");
    visitor.hits(Enter);
    visitor.sees_focus_on("main h1");
    visitor.leaves();
}
