//! On the narrowest screen, no text of the other language appears on any screen, and none scrolls sideways.

use std::collections::HashSet;

use flexkompas_browser_tests::options::NARROW;
use flexkompas_browser_tests::{bundle, engines, phone};
use serde_json::Value;

use crate::accessibility::narrow::horizontal_overflow;
use crate::support::tour;

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
fn expect_one_language(language: &str, other: &str) {
    let own = sentences_of(language);
    let foreign: Vec<String> = sentences_of(other).into_iter().filter(|text| !own.contains(text)).collect();
    let visitor = phone().with_size(NARROW).without_service_worker().start();
    let mut found = Vec::new();
    let mut own_seen = 0;
    tour::visit_every_screen(&visitor, language, &mut |stop| {
        found.extend(horizontal_overflow(&visitor).map(|wide| format!("{stop}: {wide}")));
        // This stop of the tour is deliberately in the other language.
        if stop == "a part that did not load" {
            return;
        }
        let page = visitor.visible_text();
        own_seen += own.iter().filter(|text| page.contains(text.as_str())).count();
        let strange = foreign.iter().filter(|text| page.contains(text.as_str()));
        found.extend(strange.map(|text| format!("{stop}: {text}")));
    });
    assert!(found.is_empty(), "{}", found.join("\n"));
    // The comparison works: it does find the sentences of its own language.
    assert!(own_seen > 300, "{own_seen} sentences of {language} were seen");
    visitor.finish();
}

#[test]
fn the_dutch_tour_shows_no_english_and_fits_320_pixels() {
    engines!(
        Chromium,
        "texts are the same in every engine; `target_size` checks the gallery at 320 pixels in each"
    );
    expect_one_language("nl", "en");
}

#[test]
fn the_english_tour_shows_no_dutch_and_fits_320_pixels() {
    engines!(
        Chromium,
        "texts are the same in every engine; `target_size` checks the gallery at 320 pixels in each"
    );
    expect_one_language("en", "nl");
}
