//! Notices go away on moving on, but for those that must be read or can be undone.

use flexkompas::app::{CopyFailed, ExportFailed, Msg, SaveFailed};
use flexkompas::content::{Language, MessageKey};

use crate::support::content::message;
use crate::support::visitor::Visitor;

/// Ways to move on from the result.
const WAYS: [fn(&mut Visitor); 5] = [
    |visitor| drop(visitor.go("ambition")),
    |visitor| drop(visitor.send(Msg::NextPressed)),
    |visitor| drop(visitor.send(Msg::BackPressed)),
    |visitor| drop(visitor.press_browser_back()),
    |visitor| drop(visitor.send(Msg::CloseViewedPressed)),
];

#[track_caller]
fn at_result() -> Visitor {
    Visitor::result_of("2 2 2 2 2 2 2 2 2 2")
}

#[track_caller]
fn tells(visitor: &Visitor, expected: MessageKey) {
    assert_eq!(visitor.notice(), Some(message(Language::Dutch, expected)));
}

#[test]
fn what_was_told_goes_on_moving_on_whichever_way() {
    for (at, way) in WAYS.into_iter().enumerate() {
        let mut visitor = at_result();
        visitor.press("copy-text");
        tells(&visitor, MessageKey::NoticeCopied);
        way(&mut visitor);
        assert_eq!(visitor.notice(), None, "way {at}");
    }
}

#[test]
fn a_failure_that_was_read_goes_too() {
    for way in WAYS {
        let mut visitor = at_result();
        visitor.send(Msg::ImportChosen(Ok("no record".to_owned())));
        way(&mut visitor);
        assert_eq!(visitor.notice(), None);
    }
}

#[test]
fn a_text_that_must_be_copied_stays_until_it_is_closed() {
    for way in WAYS {
        let mut visitor = at_result();
        visitor.clipboard = Err(CopyFailed);
        visitor.press("copy-text");
        way(&mut visitor);
        tells(&visitor, MessageKey::NoticeCopyFailed);

        let mut visitor = at_result();
        visitor.press("export-json");
        visitor.send(Msg::Exported(Err(ExportFailed)));
        way(&mut visitor);
        visitor.send(Msg::LanguageChosen(Language::English));
        assert!(visitor.shell().notice.unwrap().copy.is_some());
        visitor.press("close");
        assert_eq!(visitor.notice(), None);
    }
}

#[test]
fn that_a_scan_is_not_kept_stays_until_it_is_closed() {
    for way in WAYS {
        let mut visitor = at_result();
        visitor.storage = Err(SaveFailed::Full);
        visitor.go("history");
        visitor.press_at_scan("first", "copy-scan");
        // Of two things to tell, the one that costs a scan comes last.
        tells(&visitor, MessageKey::NoticeNoRoom);
        way(&mut visitor);
        tells(&visitor, MessageKey::NoticeNoRoom);
    }
}

#[test]
fn answering_does_not_take_away_what_was_told() {
    let mut visitor = Visitor::result_of("2");
    visitor.go("start");
    visitor.send(Msg::ImportChosen(Ok("no record".to_owned())));
    visitor.answer("3");
    tells(&visitor, MessageKey::ImportNotARecord);
}

#[test]
fn a_new_question_takes_the_place_of_what_was_told() {
    let mut visitor = at_result();
    visitor.press("copy-text");
    visitor.press("erase");
    assert_eq!(visitor.notice(), None);
}

#[test]
fn closing_takes_it_away() {
    let mut visitor = at_result();
    visitor.press("copy-text");
    visitor.press("close");
    assert_eq!(visitor.notice(), None);
}
