//! A newer release is ready: the notice is calm, and nothing happens unless the visitor wants it.

use flexkompas::app::{Effect, Flags, Msg, SaveFailed, Stored};
use flexkompas::content::{Language, MessageKey};

use crate::support::content::message;
use crate::support::visitor::{Visitor, first_visit, visitor, visitor_in};

fn told(visitor: &Visitor) -> bool {
    visitor.notice() == Some(message(Language::Dutch, MessageKey::NoticeRelease))
}

#[test]
fn it_is_told_in_the_language_of_the_page_and_is_no_failure() {
    let mut visitor = visitor_in(Language::English);
    visitor.send(Msg::ReleaseFound);
    let notice = visitor.shell().notice.unwrap();
    assert_eq!(*notice.text, *message(Language::English, MessageKey::NoticeRelease));
    assert!(!notice.is_error);
}

#[test]
fn finding_it_does_nothing_and_wanting_it_opens_the_page_again() {
    let mut visitor = visitor();
    assert_eq!(visitor.send(Msg::ReleaseFound), []);
    assert_eq!(visitor.press("use-release"), [Effect::UseRelease]);
}

#[test]
fn the_notice_stays_on_other_pages_and_is_gone_once_closed() {
    let mut visitor = visitor();
    visitor.send(Msg::ReleaseFound);
    visitor.answer("2");
    visitor.press("next");
    visitor.answer("3");
    visitor.press_browser_back();
    assert!(told(&visitor));
    visitor.press("close");
    visitor.press("next");
    assert_eq!(visitor.notice(), None);
}

#[test]
fn what_just_happened_is_told_first_and_closing_that_leaves_the_release() {
    let mut visitor = Visitor::result_of("2 2 2 2 2 2 2 2 2 2");
    visitor.press("copy-text");
    visitor.send(Msg::ReleaseFound);
    assert_eq!(visitor.notice(), Some(message(Language::Dutch, MessageKey::NoticeCopied)));
    assert!(!visitor.has_button("use-release"));
    visitor.press("close");
    assert!(told(&visitor));
}

#[test]
fn where_opening_the_page_again_would_lose_answers_it_is_not_offered() {
    let mut visitor = Visitor::enter(Flags { stored: Stored::Blocked, ..first_visit() });
    visitor.send(Msg::ReleaseFound);
    assert!(told(&visitor), "there is nothing to lose yet");
    visitor.answer("2");
    assert_eq!(visitor.notice(), None);

    let mut visitor = Visitor::enter(first_visit());
    visitor.send(Msg::ReleaseFound);
    visitor.storage = Err(SaveFailed::Full);
    visitor.answer("2");
    assert_eq!(visitor.notice(), None);
    visitor.storage = Ok(());
    visitor.answer("3");
    assert!(told(&visitor), "there is room again");
}
