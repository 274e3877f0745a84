//! The library of all reflection questions: browse, narrow, search.

use std::collections::BTreeSet;

use flexkompas::content::{Language, MessageKey, QuestionText};
use serde_json::json;

use crate::support::content::{library, message};
use crate::support::role;
use crate::support::visitor::{Visitor, visitor};

/// A visitor in the library, with this role.
#[track_caller]
fn in_the_library(role: &str) -> Visitor {
    let mut visitor = visitor();
    visitor.choose("role", role);
    visitor.go("library");
    visitor
}

fn shown(visitor: &Visitor) -> Vec<String> {
    visitor.page().data_attrs("data-question")
}

/// Everything the library has to offer at this moment.
fn all(visitor: &mut Visitor) -> Vec<String> {
    while visitor.has_button("more-questions") {
        visitor.press("more-questions");
    }
    shown(visitor)
}

/// The questions of the content that fit, in its order.
#[track_caller]
fn of_content(fits: impl Fn(&QuestionText) -> bool) -> Vec<String> {
    let library = library(Language::Dutch);
    let fitting: Vec<String> =
        library.questions.iter().filter(|text| fits(text)).map(|text| text.question.id.to_string()).collect();
    assert!(!fitting.is_empty());
    fitting
}

#[track_caller]
fn says_found(visitor: &Visitor, count: &str, form: &str) {
    let text = message(Language::Dutch, MessageKey::QuestionsFound);
    let text = text.replace("{n}", count).replace("{n:vraag|vragen}", form);
    assert!(visitor.page().says(&text), "{text}");
}

#[test]
fn the_library_is_reached_from_the_reflection() {
    let mut visitor = visitor();
    visitor.go("reflection");
    visitor.press("library");
    assert_eq!((visitor.route().as_str(), visitor.view().screen), ("library", "library"));
}

#[test]
fn twenty_questions_are_shown_first_and_all_140_on_request_each_once() {
    let mut visitor = in_the_library("");
    assert_eq!(shown(&visitor).len(), 20);
    says_found(&visitor, "140", "vragen");
    visitor.press("more-questions");
    assert_eq!(shown(&visitor).len(), 40);
    let all = all(&mut visitor);
    assert_eq!(all, of_content(|_| true));
    assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), 140);
}

#[test]
fn every_theme_holds_its_questions() {
    let mut found = 0;
    for theme in library(Language::Dutch).themes {
        let mut visitor = in_the_library("");
        visitor.choose("library-theme", theme.id.as_str());
        assert_eq!(visitor.page().checked("library-theme").as_deref(), Some(theme.id.as_str()));
        let all = all(&mut visitor);
        assert_eq!(all, of_content(|text| text.question.theme == theme.id), "{}", theme.id);
        found += all.len();
    }
    assert_eq!(found, 140);
}

#[test]
fn all_themes_can_be_chosen_again() {
    let mut visitor = in_the_library("");
    visitor.choose("library-theme", "casus");
    says_found(&visitor, "14", "vragen"); // docs/product.md#reflection-questions
    visitor.choose("library-theme", "");
    says_found(&visitor, "140", "vragen");
}

#[test]
fn core_questions_alone_can_be_shown() {
    let mut visitor = in_the_library("");
    visitor.choose("narrow", "core");
    assert!(visitor.page().radio("narrow", "core").checked);
    says_found(&visitor, "30", "vragen");
    assert_eq!(all(&mut visitor), of_content(|text| text.question.core));
    visitor.choose("narrow", "core");
    says_found(&visitor, "140", "vragen");
}

#[test]
fn questions_for_the_own_role_alone_can_be_shown_once_there_is_one() {
    assert_eq!(in_the_library("").page().values("narrow"), ["core"]);
    let mut visitor = in_the_library("employee");
    assert_eq!(visitor.page().values("narrow"), ["core", "role"]);
    assert_eq!(all(&mut visitor).len(), 140, "nothing is narrowed by itself");
    visitor.choose("narrow", "role");
    let employee = role("employee");
    let wanted = of_content(|text| text.question.is_for(Some(&employee)));
    assert!(wanted.len() < 140);
    assert_eq!(all(&mut visitor), wanted);
}

