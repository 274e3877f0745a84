//! Another program of the same origin clears all storage: the scan stays on the screen, unsaved, until the visitor decides.

use flexkompas::app::{Flags, Msg, Stored};
use flexkompas::content::{Language, MessageKey};

use crate::support::content::message;
use crate::support::scan::{kept, of_everything, quick};
use crate::support::visitor::{Visitor, first_visit, visitor};

fn asks(visitor: &Visitor) -> bool {
    let title = message(Language::Dutch, MessageKey::AskClearedTitle);
    visitor.shell().ask.is_some_and(|ask| *ask.title == *title)
}

#[track_caller]
fn says(visitor: &Visitor, saving: MessageKey) {
    assert_eq!(*visitor.shell().saving.text, *message(Language::Dutch, saving));
}

/// A visitor with a scan and one beside it, whose storage has just been cleared.
fn cleared() -> Visitor {
    let stored = Stored::Text(of_everything("now", "2026-03-02").to_string());
    let archive = [quick("old", "2025-03-02", "1 1")];
    let mut visitor = Visitor::enter_with(Flags { stored, ..first_visit() }, kept(&archive));
    visitor.go("result");
    visitor.stored = None;
    visitor.archive.clear();
    visitor.send(Msg::StorageCleared);
    visitor
}

#[test]
fn the_scan_stays_and_is_said_to_be_unsaved() {
    let mut visitor = cleared();
    assert_eq!(visitor.route(), "result");
    assert!(asks(&visitor));
    says(&visitor, MessageKey::SavingCleared);
    visitor.answer_to("regie-top", "4");
    assert_eq!(visitor.stored, None, "nothing is stored before the visitor says so");
    visitor.send(Msg::ArchiveListed(Some(Vec::new())));
    visitor.send(Msg::StorageChanged(Stored::Nothing));
    assert_eq!(visitor.listed(), ["now", "old"]);
}

#[test]
fn keeping_saves_the_scan_with_what_was_answered_since_and_the_archive() {
    let mut visitor = cleared();
    visitor.answer_to("regie-top", "4");
    visitor.press("confirm-save");
    assert_eq!(visitor.record()["answers"]["regie-top"], 4);
    says(&visitor, MessageKey::SavingKept);
    assert_eq!(visitor.reload().listed(), ["now", "old"]);
}

#[test]
fn discarding_erases_and_can_be_undone() {
    let mut visitor = cleared();
    visitor.press("cancel");
    assert_eq!((visitor.stored.clone(), visitor.listed()), (None, Vec::new()));
    visitor.press("undo");
    assert_eq!(visitor.listed(), ["now", "old"]);
    assert!(visitor.stored.is_some());
}

#[test]
fn a_scan_that_another_tab_saves_again_is_followed() {
    let mut visitor = cleared();
    let theirs = of_everything("now", "2026-03-02").to_string();
    visitor.stored = Some(theirs.clone());
    visitor.send(Msg::StorageChanged(Stored::Text(theirs)));
    assert!(!asks(&visitor));
    says(&visitor, MessageKey::SavingKept);
}

#[test]
fn where_there_is_nothing_to_keep_nothing_is_asked() {
    let mut visitor = visitor();
    assert_eq!(visitor.send(Msg::StorageCleared), []);
    assert!(!asks(&visitor));
}
