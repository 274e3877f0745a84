//! Another language at any moment, without losing an answer.

use flexkompas::app::{Effect, Flags, Model, Msg, Route, Stored};
use flexkompas::content::{Language, MessageKey, Part};

use crate::support::content::{message, served};
use crate::support::page::open;
use crate::support::visitor::{Visitor, first_visit, visitor};

const ENGLISH: Msg = Msg::LanguageChosen(Language::English);
const DUTCH: Msg = Msg::LanguageChosen(Language::Dutch);

#[test]
fn switching_in_the_middle_keeps_the_place_and_every_answer() {
    let mut visitor = visitor();
    visitor.answer("2");
    visitor.press("next");
    visitor.answer("3");
    visitor.send(ENGLISH);
    assert_eq!((visitor.view().language, visitor.progress().0), ("en", 2));
    assert_eq!(visitor.chosen().as_deref(), Some("3"));
    visitor.press("back");
    assert_eq!(visitor.chosen().as_deref(), Some("2"));
}

#[test]
fn switching_fetches_the_chosen_language_and_nothing_else() {
    let mut visitor = visitor();
    visitor.fetched();
    visitor.send(ENGLISH);
    assert_eq!(visitor.fetched(), ["start.en", "library.en"]);
}

#[test]
fn choosing_the_present_language_does_nothing() {
    assert_eq!(visitor().send(DUTCH), []);
}

#[test]
fn the_language_last_used_is_saved_and_used_on_the_next_visit() {
    let mut visitor = visitor();
    visitor.answer("2");
    visitor.send(ENGLISH);
    assert_eq!(visitor.record()["language"], "en");
    assert_eq!(visitor.reload().view().language, "en");
}

#[test]
fn the_address_decides_the_language_of_a_stored_scan() {
    let mut visitor = visitor();
    visitor.answer("2");
    let stored = Stored::Text(visitor.stored.unwrap());
    let visitor = Visitor::enter(Flags { asked_language: Some("en".to_owned()), stored, ..first_visit() });
    assert_eq!(visitor.view().language, "en");
}

#[test]
fn the_result_is_the_same_in_every_language() {
    let mut visitor = Visitor::result_of("3 3 3 3 3 3 3 3 3 3");
    let before = visitor.page();
    visitor.send(ENGLISH);
    let after = visitor.page();
    assert_ne!(before.titles, after.titles);
    assert_eq!(before.data_attrs, after.data_attrs);
}

#[test]
fn a_language_that_does_not_arrive_leaves_the_page_as_it_is_and_says_so() {
    let mut visitor = Visitor::enter_where_broken(first_visit(), &[(Part::Start, Language::English)]);
    visitor.answer("2");
    visitor.send(ENGLISH);
    assert_eq!((visitor.view().language, visitor.chosen().as_deref()), ("nl", Some("2")));
    assert_eq!(visitor.notice(), Some(message(Language::Dutch, MessageKey::NoticeLanguageFailed)));
    assert!(visitor.shell().notice.unwrap().is_error);

    visitor.broken.clear();
    visitor.send(ENGLISH);
    assert_eq!((visitor.view().language, visitor.notice()), ("en", None));
}

/// Everything in Dutch, and a request for English that has not been answered yet.
fn waiting_for_english() -> Model {
    let (mut model, _) = Model::init(first_visit());
    for part in [Part::Start, Part::Library] {
        arrives(&mut model, part, Language::Dutch);
    }
    model.update(ENGLISH);
    model
}

fn arrives(model: &mut Model, part: Part, language: Language) -> Vec<Effect> {
    model.update(Msg::ContentFetched { part, language, text: Ok(served(part, language)) })
}

#[test]
fn the_page_stays_in_its_language_until_the_other_has_arrived() {
    let mut model = waiting_for_english();
    assert_eq!(model.view().language, "nl");
    arrives(&mut model, Part::Start, Language::English);
    assert_eq!(model.view().language, "en");
}

#[test]
fn a_language_that_arrives_after_another_was_chosen_is_ignored() {
    let mut model = waiting_for_english();
    assert_eq!(model.update(DUTCH), []);
    assert_eq!(arrives(&mut model, Part::Start, Language::English), []);
    assert_eq!(model.view().language, "nl");
}

#[test]
fn a_library_that_arrives_in_the_language_of_before_is_left_aside() {
    let mut model = waiting_for_english();
    arrives(&mut model, Part::Start, Language::English);
    arrives(&mut model, Part::Library, Language::Dutch);
    model.update(Msg::Navigate(Route::Result));
    assert_eq!(open(&model.view()).titles, [message(Language::English, MessageKey::Loading)]);
}
