//! Erased and removed scans can be restored for a while, to the letter.

use flexkompas::app::{Effect, Flags, Msg, Route, Stored};
use flexkompas::content::{Language, MessageKey};
use serde_json::{Value, json};

use crate::support::content::message;
use crate::support::scan::{kept, of_everything, quick};
use crate::support::visitor::{Visitor, first_visit};

/// A visitor with a current scan and two beside it, as the program itself keeps them.
#[track_caller]
pub(super) fn with_three() -> Visitor {
    let stored = Stored::Text(of_everything("now", "2026-03-02").to_string());
    let archive = [quick("old", "2025-03-02", "1 1"), of_everything("older", "2024-03-02")];
    let mut visitor = Visitor::enter_with(Flags { stored, ..first_visit() }, kept(&archive));
    // The first change brings the record into the form in which the program keeps it.
    visitor.answer_to("regie-top", "3");
    visitor
}

#[track_caller]
pub(super) fn erase(visitor: &mut Visitor) {
    visitor.press("erase");
    visitor.press("confirm-erase");
}

pub(super) fn contents(visitor: &Visitor) -> (Option<String>, Vec<(String, String)>) {
    (visitor.stored.clone(), visitor.archive.clone())
}

#[track_caller]
pub(super) fn says(visitor: &Visitor, expected: MessageKey) {
    assert_eq!(visitor.notice(), Some(message(Language::Dutch, expected)));
}

/// The number of the last time something could be undone.
#[track_caller]
pub(super) fn last_number(visitor: &Visitor) -> u32 {
    let number =
        |effect: &Effect| if let Effect::StartUndoTimer(number) = effect { Some(*number) } else { None };
    visitor.effects.iter().rev().find_map(number).unwrap()
}

#[test]
fn what_was_erased_is_back_in_storage_letter_for_letter() {
    for route in ["result", "history", "statement/regie-top"] {
        let mut visitor = with_three();
        visitor.go(route);
        let before = contents(&visitor);
        erase(&mut visitor);
        assert_eq!(contents(&visitor), (None, Vec::new()));
        visitor.press("undo");
        says(&visitor, MessageKey::NoticeBackAgain);
        assert!(!visitor.has_button("undo"));
        assert_eq!(contents(&visitor), before, "erased at {route}");
        assert_eq!(visitor.listed(), ["now", "old", "older"]);
    }
}

#[test]
fn what_was_erased_and_undone_is_there_after_a_reload() {
    let mut visitor = with_three();
    erase(&mut visitor);
    visitor.press("undo");
    assert_eq!(visitor.route(), "resume");
    let mut visitor = visitor.reload();
    assert_eq!(visitor.route(), "resume");
    assert_eq!(visitor.listed(), ["now", "old", "older"]);
    assert_eq!(visitor.record()["notes"], json!({ "regie-top": "Anna belt altijd" }));
}

#[test]
fn without_undo_nothing_of_what_was_erased_is_left() {
    let mut visitor = with_three();
    erase(&mut visitor);
    assert_eq!(visitor.listed(), [""; 0]);
    assert_eq!(visitor.reload().listed(), [""; 0]);
}

#[test]
fn a_stored_record_that_cannot_be_read_is_back_letter_for_letter_too() {
    let newer = quick("newer", "2026-01-01", "2").to_string().replace("\"version\":1", "\"version\":2");
    let flags = Flags { stored: Stored::Text(newer.clone()), ..first_visit() };
    let mut visitor = Visitor::enter_with(flags, kept(&[quick("old", "2025-03-02", "1 1")]));
    let before = contents(&visitor);
    erase(&mut visitor);
    assert_eq!(*visitor.shell().saving.text, *message(Language::Dutch, MessageKey::SavingKept));
    visitor.press("undo");
    assert_eq!(contents(&visitor), before);
    assert_eq!(*visitor.shell().saving.text, *message(Language::Dutch, MessageKey::SavingNewer));
    visitor.go("start");
    visitor.answer("2");
    assert_eq!(visitor.stored, Some(newer), "and it is left alone again");
    assert!(visitor.has_button("copy-unreadable"));
}

#[test]
fn what_was_filled_in_since_is_put_aside_and_not_lost() {
    let mut visitor = with_three();
    let before = contents(&visitor);
    erase(&mut visitor);
    visitor.answer("4");
    let since = visitor.record();
    visitor.press("undo");
    assert_eq!(visitor.stored, before.0);
    assert_eq!(visitor.listed().len(), 4);
    let (_, text) = visitor.archive.iter().find(|(id, _)| since["id"] == **id).unwrap();
    assert_eq!(serde_json::from_str::<Value>(text).unwrap(), since);
    assert_eq!(since["answers"], json!({ "richting-betekenis": 4 }));
}

