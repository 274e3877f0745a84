//! The configuration of a site owner, as a visitor meets it.

use flexkompas::app::view::Page;
use flexkompas::app::{Config, Effect, Flags, LoadFault};
use serde_json::{Value, json};

use crate::support::visitor::{Visitor, first_visit};

/// Flags of a first visit with this block and address.
#[track_caller]
pub(crate) fn configured(block: &Value, address: &[(&str, &str)]) -> Flags {
    let parameter =
        |name: &str| address.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned());
    let (config, refused) = Config::read(Some(&block.to_string()), &parameter);
    Flags { config, refused, ..first_visit() }
}

#[track_caller]
pub(crate) fn visitor_with(block: &Value) -> Visitor {
    Visitor::enter(configured(block, &[]))
}

fn warnings(visitor: &Visitor) -> Vec<String> {
    let text = |effect: &Effect| match effect {
        Effect::Warn(text) => Some(text.clone()),
        _ => None,
    };
    visitor.effects.iter().filter_map(text).collect()
}

/// Answers the statements so that there is a result, and goes there.
#[track_caller]
pub(crate) fn at_the_result(mut visitor: Visitor) -> Visitor {
    visitor.answer_all("2");
    visitor.go("result");
    visitor
}

#[test]
fn the_title_stands_in_the_place_of_the_name() {
    let visitor = visitor_with(&json!({ "title": "Kompas van Noord", "logo": "noord.svg" }));
    let header = visitor.shell().header;
    assert_eq!(&*header.brand, "Kompas van Noord");
    assert_eq!(header.logo.as_deref(), Some("noord.svg"));
    assert!(visitor.view().title.ends_with(" · Kompas van Noord"), "{}", visitor.view().title);
}

#[test]
fn a_logo_that_cannot_be_shown_gives_way_to_the_mark_and_is_told() {
    let mut visitor = visitor_with(&json!({ "logo": "noord.svg" }));
    visitor.send(flexkompas::app::Msg::LogoFailed);
    assert_eq!(visitor.shell().header.logo, None);
    assert_eq!(
        warnings(&visitor),
        ["Flexkompas: logo \"noord.svg\" in flexkompas-config is not used: it could not be shown"]
    );
}

#[test]
fn questions_have_an_address_on_every_page() {
    let mut visitor = visitor_with(&json!({ "contact": "mailto:hr@example.org" }));
    for route in ["start", "ambition", "result"] {
        visitor.go(route);
        let contact = visitor.shell().saving.contact.unwrap();
        assert_eq!((&*contact.address, &*contact.label), ("mailto:hr@example.org", "Vragen? hr@example.org"));
    }
    assert_eq!(visitor_with(&json!({})).shell().saving.contact, None);
}

#[test]
fn a_new_scan_begins_with_the_set_and_the_role_of_the_site_also_after_erasing() {
    let mut visitor = visitor_with(&json!({ "set": "full" }));
    assert_eq!(visitor.progress().1, 25);
    visitor.answer("2");
    visitor.press("erase");
    visitor.press("confirm-erase");
    assert_eq!(visitor.progress().1, 25);

    let all = Visitor::enter(first_visit()).progress().1;
    let with_role = Visitor::enter(configured(&json!({}), &[("set", "full"), ("role", "employee")]));
    assert!(with_role.progress().1 < 25, "{} of {all}", with_role.progress().1);
}

#[test]
fn what_the_visitor_chose_counts_for_more_than_what_the_site_begins_with() {
    let mut visitor = visitor_with(&json!({ "set": "full", "language": "en" }));
    assert_eq!(visitor.view().language, "en");
    visitor.answer("2");
    visitor.send(flexkompas::app::Msg::LengthChosen(flexkompas::domain::ScanLength::Quick));
    visitor.send(flexkompas::app::Msg::LanguageChosen(flexkompas::content::Language::Dutch));
    let stored = flexkompas::app::Stored::Text(visitor.stored.clone().unwrap());
    let again =
        Visitor::enter(Flags { stored, ..configured(&json!({ "set": "full", "language": "en" }), &[]) });
    assert_eq!(again.view().language, "nl");
    assert_eq!(again.record()["set"], "quick");
}

#[test]
fn a_role_that_the_content_does_not_have_is_told_with_those_it_has() {
    let visitor = Visitor::enter(configured(&json!({}), &[("role", "keizer")]));
    let warnings = warnings(&visitor);
    assert_eq!(warnings.len(), 1, "{warnings:?}");
    assert!(
        warnings[0].starts_with("Flexkompas: role \"keizer\" is not used: it must be one of director, "),
        "{warnings:?}"
    );
    assert_eq!(visitor.progress().1, 10);
    let mut visitor = visitor;
    visitor.answer("1");
    assert_eq!(visitor.record()["role"], Value::Null);
}

