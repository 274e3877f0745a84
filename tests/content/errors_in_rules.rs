//! Errors for the editor of a content file about conditional tips and their surroundings.

use flexkompas::content::{ContentError, Language, Part};
use serde_json::{Value, json};

use crate::support::content::{part, read_library};

/// The errors, one per line, after this change to the real library part.
#[track_caller]
fn says(change: impl FnOnce(&mut Value), expected: &str) {
    let mut content = part(Part::Library, Language::Dutch);
    change(&mut content);
    let errors: Vec<ContentError> = read_library(&content).map(|_| ()).unwrap_err();
    assert_eq!(errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"), expected);
}

/// The error about this rule in the place of the first one.
#[track_caller]
fn rule_says(rule: &str, expected: &str) {
    let expected = format!("answerTips[1] (tip-i-leiding).when: {expected}");
    says(|c| c["answerTips"][0]["when"] = json!(rule), &expected);
}

#[test]
fn an_unknown_id_in_a_rule_is_named() {
    rule_says("leiderschapp < 2", "`leiderschapp` is not known");
    rule_says("overall > 1 and (regie-top < 2 or tip-i-top = 1)", "`tip-i-top` is not known");
    rule_says("p4-nieuw = 1", "`p4-nieuw` is not known");
    rule_says("ambition.lowest = 1", "`ambition.lowest` is not known");
}

#[test]
fn only_a_principle_has_a_now_and_only_a_grade_can_be_compared() {
    rule_says("regie-top.now = 1", "`regie-top.now` is not known");
    rule_says("q-omg-trends = 3", "`q-omg-trends` is not known");
}

#[test]
fn an_impossible_operator_is_named() {
    for operator in ["=<", "==", "≥", "is", ""] {
        let rule = format!("regie-top {operator} 2");
        rule_says(&rule, "after `regie-top` one of = != < <= > >= was expected");
    }
}

#[test]
fn a_missing_or_strange_number_is_named() {
    for number in ["", "twee", "2,5", "1/0", "1.2.3", "half"] {
        rule_says(&format!("regie-top = {number}"), "`regie-top` must be compared with a number");
    }
}

#[test]
fn a_value_that_can_never_be_is_named_with_the_values_that_can() {
    rule_says("regie-top = 5", "`regie-top` lies from 1 to 4 and is never 5");
    rule_says("leiderschap < 0.5", "`leiderschap` lies from 1 to 4 and is never 0.5");
    rule_says("q-omg-cijfer >= 11", "`q-omg-cijfer` lies from 1 to 10 and is never 11");
    rule_says("p1-wensen = 5", "`p1-wensen` lies from 1 to 4 and is never 5");
    rule_says("p2-welkan.now = 6", "`p2-welkan.now` lies from 1 to 5 and is never 6");
    rule_says("gap.highest >= 4", "`gap.highest` lies from -3 to 3 and is never 4");
    rule_says("unknown.share >= 33", "`unknown.share` lies from 0 to 1 and is never 33");
    rule_says("ambition.highest = 0", "`ambition.highest` lies from 1 to 4 and is never 0");
}

#[test]
fn a_rule_that_is_not_a_sentence_is_explained() {
    rule_says("(regie-top = 1", "a closing parenthesis is missing");
    rule_says("regie-top = 1)", "`)` stands where `and` or `or` was expected");
    rule_says("regie-top = 1 regie-samen = 1", "`regie-samen` stands where `and` or `or` was expected");
    rule_says("regie-top = 1 and", "the rule ends too early");
    rule_says("or regie-top = 1", "`or` is not known");
    rule_says(
        &format!("{}regie-top = 1{}", "(".repeat(9), ")".repeat(9)),
        "parentheses are nested too deeply",
    );
}

#[test]
fn a_rule_that_is_missing_or_no_text_is_named() {
    let place = "answerTips[1] (tip-i-leiding).when";
    for (rule, what) in
        [(json!(null), "is missing"), (json!(""), "is empty"), (json!(4), "must be text in quotes")]
    {
        says(|c| c["answerTips"][0]["when"] = rule, &format!("{place}: {what}"));
    }
}

#[test]
fn an_unknown_horizon_is_named() {
    for list in ["sliderTips", "answerTips", "generalTips"] {
        let id = part(Part::Library, Language::Dutch)[list][0]["id"].as_str().unwrap().to_owned();
        let expected = format!("{list}[1] ({id}).horizon: no such horizon");
        says(|c| c[list][0]["horizon"] = json!("0-4"), &expected);
    }
    says(|c| c["horizons"][1]["belongs"] = json!(""), "horizons[2] (3-9).belongs: is empty");
}

#[test]
fn a_conditional_tip_without_words_or_source_is_named() {
    says(|c| c["sliderTips"][3]["text"] = json!(null), "sliderTips[4] (tip-s-leeftijd).text: is missing");
    says(
        |c| c["generalTips"][0]["source"] = json!(""),
        "generalTips[1] (tip-alg-visiegesprek).source: is empty",
    );
}

#[test]
fn a_tip_of_an_unknown_dimension_is_named() {
    says(
        |c| c["tips"][0]["dimension"] = json!("nowhere"),
        "tips[1] (tip-richting-12a).dimension: no such dimension",
    );
}

#[test]
fn the_id_of_a_tip_that_stands_in_two_lists_is_named_with_the_second() {
    let says_twice = |list: &str, id: &str| {
        says(|c| c[list][0]["id"] = json!(id), &format!("{list}: this id stands twice: {id}"));
    };
    says_twice("sliderTips", "tip-s-staf");
    says_twice("sliderTips", "tip-regie-12a");
    says_twice("answerTips", "tip-s-staf");
    says_twice("generalTips", "tip-i-top");
}

#[test]
fn a_question_of_the_guide_that_does_not_exist_is_named() {
    says(
        |c| c["scopingExample"][0]["id"] = json!("q-scope-nergens"),
        "scopingExample[1] (q-scope-nergens).id: no such question",
    );
    says(
        |c| c["interests"][1]["question"] = json!("q-bel-nergens"),
        "interests[2] (belang-organisatie).question: no such question",
    );
    says(
        |c| c["interests"][1]["example"] = json!(null),
        "interests[2] (belang-organisatie).example: is missing",
    );
}
