//! Several removals can be undone at the same time, the last one first, each for its own time.

use flexkompas::app::Msg;
use flexkompas::content::MessageKey;
use serde_json::Value;

use super::undo::{contents, erase, last_number, says, with_three};

#[test]
fn two_removals_and_an_erasure_are_undone_one_by_one_the_last_first() {
    let mut visitor = with_three();
    visitor.go("history");
    let all = contents(&visitor);
    visitor.send(Msg::ScanRemoved("old".into()));
    let without_old = contents(&visitor);
    visitor.send(Msg::ScanRemoved("older".into()));
    let without_both = contents(&visitor);
    erase(&mut visitor);
    assert_eq!(contents(&visitor), (None, Vec::new()));

    visitor.press("undo");
    assert_eq!(contents(&visitor), without_both);
    says(&visitor, MessageKey::NoticeRemoved);
    visitor.press("undo");
    assert_eq!(contents(&visitor), without_old);
    says(&visitor, MessageKey::NoticeRemoved);
    visitor.press("undo");
    let sorted = |(scan, mut archive): (Option<String>, Vec<(String, String)>)| {
        archive.sort();
        (scan, archive)
    };
    assert_eq!(sorted(contents(&visitor)), sorted(all));
    says(&visitor, MessageKey::NoticeBackAgain);
    assert!(!visitor.has_button("undo"));
}

#[test]
fn each_removal_has_its_own_time() {
    let mut visitor = with_three();
    visitor.send(Msg::ScanRemoved("old".into()));
    let first = last_number(&visitor);
    visitor.send(Msg::ScanRemoved("older".into()));
    visitor.send(Msg::UndoEnded(first));
    visitor.press("undo");
    assert_eq!(visitor.listed(), ["now", "older"]);
    assert!(!visitor.has_button("undo"), "the first is past undoing");
}

#[test]
fn what_can_be_undone_is_offered_again_once_another_notice_is_closed() {
    let mut visitor = with_three();
    visitor.send(Msg::ScanRemoved("old".into()));
    visitor.send(Msg::Copied(Ok(())));
    assert!(!visitor.has_button("undo"), "it would seem to undo the copying");
    visitor.press("close");
    says(&visitor, MessageKey::NoticeRemoved);
    visitor.press("undo");
    assert_eq!(visitor.listed(), ["now", "old", "older"]);
}

#[test]
fn a_removed_theme_comes_back_in_its_own_scan_also_when_another_one_is_current() {
    let mut visitor = with_three();
    visitor.go("principles");
    let themes = |record: &Value| record["principles"]["theme"].clone();
    let before = visitor.record();
    visitor.send(Msg::ThemeRemoved);
    let other = visitor.archive.iter().find(|(id, _)| id == "older").unwrap().1.clone();
    visitor.send(Msg::ScanResumed("older".into()));
    let other_themes = themes(&serde_json::from_str(&other).unwrap());
    visitor.press("undo");
    assert_eq!(visitor.record()["id"], "older");
    assert_eq!(themes(&visitor.record()), other_themes, "it is not its theme");
    let (_, own) = visitor.archive.iter().find(|(id, _)| id == "now").unwrap();
    assert_eq!(serde_json::from_str::<Value>(own).unwrap()["principles"], before["principles"]);
}

#[test]
fn closing_it_gives_up_the_last_removal_alone() {
    let mut visitor = with_three();
    visitor.send(Msg::ScanRemoved("old".into()));
    visitor.send(Msg::ScanRemoved("older".into()));
    visitor.press("close");
    visitor.press("undo");
    assert_eq!(visitor.listed(), ["now", "old"]);
}