#[test]
fn without_a_role_again_nothing_is_narrowed_by_role() {
    let mut visitor = in_the_library("employee");
    visitor.choose("narrow", "role");
    visitor.go("start");
    visitor.choose("role", "");
    visitor.go("library");
    says_found(&visitor, "140", "vragen");
}

#[test]
fn a_search_finds_every_question_with_the_word() {
    let mut visitor = in_the_library("");
    visitor.write("search", "directie");
    assert_eq!(visitor.page().written("search"), "directie");
    assert_eq!(all(&mut visitor), of_content(|text| text.text.to_lowercase().contains("directie")));
}

#[test]
fn several_words_must_all_be_there_in_any_order_and_any_case() {
    let has = |text: &QuestionText, message| text.text.to_lowercase().contains(message);
    let mut visitor = in_the_library("");
    let wanted = of_content(|text| has(text, "flexibel") && has(text, "jullie"));
    for search in ["flexibel jullie", "  JULLIE   Flexibel ", "jullie\tflexibel"] {
        visitor.write("search", search);
        assert_eq!(all(&mut visitor), wanted, "{search}");
    }
    assert!(wanted.len() < of_content(|text| has(text, "jullie")).len());
}

#[test]
fn where_nothing_is_found_it_says_so() {
    let mut visitor = in_the_library("");
    visitor.write("search", "kwantumfysica");
    assert!(shown(&visitor).is_empty() && !visitor.has_button("more-questions"));
    says_found(&visitor, "0", "vragen");
    visitor.write("search", "");
    says_found(&visitor, "140", "vragen");
}

#[test]
fn one_question_is_counted_as_one() {
    let mut visitor = in_the_library("");
    visitor.choose("library-theme", "omgeving");
    visitor.write("search", "cijfer");
    let wanted =
        of_content(|text| text.question.theme.as_str() == "omgeving" && text.text.contains("cijfer"));
    assert_eq!((all(&mut visitor), wanted.len()), (wanted, 1));
    says_found(&visitor, "1", "vraag");
}

#[test]
fn theme_core_role_and_search_narrow_together() {
    let mut visitor = in_the_library("hr");
    visitor.choose("narrow", "core");
    visitor.choose("narrow", "role");
    visitor.choose("library-theme", "aanpak");
    let hr = role("hr");
    let fits = |text: &QuestionText| {
        text.question.core && text.question.is_for(Some(&hr)) && text.question.theme.as_str() == "aanpak"
    };
    assert_eq!(all(&mut visitor), of_content(fits));
    visitor.write("search", "valkuil");
    assert_eq!(
        all(&mut visitor),
        of_content(|text| fits(text) && text.text.to_lowercase().contains("valkuil"))
    );
}

#[test]
fn looking_around_saves_nothing() {
    let mut visitor = visitor();
    visitor.go("library");
    visitor.write("search", "directie");
    visitor.choose("narrow", "core");
    visitor.choose("library-theme", "casus");
    visitor.press("next");
    assert_eq!(visitor.route(), "result");
    assert!(!visitor.has_saved());
}

#[test]
fn an_answer_in_the_library_is_the_same_answer_as_in_the_reflection() {
    let mut visitor = in_the_library("");
    visitor.choose("q-omg-cijfer", "8");
    assert_eq!(visitor.record()["reflection"], json!({ "q-omg-cijfer": 8 }));
    visitor.press("next");
    assert!(visitor.page().says(&message(Language::Dutch, MessageKey::GradeIs).replace("{n}", "8")));
    visitor.go("reflection");
    while visitor.has_button("more-questions") {
        visitor.press("more-questions");
    }
    assert_eq!(visitor.page().checked("q-omg-cijfer").as_deref(), Some("8"));
}

#[test]
fn a_question_that_is_not_core_is_answered_here_and_shown_on_the_result() {
    let mut visitor = in_the_library("");
    visitor.choose("library-theme", "welzijn");
    visitor.choose("q-wel-balans", "4");
    visitor.press("next");
    let library = library(Language::Dutch);
    assert!(visitor.page().says(&library.question("q-wel-balans").unwrap().text));
}

#[test]
fn what_was_looked_for_is_still_there_on_the_way_back() {
    let mut visitor = in_the_library("");
    visitor.write("search", "directie");
    visitor.go("result");
    visitor.go("library");
    assert_eq!(visitor.page().written("search"), "directie");
}
