//! The scans on this device where storage is full, closed or holds what cannot be read, and beside files.

use flexkompas::app::{Effect, Flags, Msg, SaveFailed, Stored};
use flexkompas::content::{Language, MessageKey};
use serde_json::{Value, json};

use crate::support::content::message;
use crate::support::scan::{kept, of_everything, quick};
use crate::support::visitor::{Visitor, first_visit, visitor};

const TWOS: &str = "2 2 2 2 2 2 2 2 2 2";
const THREES: &str = "3 3 3 3 3 3 3 3 3 3";

/// Earlier scans that this version cannot read.
fn unreadable() -> Vec<(String, String)> {
    let newer = quick("newer", "2026-01-01", TWOS).to_string().replace("\"version\":1", "\"version\":2");
    let foreign = quick("foreign", "2026-01-01", TWOS).to_string().replace("flexkompas-2026-2", "other-2027");
    [("newer", newer), ("foreign", foreign), ("broken", "{ no JSON, é".to_owned())]
        .map(|(id, text)| (id.to_owned(), text))
        .to_vec()
}

#[test]
fn earlier_scans_that_cannot_be_read_are_listed_and_left_alone() {
    let flags = Flags { stored: Stored::Text(quick("now", "2026-03-02", TWOS).to_string()), ..first_visit() };
    let mut visitor = Visitor::enter_with(flags, unreadable());
    assert_eq!(visitor.listed(), ["now", "newer", "foreign", "broken"]);
    let (unreadable_here, of_other_set) = (MessageKey::HistoryUnreadable, MessageKey::HistoryOtherSet);
    for (id, why) in [("newer", unreadable_here), ("foreign", of_other_set), ("broken", unreadable_here)] {
        let row = visitor.part("data-scan", id);
        assert!(row.says(&message(Language::Dutch, why)), "{id}");
        let buttons: Vec<&str> = row.actions.iter().map(|action| action.name).collect();
        assert_eq!(buttons, ["download-scan", "remove-scan"], "{id}");
        // Not even what no button offers does anything to it.
        visitor.send(Msg::ScanNamed { id: id.into(), name: "x".to_owned() });
        visitor.send(Msg::ScanResumed(id.into()));
        visitor.send(Msg::ScanCopied(id.into()));
    }
    visitor.restart();
    let left: Vec<_> = visitor.archive.iter().filter(|(id, _)| id != "now").cloned().collect();
    assert_eq!(left, unreadable(), "letter for letter");
}

#[test]
fn an_earlier_scan_that_cannot_be_read_can_be_removed_and_had_back() {
    let mut visitor = Visitor::enter_with(first_visit(), unreadable());
    visitor.listed();
    visitor.press_at_scan("broken", "remove-scan");
    assert_eq!(visitor.kept_ids(), ["newer", "foreign"]);
    assert_eq!(visitor.listed(), ["newer", "foreign"]);
    visitor.press("undo");
    assert_eq!(visitor.archive, unreadable());
    assert_eq!(visitor.listed(), ["newer", "foreign", "broken"]);
}

#[test]
fn where_there_is_no_room_it_is_told_and_the_scan_stays_in_memory_and_list() {
    let mut visitor = visitor();
    visitor.answer("2");
    visitor.storage = Err(SaveFailed::Full);
    visitor.restart();
    let no_room = Some(message(Language::Dutch, MessageKey::NoticeNoRoom));
    assert_eq!(visitor.notice(), no_room);
    assert!(visitor.shell().notice.unwrap().is_error);
    assert_eq!(visitor.archive, []);
    visitor.answer("3");
    assert_eq!(visitor.listed(), ["second", "first"], "although storage lists nothing");
    assert_eq!(visitor.notice(), no_room, "it stays until it is closed");
    visitor.press_at_scan("first", "take-up");
    visitor.go("start");
    assert_eq!(visitor.chosen().as_deref(), Some("2"));
}

#[test]
fn once_there_is_room_again_a_scan_in_memory_can_be_kept() {
    let mut visitor = visitor();
    visitor.answer("2");
    visitor.storage = Err(SaveFailed::Full);
    visitor.restart();
    visitor.storage = Ok(());
    visitor.listed();
    visitor.write("name-first", "Toch bewaard");
    assert_eq!(visitor.kept("first")["name"], "Toch bewaard");
}

#[test]
fn a_name_without_room_is_told_and_lasts_as_long_as_the_window() {
    let mut visitor = Visitor::at_home(&quick("now", "2026-03-02", "2"), &[quick("old", "2025-03-02", "1")]);
    visitor.listed();
    visitor.storage = Err(SaveFailed::Full);
    visitor.write("name-old", "Team Noord");
    assert_eq!(visitor.notice(), Some(message(Language::Dutch, MessageKey::NoticeNoRoom)));
    assert_eq!(visitor.listed().len(), 2);
    assert_eq!(visitor.label("old"), "Team Noord · 2 maart 2025");
    assert_eq!(visitor.kept("old")["name"], "", "storage has the one before");
}

