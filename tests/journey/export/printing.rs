//! Paper, and what there is where a frame may not print.

use flexkompas::app::{Effect, Flags, Msg, PrintFailed, StorageScope};
use flexkompas::content::{Language, MessageKey};
use flexkompas::share_code::FRAGMENT_PREFIX;

use crate::support::content::message;
use crate::support::scan::quick;
use crate::support::visitor::{ADDRESS, Visitor, first_visit};

#[track_caller]
fn at_result(storage_scope: StorageScope) -> (Visitor, String) {
    let mut visitor = Visitor::enter(Flags { storage_scope, ..first_visit() });
    visitor.send(Msg::ImportChosen(Ok(quick("abcde", "2026-01-05", "2 2 2 2 2 2 2 2 2 2").to_string())));
    let link = [ADDRESS, FRAGMENT_PREFIX, &visitor.code()].concat();
    visitor.go("result");
    (visitor, link)
}

#[test]
fn where_the_print_window_opens_nothing_needs_to_be_told() {
    let (mut visitor, _) = at_result(StorageScope::Device);
    assert_eq!(visitor.press("print"), [Effect::Print]);
    visitor.send(Msg::Printed(Ok(())));
    assert_eq!(visitor.notice(), None);
}

#[test]
fn where_it_may_not_open_the_same_result_is_a_link_away() {
    let (mut visitor, link) = at_result(StorageScope::Site);
    visitor.press("print");
    visitor.send(Msg::Printed(Err(PrintFailed)));
    let notice = visitor.shell().notice.unwrap();
    assert_eq!(*notice.text, *message(Language::Dutch, MessageKey::NoticePrintFailed));
    let leads = notice.link.unwrap();
    assert_eq!((leads.name, &*leads.address, notice.copy.as_deref()), ("open-in-tab", &*link, Some(&*link)));

    let (_, code) = link.split_once(FRAGMENT_PREFIX).unwrap();
    let there = Visitor::enter(Flags { code: Some(code.to_owned()), ..first_visit() });
    assert_eq!(there.page().data_attr("data-score"), visitor.page().data_attr("data-score"));
    assert!(there.has_button("print"));
}

#[test]
fn inside_another_site_the_link_to_a_tab_of_its_own_stands_with_what_can_be_taken_along() {
    let (visitor, link) = at_result(StorageScope::Site);
    assert_eq!(visitor.page().links, [("open-in-tab", link)]);
    assert!(visitor.page().says(&message(Language::Dutch, MessageKey::PrintHint)));
}

#[test]
fn on_a_page_of_its_own_there_is_no_such_link() {
    let (visitor, _) = at_result(StorageScope::Device);
    assert_eq!(visitor.page().links, []);
    assert!(!visitor.page().says(&message(Language::Dutch, MessageKey::PrintHint)));
}
