//! The modules part of the content: fetched when it is needed and not before, and a clear state where it fails.

use std::sync::LazyLock;

use flexkompas::app::{Effect, Flags, Model, Msg, Route, Stored};
use flexkompas::content::{Language, MessageKey, Part};

use crate::support::content::{message, served};
use crate::support::page::open;
use crate::support::scan::of_this_set;
use crate::support::visitor::{Visitor, first_visit, visitor};

const MODULES: (Part, Language) = (Part::Modules, Language::Dutch);
const FETCH: Effect = Effect::Fetch(Part::Modules, Language::Dutch);
static RECORD: LazyLock<String> =
    LazyLock::new(|| of_this_set(include_str!("../../fixtures/record-v1-themes.json")));

/// A visitor who returns to this route and has answers in modules.
fn with_module_answers(route: &str, broken: &[(Part, Language)]) -> Visitor {
    let stored = Stored::Text(RECORD.to_owned());
    let flags = Flags { stored, route: Some(route.to_owned()), ..first_visit() };
    Visitor::enter_where_broken(flags, broken)
}

#[track_caller]
fn has_failed(visitor: &Visitor) {
    assert_eq!(visitor.page().titles, [message(Language::Dutch, MessageKey::LoadFailedTitle)]);
    assert!(visitor.has_button("retry"));
}

#[test]
fn a_whole_scan_without_modules_never_fetches_them() {
    let mut visitor = visitor();
    visitor.answer_all("2");
    let routes = ["result", "principle/p1-wensen", "guide", "design-note", "reflection", "library", "result"];
    for route in routes {
        visitor.go(route);
    }
    assert_eq!(visitor.fetched(), ["start.nl", "library.nl"]);
}

#[test]
fn opening_the_modules_fetches_them_once() {
    let mut visitor = visitor();
    assert!(visitor.go("modules").contains(&FETCH));
    visitor.fetched();
    for route in ["module/wel-niet", "modules", "result", "module/doelen"] {
        visitor.go(route);
    }
    assert_eq!(visitor.fetched(), [""; 0]);
}

#[test]
fn a_module_can_be_the_first_page_of_a_visit() {
    let mut visitor = with_module_answers("module/wel-niet", &[]);
    assert_eq!(visitor.fetched(), ["start.nl", "library.nl", "modules.nl"]);
    assert_eq!(visitor.page().checked("wel-niet-wel-1").as_deref(), Some("yes"));
}

#[test]
fn the_result_fetches_them_where_there_are_answers_to_show() {
    let mut visitor = with_module_answers("result", &[]);
    assert_eq!(visitor.fetched(), ["start.nl", "library.nl", "modules.nl"]);
    assert!(visitor.page().texts.iter().any(|(_, text)| text.contains("Thuis, \"soms\"\nkantoor")));
}

#[test]
fn other_pages_do_not_fetch_them_even_where_there_are_answers() {
    let mut visitor = with_module_answers("statement/regie-top", &[]);
    for route in ["reflection", "library", "guide", "ambition"] {
        visitor.go(route);
    }
    assert_eq!(visitor.fetched(), ["start.nl", "library.nl"]);
    visitor.go("result");
    assert_eq!(visitor.fetched(), ["modules.nl"]);
}

#[test]
fn modules_that_do_not_arrive_are_a_state_of_their_own_and_can_be_tried_again() {
    for route in ["modules", "module/wel-niet"] {
        let mut visitor = with_module_answers(route, &[MODULES]);
        has_failed(&visitor);
        visitor.press("retry");
        has_failed(&visitor);
        visitor.broken.clear();
        assert_eq!(visitor.press("retry"), [FETCH]);
        assert_eq!(visitor.route(), route);
        assert!(!visitor.has_button("retry") && !visitor.page().data_attrs.is_empty());
    }
}

#[test]
fn coming_back_to_modules_that_failed_tries_again_by_itself() {
    let mut visitor = with_module_answers("modules", &[MODULES]);
    visitor.go("ambition");
    visitor.broken.clear();
    assert!(visitor.go("modules").contains(&FETCH));
    assert!(!visitor.page().data_attrs("data-module").is_empty());
}

#[test]
fn a_result_whose_modules_fail_is_there_without_them() {
    let mut visitor = Visitor::result_of("2 2 2 2 2 2 2 2 2 2");
    visitor.broken.push(MODULES);
    visitor.go("modules");
    has_failed(&visitor);
    visitor.go("result");
    assert_eq!(visitor.page().data_attr("data-score").as_deref(), Some("33"));
}

