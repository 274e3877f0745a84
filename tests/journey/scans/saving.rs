//! The truth about saving, and that what could not be read is never overwritten.

use std::sync::LazyLock;

use flexkompas::app::{Effect, Flags, Msg, SaveFailed, StorageScope, Stored};
use flexkompas::content::{Language, MessageKey};
use flexkompas::export::Download;

use crate::support::content::message;
use crate::support::scan::of_this_set;
use crate::support::visitor::{Visitor, first_visit, visitor};

static RECORD: LazyLock<String> =
    LazyLock::new(|| of_this_set(include_str!("../../fixtures/record-v1-quick.json")));

#[track_caller]
fn says(visitor: &Visitor, expected: MessageKey, is_warning: bool) {
    let saving = visitor.shell().saving;
    assert_eq!((&*saving.text, saving.is_warning), (&*message(Language::Dutch, expected), is_warning));
}

/// Does everything that changes a record.
#[track_caller]
fn do_everything(visitor: &mut Visitor) {
    visitor.choose("set", "quick");
    visitor.answer_all("2");
    visitor.choose("ambition-regie", "3");
    visitor.send(Msg::LanguageChosen(Language::English));
    visitor.go("guide");
    visitor.write("theme", "workload");
    visitor.write("guide-q-scope-grens", "two teams");
    visitor.press("add-theme");
    visitor.go("module/wel-niet");
    visitor.choose("wel-niet-wel-1", "yes");
    visitor.go("result");
    visitor.press("star");
    visitor.send(Msg::ImportChosen(Ok(RECORD.to_owned())));
    visitor.press("confirm-import");
    visitor.press("restart");
    visitor.press("confirm-restart");
    visitor.answer("3");
    visitor.send(Msg::LanguageChosen(Language::Dutch));
}

#[test]
fn answers_that_are_kept_are_said_to_be_kept() {
    says(&visitor(), MessageKey::SavingKept, false);
}

/// The changes that the message would make: its effects, and whether the page differs.
fn changed_by(visitor: &mut Visitor, msg: Msg) -> (Vec<Effect>, bool) {
    let before = visitor.view();
    let effects = visitor.model.update(msg);
    (effects, visitor.view() != before)
}

#[test]
fn a_saved_answer_needs_no_update_and_no_new_view() {
    let saved = Msg::Saved(Ok(()));
    let framed = Flags { storage_scope: StorageScope::Site, ..first_visit() };
    let blocked = Flags { stored: Stored::Blocked, ..first_visit() };
    let unreadable = Flags { stored: Stored::Text("{}".to_owned()), ..first_visit() };
    for flags in [first_visit(), framed, blocked, unreadable] {
        let mut visitor = Visitor::enter(flags);
        for answer in ["1", "2"] {
            visitor.answer(answer);
            assert!(visitor.model.is_unaffected_by(&saved));
            assert_eq!(changed_by(&mut visitor, saved.clone()), (Vec::new(), false));
            visitor.press("next");
        }
    }
}

#[test]
fn saving_that_fails_or_works_again_is_shown() {
    let mut visitor = visitor();
    for outcome in [Err(SaveFailed::Full), Ok(()), Err(SaveFailed::Blocked)] {
        let msg = Msg::Saved(outcome);
        assert!(!visitor.model.is_unaffected_by(&msg), "{outcome:?}");
        assert_eq!(changed_by(&mut visitor, msg), (Vec::new(), true), "{outcome:?}");
    }
}

#[test]
fn inside_another_site_it_says_that_the_browser_may_clear_them() {
    let visitor = Visitor::enter(Flags { storage_scope: StorageScope::Site, ..first_visit() });
    says(&visitor, MessageKey::SavingForSite, false);
}

#[test]
fn with_storage_blocked_the_scan_works_and_never_tries_to_save() {
    let mut visitor = Visitor::enter(Flags { stored: Stored::Blocked, ..first_visit() });
    says(&visitor, MessageKey::SavingBlocked, true);
    let intro = visitor.page().texts[0].1.clone();
    assert!(
        intro.contains("worden hier niet bewaard") && !intro.contains("blijven op dit apparaat"),
        "{intro}"
    );
    visitor.answer_all("2");
    visitor.press("next");
    assert_eq!(visitor.page().data_attr("data-score").as_deref(), Some("33"));
    visitor.go("start");
    do_everything(&mut visitor);
    assert!(!visitor.has_saved());
    says(&visitor, MessageKey::SavingBlocked, true);
}

