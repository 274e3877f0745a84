//! The descriptions of a statement are shown from low to high or from high to low, always the same for a statement:
//! where the highest phase always came last, its place would give it away.

use flexkompas::app::view::Page;
use flexkompas::app::view::block::{Block, Role, answer_of_key};
use flexkompas::content::Language;
use serde_json::json;

use crate::support::content::{part, start, structure};
use crate::support::visitor::{Visitor, visitor_in};

const LOW_TO_HIGH: [&str; 4] = ["1", "2", "3", "4"];
const HIGH_TO_LOW: [&str; 4] = ["4", "3", "2", "1"];

/// At this statement of a full scan.
fn at(id: &str, language: Language) -> Visitor {
    let mut visitor = visitor_in(language);
    visitor.choose("set", "full");
    visitor.go(&format!("statement/{id}"));
    visitor
}

/// The ids of all statements, each with what its structure says of the order.
fn statements() -> Vec<(&'static str, bool)> {
    let statements = structure()["statements"].as_array().unwrap().iter();
    statements.map(|s| (s["id"].as_str().unwrap(), s["reversed"].as_bool().unwrap())).collect()
}

/// The phases of the statement that is shown, as the keys 1 to 4 choose them.
fn keys(visitor: &Visitor) -> Vec<&'static str> {
    let Page::Blocks(blocks) = visitor.view().page else { panic!("no page") };
    let reversed = blocks.iter().find_map(|block| match block {
        Block::Region(region) => match region.role {
            Role::Statement { reversed, .. } => Some(reversed),
            _ => None,
        },
        _ => None,
    });
    let answers = LOW_TO_HIGH.map(|key| answer_of_key(key, reversed.unwrap()).unwrap().value());
    answers.to_vec()
}

#[test]
fn half_of_the_statements_show_their_descriptions_from_high_to_low() {
    let reversed = |quick: bool| {
        let asked =
            structure()["statements"].as_array().unwrap().iter().filter(|s| !quick || s["quick"] == true);
        let asked: Vec<bool> = asked.map(|s| s["reversed"] == true).collect();
        (asked.iter().filter(|reversed| **reversed).count(), asked.len())
    };
    assert_eq!((reversed(false), reversed(true)), ((12, 25), (5, 10)));
}

#[test]
fn descriptions_and_keys_follow_the_order_of_the_statement_in_both_languages() {
    for language in Language::ALL {
        let content = start(language);
        for (id, reversed) in statements() {
            let visitor = at(id, language);
            let order = if reversed { HIGH_TO_LOW } else { LOW_TO_HIGH };
            let page = visitor.page();
            assert_eq!(page.values(id)[..4], order, "{id}");
            assert_eq!(keys(&visitor), order, "{id}");
            assert_eq!(page.values(id)[4], "unknown", "{id}");
            let at =
                content.set.statements().iter().position(|statement| statement.id.as_str() == id).unwrap();
            for (value, anchor) in LOW_TO_HIGH.into_iter().zip(&content.statements[at].anchors) {
                assert_eq!(page.radio(id, value).label, **anchor, "{id}");
            }
        }
    }
}

#[test]
fn other_keys_choose_no_description() {
    for key in ["0", "5", "a", "Enter", "unknown", ""] {
        assert_eq!((answer_of_key(key, false), answer_of_key(key, true)), (None, None), "{key}");
    }
}

#[test]
fn a_description_stands_for_its_phase_wherever_it_is_shown() {
    let mut visitor = at("regie-top", Language::Dutch);
    let first = visitor.page().values("regie-top")[0].to_owned();
    visitor.answer(&first);
    assert_eq!(visitor.record()["answers"], json!({ "regie-top": 4 }));
}

#[test]
fn going_back_shows_a_statement_as_it_was() {
    let mut visitor = at("regie-top", Language::Dutch);
    let before: Vec<String> = visitor.page().radios.iter().map(|radio| radio.label.clone()).collect();
    visitor.answer("3");
    visitor.press("next");
    visitor.press("back");
    let after: Vec<String> = visitor.page().radios.iter().map(|radio| radio.label.clone()).collect();
    assert_eq!((after, visitor.chosen().as_deref()), (before, Some("3")));
}

#[test]
fn content_that_says_nothing_of_the_order_is_shown_from_low_to_high() {
    let mut content = part(flexkompas::content::Part::Start, Language::Dutch);
    for statement in content["statements"].as_array_mut().unwrap() {
        statement.as_object_mut().unwrap().remove("reversed");
    }
    let content = crate::support::content::read_start(&content).unwrap();
    assert!(content.statements.iter().all(|statement| !statement.reversed));
}