#[test]
fn where_the_library_failed_too_both_are_fetched_in_order() {
    let mut visitor = with_module_answers("modules", &[(Part::Library, Language::Dutch)]);
    has_failed(&visitor);
    visitor.fetched();
    visitor.broken.clear();
    visitor.press("retry");
    assert_eq!(visitor.fetched(), ["library.nl", "modules.nl"]);
    assert!(!visitor.page().data_attrs("data-module").is_empty());
}

/// Waits for the modules at this route; everything else has arrived.
fn waiting_at(route: &str) -> Model {
    let (mut model, _) = Model::init(first_visit());
    for part in [Part::Start, Part::Library] {
        arrives(&mut model, part, Language::Dutch, &served(part, Language::Dutch));
    }
    model.update(Msg::Navigate(Route::parse(route).unwrap()));
    model
}

fn arrives(model: &mut Model, part: Part, language: Language, text: &str) -> Vec<Effect> {
    model.update(Msg::ContentFetched { part, language, text: Ok(text.to_owned()) })
}

#[test]
fn the_page_says_that_it_is_waiting() {
    let model = waiting_at("module/wel-niet");
    assert_eq!(open(&model.view()).titles, [message(Language::Dutch, MessageKey::Loading)]);
}

#[test]
fn a_wrong_modules_file_is_named_in_the_console() {
    let mut model = waiting_at("modules");
    let text = served(Part::Modules, Language::Dutch);
    let wrong = text.replacen("\"list\":\"cards\"", "\"list\":\"kaarten\"", 1);
    let effects = arrives(&mut model, Part::Modules, Language::Dutch, &wrong);
    let warning = "Flexkompas content modules.nl: modules[1] (wel-niet).list: no such list";
    assert_eq!(effects, [Effect::Warn(warning.to_owned())]);
    assert_eq!(open(&model.view()).titles, [message(Language::Dutch, MessageKey::LoadFailedTitle)]);
}

#[test]
fn a_module_that_does_not_exist_leads_to_the_list_in_the_history_too() {
    let mut model = waiting_at("module/of-another-content");
    let text = served(Part::Modules, Language::Dutch);
    let effects = arrives(&mut model, Part::Modules, Language::Dutch, &text);
    assert_eq!(effects, [Effect::ReplaceRoute(Route::Modules)]);
    assert_eq!(&*model.view().key, "modules");
}

#[test]
fn changing_language_on_a_module_brings_all_parts_and_keeps_the_answer() {
    let mut visitor = with_module_answers("module/wel-niet", &[]);
    visitor.fetched();
    visitor.send(Msg::LanguageChosen(Language::English));
    assert_eq!(visitor.fetched(), ["start.en", "library.en", "modules.en"]);
    assert_eq!((visitor.route().as_str(), visitor.view().language), ("module/wel-niet", "en"));
    let card = crate::support::content::modules(Language::English).modules[0].entries[0].clone();
    assert!(visitor.page().says(&card.title));
    assert_eq!(visitor.page().checked("wel-niet-wel-1").as_deref(), Some("yes"));
}

#[test]
fn changing_language_elsewhere_brings_the_modules_when_they_are_opened_again() {
    let mut visitor = visitor();
    visitor.go("modules");
    visitor.go("ambition");
    visitor.fetched();
    visitor.send(Msg::LanguageChosen(Language::English));
    assert_eq!(visitor.fetched(), ["start.en", "library.en"]);
    visitor.go("modules");
    assert_eq!(visitor.fetched(), ["modules.en"]);
    assert_eq!(visitor.page().titles, [message(Language::English, MessageKey::ModulesTitle)]);
}

#[test]
fn modules_that_arrive_in_the_language_of_before_are_left_aside() {
    let mut model = waiting_at("modules");
    model.update(Msg::LanguageChosen(Language::English));
    for part in [Part::Start, Part::Library] {
        arrives(&mut model, part, Language::English, &served(part, Language::English));
    }
    let dutch = served(Part::Modules, Language::Dutch);
    assert_eq!(arrives(&mut model, Part::Modules, Language::Dutch, &dutch), []);
    assert_eq!(open(&model.view()).titles, [message(Language::English, MessageKey::Loading)]);
    let english = served(Part::Modules, Language::English);
    arrives(&mut model, Part::Modules, Language::English, &english);
    assert_eq!(open(&model.view()).titles, [message(Language::English, MessageKey::ModulesTitle)]);
}
