//! Input on the prerendered page before the program ran.

use flexkompas::app::{EarlyInput, Flags, Msg, Stored};
use serde_json::json;

use crate::support::visitor::{Visitor, first_visit};

fn filled(name: &str, value: &str) -> EarlyInput {
    EarlyInput::Filled { name: name.to_owned(), value: value.to_owned() }
}

fn pressed(name: &str) -> EarlyInput {
    EarlyInput::Pressed(name.to_owned())
}

/// A first visit in which this was done before the program ran.
#[track_caller]
fn after(early: &[EarlyInput]) -> Visitor {
    Visitor::enter(Flags { early: early.to_vec(), ..first_visit() })
}

#[test]
fn an_early_answer_is_there_and_kept() {
    let visitor = after(&[filled("richting-betekenis", "3")]);
    assert_eq!(visitor.route(), "start");
    assert_eq!(visitor.chosen().as_deref(), Some("3"));
    assert_eq!(visitor.record()["answers"], json!({ "richting-betekenis": 3 }));
}

#[test]
fn the_last_of_several_early_answers_counts() {
    let visitor = after(&[filled("richting-betekenis", "3"), filled("richting-betekenis", "unknown")]);
    assert_eq!(visitor.chosen().as_deref(), Some("unknown"));
}

#[test]
fn an_early_next_leads_to_the_second_statement_with_the_first_answered() {
    let visitor = after(&[filled("richting-betekenis", "2"), pressed("next")]);
    assert_eq!(visitor.progress(), (2, 10));
    assert_eq!(visitor.history, ["start", "statement/regie-top"]);
    assert_eq!(visitor.record()["answers"], json!({ "richting-betekenis": 2 }));
}

#[test]
fn an_early_next_without_an_answer_asks_whether_to_skip() {
    let visitor = after(&[pressed("next")]);
    assert_eq!(visitor.progress(), (1, 10));
    assert!(visitor.page().texts.iter().any(|(_, text)| text.contains("over te slaan")));
}

#[test]
fn early_settings_and_notes_are_taken_over() {
    let visitor = after(&[
        filled("set", "full"),
        filled("role", "hr"),
        filled("note-richting-betekenis", "Op intranet."),
    ]);
    assert_eq!(visitor.progress().1, 25);
    let record = visitor.record();
    assert_eq!((&record["set"], &record["role"]), (&json!("full"), &json!("hr")));
    assert_eq!(record["notes"], json!({ "richting-betekenis": "Op intranet." }));
}

#[test]
fn an_early_wish_for_another_language_is_granted_with_the_answer_kept() {
    let visitor = after(&[filled("richting-betekenis", "2"), pressed("language-en")]);
    assert_eq!(visitor.view().language, "en");
    assert_eq!(visitor.chosen().as_deref(), Some("2"));
}

#[test]
fn impossible_early_input_changes_nothing() {
    let odd = [
        filled("richting-betekenis", "5"),
        filled("nergens", "2"),
        filled("regie-top\u{0}", "2"),
        filled("note-nergens", "x"),
        filled("set", "huge"),
        filled("role", "king"),
        filled("", ""),
        pressed("erase"),
        pressed("confirm-erase"),
        pressed(""),
        pressed("language-fr"),
    ];
    let visitor = after(&odd);
    assert_eq!((visitor.route().as_str(), visitor.stored), ("start", None));
}

#[test]
fn an_early_answer_joins_what_is_stored() {
    let mut before = Visitor::enter(first_visit());
    before.answer_to("regie-top", "4");
    let stored = before.stored.map_or(Stored::Nothing, Stored::Text);
    let early = vec![filled("richting-betekenis", "1")];
    let visitor = Visitor::enter(Flags { stored, early, ..first_visit() });
    assert_eq!(visitor.record()["answers"], json!({ "regie-top": 4, "richting-betekenis": 1 }));
}

#[test]
fn what_is_done_while_the_content_is_on_its_way_is_there_too() {
    let mut visitor = after(&[filled("richting-betekenis", "3")]);
    visitor.send(Msg::EarlyInputCaptured(vec![filled("richting-betekenis", "4"), pressed("next")]));
    assert_eq!(visitor.progress(), (2, 10));
    assert_eq!(visitor.record()["answers"], json!({ "richting-betekenis": 4 }));
}
