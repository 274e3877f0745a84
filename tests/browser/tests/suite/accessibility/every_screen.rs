//! Axe-core finds no accessibility violation on any screen, in both languages and themes.

use flexkompas_browser_tests::options::Theme;
use flexkompas_browser_tests::{SessionOptions, engines, laptop, phone};

use crate::support::tour;

/// Runs axe-core at every stop of the tour, in each theme. With reduced motion, no colour is in transition.
#[track_caller]
fn expect_no_violations(options: SessionOptions, language: &str, themes: &[Theme]) {
    let visitor = options.without_service_worker().with_reduced_motion().start();
    let mut found = Vec::new();
    tour::visit_every_screen(&visitor, language, &mut |stop| {
        for theme in themes {
            visitor.set_theme(*theme);
            let barriers = visitor.axe_violations();
            found.extend(barriers.into_iter().map(|barrier| format!("{stop}, {theme:?}: {barrier}")));
        }
    });
    assert!(found.is_empty(), "{} barriers:\n{}", found.len(), found.join("\n"));
    visitor.finish();
}

#[test]
fn axe_finds_no_violation_in_dutch() {
    engines!(Firefox | WebKit, "sizes and colours depend on the engine; Chromium has more tours");
    expect_no_violations(phone(), "nl", &[Theme::Light]);
}

#[test]
fn axe_finds_no_violation_in_dutch_in_light_and_dark() {
    engines!(Chromium, "the page is the same; one tour in each engine covers what differs");
    expect_no_violations(phone(), "nl", &[Theme::Light, Theme::Dark]);
}

#[test]
fn axe_finds_no_violation_in_english_in_light_and_dark() {
    engines!(Chromium, "the page is the same; one tour in each engine covers what differs");
    expect_no_violations(phone(), "en", &[Theme::Light, Theme::Dark]);
}

#[test]
fn axe_finds_no_violation_on_a_laptop() {
    engines!(Chromium, "the page is the same; one tour in each engine covers what differs");
    expect_no_violations(laptop(), "nl", &[Theme::Light]);
}
