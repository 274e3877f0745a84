//! Several policy themes side by side, each with its own guide and positions (docs/product.md#principles).

use flexkompas::app::{Effect, Msg};
use flexkompas::content::{Language, MessageKey};
use serde_json::{Value, json};

use crate::support::content::message;
use crate::support::scan::of_this_set;
use crate::support::visitor::{Visitor, visitor};

/// A visitor who worked on a theme of this name: a mark and words in the guide.
#[track_caller]
fn work_on(visitor: &mut Visitor, name: &str, stop: &str) {
    visitor.go("guide");
    visitor.write("theme", name);
    visitor.write("guide-q-scope-kern", &format!("De kern van {name}"));
    visitor.go("principle/p1-wensen");
    visitor.choose("p1-wensen-desired", stop);
    visitor.go("guide");
}

/// A visitor with the theme *Rooster* set aside and *Werkdruk* at hand.
fn with_two_themes() -> Visitor {
    let mut visitor = visitor();
    work_on(&mut visitor, "Rooster", "p1-modulair");
    visitor.press("add-theme");
    work_on(&mut visitor, "Werkdruk", "p1-segmenteren");
    visitor
}

/// The mark of the theme at hand; the visitor is in the guide before and after.
#[track_caller]
fn mark(visitor: &mut Visitor) -> Option<String> {
    visitor.go("principle/p1-wensen");
    let mark = visitor.page().checked("p1-wensen-desired");
    visitor.go("guide");
    mark
}

fn names(visitor: &Visitor) -> (String, Vec<String>) {
    let principles = visitor.record()["principles"].clone();
    let name = |theme: &Value| theme["theme"].as_str().unwrap().to_owned();
    let others = principles["others"].as_array().map(|others| others.iter().map(name).collect());
    (name(&principles), others.unwrap_or_default())
}

fn is(visitor: &Visitor, at_hand: &str, others: &[&str]) -> bool {
    names(visitor) == (at_hand.to_owned(), others.iter().map(|name| (*name).to_owned()).collect())
}

/// The labels of the buttons that open another theme.
fn offered(visitor: &Visitor) -> Vec<String> {
    let page = visitor.page();
    let open = page.actions.iter().filter(|action| action.name == "open-theme");
    open.map(|action| action.label.to_string()).collect()
}

#[test]
fn a_new_theme_begins_empty_and_the_one_before_is_set_aside_with_its_work() {
    let mut visitor = visitor();
    work_on(&mut visitor, "Rooster", "p1-modulair");
    let before = visitor.record()["principles"].clone();
    assert_eq!(visitor.press("add-theme")[0], Effect::FocusHeading);
    assert_eq!(mark(&mut visitor), None);
    assert_eq!(visitor.page().written("theme"), "");
    assert_eq!(visitor.page().written("guide-q-scope-kern"), "");
    let after = json!({ "theme": "", "positions": {}, "others": [before] });
    assert_eq!(visitor.record()["principles"], after);
}

#[test]
fn opening_a_theme_brings_its_work_back_and_sets_the_present_one_aside() {
    let mut visitor = with_two_themes();
    let label = |name: &str| message(Language::Dutch, MessageKey::ThemeOpen).replace("{name}", name);
    assert_eq!(offered(&visitor), [label("Rooster")]);
    visitor.press("open-theme");
    assert!(is(&visitor, "Rooster", &["Werkdruk"]), "{:?}", names(&visitor));
    assert_eq!(mark(&mut visitor).as_deref(), Some("p1-modulair"));
    assert_eq!(offered(&visitor), [label("Werkdruk")]);
    assert_eq!(visitor.page().written("guide-q-scope-kern"), "De kern van Rooster");
    visitor.press("open-theme");
    assert_eq!(visitor.page().written("guide-q-scope-kern"), "De kern van Werkdruk");
}

#[test]
fn any_of_several_themes_can_be_opened() {
    let mut visitor = with_two_themes();
    visitor.press("add-theme");
    work_on(&mut visitor, "Hybride", "p1-standaardiseren");
    assert!(is(&visitor, "Hybride", &["Rooster", "Werkdruk"]), "{:?}", names(&visitor));
    visitor.send(Msg::ThemeOpened(1));
    assert!(is(&visitor, "Werkdruk", &["Rooster", "Hybride"]), "{:?}", names(&visitor));
    assert_eq!(mark(&mut visitor).as_deref(), Some("p1-segmenteren"));
}

#[test]
fn an_empty_theme_is_not_kept_when_another_is_opened() {
    let mut visitor = with_two_themes();
    visitor.press("add-theme");
    assert!(is(&visitor, "", &["Rooster", "Werkdruk"]));
    visitor.press("open-theme");
    assert!(is(&visitor, "Rooster", &["Werkdruk"]), "{:?}", names(&visitor));
}

