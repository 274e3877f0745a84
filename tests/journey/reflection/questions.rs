//! Reflection questions: a handful, chosen by role and by what is weakest; never required.

use std::collections::BTreeSet;

use flexkompas::content::{Language, MessageKey};
use serde_json::json;

use crate::support::content::{library, message};
use crate::support::visitor::{Visitor, visitor};

#[track_caller]
fn asked(visitor: &Visitor) -> Vec<String> {
    visitor.page().data_attrs("data-question")
}

/// A visitor who sees every question there is for this role.
#[track_caller]
fn with_all_questions(role: &str) -> Visitor {
    let mut visitor = visitor();
    visitor.choose("role", role);
    visitor.go("reflection");
    while visitor.has_button("more-questions") {
        visitor.press("more-questions");
    }
    visitor
}

#[test]
fn five_questions_are_shown_first_and_five_more_on_request() {
    let mut visitor = visitor();
    visitor.go("reflection");
    let first = asked(&visitor);
    assert_eq!(first.len(), 5);
    visitor.press("more-questions");
    assert_eq!((asked(&visitor).len(), &asked(&visitor)[..5]), (10, &first[..]));
}

#[test]
fn all_30_core_questions_can_be_reached_each_once() {
    let asked = asked(&with_all_questions(""));
    let unique: BTreeSet<&String> = asked.iter().collect();
    assert_eq!((asked.len(), unique.len()), (30, 30));
}

#[test]
fn the_first_question_deepens_the_weakest_dimension() {
    let mut visitor = visitor();
    visitor.answer_all("3");
    visitor.answer_to("hr-instrumenten", "1");
    visitor.go("reflection");
    assert_eq!(asked(&visitor)[0], "q-hr-gedrag");
}

#[test]
fn a_role_is_only_asked_what_is_meant_for_it() {
    let asked = asked(&with_all_questions("employee"));
    assert!(asked.contains(&"q-team-minimum".to_owned()), "for managers and employees");
    assert!(asked.contains(&"q-omg-cijfer".to_owned()), "for everybody");
    assert!(!asked.contains(&"q-hr-gedrag".to_owned()), "for HR");
}

#[test]
fn open_text_is_shown_and_saved_and_an_empty_text_is_no_answer() {
    let mut visitor = with_all_questions("");
    visitor.write("q-spec-niveau", "Regel 1\nRegel 2");
    assert_eq!(visitor.page().written("q-spec-niveau"), "Regel 1\nRegel 2");
    assert_eq!(visitor.record()["reflection"], json!({ "q-spec-niveau": "Regel 1\nRegel 2" }));
    visitor.write("q-spec-niveau", "");
    assert_eq!(visitor.record()["reflection"], json!({}));
}

#[test]
fn a_grade_from_1_to_10_is_saved_as_a_number() {
    let mut visitor = with_all_questions("");
    assert_eq!(visitor.page().values("q-omg-cijfer").len(), 10);
    visitor.choose("q-omg-cijfer", "10");
    assert_eq!(visitor.page().checked("q-omg-cijfer").as_deref(), Some("10"));
    assert_eq!(visitor.record()["reflection"], json!({ "q-omg-cijfer": 10 }));
}

#[test]
fn a_choice_and_the_words_beside_it_are_kept_together() {
    let mut visitor = with_all_questions("");
    visitor.write("words-q-aanpak-weten", "Niet helder");
    visitor.choose("q-aanpak-weten", "partly");
    let page = visitor.page();
    assert_eq!(page.checked("q-aanpak-weten").as_deref(), Some("partly"));
    assert_eq!(page.written("words-q-aanpak-weten"), "Niet helder");
    assert_eq!(
        visitor.record()["reflection"],
        json!({ "q-aanpak-weten": { "choice": "partly", "text": "Niet helder" } })
    );
    visitor.write("words-q-aanpak-weten", "");
    assert_eq!(visitor.record()["reflection"], json!({ "q-aanpak-weten": { "choice": "partly" } }));
}

#[test]
fn a_plain_choice_has_no_room_for_words() {
    let page = with_all_questions("").page();
    assert_eq!(page.values("q-stk-beeld"), ["yes", "partly", "no", "unknown"]);
    assert!(!page.fields.iter().any(|field| field.id.name() == "words-q-stk-beeld"));
}

#[test]
fn a_visitor_may_not_know() {
    let mut visitor = with_all_questions("");
    visitor.choose("q-stk-beeld", "unknown");
    assert_eq!(visitor.page().checked("q-stk-beeld").as_deref(), Some("unknown"));
    assert_eq!(visitor.record()["reflection"], json!({ "q-stk-beeld": { "choice": "unknown" } }));
    visitor.go("result");
    let unknown = message(Language::Dutch, MessageKey::AnswerUnknown);
    assert!(visitor.page().says(&unknown), "the result quotes it");
}

#[test]
fn the_rows_of_a_checklist_are_answered_one_by_one() {
    let mut visitor = with_all_questions("");
    visitor.choose("q-aanpak-succes-succes-1", "yes");
    visitor.choose("q-aanpak-succes-succes-3", "no");
    visitor.choose("q-aanpak-succes-succes-1", "partly");
    let page = visitor.page();
    assert_eq!(page.checked("q-aanpak-succes-succes-1").as_deref(), Some("partly"));
    assert_eq!(page.checked("q-aanpak-succes-succes-2"), None);
    assert_eq!(
        visitor.record()["reflection"],
        json!({ "q-aanpak-succes": { "rows": { "succes-1": "partly", "succes-3": "no" } } })
    );
}

#[test]
fn what_was_answered_stands_on_the_result_with_its_question() {
    let mut visitor = with_all_questions("");
    visitor.write("q-spec-niveau", "Fase 2");
    visitor.choose("q-omg-cijfer", "7");
    visitor.choose("q-stk-beeld", "no");
    visitor.choose("q-aanpak-succes-succes-1", "yes");
    visitor.press("next");
    let page = visitor.page();
    let library = library(Language::Dutch);
    for id in ["q-spec-niveau", "q-omg-cijfer", "q-stk-beeld", "q-aanpak-succes"] {
        assert!(page.says(&library.question(id).unwrap().text), "{id}");
    }
    let say = |key| message(Language::Dutch, key);
    let row = format!("{}: {}", library.rows[0].text, say(MessageKey::Yes));
    for quote in ["Fase 2", &say(MessageKey::GradeIs).replace("{n}", "7"), &say(MessageKey::No), &row] {
        assert!(page.says(quote), "{quote}");
    }
}

#[test]
fn nothing_is_required() {
    let mut visitor = visitor();
    visitor.go("reflection");
    visitor.press("next");
    assert_eq!(visitor.route(), "result");
    assert!(!visitor.has_saved());
}
