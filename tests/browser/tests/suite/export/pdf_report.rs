//! The printed report, read back from PDF.

use flexkompas_browser_tests::{Visitor, bundle, engines, phone};
use serde_json::{Value, json};

use crate::support::decode::{Paper, dense};
use crate::support::sample::{self, DAY, MARKS, NAME, NOTE, REFLECTION};

/// The width and height of A4 in millimetres.
const A4: (f32, f32) = (210.0, 297.0);
const A_MILLIMETRE: f32 = 1.0;

#[track_caller]
fn print_report(visitor: &Visitor) -> Paper {
    let paper = Paper::read(&visitor.print_to_pdf());
    for (width, height) in &paper.sizes {
        let is_a4 = (width - A4.0).abs() < A_MILLIMETRE && (height - A4.1).abs() < A_MILLIMETRE;
        assert!(is_a4, "a page of {width} by {height} mm");
    }
    let count = paper.pages.len();
    assert_eq!(count, paper.sizes.len());
    for (at, page) in paper.pages.iter().enumerate() {
        let number = format!("{}/{count}", at + 1);
        assert!(page.contains(&number), "page {} lacks its number {number}: {page}", at + 1);
        assert!(page.contains(&visitor.ui_text("app-name")), "page {} lacks the name: {page}", at + 1);
    }
    paper
}

/// The date with the name of the month.
fn date_text(visitor: &Visitor) -> String {
    let mut parts = DAY.split('-').map(|part| part.parse::<usize>().unwrap());
    let (year, month, day) = (parts.next().unwrap(), parts.next().unwrap(), parts.next().unwrap());
    let month = visitor.ui_text("months").split('|').nth(month - 1).unwrap().to_owned();
    let values = [("day", day.to_string()), ("month", month), ("year", year.to_string())];
    visitor.ui_text_with("date-is", &values.each_ref().map(|(name, value)| (*name, value.as_str())))
}

#[track_caller]
fn expect_whole_report(language: &str) {
    let visitor = phone().start();
    sample::resume_at_result(&visitor, &format!("/?lang={language}"));
    let before = visitor.execute("return document.getElementById('app').innerHTML", []);
    let text_before = visitor.visible_text();
    let paper = print_report(&visitor);
    assert!((4..=8).contains(&paper.pages.len()), "{} pages", paper.pages.len());

    for word in ["report-title", "disclaimer", "sources", "dimensions-title", "road-map-title", "set-quick"] {
        paper.must_say(&visitor.ui_text(word));
    }
    paper.must_say(NAME);
    paper.must_say(&date_text(&visitor));
    let phase = bundle::item("start", language, "phases", "fase-2-beleid", "name");
    paper.must_say(&visitor.ui_text_with("result-title", &[("n", "2"), ("name", &phase)]));
    paper.must_say(&visitor.ui_text_with("score-is", &[("n", "44")]));
    paper.must_say(&visitor.ui_text_with("summary-score", &[("score", "44"), ("rated", "9"), ("all", "10")]));
    paper.must_say(&visitor.ui_text_with("why-title", &[("n", "3")]));
    let start = bundle::content("start", language);
    for part in ["dimensions", "documents"] {
        for item in start[part].as_array().unwrap() {
            paper.must_say(item["name"].as_str().unwrap());
        }
    }
    let planned = visitor.texts("[data-planned]");
    assert!(planned.len() > 6, "the road map on the screen: {planned:?}");
    for tip in &planned {
        paper.must_say(tip);
    }
    for (principle, now, desired) in MARKS {
        paper.must_say(&bundle::item("library", language, "principles", principle, "name"));
        for stop in [now, desired] {
            paper.must_say(&bundle::item("library", language, "principles", stop, "name"));
        }
    }
    paper.must_say(NOTE);
    paper.must_say(REFLECTION);
    paper.must_say(&visitor.ui_text_with("grade-is", &[("n", "7")]));

    // A label of one word can also occur in a text, so only longer labels are checked.
    let words = "return [...document.querySelectorAll('button, summary, a, label.button')].map(e =>
        e.innerText.replace(e.querySelector('.visually-hidden')?.innerText, '').trim())";
    let words: Vec<String> = serde_json::from_value(visitor.execute(words, [])).unwrap();
    let mut words: Vec<String> = words.into_iter().filter(|words| words.contains(' ')).collect();
    words.retain(|words| !start["dimensions"].to_string().contains(words));
    assert!(words.len() > 12, "{words:?}");
    let pressed: Vec<&String> = words.iter().filter(|words| paper.says(words)).collect();
    assert!(pressed.is_empty(), "the printed report contains buttons: {pressed:?}");

    assert_eq!(visitor.execute("return document.getElementById('app').innerHTML", []), before);
    assert_eq!(visitor.visible_text(), text_before, "the screen is as it was");
    visitor.finish();
}

