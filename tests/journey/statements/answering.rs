//! Answering statements, and moving between them.

use flexkompas::app::{Effect, Route};
use flexkompas::content::{Language, MessageKey};
use serde_json::json;

use crate::support::content::message;
use crate::support::statement;
use crate::support::visitor::{Visitor, visitor};

/// A visitor who chose the full set.
fn with_the_full_set() -> Visitor {
    let mut visitor = visitor();
    visitor.choose("set", "full");
    visitor
}

fn asks_whether_to_skip(visitor: &Visitor) -> bool {
    visitor.page().says(&message(Language::Dutch, MessageKey::SkipHint))
}

#[test]
fn the_first_page_is_the_introduction_with_the_first_statement() {
    let visitor = visitor();
    assert_eq!((visitor.view().screen, visitor.progress()), ("start", (1, 10)));
    assert_eq!(visitor.statement(), "richting-betekenis");
    assert!(!visitor.has_button("back"));
}

#[test]
fn a_statement_offers_four_descriptions_and_dont_know_and_nothing_is_chosen() {
    let visitor = visitor();
    assert_eq!(visitor.page().values("richting-betekenis"), ["1", "2", "3", "4", "unknown"]);
    assert_eq!(visitor.chosen(), None);
}

#[test]
fn not_applicable_is_offered_where_the_content_allows_it() {
    let mut visitor = with_the_full_set();
    visitor.go("statement/kaders-hybride");
    assert_eq!(visitor.page().values("kaders-hybride"), ["1", "2", "3", "4", "unknown", "not-applicable"]);
}

#[test]
fn an_answer_is_saved_at_once() {
    let mut visitor = visitor();
    assert!(!visitor.has_saved());
    let effects = visitor.answer("2");
    let [Effect::Save(text)] = effects.as_slice() else { panic!("{effects:?}") };
    assert!(text.contains("\"richting-betekenis\":2"), "{text}");
}

#[test]
fn every_kind_of_answer_is_stored_as_the_record_says() {
    let mut visitor = with_the_full_set();
    for (id, value, expected) in [
        ("regie-samen", "4", json!(4)),
        ("regie-top", "unknown", json!("unknown")),
        ("kaders-hybride", "not-applicable", json!("not-applicable")),
    ] {
        visitor.answer_to(id, value);
        assert_eq!(visitor.chosen().as_deref(), Some(value));
        assert_eq!(visitor.record()["answers"][id], expected);
    }
}

#[test]
fn an_answer_can_be_changed() {
    let mut visitor = visitor();
    visitor.answer("2");
    visitor.answer("3");
    assert_eq!(visitor.chosen().as_deref(), Some("3"));
    assert_eq!(visitor.record()["answers"], json!({ "richting-betekenis": 3 }));
}

#[test]
fn giving_the_same_answer_again_saves_nothing() {
    let mut visitor = visitor();
    visitor.answer("2");
    assert_eq!(visitor.answer("2"), []);
}

#[test]
fn next_shows_the_next_statement_and_adds_to_the_history() {
    let mut visitor = visitor();
    visitor.answer("2");
    let effects = visitor.press("next");
    assert_eq!(effects, [Effect::PushRoute(Route::Statement(statement("regie-top"))), Effect::FocusHeading]);
    assert_eq!((visitor.progress(), visitor.view().screen), ((2, 10), "statement"));
}

#[test]
fn back_shows_the_statement_before_with_its_answer() {
    let mut visitor = visitor();
    for value in ["2", "3"] {
        visitor.answer(value);
        visitor.press("next");
    }
    visitor.press("back");
    assert_eq!((visitor.progress().0, visitor.chosen().as_deref()), (2, Some("3")));
    visitor.press("back");
    assert_eq!((visitor.view().screen, visitor.chosen().as_deref()), ("start", Some("2")));
}

#[test]
fn the_browsers_back_button_shows_the_statement_before_without_adding_to_the_history() {
    let mut visitor = visitor();
    visitor.answer("2");
    visitor.press("next");
    assert_eq!(visitor.press_browser_back(), [Effect::FocusHeading]);
    assert_eq!((visitor.view().screen, visitor.chosen().as_deref()), ("start", Some("2")));
}

#[test]
fn next_without_an_answer_asks_once_whether_to_skip() {
    let mut visitor = visitor();
    assert_eq!(visitor.press("next"), []);
    assert!(asks_whether_to_skip(&visitor));
    visitor.press("next");
    assert_eq!((visitor.progress().0, asks_whether_to_skip(&visitor)), (2, false));
    visitor.press("next");
    assert_eq!(visitor.progress().0, 3);
}

#[test]
fn the_question_whether_to_skip_goes_away_with_an_answer() {
    let mut visitor = visitor();
    visitor.press("next");
    visitor.answer("1");
    assert!(!asks_whether_to_skip(&visitor));
}

#[test]
fn after_the_last_statement_comes_the_ambition() {
    let mut visitor = visitor();
    visitor.answer_all("2");
    assert_eq!(visitor.view().screen, "ambition");
    visitor.press("back");
    assert_eq!(visitor.progress(), (10, 10));
}

#[test]
fn a_note_is_saved_and_shown_again_and_can_be_taken_away() {
    let mut visitor = visitor();
    visitor.write("note-richting-betekenis", "Stil \"geregeld\"");
    assert_eq!(visitor.page().written("note-richting-betekenis"), "Stil \"geregeld\"");
    assert_eq!(visitor.record()["notes"], json!({ "richting-betekenis": "Stil \"geregeld\"" }));
    visitor.write("note-richting-betekenis", "");
    assert_eq!(visitor.record()["notes"], json!({}));
}

#[test]
fn the_overview_lists_every_statement_with_what_is_open() {
    let mut visitor = visitor();
    visitor.answer("1");
    visitor.go("overview");
    let page = visitor.page();
    assert_eq!((page.data_attrs("data-statement").len(), page.data_attrs("data-answered").len()), (10, 1));
    assert!(page.data_attr_of(("data-statement", "richting-betekenis"), "data-answered").is_some());
    visitor.press("next");
    assert_eq!(visitor.progress().0, 2, "the first open statement");
}

#[test]
fn the_overview_leads_to_a_statement() {
    let mut visitor = visitor();
    visitor.answer("1");
    visitor.press("next");
    visitor.press("overview");
    visitor.press("open-statement");
    assert_eq!((visitor.progress().0, visitor.chosen().as_deref()), (1, Some("1")));
}

#[test]
fn the_overview_leads_on_when_nothing_is_open() {
    let mut visitor = visitor();
    visitor.answer_all("2");
    visitor.go("overview");
    visitor.press("next");
    assert_eq!(visitor.view().screen, "ambition");
}