#[test]
fn beside_a_record_that_cannot_be_read_what_was_filled_in_since_is_kept_too() {
    for with_answer in [false, true] {
        let flags = Flags { stored: Stored::Text("{ damaged".to_owned()), ..first_visit() };
        let mut visitor = Visitor::enter(flags);
        if with_answer {
            visitor.answer("1");
        }
        erase(&mut visitor);
        visitor.answer("4");
        visitor.press("undo");
        assert_eq!(visitor.stored.as_deref(), Some("{ damaged"));
        let texts: Vec<&String> = visitor.archive.iter().map(|(_, text)| text).collect();
        assert!(texts.iter().any(|text| text.contains("\"richting-betekenis\":4")), "{texts:?}");
        visitor.go("start");
        assert_eq!(visitor.chosen(), with_answer.then(|| "1".to_owned()));
    }
}

#[test]
fn a_removed_scan_is_back_where_it_was() {
    for id in ["now", "old", "older"] {
        let mut visitor = with_three();
        let mut before = contents(&visitor);
        visitor.listed();
        visitor.press_at_scan(id, "remove-scan");
        says(&visitor, MessageKey::NoticeRemoved);
        assert_eq!(visitor.listed().len(), 2);
        visitor.press("undo");
        let mut after = contents(&visitor);
        before.1.sort();
        after.1.sort();
        assert_eq!(after, before, "{id}");
        assert_eq!(visitor.listed(), ["now", "old", "older"]);
    }
}

#[test]
fn what_was_filled_in_since_the_present_scan_was_removed_is_put_aside() {
    let mut visitor = with_three();
    let before = visitor.stored.clone();
    visitor.listed();
    visitor.press_at_scan("now", "remove-scan");
    visitor.go("start");
    visitor.answer("4");
    visitor.press("undo");
    assert_eq!(visitor.stored, before);
    assert_eq!(visitor.listed().len(), 4);
}

#[test]
fn after_a_while_the_offer_is_gone_with_its_notice() {
    let mut visitor = with_three();
    erase(&mut visitor);
    visitor.send(Msg::UndoEnded(last_number(&visitor)));
    assert!(!visitor.has_button("undo"));
    assert_eq!(visitor.notice(), None);
    assert_eq!(visitor.send(Msg::UndoPressed), [], "a late press does nothing");
    assert_eq!(contents(&visitor), (None, Vec::new()));
}

#[test]
fn the_end_of_an_earlier_offer_does_not_take_the_present_one() {
    let mut visitor = with_three();
    visitor.listed();
    visitor.press_at_scan("old", "remove-scan");
    let first = last_number(&visitor);
    visitor.press_at_scan("older", "remove-scan");
    assert_ne!(first, last_number(&visitor));
    visitor.send(Msg::UndoEnded(first));
    visitor.press("undo");
    assert_eq!(visitor.listed(), ["now", "older"]);
}

#[test]
fn the_end_of_an_offer_takes_no_other_notice_with_it() {
    let mut visitor = with_three();
    erase(&mut visitor);
    visitor.send(Msg::ImportChosen(Ok("no record".to_owned())));
    visitor.send(Msg::UndoEnded(last_number(&visitor)));
    says(&visitor, MessageKey::ImportNotARecord);
}

#[test]
fn closing_the_notice_ends_the_offer() {
    let mut visitor = with_three();
    erase(&mut visitor);
    visitor.press("close");
    assert!(!visitor.has_button("undo"));
    assert_eq!(visitor.send(Msg::UndoPressed), []);
    assert_eq!(visitor.stored, None);
}

#[test]
fn moving_on_keeps_the_offer() {
    let mut visitor = with_three();
    erase(&mut visitor);
    visitor.answer("2");
    visitor.press("next");
    visitor.press("back");
    visitor.go("library");
    visitor.press_browser_back();
    visitor.send(Msg::LanguageChosen(Language::English));
    visitor.press("undo");
    assert_eq!(visitor.record()["id"], "now");
}

#[test]
fn erasing_nothing_offers_no_more_than_nothing() {
    let mut visitor = Visitor::enter(first_visit());
    erase(&mut visitor);
    visitor.press("undo");
    assert_eq!(contents(&visitor), (None, Vec::new()));
    assert_eq!(visitor.model.view().key, Route::Start.to_text().into());
}
