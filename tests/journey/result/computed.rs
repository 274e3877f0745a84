//! How the result is computed, with the person's own numbers; every number here was worked out by hand.

use flexkompas::app::Msg;
use flexkompas::content::{Language, MessageKey};

use crate::support::content::{message, start};
use crate::support::visitor::{Visitor, visitor};

/// Finds this sentence with these values on the page.
#[track_caller]
fn says(visitor: &Visitor, language: Language, key: MessageKey, values: &[(&str, &str)]) {
    let mut text = message(language, key);
    for (name, value) in values {
        text = text.replace(&format!("{{{name}}}"), value);
    }
    assert!(!text.contains('{'), "a value is missing: {text}");
    let page = visitor.page();
    assert!(page.says(&text), "{text}\n{:#?}", page.texts);
}

/// The sentence on a dimension, by its place in the content.
#[track_caller]
fn says_dimension(visitor: &Visitor, at: usize, sum: &str, rated: &str, value: &str) {
    let language = Language::parse(visitor.view().language).unwrap();
    let name = start(language).dimensions[at].name.to_string();
    let values = [("name", &*name), ("sum", sum), ("rated", rated), ("value", value)];
    says(visitor, language, MessageKey::ComputedDimension, &values);
}

/// How many dimensions are explained.
fn explained(visitor: &Visitor) -> usize {
    let names: Vec<String> =
        start(Language::Dutch).dimensions.iter().map(|text| format!("{}: samen ", text.name)).collect();
    let texts = visitor.page().texts;
    texts.iter().filter(|(_, text)| names.iter().any(|name| text.starts_with(name))).count()
}

#[test]
fn each_dimension_is_explained_by_its_sum_and_count() {
    // kaders-spelregels 3 and kaders-bereik 2.
    let visitor = Visitor::result_of("3 3 3 2 3 3 2 2 2 2");
    assert_eq!(explained(&visitor), 9);
    says_dimension(&visitor, 0, "3", "1", "3,00");
    says_dimension(&visitor, 2, "5", "2", "2,50");
    says_dimension(&visitor, 8, "2", "1", "2,00");
}

#[test]
fn position_score_band_and_phase_are_explained_with_their_own_numbers() {
    // (4 × 3 + 2.5 + 4 × 2) / 9 = 22.5 / 9 = 2.5; (2.5 − 1) / 3 = 50 %; hr-instrumenten 2 keeps phase 4 away.
    let visitor = Visitor::result_of("3 3 3 2 3 3 2 2 2 2");
    let dutch = Language::Dutch;
    says(&visitor, dutch, MessageKey::ComputedPosition, &[("n", "9"), ("value", "2,50")]);
    says(&visitor, dutch, MessageKey::ComputedScore, &[("value", "2,50"), ("score", "50")]);
    says(&visitor, dutch, MessageKey::ComputedBand, &[("low", "50"), ("high", "50")]);
    let phase = [("position", "3"), ("weakest", "3"), ("characteristics", "3"), ("phase", "3")];
    says(&visitor, dutch, MessageKey::ComputedPhase, &phase);
}

#[test]
fn a_dimension_without_a_value_is_left_out_and_the_band_shows_what_is_open() {
    // Eight dimensions at 2: position 2.00, score 33; open low (16 + 1) / 9 → 30, high (16 + 4) / 9 → 41.
    let visitor = Visitor::result_of("2 2 2 2 2 2 2 2 2 unknown");
    let dutch = Language::Dutch;
    assert_eq!(explained(&visitor), 8);
    says(&visitor, dutch, MessageKey::ComputedPosition, &[("n", "8"), ("value", "2,00")]);
    says(&visitor, dutch, MessageKey::ComputedScore, &[("value", "2,00"), ("score", "33")]);
    says(&visitor, dutch, MessageKey::ComputedBand, &[("low", "30"), ("high", "41")]);
    let phase = [("position", "2"), ("weakest", "3"), ("characteristics", "3"), ("phase", "2")];
    says(&visitor, dutch, MessageKey::ComputedPhase, &phase);
}

#[test]
fn each_of_the_three_limits_is_told_as_it_is() {
    let says_limits = |answers: &str, values: [&str; 4]| {
        let names = ["position", "weakest", "characteristics", "phase"];
        let values: Vec<(&str, &str)> = names.into_iter().zip(values).collect();
        says(&Visitor::result_of(answers), Language::Dutch, MessageKey::ComputedPhase, &values);
    };
    says_limits("4 4 4 4 4 4 4 4 4 4", ["4", "4", "4", "4"]);
    says_limits("4 4 4 4 4 1 4 4 4 4", ["4", "2", "4", "2"]); // 33 / 9 = 3.67; resultaat at 1
    says_limits("4 4 2 4 4 4 4 4 4 4", ["4", "4", "3", "3"]); // kaders 3, its characteristic at 2
    says_limits("1 1 1 1 1 1 1 1 1 1", ["1", "2", "3", "1"]);
}

#[test]
fn halves_and_thirds_are_told_with_two_decimals_in_the_way_of_the_language() {
    let mut visitor = visitor();
    visitor.choose("set", "full");
    visitor.answer_all("2");
    visitor.answer_to("techniek-werkplek", "3");
    visitor.go("result");
    // techniek 7 / 3 = 2.33; position (8 × 2 + 7 / 3) / 9 = 55 / 27 = 2.037; score 28 / 81 = 34.57 → 35.
    says_dimension(&visitor, 7, "7", "3", "2,33");
    says(&visitor, Language::Dutch, MessageKey::ComputedPosition, &[("n", "9"), ("value", "2,04")]);
    visitor.send(Msg::LanguageChosen(Language::English));
    says_dimension(&visitor, 7, "7", "3", "2.33");
    says(&visitor, Language::English, MessageKey::ComputedScore, &[("value", "2.04"), ("score", "35")]);
}

#[test]
fn what_is_tried_out_is_not_in_the_explanation() {
    let mut visitor = Visitor::result_of("2 2 2 2 2 2 2 2 2 2");
    visitor.choose("what-if-regie-top", "4");
    says_dimension(&visitor, 1, "2", "1", "2,00");
    says(&visitor, Language::Dutch, MessageKey::ComputedScore, &[("value", "2,00"), ("score", "33")]);
}

#[test]
fn without_a_result_nothing_is_explained() {
    assert_eq!(explained(&Visitor::result_of("2 2 2")), 0);
}
