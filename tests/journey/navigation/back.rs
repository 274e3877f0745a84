//! The way back from every page, by its own button and by that of the browser.

use flexkompas::app::{Effect, Flags, Route, StorageScope};

use crate::support::visitor::{Visitor, first_visit, visitor};

/// A page, where its own button *back* leads, and where *next* does, if it has one.
const WAYS: [(&str, &str, Option<&str>); 14] = [
    ("statement/regie-top", "start", Some("statement/kaders-spelregels")),
    ("statement/hr-instrumenten", "statement/techniek-samenwerken", Some("ambition")),
    ("ambition", "statement/hr-instrumenten", Some("result")),
    ("result", "ambition", None),
    ("guide", "principle/p1-wensen", Some("principle/p1-wensen")),
    ("design-note", "principle/p1-wensen", None),
    ("principle/p1-wensen", "result", Some("principle/p2-welkan")),
    ("principle/p2-welkan", "principle/p1-wensen", Some("principle/p3-ict")),
    ("principle/p3-ict", "principle/p2-welkan", Some("result")),
    ("reflection", "result", Some("result")),
    ("library", "reflection", Some("result")),
    ("modules", "result", None),
    ("module/wel-niet", "modules", None),
    ("module/begrippen", "modules", None),
];

/// A visitor who answered everything and came to this page from the overview.
#[track_caller]
fn at(route: &str) -> Visitor {
    let mut visitor = visitor();
    visitor.answer_all("2");
    visitor.go("overview");
    visitor.go(route);
    assert_eq!(visitor.route(), route);
    visitor
}

#[test]
fn back_leads_from_every_page_to_the_one_it_belongs_to() {
    for (route, back, _) in WAYS {
        let mut visitor = at(route);
        visitor.press("back");
        assert_eq!(visitor.route(), back, "back from {route}");
    }
}

#[test]
fn next_leads_from_every_page_onward() {
    for (route, _, next) in WAYS {
        let mut visitor = at(route);
        assert_eq!(visitor.has_button("next"), next.is_some(), "{route}");
        if let Some(next) = next {
            visitor.press("next");
            assert_eq!(visitor.route(), next, "next from {route}");
        }
    }
}

#[test]
fn the_browsers_back_leads_from_every_page_to_the_one_before() {
    for (route, _, _) in WAYS {
        let mut visitor = at(route);
        visitor.press_browser_back();
        assert_eq!(visitor.route(), "overview", "{route}");
    }
}

#[test]
fn a_way_through_all_the_new_pages_can_be_gone_back_step_by_step() {
    let mut visitor = at("result");
    for button in ["modules", "open-module", "modules"] {
        visitor.press(button);
    }
    visitor.go("guide");
    for button in ["next", "design-note"] {
        visitor.press(button);
    }
    let mut way = Vec::new();
    for _ in 0..6 {
        visitor.press_browser_back();
        way.push(visitor.route());
    }
    assert_eq!(way, ["principle/p1-wensen", "guide", "modules", "module/wel-niet", "modules", "result"]);
}

#[test]
fn in_a_frame_all_statements_share_one_entry_of_the_history_and_so_do_all_principles() {
    let of_statements = |effects: &[Effect]| {
        effects.iter().filter(|effect| matches!(effect, Effect::PushRoute(Route::Statement(_)))).count()
    };
    let mut visitor = Visitor::enter(Flags { storage_scope: StorageScope::Site, ..first_visit() });
    visitor.effects.clear();
    visitor.answer_all("2");
    assert_eq!(of_statements(&visitor.effects), 0);
    assert!(
        visitor.effects.contains(&Effect::PushRoute(Route::Ambition)),
        "the next part has an entry of its own"
    );
    visitor.go("principle/p1-wensen");
    visitor.effects.clear();
    visitor.press("next");
    assert_eq!(visitor.route(), "principle/p2-welkan");
    assert!(!visitor.effects.iter().any(|effect| matches!(effect, Effect::PushRoute(_))));
}