#[test]
fn parts_that_are_not_shown_have_no_step_no_offer_and_no_place() {
    let visitor = visitor_with(&json!({ "parts": ["statements", "result"] }));
    let steps: Vec<&str> = visitor.shell().steps.items.iter().map(|step| step.section.name()).collect();
    assert_eq!(steps, ["statements", "result"]);
    let mut visitor = visitor;
    visitor.answer_all("2");
    assert_eq!(visitor.route(), "result", "the way on leads past what is not shown");
    for offer in ["principles", "reflection", "modules"] {
        assert!(!visitor.has_button(offer), "{offer}");
    }
    visitor.press("back");
    assert!(visitor.route().starts_with("statement/"), "{}", visitor.route());
    for route in ["ambition", "principles", "guide", "reflection", "library", "modules"] {
        visitor.go(route);
        assert_eq!(visitor.route(), "result", "{route}");
    }
}

#[test]
fn without_such_a_list_every_part_is_shown() {
    let visitor = at_the_result(visitor_with(&json!({})));
    assert_eq!(visitor.shell().steps.items.len(), 5);
    for offer in ["principles", "reflection", "modules"] {
        assert!(visitor.has_button(offer), "{offer}");
    }
}

#[test]
fn the_principles_begin_with_the_theme_of_the_site_until_the_visitor_changes_it() {
    let mut visitor = visitor_with(&json!({ "theme": "werkdruk" }));
    assert!(!visitor.has_saved(), "a theme alone is no scan");
    visitor.go("guide");
    assert_eq!(&*visitor.page().field("theme").value, "werkdruk");
    visitor.write("theme", "");
    visitor.go("principles");
    visitor.go("guide");
    assert_eq!(&*visitor.page().field("theme").value, "");
}

fn tip(id: &str, more: &Value) -> Value {
    let mut tip = json!({ "id": id, "text": format!("Dit is {id}."), "source": "HR" });
    tip.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    tip
}

#[test]
fn tips_of_the_site_stand_with_those_of_their_kind() {
    let step = tip("tip-own-step", &json!({ "dimension": "leiderschap", "transition": "2-3" }));
    let rule = tip("tip-own-rule", &json!({ "when": "leiderschap >= 2", "horizon": "h1" }));
    let general = tip("tip-own-general", &json!({ "horizon": "h1" }));
    let english = tip("tip-own-english", &json!({ "horizon": "h1", "language": "en" }));
    let horizon = crate::support::content::structure()["horizons"][0]["id"].clone();
    let tips = [step, rule, general, english].map(|mut tip| {
        if tip.get("horizon").is_some() {
            tip["horizon"] = horizon.clone();
        }
        tip
    });
    let mut visitor = at_the_result(visitor_with(&json!({ "tips": tips })));
    assert_eq!(warnings(&visitor), [""; 0]);
    let shown = visitor.page().data_attrs("data-tip");
    assert!(shown.contains(&"tip-own-rule".to_owned()), "{shown:?}");
    visitor.press("all-tips");
    let shown = visitor.page().data_attrs("data-tip");
    for id in ["tip-own-step", "tip-own-rule", "tip-own-general"] {
        assert_eq!(shown.iter().filter(|shown| *shown == id).count(), 1, "{id} in {shown:?}");
    }
    assert!(!shown.contains(&"tip-own-english".to_owned()), "another language");
}

#[test]
fn tips_with_a_mistake_are_left_out_and_every_mistake_is_named_with_its_place() {
    let tips = json!([
        { "id": "tip-own", "source": "HR", "dimension": "leiderschap", "transition": "2-4" },
        { "id": "tip-own-two", "text": "Bel HR.", "source": "HR", "dimension": "nergens", "transition": "1-2" },
    ]);
    let visitor = at_the_result(visitor_with(&json!({ "tips": tips })));
    let warnings = warnings(&visitor);
    assert_eq!(warnings.len(), 1, "{warnings:?}");
    assert!(warnings[0].starts_with("Flexkompas: tips in flexkompas-config are not used. "), "{warnings:?}");
    for part in
        ["(tip-own).transition: must be one of 1-2, 2-3, 3-4", "(tip-own-two).dimension: no such dimension"]
    {
        assert!(warnings[0].contains(part), "{part} in {warnings:?}");
    }
    let shown = visitor.page().data_attrs("data-tip");
    assert!(!shown.is_empty() && !shown.iter().any(|tip| tip.starts_with("tip-own")), "{shown:?}");
}

#[test]
fn content_of_another_question_set_is_refused() {
    let mut visitor = Visitor::enter(Flags { question_set: "noord-2027".into(), ..first_visit() });
    assert_eq!(visitor.view().page, Page::Failed(LoadFault::Site));
    assert_eq!(warnings(&visitor), ["Flexkompas content start.nl: its questionSet is not noord-2027"]);
    visitor.effects.clear();
}
