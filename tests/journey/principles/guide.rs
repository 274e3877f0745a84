//! The three-step guide around the principles, and the design note it leads to (docs/product.md#three-step-guide).

use flexkompas::app::Effect;
use flexkompas::content::{Language, Library, MessageKey, QuestionText};
use serde_json::json;

use crate::support::content::{library, message};
use crate::support::visitor::{Visitor, visitor};

fn dutch(key: MessageKey) -> String {
    message(Language::Dutch, key)
}

/// The questions of the guide in the order of the domain: six on scope, then four interests.
#[track_caller]
fn questions(library: &Library) -> Vec<&QuestionText> {
    let steps = library.scoping.iter().chain(&library.interests);
    steps.map(|step| library.question(step.question.as_str()).unwrap()).collect()
}

/// A visitor in the guide with a theme and words on every question.
fn filled_in() -> Visitor {
    let mut visitor = visitor();
    visitor.go("guide");
    visitor.write("theme", "Rooster");
    for question in questions(&library(Language::Dutch)) {
        let id = &question.question.id;
        visitor.write(&format!("guide-{id}"), &format!("Over {id}"));
    }
    visitor
}

#[test]
fn the_guide_asks_for_a_theme_and_ten_questions_in_the_order_of_the_domain() {
    let mut visitor = visitor();
    visitor.go("guide");
    let fields: Vec<String> = visitor.page().fields.iter().map(|field| field.id.name()).collect();
    let ids = "q-scope-aanleiding q-scope-dieper q-scope-kern q-scope-grens q-scope-succes \
               q-bel-hoger q-bel-klant q-bel-organisatie q-bel-stakeholders q-bel-medewerkers";
    let expected = ids.split_whitespace().map(|id| format!("guide-{id}"));
    assert_eq!(fields, ["theme".to_owned()].into_iter().chain(expected).collect::<Vec<_>>());
}

#[test]
fn each_question_of_the_guide_has_a_worked_example_and_those_on_scope_have_two() {
    let mut visitor = visitor();
    visitor.go("guide");
    let (page, library) = (visitor.page(), library(Language::Dutch));
    for step in library.scoping.iter().chain(&library.interests) {
        assert!(page.says(&step.workload), "{}", step.question);
    }
    let hybrid: Vec<_> = library.scoping.iter().filter_map(|step| step.hybrid.as_deref()).collect();
    assert_eq!(hybrid.len(), 6);
    assert!(hybrid.iter().all(|text| page.says(text)));
}

#[test]
fn an_interest_stands_above_its_question_with_its_name() {
    let mut visitor = visitor();
    visitor.go("guide");
    for interest in library(Language::Dutch).interests {
        let field = visitor.page().field(&format!("guide-{}", interest.question)).clone();
        assert_eq!(field.eyebrow, interest.name);
    }
}

#[test]
fn the_field_of_the_theme_says_where_a_theme_may_come_from() {
    let mut visitor = visitor();
    visitor.go("guide");
    let hint = visitor.page().field("theme").hint.clone().unwrap();
    let origins = library(Language::Dutch).theme_origins;
    assert!(origins.len() == 5 && origins.iter().all(|origin| hint.contains(&**origin)), "{hint}");
}

#[test]
fn words_in_the_guide_are_kept_and_empty_words_are_none() {
    let mut visitor = visitor();
    visitor.go("guide");
    visitor.write("guide-q-scope-grens", "Twee teams\nin Zwolle");
    assert_eq!(visitor.page().written("guide-q-scope-grens"), "Twee teams\nin Zwolle");
    assert_eq!(visitor.record()["principles"]["guide"], json!({ "q-scope-grens": "Twee teams\nin Zwolle" }));
    visitor.write("guide-q-scope-grens", "");
    assert_eq!(visitor.record()["principles"].get("guide"), None);
}

#[test]
fn words_in_the_guide_belong_to_the_theme_and_not_to_the_question_in_the_library() {
    let visitor = filled_in();
    assert_eq!(visitor.record()["reflection"], json!({}));
    assert_eq!(visitor.record()["principles"]["guide"].as_object().unwrap().len(), 10);
}

#[test]
fn the_way_leads_from_the_guide_through_the_principles_to_the_design_note() {
    let mut visitor = filled_in();
    for route in ["principle/p1-wensen", "principle/p2-welkan", "principle/p3-ict"] {
        visitor.press("next");
        assert_eq!(visitor.route(), route);
        assert!(visitor.has_button("guide"));
    }
    visitor.press("design-note");
    assert_eq!((visitor.route().as_str(), visitor.view().screen), ("design-note", "design-note"));
    visitor.press("guide");
    assert_eq!(visitor.page().written("theme"), "Rooster");
}

#[test]
fn the_design_note_has_theme_positions_reading_and_every_word_on_one_page() {
    let mut visitor = filled_in();
    visitor.go("principle/p2-welkan");
    visitor.choose("p2-welkan-now", "p2-beleid");
    visitor.choose("p2-welkan-desired", "p2-normen");
    visitor.press("design-note");
    let page = visitor.page();
    assert_eq!(page.titles, [dutch(MessageKey::DesignNoteTitle).replace("{name}", "Rooster")]);
    for question in questions(&library(Language::Dutch)) {
        assert!(page.says(&question.text) && page.says(&format!("Over {}", question.question.id)));
    }
    assert!(!page.says(&dutch(MessageKey::NotFilledIn)));
    assert_eq!(page.data_attrs("data-principle"), ["p2-welkan"]);
    let definition = |key| (dutch(key), if key == MessageKey::Now { "Beleid" } else { "Normen" }.to_owned());
    assert_eq!(page.definitions, [definition(MessageKey::Now), definition(MessageKey::Desired)]);
    let reading = dutch(MessageKey::ReadingRounds).replace("{n}", "2").replace("{pole}", "Vertrouwen");
    assert!(page.says(&reading), "{:?}", page.texts);
}

#[test]
fn what_was_not_filled_in_is_said_on_the_design_note() {
    let mut visitor = visitor();
    visitor.go("design-note");
    let page = visitor.page();
    assert_eq!(
        page.titles,
        [dutch(MessageKey::DesignNoteTitle).replace("{name}", &dutch(MessageKey::ThemeNameless))]
    );
    assert_eq!(page.texts.iter().filter(|(_, text)| *text == dutch(MessageKey::NotFilledIn)).count(), 10);
    assert!(page.data_attrs("data-principle").is_empty());
}

#[test]
fn the_design_note_can_be_printed() {
    let mut visitor = filled_in();
    visitor.go("design-note");
    assert_eq!(visitor.press("print"), [Effect::Print]);
}