#[test]
fn an_empty_theme_offers_no_further_one_and_nothing_to_remove() {
    let mut visitor = visitor();
    visitor.go("guide");
    assert!(!["add-theme", "remove-theme", "open-theme"].iter().any(|name| visitor.has_button(name)));
}

#[test]
fn removing_a_theme_brings_back_the_one_before() {
    let mut visitor = with_two_themes();
    visitor.press("remove-theme");
    assert!(is(&visitor, "Rooster", &[]), "{:?}", names(&visitor));
    visitor.press("remove-theme");
    assert!(is(&visitor, "", &[]));
    assert_eq!(visitor.record()["principles"], json!({ "theme": "", "positions": {} }));
}

#[test]
fn a_removed_theme_is_back_with_its_guide_and_marks_when_that_is_undone() {
    let mut visitor = with_two_themes();
    let before = visitor.record()["principles"].clone();
    visitor.press("remove-theme");
    assert_eq!(visitor.notice(), Some(message(Language::Dutch, MessageKey::NoticeThemeRemoved)));
    visitor.press("undo");
    assert_eq!(visitor.record()["principles"], before);
    assert_eq!(mark(&mut visitor).as_deref(), Some("p1-segmenteren"));
}

#[test]
fn two_removed_themes_are_back_one_by_one() {
    let mut visitor = with_two_themes();
    visitor.press("remove-theme");
    visitor.press("remove-theme");
    visitor.press("undo");
    assert!(is(&visitor, "Rooster", &[]), "{:?}", names(&visitor));
    visitor.press("undo");
    assert!(is(&visitor, "Werkdruk", &["Rooster"]), "{:?}", names(&visitor));
    assert!(!visitor.has_button("undo"));
}

#[test]
fn what_was_entered_since_a_theme_was_removed_stays_beside_it() {
    let mut visitor = visitor();
    work_on(&mut visitor, "Rooster", "p1-modulair");
    visitor.press("remove-theme");
    work_on(&mut visitor, "Werkdruk", "p1-segmenteren");
    visitor.press("undo");
    assert!(is(&visitor, "Rooster", &["Werkdruk"]), "{:?}", names(&visitor));
}

#[test]
fn a_theme_without_a_name_can_be_opened_as_well() {
    let mut visitor = visitor();
    visitor.go("principle/p1-wensen");
    visitor.choose("p1-wensen-desired", "p1-modulair");
    visitor.press("guide");
    visitor.press("add-theme");
    let nameless = message(Language::Dutch, MessageKey::ThemeNameless);
    assert_eq!(
        offered(&visitor),
        [message(Language::Dutch, MessageKey::ThemeOpen).replace("{name}", &nameless)]
    );
    visitor.press("open-theme");
    assert_eq!(mark(&mut visitor).as_deref(), Some("p1-modulair"));
}

#[test]
fn a_theme_that_does_not_exist_changes_nothing() {
    let mut visitor = with_two_themes();
    let before = visitor.stored.clone();
    visitor.send(Msg::ThemeOpened(7));
    assert_eq!(visitor.stored, before);
}

#[test]
fn the_result_and_its_tips_are_about_the_theme_at_hand() {
    let mut visitor = with_two_themes();
    let tips = |visitor: &mut Visitor| {
        visitor.go("result");
        let tips = visitor.page().data_attrs("data-tip");
        visitor.go("guide");
        tips
    };
    assert_eq!(tips(&mut visitor), ["tip-s-eerlijk", "tip-s-leeftijd"]);
    visitor.press("open-theme");
    assert_eq!(tips(&mut visitor), ["tip-s-keuzemenu"]);
}

#[test]
fn all_themes_are_there_after_a_reload() {
    let mut visitor = with_two_themes().reload();
    assert!(is(&visitor, "Werkdruk", &["Rooster"]));
    assert_eq!(offered(&visitor).len(), 1);
    assert_eq!(mark(&mut visitor).as_deref(), Some("p1-segmenteren"));
}

#[test]
fn what_a_later_version_added_to_a_theme_goes_with_that_theme() {
    let mut visitor = visitor();
    let record = of_this_set(include_str!("../../fixtures/record-v1-themes.json"));
    visitor.send(Msg::ImportChosen(Ok(record)));
    let before = visitor.record()["principles"].clone();
    visitor.send(Msg::ThemeOpened(0));
    let after = visitor.record()["principles"].clone();
    assert_eq!((&after["madeBy"], after.get("weights")), (&json!({ "a": "later version" }), None));
    assert_eq!(after["positions"]["p1-wensen"]["why"], "of a later version");
    assert_eq!(after["others"][0]["weights"], before["weights"]);
    visitor.send(Msg::ThemeOpened(0));
    assert_eq!(visitor.record()["principles"], before);
}
