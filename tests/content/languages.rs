//! Which language a visitor meets first, and how values are put into words.

use flexkompas::content::{Arg, Language, MessageKey};
use serde_json::json;

use crate::support::content::{part, read_start, start};

#[track_caller]
fn chosen(asked: Option<&str>, stored: Option<Language>, browser: &[&str], expected: Language) {
    let browser: Vec<String> = browser.iter().map(|code| (*code).to_owned()).collect();
    assert_eq!(Language::choose(asked, stored, &browser), expected, "{asked:?} {stored:?} {browser:?}");
}

#[test]
fn dutch_is_first_unless_the_browser_wants_english_and_no_dutch() {
    chosen(None, None, &[], Language::Dutch);
    chosen(None, None, &["nl-NL", "en"], Language::Dutch);
    chosen(None, None, &["en-US", "nl"], Language::Dutch);
    chosen(None, None, &["fr", "de-DE"], Language::Dutch);
    chosen(None, None, &["en-GB", "fr"], Language::English);
}

#[test]
fn the_language_of_the_stored_scan_comes_before_that_of_the_browser() {
    chosen(None, Some(Language::English), &["nl"], Language::English);
    chosen(None, Some(Language::Dutch), &["en"], Language::Dutch);
}

#[test]
fn the_language_of_the_address_comes_before_all() {
    chosen(Some("en"), Some(Language::Dutch), &["nl"], Language::English);
    chosen(Some("NL-be"), Some(Language::English), &["en"], Language::Dutch);
}

#[test]
fn an_unknown_language_in_the_address_is_passed_over() {
    chosen(Some("fr"), Some(Language::English), &[], Language::English);
    chosen(Some(""), None, &["en"], Language::English);
}

/// The Dutch word `next`, with this text.
#[track_caller]
fn filled(text: &str, values: &[(&str, Arg)]) -> String {
    let mut content = part(flexkompas::content::Part::Start, Language::Dutch);
    content["words"]["next"] = json!(text);
    read_start(&content).unwrap().messages.format(MessageKey::Next, values).to_string()
}

#[test]
fn values_are_put_in_by_name() {
    let values = [("n", Arg::Number(3)), ("name", Arg::Text("x {n} y"))];
    assert_eq!(filled("{name}: {n} van {n}", &values), "x {n} y: 3 van 3");
}

#[test]
fn one_of_two_forms_goes_with_the_count() {
    let text = "{n} {n:stelling|stellingen}";
    let of = |n| filled(text, &[("n", Arg::Number(n))]);
    assert_eq!((of(0), of(1), of(2)), ("0 stellingen".into(), "1 stelling".into(), "2 stellingen".into()));
}

#[test]
fn a_name_without_a_value_stays_empty() {
    assert_eq!(filled("a {lost} b {lost:c|d} e", &[]), "a  b  e");
}

#[test]
fn numbers_are_written_the_way_of_the_language() {
    let separators =
        Language::ALL.map(|language| start(language).messages.get(MessageKey::DecimalSeparator).to_string());
    assert_eq!(separators, [",", "."]);
}
