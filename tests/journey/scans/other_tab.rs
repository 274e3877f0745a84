//! Two tabs: what the other one kept last counts, this one follows and says so, and never writes over it.

use flexkompas::app::{Effect, Flags, Msg, SaveFailed, Stored};
use flexkompas::content::{Language, MessageKey};
use serde_json::{Value, json};

use crate::support::content::message;
use crate::support::scan::{kept, of_everything, quick};
use crate::support::visitor::{Visitor, first_visit, visitor};

fn here() -> Value {
    quick("now", "2026-03-02", "1 1")
}

#[track_caller]
fn with(present: &Value) -> Visitor {
    Visitor::enter(Flags { stored: Stored::Text(present.to_string()), ..first_visit() })
}

/// The other tab wrote, and the browser tells.
#[track_caller]
fn other_tab_keeps(visitor: &mut Visitor, text: &str) -> Vec<Effect> {
    visitor.stored = Some(text.to_owned());
    visitor.effects.clear();
    visitor.send(Msg::StorageChanged(Stored::Text(text.to_owned())))
}

fn followed() -> String {
    message(Language::Dutch, MessageKey::NoticeFollowed)
}

#[test]
fn newer_answers_are_followed_and_told_and_nothing_is_saved_back() {
    let mut visitor = with(&here());
    visitor.go("statement/regie-top");
    let theirs = quick("now", "2026-03-02", "1 4").to_string();
    other_tab_keeps(&mut visitor, &theirs);
    assert_eq!((visitor.chosen().as_deref(), visitor.notice()), (Some("4"), Some(followed())));
    assert_eq!(visitor.route(), "statement/regie-top", "the visitor is not moved");
    assert_eq!((visitor.has_saved(), visitor.stored.as_ref()), (false, Some(&theirs)));
}

#[test]
fn the_next_answer_here_adds_to_what_was_followed() {
    let mut visitor = with(&here());
    other_tab_keeps(&mut visitor, &of_everything("now", "2026-03-02").to_string());
    visitor.answer_to("regie-top", "1");
    let mut expected = of_everything("now", "2026-03-02");
    expected["answers"]["regie-top"] = json!(1);
    assert_eq!(visitor.record(), expected);
}

#[test]
fn the_same_record_is_nothing_to_tell() {
    let mut visitor = with(&here());
    assert_eq!(other_tab_keeps(&mut visitor, &here().to_string()), []);
    assert_eq!((visitor.notice(), visitor.has_saved()), (None, false));
}

#[test]
fn what_an_empty_tab_finds_elsewhere_is_there_too() {
    let mut visitor = visitor();
    other_tab_keeps(&mut visitor, &here().to_string());
    assert_eq!((visitor.chosen().as_deref(), visitor.notice()), (Some("1"), Some(followed())));
    assert!(!visitor.has_saved());
}

#[test]
fn another_scan_that_the_other_tab_began_is_followed() {
    let mut visitor = with(&here());
    visitor.go("result");
    other_tab_keeps(&mut visitor, &quick("next", "2026-04-02", "").to_string());
    assert_eq!(
        (visitor.route().as_str(), visitor.chosen(), visitor.notice()),
        ("start", None, Some(followed()))
    );
    assert!(!visitor.has_saved());
}

#[test]
fn what_was_erased_elsewhere_is_gone_here_too() {
    for route in ["result", "statement/regie-top", "principle/p2-welkan"] {
        let mut visitor = with(&here());
        visitor.go(route);
        visitor.stored = None;
        visitor.effects.clear();
        visitor.send(Msg::StorageChanged(Stored::Nothing));
        assert_eq!((visitor.route().as_str(), visitor.chosen()), ("start", None), "{route}");
        assert_eq!((visitor.notice(), visitor.has_saved()), (Some(followed()), false));
    }
}

#[test]
fn erased_elsewhere_an_empty_tab_has_nothing_to_tell() {
    let mut visitor = visitor();
    assert_eq!(visitor.send(Msg::StorageChanged(Stored::Nothing)), []);
    assert_eq!(visitor.notice(), None);
}

#[test]
fn erased_elsewhere_the_list_stays_where_it_is() {
    let flags = Flags { stored: Stored::Text(here().to_string()), ..first_visit() };
    let mut visitor = Visitor::enter_with(flags, kept(&[quick("old", "2025-01-01", "2")]));
    visitor.listed();
    visitor.stored = None;
    visitor.archive.clear();
    visitor.send(Msg::StorageChanged(Stored::Nothing));
    visitor.send(Msg::ArchiveListed(Some(Vec::new())));
    assert_eq!((visitor.route().as_str(), visitor.page().data_attrs("data-scan").len()), ("history", 0));
}

