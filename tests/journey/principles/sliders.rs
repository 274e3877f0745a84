//! The three trade-off sliders.

use flexkompas::content::{Language, MessageKey};
use serde_json::json;

use crate::support::content::{library, message};
use crate::support::visitor::{Visitor, visitor};

const STOPS: [&str; 4] = ["p1-personaliseren", "p1-modulair", "p1-segmenteren", "p1-standaardiseren"];

/// A visitor at the first principle, with marks on these stops, counted from 1; 0 for none.
#[track_caller]
fn with_marks(now: usize, desired: usize) -> Visitor {
    let mut visitor = visitor();
    visitor.go("principle/p1-wensen");
    for (name, stop) in [("p1-wensen-now", now), ("p1-wensen-desired", desired)] {
        if stop > 0 {
            visitor.choose(name, STOPS[stop - 1]);
        }
    }
    visitor
}

#[test]
fn an_untouched_slider_has_no_value_and_no_warning() {
    let visitor = with_marks(0, 0);
    let page = visitor.page();
    for name in ["p1-wensen-now", "p1-wensen-desired"] {
        assert_eq!((page.values(name), page.checked(name)), (STOPS.to_vec(), None));
    }
    assert_eq!(page.data_attr("data-warnings").as_deref(), Some("0"));
    assert!(!visitor.has_button("clear-now") && !visitor.has_button("clear-desired"));
}

#[test]
fn the_thinking_behind_both_poles_is_visible_before_choosing() {
    let page = with_marks(0, 0).page();
    for pole in &library(Language::Dutch).principles[0].poles {
        assert!(page.says(&pole.thinking), "{}", pole.name);
    }
}

#[test]
fn now_and_desired_are_two_marks_on_one_track() {
    let visitor = with_marks(3, 2);
    let page = visitor.page();
    assert_eq!(page.checked("p1-wensen-now").as_deref(), Some("p1-segmenteren"));
    assert_eq!(page.checked("p1-wensen-desired").as_deref(), Some("p1-modulair"));
    assert_eq!(
        visitor.record()["principles"]["positions"],
        json!({ "p1-wensen": { "now": "p1-segmenteren", "desired": "p1-modulair" } })
    );
}

#[test]
fn a_mark_can_be_moved_and_taken_away() {
    let mut visitor = with_marks(3, 0);
    visitor.choose("p1-wensen-now", "p1-standaardiseren");
    assert_eq!(visitor.page().checked("p1-wensen-now").as_deref(), Some("p1-standaardiseren"));
    visitor.press("clear-now");
    assert_eq!(visitor.page().checked("p1-wensen-now"), None);
    assert_eq!(visitor.record()["principles"]["positions"], json!({}));
}

#[test]
fn taking_one_mark_away_leaves_the_other() {
    let mut visitor = with_marks(3, 2);
    visitor.press("clear-desired");
    assert_eq!(
        visitor.record()["principles"]["positions"],
        json!({ "p1-wensen": { "now": "p1-segmenteren" } })
    );
}

#[test]
fn warnings_of_a_pole_appear_when_the_desired_mark_leans_or_moves_to_it() {
    let warnings = |now, desired| with_marks(now, desired).page().data_attr("data-warnings").unwrap();
    // Four warnings of this principle belong to the first pole, two to the second.
    assert_eq!(warnings(0, 1), "4");
    assert_eq!(warnings(0, 2), "4");
    assert_eq!(warnings(0, 3), "2");
    assert_eq!(warnings(4, 3), "6", "on the side of the second pole, with a step towards the first");
    assert_eq!(warnings(1, 3), "2", "a step away from the first");
    assert_eq!(warnings(1, 0), "0", "only the desired mark counts");
}

#[test]
fn the_middle_of_a_track_leans_to_neither_pole() {
    let mut visitor = visitor();
    visitor.go("principle/p2-welkan");
    visitor.choose("p2-welkan-desired", "p2-kaders");
    assert_eq!(visitor.page().data_attr("data-warnings").as_deref(), Some("0"));
    visitor.choose("p2-welkan-now", "p2-protocollen");
    assert_eq!(visitor.page().data_attr("data-warnings").as_deref(), Some("4"), "a step towards trust");
}

#[test]
fn the_distance_between_now_and_desired_is_put_into_words() {
    let reads = |now, desired, key, n: &str, pole: &str| {
        let expected = message(Language::Dutch, key).replace("{n}", n).replace("{pole}", pole);
        let page = with_marks(now, desired).page();
        assert!(page.says(&expected), "{expected}: {:?}", page.texts);
    };
    reads(2, 2, MessageKey::ReadingStay, "0", "");
    reads(3, 2, MessageKey::ReadingAdjust, "1", "Uniek");
    reads(2, 4, MessageKey::ReadingRounds, "2", "Uniform");
    reads(4, 1, MessageKey::ReadingLeap, "3", "Uniek");
}

#[test]
fn the_theme_belongs_to_all_principles() {
    let mut visitor = visitor();
    visitor.go("guide");
    visitor.write("theme", "werkdruk");
    let expected = message(Language::Dutch, MessageKey::ThemeIs).replace("{name}", "werkdruk");
    for route in ["principle/p1-wensen", "principle/p2-welkan", "principle/p3-ict"] {
        visitor.press("next");
        assert_eq!(visitor.route(), route);
        assert!(visitor.page().says(&expected), "{route}");
    }
    assert_eq!(visitor.record()["principles"]["theme"], "werkdruk");
}

#[test]
fn next_and_back_lead_through_the_principles_from_result_to_result() {
    let mut visitor = visitor();
    visitor.go("result");
    let mut path = Vec::new();
    for button in ["principles", "next", "next", "back", "next", "next"] {
        visitor.press(button);
        path.push(visitor.route().replace("principle/", ""));
    }
    assert_eq!(path, ["p1-wensen", "p2-welkan", "p3-ict", "p2-welkan", "p3-ict", "result"]);
}

#[test]
fn back_from_the_first_principle_leads_to_the_result() {
    let mut visitor = with_marks(0, 0);
    visitor.press("back");
    assert_eq!(visitor.route(), "result");
}

#[test]
fn the_sliders_do_not_touch_the_score() {
    let mut visitor = Visitor::result_of("2 2 2 2 2 2 2 2 2 2");
    let score = |visitor: &Visitor| visitor.page().data_attr("data-score");
    let before = score(&visitor);
    visitor.go("principle/p1-wensen");
    visitor.choose("p1-wensen-now", "p1-standaardiseren");
    visitor.choose("p1-wensen-desired", "p1-personaliseren");
    visitor.go("result");
    assert_eq!((score(&visitor), before), (Some("33".to_owned()), Some("33".to_owned())));
}

#[test]
fn the_result_lists_the_principles_that_were_placed() {
    let mut visitor = with_marks(0, 2);
    visitor.go("result");
    let page = visitor.page();
    assert_eq!(page.data_attrs("data-principle"), ["p1-wensen"]);
    let table = page.tables.iter().find(|table| table.key == "principles").unwrap();
    let cells: Vec<&str> = table.rows[0].cells.iter().map(|cell| &**cell).collect();
    let none = message(Language::Dutch, MessageKey::NotPlaced);
    assert_eq!(cells, ["Sluit aan bij de wensen van mensen", &none, "Modulair aanbieden"]);
    visitor.press("open-principle");
    assert_eq!(visitor.route(), "principle/p1-wensen");
}