#[test]
fn where_storage_is_blocked_the_earlier_scans_live_as_long_as_the_window() {
    let mut visitor = Visitor::enter(Flags { stored: Stored::Blocked, ..first_visit() });
    visitor.storage = Err(SaveFailed::Blocked);
    visitor.answer("2");
    visitor.restart();
    visitor.answer("3");
    assert_eq!(visitor.listed(), ["second", "first"]);
    assert_eq!(visitor.shell().saving.text.to_string(), message(Language::Dutch, MessageKey::SavingBlocked));
    visitor.press_at_scan("first", "take-up");
    visitor.go("start");
    assert_eq!(
        (visitor.chosen().as_deref(), visitor.listed()),
        (Some("2"), vec!["second".to_owned(), "first".to_owned()])
    );
}

fn import(visitor: &mut Visitor, scan: &Value) -> Vec<Effect> {
    visitor.send(Msg::ImportChosen(Ok(scan.to_string())))
}

#[test]
fn a_file_of_another_scan_puts_the_present_one_aside() {
    let now = of_everything("now", "2026-03-02");
    let mut visitor = Visitor::at_home(&now, &[]);
    import(&mut visitor, &quick("file", "2025-03-02", TWOS));
    let ask = visitor.shell().ask.unwrap();
    assert_eq!(*ask.text, *message(Language::Dutch, MessageKey::AskReplaceText));
    assert_eq!(visitor.archive, []);
    visitor.press("confirm-import");
    assert_eq!((&visitor.record()["id"], visitor.kept("now")), (&json!("file"), now));
    assert_eq!(visitor.listed(), ["now", "file"]);
}

#[test]
fn a_file_of_the_same_scan_asks_in_other_words_and_takes_its_place() {
    let mut visitor = Visitor::at_home(&quick("now", "2026-03-02", "1 1"), &[]);
    import(&mut visitor, &quick("now", "2026-03-02", TWOS));
    let ask = visitor.shell().ask.unwrap();
    assert_eq!(*ask.text, *message(Language::Dutch, MessageKey::AskReplaceSame));
    assert_eq!(visitor.record(), quick("now", "2026-03-02", "1 1"));
    visitor.press("confirm-import");
    assert_eq!((visitor.record(), visitor.archive.len()), (quick("now", "2026-03-02", TWOS), 0));
    assert_eq!(visitor.listed(), ["now"]);
}

#[test]
fn a_file_of_an_earlier_scan_stands_beside_what_is_here_and_overwrites_nothing() {
    let old = quick("old", "2025-03-02", THREES);
    let mut visitor = Visitor::at_home(&quick("now", "2026-03-02", "1"), std::slice::from_ref(&old));
    import(&mut visitor, &quick("old", "2025-03-02", TWOS));
    visitor.press("confirm-import");
    assert_eq!(visitor.record()["answers"], quick("old", "2025-03-02", TWOS)["answers"]);
    // And not when that is put aside either.
    visitor.restart();
    visitor.answer("4");
    let listed = visitor.listed();
    assert_eq!(listed.len(), 4, "the new one, the file, the present and the earlier one: {listed:?}");
    let distinct: std::collections::BTreeSet<_> = listed.iter().collect();
    assert_eq!(distinct.len(), 4, "each with an id of its own: {listed:?}");
    let is_there = |scan: &Value| {
        visitor
            .archive
            .iter()
            .any(|(_, text)| serde_json::from_str::<Value>(text).unwrap()["answers"] == scan["answers"])
    };
    assert!(is_there(&old) && is_there(&quick("old", "2025-03-02", TWOS)));
}

#[test]
fn a_file_that_is_an_earlier_scan_to_the_letter_is_listed_once() {
    let old = quick("old", "2025-03-02", THREES);
    let mut visitor = Visitor::at_home(&quick("now", "2026-03-02", "1"), std::slice::from_ref(&old));
    import(&mut visitor, &old);
    visitor.press("confirm-import");
    assert_eq!(visitor.listed(), ["now", "old"]);
    visitor.restart();
    assert_eq!(visitor.kept("old"), old);
}

/// Storage whose present scan comes from a newer version.
fn beside_a_newer_one(archive: &[Value]) -> (Visitor, String) {
    let newer = quick("newer", "2026-01-01", TWOS).to_string().replace("\"version\":1", "\"version\":2");
    let flags = Flags { stored: Stored::Text(newer.clone()), ..first_visit() };
    (Visitor::enter_with(flags, kept(archive)), newer)
}

#[test]
fn a_scan_that_is_taken_up_where_nothing_may_be_saved_stays_kept_as_it_was() {
    let old = quick("old", "2025-03-02", TWOS);
    let (mut visitor, newer) = beside_a_newer_one(std::slice::from_ref(&old));
    visitor.listed();
    visitor.press_at_scan("old", "take-up");
    visitor.press("continue");
    assert_eq!(visitor.page().data_attr("data-score").as_deref(), Some("33"));
    assert_eq!(visitor.listed(), ["old"]);
    assert_eq!((visitor.kept("old"), visitor.stored.as_ref()), (old, Some(&newer)));
}

#[test]
fn beside_a_record_that_cannot_be_read_a_scan_that_is_put_aside_is_kept() {
    let (mut visitor, newer) = beside_a_newer_one(&[]);
    visitor.answer("3");
    visitor.restart();
    assert_eq!(visitor.kept("first")["answers"], json!({ "richting-betekenis": 3 }));
    assert_eq!(visitor.stored, Some(newer));
}
