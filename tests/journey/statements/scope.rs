//! Set and role: what they hide, and that they lose nothing.

use flexkompas::content::{Language, MessageKey};

use crate::support::content::message;
use crate::support::visitor::{Visitor, visitor};

/// A visitor with this set and role.
#[track_caller]
fn with(set: &str, role: &str) -> Visitor {
    let mut visitor = visitor();
    visitor.choose("set", set);
    visitor.choose("role", role);
    visitor
}

#[test]
fn the_quick_set_and_no_role_are_chosen_at_first() {
    let page = visitor().page();
    assert_eq!((page.checked("set"), page.checked("role")), (Some("quick".to_owned()), Some(String::new())));
    assert_eq!(page.values("role"), ["", "director", "hr", "manager", "employee", "works-council"]);
}

#[test]
fn set_and_role_are_saved_and_there_again_after_a_reload() {
    let visitor = with("full", "employee");
    assert_eq!((&visitor.record()["set"], &visitor.record()["role"]), (&"full".into(), &"employee".into()));
    assert_eq!(visitor.reload().progress(), (1, 21));
}

#[test]
fn a_role_can_be_taken_back() {
    let mut visitor = with("full", "employee");
    visitor.choose("role", "");
    assert_eq!((visitor.progress(), &visitor.record()["role"]), ((1, 25), &serde_json::Value::Null));
}

#[test]
fn a_role_hides_what_it_cannot_judge() {
    let mut visitor = with("quick", "works-council");
    assert_eq!(visitor.progress(), (1, 9));
    visitor.go("overview");
    let listed = visitor.page().data_attrs("data-statement");
    assert!(listed.len() == 9 && !listed.contains(&"resultaat-afspraken".to_owned()), "{listed:?}");
    visitor.go("statement/resultaat-afspraken");
    assert_eq!(visitor.route(), "start");
}

#[test]
fn next_passes_over_what_the_role_does_not_see() {
    let mut visitor = with("quick", "works-council");
    visitor.answer_to("leiding-sturen", "2");
    visitor.press("next");
    assert_eq!(visitor.statement(), "verbinding-ontmoeten");
    visitor.press("back");
    assert_eq!(visitor.statement(), "leiding-sturen");
}

#[test]
fn a_role_says_where_it_only_gives_a_perception() {
    let says = |role| {
        let mut visitor = with("quick", role);
        visitor.go("statement/regie-top");
        visitor.page().says(&message(Language::Dutch, MessageKey::Perception))
    };
    assert_eq!((says(""), says("director"), says("hr")), (false, true, false));
}

#[test]
fn answers_outside_the_set_are_kept_and_come_back_with_it() {
    let mut visitor = with("full", "");
    visitor.answer("4");
    assert_eq!(visitor.statement(), "richting-visie");
    visitor.choose("set", "quick");
    assert_eq!((visitor.statement().as_str(), visitor.chosen()), ("richting-betekenis", None));
    visitor.choose("set", "full");
    assert_eq!(visitor.chosen().as_deref(), Some("4"));
}

#[test]
fn answers_outside_the_set_have_no_part_in_the_result() {
    let mut visitor = with("full", "");
    visitor.answer("4");
    visitor.choose("set", "quick");
    visitor.go("result");
    assert_eq!(visitor.page().data_attr("data-coverage").as_deref(), Some("0"));
}

#[test]
fn the_introduction_counts_what_the_role_sees() {
    let intro = message(Language::Dutch, MessageKey::StartIntro);
    let page = with("full", "employee").page();
    // 21 statements at 3 minutes per 10, and one for the rest.
    assert!(page.says(&intro.replace("{n}", "21").replace("{minutes}", "8")), "{:?}", page.texts);
}
