//! Beginning again, and erasing everything.

use flexkompas::app::{Effect, Msg};
use flexkompas::content::{Language, MessageKey};
use serde_json::json;

use crate::support::content::message;
use crate::support::scan::of_this_set;
use crate::support::visitor::{Visitor, visitor};

fn with_answers() -> Visitor {
    let mut visitor = visitor();
    visitor.choose("set", "full");
    visitor.answer("2");
    visitor
}

#[track_caller]
fn is_empty_again(visitor: &Visitor) {
    assert_eq!((visitor.route().as_str(), visitor.progress(), visitor.chosen()), ("start", (1, 10), None));
}

#[test]
fn erasing_asks_first_and_no_leaves_everything() {
    let mut visitor = with_answers();
    let before = visitor.stored.clone();
    assert_eq!(visitor.press("erase"), [Effect::FocusAsk, Effect::ListArchive]);
    visitor.press("cancel");
    assert_eq!((visitor.chosen().as_deref(), visitor.stored), (Some("2"), before));
}

#[test]
fn erasing_leaves_nothing_stored_and_an_empty_scan() {
    let mut visitor = with_answers();
    visitor.press("erase");
    assert_eq!(
        visitor.press("confirm-erase"),
        [Effect::EraseStored, Effect::StartUndoTimer(1), Effect::CreateScan]
    );
    assert_eq!(visitor.stored, None);
    is_empty_again(&visitor);
    assert_eq!(visitor.notice(), Some(message(Language::Dutch, MessageKey::NoticeErased)));
}

#[test]
fn after_erasing_the_next_answer_begins_a_new_scan() {
    let mut visitor = with_answers();
    visitor.press("erase");
    visitor.press("confirm-erase");
    visitor.answer("3");
    let record = visitor.record();
    assert_eq!((&record["id"], &record["answers"]), (&json!("second"), &json!({ "richting-betekenis": 3 })));
}

#[test]
fn a_reload_after_erasing_finds_nothing() {
    let mut visitor = with_answers();
    visitor.press("erase");
    visitor.press("confirm-erase");
    is_empty_again(&visitor.reload());
}

#[test]
fn after_erasing_or_beginning_again_nothing_of_what_was_looked_for_is_left() {
    for [button, yes] in [["erase", "confirm-erase"], ["restart", "confirm-restart"]] {
        let mut visitor = with_answers();
        visitor.go("library");
        visitor.write("search", "ziek");
        visitor.choose("narrow", "core");
        visitor.choose("library-theme", "casus");
        visitor.go("resume");
        visitor.press(button);
        visitor.press(yes);
        visitor.go("library");
        let page = visitor.page();
        assert_eq!((page.written("search").as_str(), page.data_attrs("data-question").len()), ("", 20));
        assert!(!page.radio("narrow", "core").checked);
    }
}

#[test]
fn erasing_and_beginning_again_take_every_kind_of_work() {
    for [button, yes] in [["erase", "confirm-erase"], ["restart", "confirm-restart"]] {
        let mut visitor = visitor();
        let record = of_this_set(include_str!("../../fixtures/record-v1-themes.json"));
        visitor.send(Msg::ImportChosen(Ok(record)));
        visitor.go("resume");
        visitor.press(button);
        visitor.press(yes);
        visitor.answer("2");
        let record = visitor.record();
        assert_eq!(record["principles"], json!({ "theme": "", "positions": {} }));
        assert_eq!((record.get("modules"), record.get("starred")), (None, None));
    }
}

#[test]
fn beginning_again_asks_first() {
    let mut visitor = with_answers();
    visitor.go("resume");
    assert_eq!(visitor.press("restart"), [Effect::FocusAsk]);
    visitor.press("cancel");
    assert_eq!(visitor.record()["answers"], json!({ "richting-visie": 2 }));
}

#[test]
fn beginning_again_stores_an_empty_scan_with_a_new_id() {
    let mut visitor = with_answers();
    visitor.go("resume");
    visitor.press("restart");
    visitor.press("confirm-restart");
    is_empty_again(&visitor);
    let record = visitor.record();
    assert_eq!((&record["id"], &record["answers"]), (&json!("second"), &json!({})));
}

#[test]
fn beginning_again_keeps_the_language() {
    let mut visitor = with_answers();
    visitor.send(Msg::LanguageChosen(Language::English));
    visitor.go("resume");
    visitor.press("restart");
    visitor.press("confirm-restart");
    assert_eq!((visitor.view().language, &visitor.record()["language"]), ("en", &json!("en")));
}

#[test]
fn going_elsewhere_withdraws_the_question() {
    let mut visitor = with_answers();
    visitor.press("erase");
    visitor.go("ambition");
    assert!(!visitor.has_button("confirm-erase"));
    assert_eq!(visitor.send(Msg::Confirmed), [], "a late yes does nothing");
}
