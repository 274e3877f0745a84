//! On every screen, in both languages and themes: axe-core finds no violation, no text of the other language appears, and on
//! the narrowest screen nothing scrolls sideways. One tour checks all of it, because getting to the screens takes longest.

use std::collections::HashSet;

use flexkompas_browser_tests::options::{NARROW, Size, Theme};
use flexkompas_browser_tests::{SessionOptions, Visitor, bundle, engines, laptop, phone};
use serde_json::Value;

use crate::accessibility::narrow::horizontal_overflow;
use crate::support::tour;

/// Calls `look` at every stop of the tour, and expects it to find nothing. With reduced motion, no colour is in transition.
#[track_caller]
fn expect_nothing_wrong(
    options: SessionOptions,
    language: &str,
    look: &mut dyn FnMut(&Visitor, &str) -> Vec<String>,
) {
    let visitor = options.without_service_worker().with_reduced_motion().start();
    let mut found = Vec::new();
    tour::visit_every_screen(&visitor, language, &mut |stop| {
        found.extend(look(&visitor, stop).into_iter().map(|wrong| format!("{stop}: {wrong}")));
    });
    assert!(found.is_empty(), "{} faults:\n{}", found.len(), found.join("\n"));
    visitor.finish();
}

/// The width of the narrowest screen. So high that the bottom bar covers nothing on the way: axe-core takes a covered target
/// for a small one.
const HIGH: Size = (NARROW.0, 2000);

/// The violations that axe-core finds on a screen in each theme.
fn barriers(visitor: &Visitor, themes: &[Theme]) -> Vec<String> {
    let mut found = Vec::new();
    for theme in themes {
        visitor.set_theme(*theme);
        let violations = visitor.axe_violations();
        found.extend(violations.into_iter().map(|violation| format!("{theme:?}: {violation}")));
    }
    found
}

/// Collects every text of at least three words and without placeholders in a content file.
fn sentences(value: &Value, found: &mut HashSet<String>) {
    match value {
        Value::String(text) => {
            let words: Vec<&str> = text.split_whitespace().collect();
            if words.len() >= 3 && !text.contains('{') {
                found.insert(words.join(" "));
            }
        }
        Value::Array(items) => items.iter().for_each(|item| sentences(item, found)),
        Value::Object(fields) => {
            // Sources and rules are the same in both languages.
            let texts = fields.iter().filter(|(key, _)| !["source", "when"].contains(&key.as_str()));
            texts.for_each(|(_, value)| sentences(value, found));
        }
        _ => {}
    }
}

fn sentences_of(language: &str) -> HashSet<String> {
    let mut found = HashSet::new();
    for part in ["start", "library", "modules"] {
        sentences(bundle::content(part, language), &mut found);
    }
    assert!(found.len() > 400, "{} sentences in {language}", found.len());
    found
}

#[track_caller]
fn expect_accessible_screens_in_one_language(language: &str, other: &str) {
    let own = sentences_of(language);
    let foreign: Vec<String> = sentences_of(other).into_iter().filter(|text| !own.contains(text)).collect();
    let mut own_seen = 0;
    expect_nothing_wrong(phone().with_size(HIGH), language, &mut |visitor, stop| {
        let mut found = barriers(visitor, &[Theme::Light, Theme::Dark]);
        found.extend(horizontal_overflow(visitor));
        // This stop of the tour is deliberately in the other language.
        if stop != "a part that did not load" {
            let page = visitor.visible_text();
            own_seen += own.iter().filter(|text| page.contains(text.as_str())).count();
            found.extend(foreign.iter().filter(|text| page.contains(text.as_str())).cloned());
        }
        found
    });
    // The comparison works: it does find the sentences of its own language.
    assert!(own_seen > 300, "{own_seen} sentences of {language} were seen");
}

#[test]
fn every_dutch_screen_is_accessible_fits_320_pixels_and_shows_no_english() {
    engines!(Chromium, "the page and its texts are the same; one tour in each engine covers what differs");
    expect_accessible_screens_in_one_language("nl", "en");
}

#[test]
fn every_english_screen_is_accessible_fits_320_pixels_and_shows_no_dutch() {
    engines!(Chromium, "the page and its texts are the same; one tour in each engine covers what differs");
    expect_accessible_screens_in_one_language("en", "nl");
}

#[test]
fn every_screen_is_accessible_on_a_laptop() {
    engines!(Chromium, "the page is the same; one tour in each engine covers what differs");
    expect_nothing_wrong(laptop(), "nl", &mut |visitor, _| barriers(visitor, &[Theme::Light]));
}

#[test]
fn every_screen_is_accessible_and_fits_320_pixels_in_this_engine() {
    engines!(Firefox | WebKit, "sizes and colours depend on the engine; Chromium has more tours");
    expect_nothing_wrong(phone().with_size(HIGH), "nl", &mut |visitor, _| {
        let mut found = barriers(visitor, &[Theme::Light]);
        found.extend(horizontal_overflow(visitor));
        found
    });
}
