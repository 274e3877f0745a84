//! Words, link and code on the clipboard, or offered to copy by hand.

use flexkompas::app::{CopyFailed, Effect, Msg};
use flexkompas::content::{Language, MessageKey};
use flexkompas::share_code::FRAGMENT_PREFIX;

use crate::support::content::message;
use crate::support::visitor::{ADDRESS, Visitor};

/// Where each button is, and what it copies.
fn each(mut look: impl FnMut(Visitor, &str, String)) {
    for button in ["copy-text", "copy-link", "copy-code"] {
        let mut visitor = Visitor::result_of("2 2 2 2 2 2 2 2 2 2");
        let words = visitor.model.plain_text();
        let code = visitor.code();
        let expected = match button {
            "copy-text" => words,
            "copy-link" => [ADDRESS, FRAGMENT_PREFIX, &code].concat(),
            _ => code,
        };
        visitor.go(if button == "copy-text" { "result" } else { "share" });
        look(visitor, button, expected);
    }
}

#[test]
fn what_is_copied_is_on_the_clipboard_and_it_is_told() {
    each(|mut visitor, button, expected| {
        assert!(!expected.is_empty());
        assert_eq!(visitor.press(button), [Effect::Copy(expected.clone())]);
        assert_eq!(visitor.clipboard, Ok(expected), "{button}");
        let notice = visitor.shell().notice.unwrap();
        assert_eq!(*notice.text, *message(Language::Dutch, MessageKey::NoticeCopied));
        assert!(!notice.is_error && notice.copy.is_none());
    });
}

#[test]
fn where_the_clipboard_is_closed_the_text_is_offered_to_copy_by_hand() {
    each(|mut visitor, button, expected| {
        visitor.clipboard = Err(CopyFailed);
        visitor.press(button);
        let notice = visitor.shell().notice.unwrap();
        assert_eq!(*notice.text, *message(Language::Dutch, MessageKey::NoticeCopyFailed));
        assert_eq!((notice.copy.as_deref(), notice.is_error), (Some(&*expected), true), "{button}");
    });
}

#[test]
fn copying_changes_nothing() {
    each(|mut visitor, button, _| {
        let before = (visitor.stored.clone(), visitor.route());
        visitor.press(button);
        assert_eq!((visitor.stored.clone(), visitor.route()), before, "{button}");
    });
}

#[test]
fn of_a_result_that_is_looked_at_its_own_words_are_copied() {
    let mut sender = Visitor::result_of("4 4 4 4 4 4 4 4 4 4");
    let code = sender.code();
    let mut visitor = Visitor::result_of("2 2 2 2 2 2 2 2 2 2");
    visitor.send(Msg::CodeFound(code));
    visitor.press("copy-text");
    let copied = visitor.clipboard.clone().unwrap();
    assert!(copied.contains("100") && copied != Visitor::result_of("2 2 2 2 2 2 2 2 2 2").model.plain_text());
}

#[test]
fn files_of_a_result_that_is_looked_at_hold_that_result() {
    let mut sender = Visitor::result_of("4 4 4 4 4 4 4 4 4 4");
    let code = sender.code();
    let mut visitor = Visitor::result_of("2 2 2 2 2 2 2 2 2 2");
    visitor.send(Msg::CodeFound(code));
    for button in ["export-csv", "export-json", "spectrum-svg", "dimensions-svg"] {
        visitor.press(button);
    }
    let [csv, json, spectrum, profile] = visitor.files.as_slice() else { panic!("{:?}", visitor.files) };
    assert!(json.text.contains("\"score\":100") && csv.text.contains(";100"));
    assert!(spectrum.text.contains("translate(810 ") && profile.text.contains("translate(700 "));
}
