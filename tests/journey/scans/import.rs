//! Loading an earlier export.

use std::sync::LazyLock;

use flexkompas::app::{Effect, Msg, ReadFailed};
use flexkompas::content::{Language, MessageKey};

use crate::support::content::message;
use crate::support::scan::of_this_set;
use crate::support::visitor::{Visitor, visitor};

static RECORD: LazyLock<String> =
    LazyLock::new(|| of_this_set(include_str!("../../fixtures/record-v1-quick.json")));

fn import(visitor: &mut Visitor, text: &str) -> Vec<Effect> {
    visitor.send(Msg::ImportChosen(Ok(text.to_owned())))
}

/// A file that a visitor made of a scan with every answer the same.
fn complete_file() -> String {
    let mut visitor = visitor();
    visitor.answer_all("3");
    visitor.press("export-json");
    visitor.files.remove(0).text
}

/// Chooses a file that cannot be used, and finds everything as it was.
#[track_caller]
fn is_refused(text: &str, expected: MessageKey, detail: &str) {
    let mut visitor = visitor();
    visitor.answer("4");
    let before = visitor.stored.clone();
    assert_eq!(import(&mut visitor, text), []);
    assert_eq!(visitor.notice(), Some(message(Language::Dutch, expected).replace("{detail}", detail)));
    assert!(visitor.shell().notice.unwrap().is_error);
    assert_eq!((visitor.chosen().as_deref(), visitor.stored), (Some("4"), before));
}

#[test]
fn a_file_that_cannot_be_used_changes_nothing_and_says_why() {
    is_refused("", MessageKey::ImportNotARecord, "");
    is_refused("not JSON", MessageKey::ImportNotARecord, "");
    is_refused("[1, 2]", MessageKey::ImportNotARecord, "");
    is_refused(&RECORD.replace("\"flexkompas\"", "\"other\""), MessageKey::ImportNotARecord, "");
    is_refused(&RECORD.replace("\"version\": 1", "\"version\": 2"), MessageKey::ImportNewer, "");
    is_refused(&RECORD.replace("flexkompas-2026-2", "other-2027"), MessageKey::ImportOtherSet, "other-2027");
    is_refused(
        &RECORD.replace("\"richting\": 3", "\"richting\": 9"),
        MessageKey::ImportDamaged,
        "ambition.richting",
    );
}

#[test]
fn a_file_with_answers_to_earlier_statements_is_refused_and_named() {
    let earlier = include_str!("../../fixtures/record-v1-full.json");
    is_refused(earlier, MessageKey::ImportOtherSet, "flexkompas-2026");
}

#[test]
fn a_file_that_cannot_be_opened_changes_nothing_and_says_so() {
    let mut visitor = visitor();
    assert_eq!(visitor.send(Msg::ImportChosen(Err(ReadFailed))), []);
    assert_eq!(visitor.notice(), Some(message(Language::Dutch, MessageKey::ImportNotARecord)));
}

#[test]
fn into_an_empty_scan_a_file_is_loaded_at_once_and_saved() {
    let mut visitor = visitor();
    import(&mut visitor, &RECORD);
    assert_eq!(visitor.notice(), Some(message(Language::Dutch, MessageKey::NoticeImported)));
    assert_eq!(visitor.record()["id"], "k7Qm2xB1c9A");
    visitor.press("continue");
    assert_eq!(visitor.statement(), "kaders-spelregels", "the first without an answer");
}

#[test]
fn a_complete_scan_leads_straight_to_its_result() {
    let mut visitor = visitor();
    import(&mut visitor, &complete_file());
    assert_eq!(visitor.page().data_attr("data-score").as_deref(), Some("67"));
}

#[test]
fn where_there_are_answers_a_file_asks_before_it_takes_their_place() {
    let mut visitor = visitor();
    visitor.answer("1");
    let before = visitor.stored.clone();
    assert_eq!(import(&mut visitor, &complete_file()), [Effect::FocusAsk]);
    assert!(visitor.has_button("confirm-import"));
    assert_eq!((visitor.chosen().as_deref(), &visitor.stored), (Some("1"), &before));

    visitor.press("confirm-import");
    assert_eq!(visitor.page().data_attr("data-score").as_deref(), Some("67"));
    assert_eq!(visitor.record()["answers"]["richting-betekenis"], 3);
}

#[test]
fn saying_no_to_a_file_keeps_the_answers() {
    let mut visitor = visitor();
    visitor.answer("1");
    let before = visitor.stored.clone();
    import(&mut visitor, &complete_file());
    assert_eq!(visitor.press("cancel"), [Effect::FocusHeading]);
    assert!(!visitor.has_button("confirm-import"));
    assert_eq!((visitor.chosen().as_deref(), visitor.stored), (Some("1"), before));
}

#[test]
fn a_file_in_another_language_does_not_turn_the_page_around() {
    let mut visitor = visitor();
    import(&mut visitor, &RECORD.replace("\"nl\"", "\"en\""));
    assert_eq!(visitor.view().language, "nl");
    assert_eq!(visitor.record()["language"], "nl");
}

#[test]
fn a_result_in_a_file_is_worked_out_again() {
    let file = complete_file().replace("\"score\":67", "\"score\":99");
    let mut visitor = visitor();
    import(&mut visitor, &file);
    assert_eq!(visitor.page().data_attr("data-score").as_deref(), Some("67"));
    assert_eq!(visitor.record().get("result"), None);
}

#[test]
fn what_one_visitor_exports_another_loads_without_loss() {
    let mut visitor = visitor();
    import(&mut visitor, &RECORD);
    visitor.press("export-json");
    let first = visitor.files[0].text.clone();
    let mut other = crate::support::visitor::visitor();
    import(&mut other, &first);
    other.press("export-json");
    assert_eq!(other.files[0].text, first);
}