#[test]
fn a_newer_version_in_the_other_tab_stops_saving_here_and_is_told() {
    let mut visitor = with(&here());
    let newer = here().to_string().replace("\"version\":1", "\"version\":2");
    other_tab_keeps(&mut visitor, &newer);
    assert_eq!(*visitor.shell().saving.text, *message(Language::Dutch, MessageKey::SavingNewer));
    assert!(visitor.shell().saving.is_warning);
    visitor.answer_to("regie-top", "4");
    visitor.send(Msg::LanguageChosen(Language::English));
    assert_eq!((visitor.has_saved(), visitor.stored.as_deref()), (false, Some(&*newer)));
    visitor.press("copy-unreadable");
    assert_eq!(visitor.files[0].text, newer);
}

#[test]
fn once_the_other_tab_cleared_what_could_not_be_read_answers_are_kept_again() {
    let theirs = quick("next", "2026-04-02", "3").to_string();
    for stored in [Stored::Nothing, Stored::Text(theirs)] {
        let mut visitor = with(&here());
        other_tab_keeps(&mut visitor, "{ damaged");
        visitor.send(Msg::StorageChanged(stored));
        assert_eq!(*visitor.shell().saving.text, *message(Language::Dutch, MessageKey::SavingKept));
        assert!(!visitor.has_button("copy-unreadable"));
        visitor.answer_to("regie-top", "4");
        assert_eq!(visitor.record()["answers"]["regie-top"], 4);
    }
}

#[test]
fn storage_that_cannot_be_read_just_now_changes_nothing() {
    let mut visitor = with(&here());
    assert_eq!(visitor.send(Msg::StorageChanged(Stored::Blocked)), []);
    assert_eq!(visitor.notice(), None);
    visitor.go("start");
    assert_eq!(visitor.chosen().as_deref(), Some("1"));
}

#[test]
fn a_question_about_what_was_here_before_is_withdrawn() {
    let mut visitor = with(&here());
    visitor.send(Msg::ImportChosen(Ok(quick("file", "2025-01-01", "3").to_string())));
    assert!(visitor.has_button("confirm-import"));
    other_tab_keeps(&mut visitor, &quick("now", "2026-03-02", "1 4").to_string());
    assert!(!visitor.has_button("confirm-import"));
}

#[test]
fn while_a_shared_result_is_read_nothing_moves() {
    let sender = &mut with(&quick("abcde", "2026-01-01", "2 2 2 2 2 2 2 2 2 2"));
    let code = sender.code();
    for stored in [Stored::Nothing, Stored::Text(quick("now", "2026-03-02", "4 4").to_string())] {
        let flags =
            Flags { stored: Stored::Text(here().to_string()), code: Some(code.clone()), ..first_visit() };
        let mut visitor = Visitor::enter(flags);
        let (route, data_attrs) = (visitor.route(), visitor.page().data_attrs);
        visitor.effects.clear();
        visitor.send(Msg::StorageChanged(stored.clone()));
        assert_eq!((visitor.route(), visitor.page().data_attrs), (route, data_attrs));
        assert_eq!(visitor.effects, []);
        visitor.press("start-own");
        assert_eq!(visitor.route(), if stored == Stored::Nothing { "start" } else { "resume" });
    }
}

#[test]
fn a_scan_that_the_other_tab_took_up_is_listed_once() {
    let old = quick("old", "2025-01-01", "2");
    let flags = Flags { stored: Stored::Text(here().to_string()), ..first_visit() };
    let mut visitor = Visitor::enter_with(flags, kept(std::slice::from_ref(&old)));
    visitor.listed();
    other_tab_keeps(&mut visitor, &old.to_string());
    assert_eq!(visitor.page().data_attrs("data-scan"), ["old"], "even before the list is told");
    visitor.send(Msg::ArchiveListed(Some(kept(&[here()]))));
    assert_eq!(visitor.page().data_attrs("data-scan"), ["now", "old"]);
}

#[test]
fn what_the_other_tab_does_to_the_list_is_seen_at_once() {
    let mut visitor = with(&here());
    visitor.listed();
    visitor.send(Msg::ArchiveListed(Some(kept(&[quick("old", "2025-01-01", "2")]))));
    assert_eq!(visitor.page().data_attrs("data-scan"), ["now", "old"]);
    visitor.send(Msg::ArchiveListed(Some(Vec::new())));
    assert_eq!(visitor.page().data_attrs("data-scan"), ["now"]);
}

#[test]
fn a_scan_without_room_survives_what_the_other_tab_does_to_the_list() {
    let mut visitor = with(&here());
    visitor.storage = Err(SaveFailed::Full);
    visitor.go("resume");
    visitor.press("restart");
    visitor.press("confirm-restart");
    visitor.send(Msg::ArchiveListed(Some(kept(&[quick("old", "2025-01-01", "2")]))));
    visitor.go("history");
    assert!(visitor.page().data_attrs("data-scan").contains(&"now".to_owned()));
}