#[test]
fn the_dutch_report_contains_the_whole_result() {
    engines!(Chromium, "only its driver prints with the page size of the style sheet");
    expect_whole_report("nl");
}

#[test]
fn the_english_report_contains_the_whole_result() {
    engines!(Chromium, "only its driver prints with the page size of the style sheet");
    expect_whole_report("en");
}

/// Three thousand characters of distinct words.
fn numbered_words() -> Vec<String> {
    (0..500).map(|at| format!("w{at:04}x")).collect()
}

#[track_caller]
fn expect_printed_in_full(field: &str, id: &str, text: &str) {
    let visitor = phone().start();
    let mut record = sample::record();
    record[field][id] = json!(text);
    sample::resume_with(&visitor, "/", &[record]);
    visitor.press("continue");
    sample::expect_result(&visitor);
    let said = print_report(&visitor).text();
    // At a page break the margins interrupt the text.
    let said = said.replace(&dense(&visitor.ui_text("app-name")), "");
    let lost: Vec<String> = numbered_words().into_iter().filter(|piece| !said.contains(piece)).collect();
    assert!(lost.is_empty(), "{} pieces are not on paper: {lost:?}", lost.len());
    visitor.finish();
}

#[test]
fn a_long_note_is_printed_in_full() {
    engines!(Chromium, "only its driver prints with the page size of the style sheet");
    expect_printed_in_full("notes", "richting-betekenis", &numbered_words().join(" "));
}

#[test]
fn a_long_note_without_spaces_is_printed_in_full() {
    engines!(Chromium, "only its driver prints with the page size of the style sheet");
    expect_printed_in_full("notes", "richting-betekenis", &numbered_words().concat());
}

#[test]
fn a_long_reflection_without_spaces_is_printed_in_full() {
    engines!(Chromium, "only its driver prints with the page size of the style sheet");
    expect_printed_in_full("reflection", "q-omg-trends", &numbered_words().concat());
}

#[test]
fn a_printed_shared_result_does_not_mention_saving() {
    engines!(Chromium, "only its driver prints with the page size of the style sheet");
    let first = phone().start();
    sample::resume_at_result(&first, "/");
    first.press("share");
    first.expect_screen("share");
    let code = first.attribute("[data-code]", "data-code").unwrap();
    first.finish();

    let second = phone().start();
    second.open(&format!("/#r={code}"));
    second.expect_screen("shared");
    // Waits for the whole result.
    sample::result_hooks(&second);
    let paper = print_report(&second);
    paper.must_say(&second.ui_text_with("score-is", &[("n", "44")]));
    for word in ["shared-text", "keep-here", "start-own"] {
        assert!(!paper.says(&second.ui_text(word)), "{word} is on paper");
    }
    assert_eq!(second.execute("return localStorage.length", []), json!(0));
    assert_eq!(second.execute("return history.state", []), Value::from(format!("shared/{code}")));
    second.finish();
}

#[test]
fn a_screen_with_fields_is_on_paper_to_its_last_word() {
    engines!(Chromium, "the report is printed in Chromium only");
    let visitor = phone().start();
    let mut record = sample::record();
    let sentences: Vec<String> = (1..=40).map(|at| format!("Zin nummer {at} van veertig.")).collect();
    record["notes"]["regie-top"] = json!(sentences.join(" "));
    sample::resume_with(&visitor, "/", &[record]);
    visitor.execute("history.replaceState('statement/regie-top', '')", []);
    visitor.reload();
    visitor.expect_statement(2, 10);
    let paper = Paper::read(&visitor.print_to_pdf());
    paper.must_say("Zin nummer 1 van veertig.");
    paper.must_say("Zin nummer 40 van veertig.");
    visitor.finish();
}

#[test]
fn the_name_that_a_site_gives_is_in_the_margin_of_every_page() {
    engines!(Chromium, "other engines print no text in the margin");
    let site = bundle::configured(&json!({ "title": "Kompas \"Noord\"" }).to_string());
    let visitor = phone().serve_folder(site.path()).start();
    visitor.open("/");
    for page in Paper::read(&visitor.print_to_pdf()).pages {
        assert!(page.contains(&dense("Kompas \"Noord\"")), "{page}");
        assert!(!page.contains("Flexkompas"), "{page}");
    }
    visitor.finish();
}
