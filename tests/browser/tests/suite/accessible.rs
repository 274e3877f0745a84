//! No barrier that axe-core can find, on any screen, in both languages, light and dark.

use flexkompas_browser_tests::wishes::Theme;
use flexkompas_browser_tests::{Wishes, engines, laptop, phone};

use crate::tour;

/// Light and, where colours can be changed in the middle of a visit, dark. Nothing moves, so that no colour is on its way.
#[track_caller]
fn has_no_barriers(wishes: Wishes, language: &str, themes: &[Theme]) {
    let visitor = wishes.without_worker().still().visitor();
    let mut found = Vec::new();
    tour::along_every_screen(&visitor, language, &mut |stop| {
        for theme in themes {
            visitor.wants(*theme);
            let barriers = visitor.barriers();
            found.extend(barriers.into_iter().map(|barrier| format!("{stop}, {theme:?}: {barrier}")));
        }
    });
    assert!(found.is_empty(), "{} barriers:\n{}", found.len(), found.join("\n"));
    visitor.leaves();
}

#[test]
fn no_barriers_in_dutch_whatever_the_engine() {
    engines!(
        Firefox | WebKit,
        "sizes and colours are what the engine makes of the styles; Chromium has more tours"
    );
    has_no_barriers(phone(), "nl", &[Theme::Light]);
}

#[test]
fn no_barriers_in_dutch_light_and_dark() {
    engines!(Chromium, "axe-core judges the same page; one tour in each engine shows what differs");
    has_no_barriers(phone(), "nl", &[Theme::Light, Theme::Dark]);
}

#[test]
fn no_barriers_in_english_light_and_dark() {
    engines!(Chromium, "axe-core judges the same page; one tour in each engine shows what differs");
    has_no_barriers(phone(), "en", &[Theme::Light, Theme::Dark]);
}

#[test]
fn no_barriers_on_a_laptop() {
    engines!(Chromium, "axe-core judges the same page; one tour in each engine shows what differs");
    has_no_barriers(laptop(), "nl", &[Theme::Light]);
}
