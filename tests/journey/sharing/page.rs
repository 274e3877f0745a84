//! The page with the link, the QR code and the code.

use flexkompas::app::{CopyFailed, Effect, Flags, Msg};
use flexkompas::content::{Language, MessageKey};
use flexkompas::share_code::FRAGMENT_PREFIX;

use crate::support::content::message;
use crate::support::scan::of_everything;
use crate::support::visitor::{ADDRESS, Visitor, first_visit, visitor};

#[track_caller]
fn at_share(can_share: bool) -> Visitor {
    let mut visitor = Visitor::enter(Flags { can_share, ..first_visit() });
    visitor.send(Msg::ImportChosen(Ok(of_everything("now00", "2026-01-05").to_string())));
    visitor.go("result");
    visitor.press("share");
    visitor
}

#[test]
fn link_and_code_stand_on_the_page_and_belong_together() {
    let visitor = at_share(false);
    assert_eq!((visitor.route().as_str(), visitor.view().screen), ("share", "share"));
    let page = visitor.page();
    let code = page.data_attr("data-code").unwrap();
    assert_eq!(page.written("share-code"), code);
    assert_eq!(page.written("share-link"), format!("{ADDRESS}{FRAGMENT_PREFIX}{code}"));
    assert!(page.says(&message(Language::Dutch, MessageKey::SharePrivacy)));
}

#[test]
fn the_link_changes_with_the_answers() {
    let mut visitor = at_share(false);
    let before = visitor.code();
    visitor.answer_to("regie-top", "4");
    assert_ne!(visitor.code(), before);
}

#[test]
fn typing_into_a_text_to_copy_has_no_message() {
    let page = at_share(false).page();
    for name in ["share-link", "share-code"] {
        let id = &page.field(name).id;
        assert!(id.is_read_only() && id.on_input("other".to_owned()).is_none(), "{name}");
    }
}

#[test]
fn handing_the_link_to_another_program_is_offered_only_where_the_browser_can() {
    assert!(!at_share(false).has_button("share-send"));
    let mut visitor = at_share(true);
    let link = visitor.page().written("share-link");
    assert_eq!(visitor.press("share-send"), [Effect::Share { title: "Flexkompas".into(), link }]);
    visitor.send(Msg::ShareEnded(Ok(())));
    assert_eq!(visitor.notice(), None, "the other program says what became of it");
}

#[test]
fn where_handing_over_fails_the_link_is_there_to_copy() {
    let mut visitor = at_share(true);
    let link = visitor.page().written("share-link");
    visitor.press("share-send");
    visitor.send(Msg::ShareEnded(Err(CopyFailed)));
    let notice = visitor.shell().notice.unwrap();
    assert_eq!(*notice.text, *message(Language::Dutch, MessageKey::NoticeCopyFailed));
    assert_eq!((notice.copy.as_deref(), notice.is_error), (Some(&*link), true));
}

#[test]
fn the_page_is_there_after_a_reload_and_back_leads_to_the_result() {
    let mut visitor = at_share(false).reload();
    assert_eq!(visitor.route(), "share");
    assert!(visitor.page().qr.is_some());
    visitor.press("back");
    assert_eq!(visitor.route(), "result");
}

#[test]
fn what_is_shared_is_ones_own_also_after_looking_at_another() {
    let mut visitor = at_share(false);
    let own = visitor.code();
    let mut other = visitor_of("4 4 4 4 4 4 4 4 4 4");
    visitor.send(Msg::CodeFound(other.code()));
    assert_ne!(own, other.code());
    assert_eq!(visitor.code(), own);
}

fn visitor_of(answers: &str) -> Visitor {
    Visitor::result_of(answers)
}

#[test]
fn an_empty_scan_can_be_shared_too() {
    let mut sender = visitor();
    let code = sender.code();
    let receiver = Visitor::enter(Flags { code: Some(code), ..first_visit() });
    assert_eq!(receiver.view().screen, "shared");
    assert_eq!(receiver.page().data_attr("data-score"), None);
}
