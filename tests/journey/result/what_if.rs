//! Trying out other answers: the preview changes, and nothing else does.

use flexkompas::content::{Language, MessageKey};

use crate::support::content::message;
use crate::support::visitor::Visitor;

/// Richting 1, all else 4: position (1 + 8 × 4) / 9 = 33 / 9, score 88.9 → 89, and the weakest link allows phase 2.
fn one_at_1() -> Visitor {
    Visitor::result_of("1 4 4 4 4 4 4 4 4 4")
}

#[track_caller]
fn preview(visitor: &Visitor) -> String {
    let begin = message(Language::Dutch, MessageKey::WhatIfResult).split('{').next().unwrap().to_owned();
    let page = visitor.page();
    let mut said = page.texts.iter().filter(|(_, text)| text.starts_with(&begin));
    let text = said.next().map(|(_, text)| text.clone()).unwrap_or_default();
    assert!(said.next().is_none(), "the preview is told once");
    text
}

/// The text of the preview.
fn tried(phase: &str, score: &str, now: &str, before: &str) -> String {
    let text = message(Language::Dutch, MessageKey::WhatIfResult)
        .replace("{phase}", phase)
        .replace("{score}", score);
    text.replace("{now}", now).replace("{before}", before)
}

#[test]
fn before_anything_is_tried_there_is_no_preview() {
    let visitor = one_at_1();
    assert_eq!(preview(&visitor), "");
    assert!(!visitor.has_button("what-if-clear"));
}

#[test]
fn trying_what_must_move_shows_the_next_phase() {
    let mut visitor = one_at_1();
    assert_eq!(visitor.page().action("what-if").pressed, Some(false));
    visitor.press("what-if");
    // Richting 2: 34 / 9, score 92.6 → 93; it touches characteristics and is below 3, so phase 3 is the highest.
    assert_eq!(preview(&visitor), tried("3", "93", "2", "89"));
    assert_eq!(visitor.page().action("what-if").pressed, Some(true));
    assert_eq!(visitor.page().checked("what-if-richting-betekenis").as_deref(), Some("2"));
    visitor.press("what-if");
    assert_eq!(preview(&visitor), "");
}

#[test]
fn any_answer_can_be_raised_or_lowered_and_several_at_once() {
    let mut visitor = one_at_1();
    visitor.choose("what-if-richting-betekenis", "4");
    assert_eq!(preview(&visitor), tried("4", "100", "2", "89"));
    visitor.choose("what-if-hr-instrumenten", "1");
    // The same sum as now, with another dimension at 1.
    assert_eq!(preview(&visitor), tried("2", "89", "2", "89"));
    visitor.choose("what-if-hr-instrumenten", "3");
    // 35 / 9, score 96.3; nothing lags and every characteristic is at 3 or more.
    assert_eq!(preview(&visitor), tried("4", "96", "2", "89"));
}

#[test]
fn trying_changes_neither_the_record_nor_the_result_and_saves_nothing() {
    let mut visitor = one_at_1();
    let (stored, data_attrs) = (visitor.stored.clone(), visitor.page().data_attrs);
    let effects = [
        visitor.press("what-if"),
        visitor.choose("what-if-regie-top", "1"),
        visitor.press("what-if-clear"),
        visitor.choose("what-if-regie-top", "2"),
    ];
    assert_eq!(effects.concat(), []);
    assert_eq!((&visitor.stored, visitor.page().data_attrs), (&stored, data_attrs));
    visitor.press("export-json");
    assert!(visitor.files[0].text.contains("\"score\":89"));
    visitor.go("start");
    assert_eq!(visitor.chosen().as_deref(), Some("1"));
    assert_eq!(visitor.stored, stored);
}

#[test]
fn going_back_to_the_own_answer_stops_trying() {
    let mut visitor = one_at_1();
    visitor.choose("what-if-richting-betekenis", "3");
    visitor.choose("what-if-richting-betekenis", "1");
    assert_eq!(preview(&visitor), "");
    assert!(!visitor.has_button("what-if-clear"));
}

#[test]
fn the_button_to_stop_takes_away_everything_tried() {
    let mut visitor = one_at_1();
    visitor.choose("what-if-richting-betekenis", "3");
    visitor.choose("what-if-regie-top", "1");
    visitor.press("what-if-clear");
    assert_eq!(preview(&visitor), "");
    let checked = |name| visitor.page().checked(name);
    assert_eq!(checked("what-if-richting-betekenis").as_deref(), Some("1"));
    assert_eq!(checked("what-if-regie-top").as_deref(), Some("4"));
}

#[test]
fn leaving_the_page_in_any_way_stops_trying() {
    let leave = |leave: &dyn Fn(&mut Visitor)| {
        let mut visitor = one_at_1();
        visitor.choose("what-if-richting-betekenis", "3");
        assert_ne!(preview(&visitor), "");
        leave(&mut visitor);
        visitor.go("result");
        assert_eq!(preview(&visitor), "");
        assert_eq!(visitor.page().checked("what-if-richting-betekenis").as_deref(), Some("1"));
    };
    leave(&|visitor| drop(visitor.press("back")));
    leave(&|visitor| drop(visitor.press("open-statement")));
    leave(&|visitor| drop(visitor.press_browser_back()));
    leave(&|visitor| drop(visitor.go("library")));
}

#[test]
fn a_reload_stops_trying() {
    let mut visitor = one_at_1();
    visitor.choose("what-if-richting-betekenis", "3");
    let visitor = visitor.reload();
    assert_eq!((visitor.view().screen, preview(&visitor)), ("result", String::new()));
}

#[test]
fn only_statements_with_a_rating_can_be_tried() {
    let visitor = Visitor::result_of("2 2 2 2 2 2 2 2 unknown");
    let page = visitor.page();
    assert_eq!(page.values("what-if-richting-betekenis"), ["1", "2", "3", "4"]);
    for id in ["techniek-samenwerken", "hr-instrumenten", "richting-visie"] {
        assert!(page.values(&format!("what-if-{id}")).is_empty(), "{id}");
    }
}

#[test]
fn without_a_result_there_is_nothing_to_try() {
    let visitor = Visitor::result_of("2 2 2");
    assert!(!visitor.page().radios.iter().any(|radio| radio.name.starts_with("what-if-")));
}

#[test]
fn at_the_top_nothing_must_move_and_lowering_can_still_be_tried() {
    let mut visitor = Visitor::result_of("4 4 4 4 4 4 4 4 4 4");
    assert!(!visitor.has_button("what-if"));
    visitor.choose("what-if-regie-top", "2");
    // 34 / 9, and regie-top touches a characteristic.
    assert_eq!(preview(&visitor), tried("3", "93", "4", "100"));
}
