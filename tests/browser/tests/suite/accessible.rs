//! No barrier that axe-core can find, on any screen, in both languages, light and dark.

use flexkompas_browser_tests::{Wishes, engines, laptop, phone};

use crate::tour;

#[track_caller]
fn has_no_barriers(wishes: Wishes, language: &str) {
    let visitor = wishes.without_worker().visitor();
    let mut found = Vec::new();
    tour::along_every_screen(&visitor, language, &mut |stop| {
        let barriers = visitor.barriers();
        found.extend(barriers.into_iter().map(|barrier| format!("{stop}: {barrier}")));
    });
    assert!(found.is_empty(), "{} barriers:\n{}", found.len(), found.join("\n"));
    visitor.leaves();
}

#[test]
fn no_barriers_in_dutch() {
    engines!(all, "sizes and colours are what the engine makes of the styles; one tour in each shows that");
    has_no_barriers(phone(), "nl");
}

#[test]
fn no_barriers_in_dutch_and_dark() {
    engines!(Chromium, "axe-core judges the same page; the tour in Dutch shows what differs between engines");
    has_no_barriers(phone().dark(true), "nl");
}

#[test]
fn no_barriers_in_english() {
    engines!(Chromium, "axe-core judges the same page; the tour in Dutch shows what differs between engines");
    has_no_barriers(phone(), "en");
}

#[test]
fn no_barriers_in_english_and_dark() {
    engines!(Chromium, "axe-core judges the same page; the tour in Dutch shows what differs between engines");
    has_no_barriers(phone().dark(true), "en");
}

#[test]
fn no_barriers_on_a_laptop() {
    engines!(Chromium, "axe-core judges the same page; the tour in Dutch shows what differs between engines");
    has_no_barriers(laptop(), "nl");
}
