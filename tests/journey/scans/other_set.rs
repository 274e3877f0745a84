//! A scan with the statements of an earlier version stays on the device unchanged, and is announced.

use flexkompas::app::{Flags, Stored};
use flexkompas::content::{Language, MessageKey};

use crate::support::content::message;
use crate::support::scan::{of_everything, quick};
use crate::support::visitor::{Visitor, first_visit};

/// The id of a scan of another question set is its key in storage.
const ID: &str = "flexkompas.v1.flexkompas-2026";

fn text_of_other_set() -> String {
    let mut record = quick("old", "2026-03-02", "1 1 1");
    record["questionSet"] = "flexkompas-2026".into();
    record.to_string()
}

fn archive() -> Vec<(String, String)> {
    vec![(ID.to_owned(), text_of_other_set())]
}

fn dutch(key: MessageKey) -> String {
    message(Language::Dutch, key)
}

#[test]
fn a_visitor_without_answers_is_told_and_finds_it_among_the_scans() {
    let mut visitor = Visitor::enter_with(first_visit(), archive());
    assert_eq!(visitor.shell().notice.unwrap().text.to_string(), dutch(MessageKey::NoticeOtherSetHere));
    visitor.press("to-scans");
    assert!(visitor.page().says(&dutch(MessageKey::HistoryOtherSet)));
    assert_eq!(visitor.shell().notice, None);
}

#[test]
fn a_visitor_with_answers_is_not_interrupted() {
    let stored = Stored::Text(of_everything("now", "2026-03-02").to_string());
    let visitor = Visitor::enter_with(Flags { stored, ..first_visit() }, archive());
    assert_eq!(visitor.shell().notice, None);
}

#[test]
fn it_is_downloaded_letter_for_letter() {
    let mut visitor = Visitor::enter_with(first_visit(), archive());
    visitor.press("to-scans");
    visitor.press("download-scan");
    let file = visitor.files.pop().unwrap();
    assert_eq!((file.text, file.media_type), (text_of_other_set(), "application/json"));
}

#[test]
fn removing_it_can_be_undone() {
    let mut visitor = Visitor::enter_with(first_visit(), archive());
    visitor.press("to-scans");
    visitor.press("remove-scan");
    assert_eq!(visitor.archive, []);
    visitor.press("undo");
    assert_eq!(visitor.archive, archive());
}
