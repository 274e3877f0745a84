//! At twice the default font size of the browser, nothing scrolls sideways on the narrowest screen.

use flexkompas_browser_tests::options::NARROW;
use flexkompas_browser_tests::{Visitor, engines, phone};
use serde_json::json;

use super::long_words::record_of_long_words;
use super::narrow::horizontal_overflow;
use crate::support::sample;

/// Twice the default.
const LARGE: u32 = 32;

#[track_caller]
fn expect_large_font(visitor: &Visitor) {
    let size = "return getComputedStyle(document.documentElement).fontSize";
    assert_eq!(visitor.execute(size, []), json!("32px"));
}

/// Finds pages that scroll sideways, and pages without the large font.
const LOOK: &str = "(window, document) => {
    const root = document.documentElement, size = window.getComputedStyle(root).fontSize;
    const wrong = root.scrollWidth > root.clientWidth ? ['scrolls sideways, ' + root.scrollWidth] : [];
    return size === '32px' ? wrong : [...wrong, 'the font size is ' + size];
}";

#[test]
fn every_screen_fits_at_twice_the_default_font_size() {
    engines!(Chromium | Firefox, "the driver of WebKit cannot set the default font size");
    let visitor = phone().with_font_size(LARGE).start_in_gallery();
    let mut found = visitor.inspect_gallery("nl", &[NARROW], LOOK);
    found.extend(visitor.inspect_gallery("en", &[NARROW], LOOK));
    assert!(found.is_empty(), "{}", found.join("\n"));
    visitor.finish();
}

#[test]
fn long_words_fit_at_twice_the_default_font_size() {
    engines!(Chromium | Firefox, "the driver of WebKit cannot set the default font size");
    let visitor = phone().with_size(NARROW).with_font_size(LARGE).start();
    let mut other = record_of_long_words();
    other["id"] = json!("AnotherScan");
    sample::resume_with(&visitor, "/", &[record_of_long_words(), other]);
    expect_large_font(&visitor);
    visitor.press("continue");
    visitor.expect_screen("result");
    let mut found = Vec::new();
    let mut look =
        |stop: &str| found.extend(horizontal_overflow(&visitor).map(|wide| format!("{stop}: {wide}")));
    look("result");
    for screen in ["history", "compare"] {
        visitor.press(screen);
        visitor.expect_screen(screen);
        look(screen);
    }
    for step in ["statements", "ambition", "principles", "reflection"] {
        visitor.go_to_step(step);
        visitor.execute("document.querySelector('main details:not([open]) > summary')?.click()", []);
        look(step);
    }
    visitor.go_to_step("principles");
    for screen in ["guide", "design-note"] {
        visitor.press(screen);
        visitor.expect_screen(screen);
        look(screen);
        visitor.press("back");
        visitor.expect_screen("principles");
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
    visitor.finish();
}
