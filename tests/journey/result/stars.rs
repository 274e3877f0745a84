//! Tips to take along, and the road map (docs/product.md#road-map).

use flexkompas::app::Msg;
use flexkompas::content::{Language, MessageKey};
use serde_json::json;

use crate::support::content::{library, message};
use crate::support::tip;
use crate::support::visitor::Visitor;

/// All at 2 and none with an ambition: regie, leiderschap, richting (docs/product.md#dimensions), all from phase 2 to 3.
const ALL_AT_2: &str = "2 2 2 2 2 2 2 2 2 2";

fn at_2() -> Visitor {
    Visitor::result_of(ALL_AT_2)
}

/// Presses the star of a tip on the page.
#[track_caller]
fn star(visitor: &mut Visitor, id: &str) {
    let msg = Msg::StarToggled(tip(id));
    assert!(visitor.page().actions.iter().any(|action| action.msg == msg), "no star for {id}");
    visitor.send(msg);
}

/// Label and state of the star of a tip.
#[track_caller]
fn star_of(visitor: &Visitor, id: &str) -> (String, Option<bool>) {
    let page = visitor.page();
    let action = page.actions.iter().find(|action| action.msg == Msg::StarToggled(tip(id))).unwrap();
    (action.label.to_string(), action.pressed)
}

/// The tips of the road map in order, without what their names share.
fn planned(visitor: &Visitor) -> String {
    visitor.page().data_attrs("data-planned").join(" ").replace("tip-", "")
}

#[test]
fn the_road_map_holds_the_first_tips_in_order_of_time() {
    let mut visitor = Visitor::result_of("1 2 2 2 2 2 2 2 2 2");
    let page = visitor.page();
    // Richting goes from 1 to 2, in the first months; regie and leiderschap from 2 to 3, after that.
    assert_eq!(
        planned(&visitor),
        "richting-12a richting-12b regie-23a regie-23b leiderschap-23a leiderschap-23b"
    );
    let horizons = library(Language::Dutch).horizons;
    let heads: Vec<&str> = page.texts.iter().map(|(_, text)| &**text).collect();
    let place = |text: &str| heads.iter().rposition(|head| *head == text);
    assert!(place(&horizons[0].name) < place(&horizons[1].name), "{heads:?}");
    assert!(page.says(&horizons[0].belongs) && page.says(&horizons[1].belongs));
    assert!(!page.says(&horizons[2].belongs), "nothing is planned there");
    visitor.press("all-tips");
    assert_eq!(visitor.page().data_attrs("data-planned").len(), 6, "the road map stays a plan of the first");
}

#[test]
fn tips_on_answers_and_principles_are_planned_in_their_own_horizon() {
    let mut visitor = Visitor::result_of("3 2 3 3 3 3 3 3 3 3");
    visitor.go("ambition");
    visitor.choose("ambition-regie", "3");
    visitor.go("principle/p3-ict");
    visitor.choose("p3-ict-desired", "p3-anticiperen");
    visitor.go("result");
    let planned = planned(&visitor);
    // tip-i-top belongs to 0–3 months, steps from 2 to 3 after that, from 3 to 4 after those, privacy to always.
    let order = ["i-top", "regie-23a", "leiderschap-34a", "s-privacy"].map(|id| planned.find(id).unwrap());
    assert!(order.is_sorted(), "{planned}");
}

#[test]
fn a_starred_tip_comes_first_in_its_part_of_the_road_map() {
    let mut visitor = at_2();
    assert!(planned(&visitor).starts_with("regie-23a regie-23b"));
    star(&mut visitor, "tip-richting-23b");
    assert!(planned(&visitor).starts_with("richting-23b regie-23a regie-23b"), "{}", planned(&visitor));
    assert_eq!(visitor.page().data_attrs("data-planned").len(), 6);
}

#[test]
fn a_star_is_saved_and_exported_and_can_be_taken_away() {
    let mut visitor = at_2();
    star(&mut visitor, "tip-richting-23b");
    star(&mut visitor, "tip-regie-23a");
    assert_eq!(visitor.record()["starred"], json!(["tip-regie-23a", "tip-richting-23b"]));
    visitor.press("export-json");
    assert!(visitor.files[0].text.contains("\"starred\":[\"tip-regie-23a\",\"tip-richting-23b\"]"));
    star(&mut visitor, "tip-regie-23a");
    star(&mut visitor, "tip-richting-23b");
    assert_eq!(visitor.record().get("starred"), None);
}

#[test]
fn the_star_says_what_it_is() {
    let mut visitor = at_2();
    let say = |key| message(Language::Dutch, key);
    assert_eq!(star_of(&visitor, "tip-regie-23a"), (say(MessageKey::Star), Some(false)));
    star(&mut visitor, "tip-regie-23a");
    assert_eq!(star_of(&visitor, "tip-regie-23a"), (say(MessageKey::Starred), Some(true)));
    assert_eq!(star_of(&visitor, "tip-regie-23b"), (say(MessageKey::Star), Some(false)));
}

#[test]
fn a_starred_tip_that_is_not_among_the_first_is_planned_as_well() {
    let mut visitor = at_2();
    visitor.press("all-tips");
    star(&mut visitor, "tip-alg-werkplek");
    star(&mut visitor, "tip-techniek-23a");
    visitor.press("all-tips");
    assert_eq!(visitor.page().data_attrs("data-tip").len(), 6);
    // Both belong to 3–9 months; what is starred comes first, a step before a general tip.
    assert!(planned(&visitor).starts_with("techniek-23a alg-werkplek regie-23a"), "{}", planned(&visitor));
}

#[test]
fn stars_are_there_after_a_reload_and_in_the_other_language() {
    let mut visitor = at_2();
    star(&mut visitor, "tip-richting-23b");
    let mut visitor = visitor.reload();
    visitor.send(Msg::LanguageChosen(Language::English));
    assert!(planned(&visitor).starts_with("richting-23b regie-23a"));
    assert_eq!(
        star_of(&visitor, "tip-richting-23b"),
        (message(Language::English, MessageKey::Starred), Some(true))
    );
}

#[test]
fn a_star_for_a_tip_that_no_longer_fits_stays_in_the_plan() {
    let mut visitor = at_2();
    star(&mut visitor, "tip-regie-23a");
    visitor.answer_to("regie-top", "4");
    visitor.go("result");
    assert!(!visitor.page().data_attrs("data-tip").contains(&"tip-regie-23a".to_owned()));
    assert!(planned(&visitor).starts_with("regie-23a "), "{}", planned(&visitor));
}
