//! Coming back: after a reload, another day, or through the browser's history.

use flexkompas::app::{Effect, Flags, Msg, Route, Stored};

use crate::support::routes::{OTHER_ROUTES, ROUTES};
use crate::support::visitor::{Visitor, first_visit, visitor};

/// A visitor who answered the first three statements and is at the fourth.
fn at_the_fourth_statement() -> Visitor {
    let mut visitor = visitor();
    for value in ["1", "2", "unknown"] {
        visitor.answer(value);
        visitor.press("next");
    }
    visitor
}

#[test]
fn after_a_reload_a_visitor_is_where_they_were_with_every_answer() {
    let mut visitor = at_the_fourth_statement().reload();
    assert_eq!((visitor.view().screen, visitor.progress().0), ("statement", 4));
    visitor.press("back");
    assert_eq!(visitor.chosen().as_deref(), Some("unknown"));
}

#[test]
fn a_reload_without_any_answer_begins_at_the_start() {
    let mut visitor = visitor();
    visitor.go("ambition");
    assert_eq!(visitor.reload().route(), "start");
}

#[test]
fn every_page_is_there_again_after_a_reload() {
    for (route, _) in ROUTES.iter().filter(|(route, _)| !route.starts_with("statement/")) {
        let mut visitor = at_the_fourth_statement();
        visitor.go(route);
        assert_eq!(visitor.reload().route(), *route);
    }
}

/// Another day: storage holds the scan, the history nothing.
#[track_caller]
fn another_day(visitor: Visitor) -> Visitor {
    Visitor::enter(Flags { stored: Stored::Text(visitor.stored.unwrap()), ..first_visit() })
}

#[test]
fn another_day_a_visitor_is_welcomed_back_and_goes_on_at_the_first_open_statement() {
    let mut visitor = another_day(at_the_fourth_statement());
    assert_eq!((visitor.route().as_str(), visitor.view().screen), ("resume", "start"));
    visitor.press("continue");
    assert_eq!(visitor.progress().0, 4);
}

#[test]
fn another_day_after_the_last_statement_a_visitor_goes_on_to_the_result() {
    let mut visitor = visitor();
    visitor.answer_all("2");
    let mut visitor = another_day(visitor);
    visitor.press("continue");
    assert_eq!(visitor.view().screen, "result");
}

#[test]
fn a_statement_that_was_skipped_is_the_first_open_one() {
    let mut visitor = visitor();
    visitor.press("next");
    visitor.press("next");
    visitor.answer("2");
    let mut visitor = another_day(visitor);
    visitor.press("continue");
    assert_eq!(visitor.progress().0, 1);
}

#[test]
fn a_place_that_does_not_exist_falls_back_to_one_that_does() {
    let led_to = |route: &str| {
        let mut visitor = at_the_fourth_statement();
        visitor.send(Msg::PoppedState(Some(route.to_owned())));
        visitor.route()
    };
    assert_eq!(led_to("statement/of-another-set"), "start");
    assert_eq!(led_to("statement/richting-visie"), "start", "it is not in the quick set");
    assert_eq!(led_to("principle/of-another-set"), "principle/p1-wensen");
    assert_eq!(led_to("principles"), "principle/p1-wensen");
    assert_eq!(led_to("module/of-another-content"), "modules");
}

#[test]
fn a_foreign_history_entry_gets_the_current_route() {
    for entry in [None, Some("nonsense"), Some("statement/Not An Id"), Some("module/Not An Id")] {
        let mut visitor = at_the_fourth_statement();
        let here = visitor.route();
        let effects = visitor.send(Msg::PoppedState(entry.map(str::to_owned)));
        assert_eq!(visitor.route(), here, "{entry:?}");
        assert!(
            matches!(effects.as_slice(), [Effect::ReplaceRoute(route)] if route.to_text() == here),
            "{entry:?}: {effects:?}"
        );
    }
}

#[test]
fn an_unknown_place_after_a_reload_falls_back() {
    let after = |route: &str| {
        let stored = Stored::Text(at_the_fourth_statement().stored.unwrap());
        Visitor::enter(Flags { stored, route: Some(route.to_owned()), ..first_visit() }).route()
    };
    assert_eq!(after("nonsense"), "resume");
    assert_eq!(after("statement/of-another-set"), "start");
    assert_eq!(after("principle/of-another-set"), "principle/p1-wensen");
}

#[test]
fn every_place_is_read_back_from_what_the_history_keeps() {
    for text in ROUTES.iter().map(|(route, _)| route).chain(&OTHER_ROUTES) {
        assert_eq!(Route::parse(text).map(|route| route.to_text()).as_deref(), Some(*text));
    }
    for text in ["", "statement/", "result/", "nowhere/regie-top", "module/", "module/Wel niet"] {
        assert_eq!(Route::parse(text), None);
    }
}

#[test]
fn going_back_through_the_whole_history_shows_every_page_again() {
    let mut visitor = at_the_fourth_statement();
    for (route, value) in
        [("statement/kaders-spelregels", "unknown"), ("statement/regie-top", "2"), ("start", "1")]
    {
        visitor.press_browser_back();
        assert_eq!((visitor.route().as_str(), visitor.chosen().as_deref()), (route, Some(value)));
    }
}
