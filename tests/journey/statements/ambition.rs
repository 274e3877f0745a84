//! The ambition per dimension.

use flexkompas::app::Msg;
use flexkompas::content::{Language, MessageKey};
use serde_json::json;

use crate::support::content::message;
use crate::support::visitor::{Visitor, visitor};

fn at_the_ambition() -> Visitor {
    let mut visitor = visitor();
    visitor.answer("3");
    visitor.go("ambition");
    visitor
}

#[test]
fn there_is_a_track_of_four_phases_per_dimension_and_all_are_empty() {
    let page = at_the_ambition().page();
    let dimensions = page.data_attrs("data-dimension");
    assert_eq!(dimensions.len(), 9);
    for id in dimensions {
        let name = format!("ambition-{id}");
        assert_eq!((page.values(&name), page.checked(&name)), (vec!["1", "2", "3", "4"], None));
    }
}

#[test]
fn the_present_value_is_told_where_there_is_one() {
    let page = at_the_ambition().page();
    assert!(
        page.says(&message(Language::Dutch, MessageKey::NowIs).replace("{value}", "3,0")),
        "{:?}",
        page.texts
    );
    let unknown = message(Language::Dutch, MessageKey::NowUnknown);
    assert_eq!(page.texts.iter().filter(|(_, text)| *text == unknown).count(), 8);
}

#[test]
fn an_ambition_is_shown_and_saved_and_can_be_taken_away() {
    let mut visitor = at_the_ambition();
    visitor.choose("ambition-regie", "4");
    assert_eq!(visitor.page().checked("ambition-regie").as_deref(), Some("4"));
    assert_eq!(visitor.record()["ambition"], json!({ "regie": 4 }));
    visitor.press("clear-ambition");
    assert_eq!(visitor.page().checked("ambition-regie"), None);
    assert_eq!(visitor.record()["ambition"], json!({}));
}

#[test]
fn the_button_says_skip_until_an_ambition_is_placed() {
    let mut visitor = at_the_ambition();
    let label = |visitor: &Visitor| visitor.page().action("next").label.to_string();
    assert_eq!(label(&visitor), message(Language::Dutch, MessageKey::SkipAmbition));
    visitor.choose("ambition-regie", "4");
    assert_eq!(label(&visitor), message(Language::Dutch, MessageKey::ToResult));
    visitor.press("next");
    assert_eq!(visitor.view().screen, "result");
}

#[test]
fn numbers_are_read_the_way_of_the_language() {
    let mut visitor = visitor();
    visitor.answer_to("kaders-spelregels", "1");
    visitor.answer_to("kaders-bereik", "2");
    visitor.go("ambition");
    let now = |language, value: &str| message(language, MessageKey::NowIs).replace("{value}", value);
    assert!(visitor.page().says(&now(Language::Dutch, "1,5")));
    visitor.send(Msg::LanguageChosen(Language::English));
    assert!(visitor.page().says(&now(Language::English, "1.5")));
}

#[test]
fn the_ambition_stands_on_the_result_beside_the_value() {
    let mut visitor = at_the_ambition();
    visitor.choose("ambition-richting", "4");
    visitor.press("next");
    let of = |name| visitor.page().data_attr_of(("data-dimension", "richting"), name);
    assert_eq!((of("data-value").as_deref(), of("data-ambition").as_deref()), (Some("3.00"), Some("4")));
}

#[test]
fn the_widest_gap_to_the_ambition_gets_the_first_tips() {
    let mut visitor = Visitor::result_of("2 2 2 2 2 2 2 2 2 2");
    assert_eq!(visitor.page().data_attrs("data-tip")[0], "tip-regie-23a");
    visitor.go("ambition");
    visitor.choose("ambition-techniek", "4");
    visitor.go("result");
    assert_eq!(visitor.page().data_attrs("data-tip")[0], "tip-techniek-23a");
}
