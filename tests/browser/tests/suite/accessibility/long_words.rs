//! Long words without a space, in whatever a visitor or a site owner can write: nothing scrolls sideways.

use flexkompas_browser_tests::options::NARROW;
use flexkompas_browser_tests::{bundle, engines, phone};
use serde_json::{Value, json};

use super::narrow::horizontal_overflow;
use crate::support::sample;

const STEPS: [&str; 5] = ["ambition", "principles", "reflection", "statements", "result"];

fn long_word() -> String {
    "Arbeidstijdverkorting".repeat(10)
}

/// The sample with long words in place of everything that was written.
pub(crate) fn record_of_long_words() -> Value {
    let mut record = sample::record();
    record["name"] = json!(long_word());
    record["principles"]["theme"] = json!(long_word());
    for note in record["notes"].as_object_mut().unwrap().values_mut() {
        *note = json!(long_word());
    }
    record
}

#[test]
fn a_long_title_without_a_space_fits_on_the_narrowest_screen() {
    engines!(all, "layout is part of the engine");
    let site = bundle::configured(&json!({ "title": "Thuiswerkmogelijkheden26" }).to_string());
    let visitor = phone().with_size(NARROW).serve_folder(site.path()).start();
    visitor.open("/");
    visitor.expect_text("Thuiswerkmogelijkheden26");
    assert_eq!(horizontal_overflow(&visitor), None);
    visitor.finish();
}

#[test]
fn long_words_fit_on_the_narrowest_screen() {
    engines!(all, "layout is part of the engine");
    let visitor = phone().with_size(NARROW).start();
    let mut other = record_of_long_words();
    other["id"] = json!("AnotherScan");
    sample::resume_with(&visitor, "/", &[record_of_long_words(), other]);
    visitor.press("continue");
    visitor.expect_screen("result");
    for step in STEPS {
        visitor.execute("document.querySelector('details:not([open]) > summary')?.click()", []);
        assert_eq!(horizontal_overflow(&visitor), None, "before {step}");
        visitor.go_to_step(step);
    }
    visitor.finish();
}
