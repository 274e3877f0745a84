//! Titles, names of screens and other hooks that hosts and assistive technology rely on (docs/product.md#stable-hooks).

use std::collections::BTreeSet;

use flexkompas::app::Msg;
use flexkompas::app::view::Page;
use flexkompas::content::Language;

use crate::support::routes::ROUTES;
use crate::support::visitor::{Visitor, visitor, visitor_in};

/// Looks at every page as a visitor who has answered one statement in this language.
fn at_every_page(language: Language, mut look: impl FnMut(&str, &Visitor)) {
    let mut visitor = visitor_in(language);
    visitor.answer("2");
    for (route, _) in ROUTES {
        visitor.go(route);
        look(route, &visitor);
    }
}

#[test]
fn every_page_has_a_title_of_its_own_that_ends_with_the_product() {
    for language in Language::ALL {
        let mut titles = BTreeSet::new();
        at_every_page(language, |_, visitor| {
            titles.insert(visitor.view().title.to_string());
        });
        assert_eq!(titles.len(), ROUTES.len(), "{titles:?}");
        assert!(titles.iter().all(|title| title.ends_with(" · Flexkompas")), "{titles:?}");
    }
}

#[test]
fn every_page_has_the_screen_name_that_was_promised() {
    at_every_page(Language::Dutch, |route, visitor| {
        let expected = ROUTES.iter().find(|(known, _)| *known == route).map(|(_, screen)| *screen);
        assert_eq!(Some(visitor.view().screen), expected, "{route}");
    });
}

#[test]
fn what_is_announced_is_the_first_part_of_the_title() {
    at_every_page(Language::Dutch, |route, visitor| {
        let view = visitor.view();
        assert_eq!(*view.title, format!("{} · Flexkompas", view.status), "{route}");
    });
}

#[test]
fn a_page_has_at_most_one_first_heading_and_a_statement_asks_its_question_as_one() {
    at_every_page(Language::Dutch, |route, visitor| {
        let titles = visitor.page().titles.len();
        let is_statement = route.starts_with("statement/");
        assert_eq!(titles, usize::from(!is_statement), "{route}");
    });
}

#[test]
fn every_page_has_a_key_of_its_own() {
    let mut keys = BTreeSet::new();
    at_every_page(Language::English, |_, visitor| {
        keys.insert(visitor.route());
    });
    assert_eq!(keys.len(), ROUTES.len());
}

#[test]
fn no_page_shows_a_value_that_was_not_put_in() {
    for language in Language::ALL {
        at_every_page(language, |route, visitor| {
            let shown = format!("{:?}", visitor.view());
            let left =
                shown.match_indices('{').find(|(at, _)| shown[at + 1..].starts_with(char::is_lowercase));
            assert_eq!(left, None, "{route}: {shown}");
        });
    }
}

#[test]
fn the_radios_of_a_page_have_names_and_values_of_their_own() {
    at_every_page(Language::Dutch, |route, visitor| {
        let page = visitor.page();
        let unique: BTreeSet<_> = page.radios.iter().map(|radio| (&radio.name, &radio.value)).collect();
        assert_eq!(unique.len(), page.radios.len(), "{route}");
        assert!(page.radios.iter().all(|radio| !radio.label.is_empty()), "{route}");
    });
}

#[test]
fn every_radio_on_every_page_becomes_checked_when_it_is_chosen() {
    at_every_page(Language::Dutch, |route, visitor| {
        for radio in visitor.page().radios {
            let mut again = visitor_in(Language::Dutch);
            again.answer("2");
            again.go(route);
            again.choose(&radio.name, &radio.value);
            assert_eq!(again.page().checked(&radio.name), Some(radio.value), "{route} {}", radio.name);
        }
    });
}

#[test]
fn the_page_is_in_the_language_that_it_names() {
    for language in Language::ALL {
        let visitor = visitor_in(language);
        assert_eq!(visitor.view().language, language.code());
        let languages = visitor.shell().header.languages;
        let current: Vec<_> = languages.iter().filter(|l| l.current).map(|l| l.language).collect();
        assert_eq!((current, languages.len()), (vec![language], 2));
    }
}

#[test]
fn the_steps_lead_to_their_screens() {
    let mut visitor = visitor();
    visitor.answer("2");
    let mut led_to = Vec::new();
    for step in visitor.shell().steps.items {
        visitor.send(step.msg);
        led_to.push((step.section.name(), visitor.view().screen));
    }
    let expected = [
        ("statements", "statement"),
        ("ambition", "ambition"),
        ("result", "result"),
        ("principles", "principles"),
        ("reflection", "reflection"),
    ];
    assert_eq!(led_to, expected);
}

#[test]
fn the_list_of_steps_opens_and_closes_when_the_visitor_goes_on() {
    let mut visitor = visitor();
    visitor.send(Msg::StepsToggled);
    assert!(visitor.shell().steps.open);
    visitor.go("ambition");
    assert!(!visitor.shell().steps.open);
}

#[test]
fn without_content_there_is_no_word_to_show() {
    let (model, _) = flexkompas::app::Model::init(crate::support::visitor::first_visit());
    let view = model.view();
    assert_eq!((view.page, view.shell, &*view.title, view.screen), (Page::Loading, None, "", "start"));
}
