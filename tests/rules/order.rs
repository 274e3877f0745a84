//! Which of the tips that fit are shown first, and which not before there is a result.

use flexkompas::app::Msg;
use flexkompas::content::{Language, MessageKey};

use super::case::{result_of, tips};
use crate::support::content::{library, message};

/// docs/product.md#tips-on-answers, from first to last.
const ANSWER_TIPS: [&str; 20] = [
    "leiding",
    "top",
    "zonderdoel",
    "papier",
    "willekeur",
    "techniek",
    "vertrouwen",
    "nabijheid",
    "recht",
    "cohesie",
    "bereik",
    "eenpersoon",
    "beeldcijfer",
    "sprong",
    "lageambitie",
    "geengat",
    "rolverschil",
    "cijfer",
    "weetniet",
    "alles4",
];

/// The tips of one kind that the result of this scan shows, without what their names share.
#[track_caller]
fn of_kind(shown: &[String], begin: &str) -> Vec<String> {
    shown.iter().filter_map(|id| id.strip_prefix(begin)).map(str::to_owned).collect()
}

#[track_caller]
fn first(line: &str, begin: &str) -> Vec<String> {
    of_kind(&result_of(line, None).page().data_attrs("data-tip"), begin)
}

#[track_caller]
fn all(line: &str, begin: &str) -> Vec<String> {
    of_kind(&tips(line), begin)
}

/// A scan in which five answers are remarkable.
const FIVE: &str = "all=3 richting-betekenis=2 regie-top=2 kaders-besluit=1 leiding-sturen=2 resultaat-meten=2 \
                    ambition-regie=3";

#[test]
fn the_tips_on_answers_stand_in_the_order_of_the_domain() {
    let library = library(Language::Dutch);
    let order: Vec<&str> = library.answer_tips.iter().map(|tip| tip.id.as_str()).collect();
    assert_eq!(order, ANSWER_TIPS.map(|name| format!("tip-i-{name}")));
}

#[test]
fn at_most_three_tips_on_answers_are_shown_first_and_the_rest_on_demand() {
    assert_eq!(first(FIVE, "tip-i-"), ["top", "papier", "willekeur"]);
    assert_eq!(all(FIVE, "tip-i-"), ["top", "papier", "willekeur", "recht", "beeldcijfer"]);
}

#[test]
fn tips_on_steps_come_first_then_those_on_answers_then_those_on_principles() {
    let line = format!("{FIVE} p3-ict-desired=3");
    let shown = result_of(&line, None).page().data_attrs("data-tip");
    let kinds: Vec<&str> = shown
        .iter()
        .map(|id| match id {
            id if id.starts_with("tip-i-") => "answers",
            id if id.starts_with("tip-s-") => "principles",
            _ => "steps",
        })
        .collect();
    assert_eq!(kinds, [["steps"; 6].as_slice(), &["answers"; 3], &["principles"]].concat());
}

#[test]
fn rules_that_combine_things_come_before_rules_on_one_thing() {
    // Three principles, then two, then one; within each the order of the domain.
    let left = "p1-wensen-desired=1 p2-welkan-desired=1 p3-ict-desired=1";
    assert_eq!(all(left, "tip-s-"), ["alles-links", "vogelvrij", "eerlijk", "initiatief", "privacy"]);
    assert_eq!(first(left, "tip-s-"), ["alles-links", "vogelvrij", "eerlijk"]);
    let right = "p1-wensen-desired=4 p2-welkan-desired=5 p3-ict-desired=4 ambition-regie=4 all=3";
    let combined = ["alles-rechts", "standaard-keurslijf", "protocol-ambitie", "telaat"];
    assert_eq!(all(right, "tip-s-"), combined);
}

#[test]
fn a_rule_that_names_one_thing_twice_is_no_combination() {
    // Both `tip-s-eerlijk` and `tip-s-leeftijd` ask about the first principle alone, in the order of the domain.
    let line = "p1-wensen-desired=3 p3-ict-desired=3 p2-welkan-desired=4";
    assert_eq!(all(line, "tip-s-"), ["controle-monitor", "eerlijk", "leeftijd", "staf"]);
}

#[test]
fn without_a_result_nothing_is_said_about_answers_but_that_much_is_unknown() {
    // Ten of 25 answered: enough for most rules, too little for a result.
    let few = "richting=3 richting-doelen=1 regie=2 kaders-spelregels=3 leiding-sturen=2 ambition=4";
    let unknown = format!("{few} resultaat=? verbinding=? inclusie=? techniek=?");
    for line in [few, &unknown] {
        let page = result_of(line, None).page();
        assert_eq!(page.data_attr("data-score"), None, "{line}");
        assert!(page.says(&message(Language::Dutch, MessageKey::TipsNone)));
    }
    assert_eq!(tips(few), [""; 0]);
    assert_eq!(tips(&unknown), ["tip-i-weetniet"]);
}

#[test]
fn without_a_result_there_is_no_road_map_and_no_button_for_more_tips() {
    let visitor = result_of("richting=3 p3-ict-desired=1", None);
    assert_eq!(visitor.page().data_attrs("data-road-map"), [""; 0]);
    assert!(!visitor.has_button("all-tips"));
}

#[test]
fn positions_speak_for_themselves_before_there_is_a_result() {
    // docs/product.md#principles: the reading of the principles includes the tips that match, and is never a score.
    assert_eq!(
        tips("p1-wensen-desired=2 p3-ict-desired=3"),
        ["tip-s-mismatch", "tip-s-keuzemenu", "tip-s-staf"]
    );
}

#[test]
fn a_statement_that_was_answered_but_is_not_asked_now_does_not_speak() {
    let full = "all=3 richting-doelen=1";
    assert_eq!(all(full, "tip-i-"), ["zonderdoel"]);
    assert_eq!(all(&format!("{full} set=quick"), "tip-i-"), [""; 0]);
}

#[test]
fn the_same_tips_come_first_again_once_all_were_shown() {
    let mut visitor = result_of(FIVE, None);
    let before = visitor.page().data_attrs("data-tip");
    visitor.send(Msg::AllTipsToggled);
    assert!(visitor.page().data_attrs("data-tip").len() > before.len());
    visitor.send(Msg::AllTipsToggled);
    assert_eq!(visitor.page().data_attrs("data-tip"), before);
}