/// Enters with a stored text that this version cannot read, does everything, and finds it untouched.
#[track_caller]
fn leaves_alone(stored: &str, expected: MessageKey) -> Visitor {
    let mut visitor = Visitor::enter(Flags { stored: Stored::Text(stored.to_owned()), ..first_visit() });
    says(&visitor, expected, true);
    assert_eq!((visitor.progress().0, visitor.chosen()), (1, None), "the scan begins empty");
    do_everything(&mut visitor);
    assert!(!visitor.has_saved(), "{stored}");
    assert_eq!(visitor.stored.as_deref(), Some(stored));
    says(&visitor, expected, true);
    visitor
}

#[test]
fn a_damaged_record_is_left_alone() {
    leaves_alone("", MessageKey::SavingDamaged);
    leaves_alone("not JSON", MessageKey::SavingDamaged);
    leaves_alone("{}", MessageKey::SavingDamaged);
    leaves_alone(&RECORD.replace("\"richting\": 3", "\"richting\": 9"), MessageKey::SavingDamaged);
}

#[test]
fn a_newer_record_is_left_alone() {
    leaves_alone(&RECORD.replace("\"version\": 1", "\"version\": 2"), MessageKey::SavingNewer);
}

#[test]
fn a_record_of_another_question_set_is_left_alone() {
    leaves_alone(&RECORD.replace("flexkompas-2026-2", "other-2027"), MessageKey::SavingOtherSet);
}

#[test]
fn what_could_not_be_read_can_be_taken_along_letter_for_letter() {
    let mut visitor = leaves_alone("{ damaged, \"é\" }", MessageKey::SavingDamaged);
    visitor.press("copy-unreadable");
    let expected = Download {
        name: "flexkompas-unread.json".to_owned(),
        media_type: "application/json",
        text: "{ damaged, \"é\" }".to_owned(),
    };
    assert_eq!(visitor.files, [expected]);
}

#[test]
fn where_everything_can_be_read_there_is_no_copy_to_take() {
    assert!(!visitor().has_button("copy-unreadable"));
}

#[test]
fn erasing_what_could_not_be_read_lets_answers_be_kept_again() {
    let mut visitor = leaves_alone("{}", MessageKey::SavingDamaged);
    visitor.press("erase");
    visitor.press("confirm-erase");
    says(&visitor, MessageKey::SavingKept, false);
    assert!(!visitor.has_button("copy-unreadable"));
    visitor.answer("2");
    assert_eq!(visitor.record()["answers"]["richting-betekenis"], 2);
}

#[test]
fn a_full_storage_is_told_and_answers_stay_on_the_page() {
    let mut visitor = visitor();
    visitor.storage = Err(SaveFailed::Full);
    visitor.answer("2");
    says(&visitor, MessageKey::SavingFull, true);
    assert_eq!(visitor.chosen().as_deref(), Some("2"));
}

#[test]
fn once_there_is_room_again_everything_is_kept_again() {
    let mut visitor = visitor();
    visitor.storage = Err(SaveFailed::Full);
    visitor.answer("1");
    visitor.storage = Ok(());
    visitor.press("next");
    visitor.answer("2");
    says(&visitor, MessageKey::SavingKept, false);
    assert_eq!(visitor.record()["answers"], serde_json::json!({ "richting-betekenis": 1, "regie-top": 2 }));
}

#[test]
fn room_again_inside_another_site_does_not_promise_more_than_before() {
    let mut visitor = Visitor::enter(Flags { storage_scope: StorageScope::Site, ..first_visit() });
    visitor.storage = Err(SaveFailed::Full);
    visitor.answer("1");
    visitor.storage = Ok(());
    visitor.answer("2");
    says(&visitor, MessageKey::SavingForSite, false);
}

#[test]
fn storage_that_turns_out_to_be_blocked_is_told_and_not_tried_again() {
    let mut visitor = visitor();
    visitor.storage = Err(SaveFailed::Blocked);
    assert!(matches!(visitor.answer("1").as_slice(), [Effect::Save(_)]));
    says(&visitor, MessageKey::SavingBlocked, true);
    assert_eq!(visitor.answer("2"), []);
    assert_eq!(visitor.chosen().as_deref(), Some("2"));
}
