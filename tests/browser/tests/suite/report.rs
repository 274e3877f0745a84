//! The report: what the browser puts on paper.

use flexkompas_browser_tests::{Visitor, bundle, engines, phone};
use serde_json::{Value, json};

use crate::opened::{Paper, dense};
use crate::sample::{self, DAY, MARKS, NAME, NOTE, REFLECTION};

/// Width and height of A4 in millimetres.
const A4: (f32, f32) = (210.0, 297.0);
const A_MILLIMETRE: f32 = 1.0;

#[track_caller]
fn prints(visitor: &Visitor) -> Paper {
    let paper = Paper::read(&visitor.prints());
    for (width, height) in &paper.sizes {
        let is_a4 = (width - A4.0).abs() < A_MILLIMETRE && (height - A4.1).abs() < A_MILLIMETRE;
        assert!(is_a4, "a page of {width} by {height} mm");
    }
    let count = paper.pages.len();
    assert_eq!(count, paper.sizes.len());
    for (at, page) in paper.pages.iter().enumerate() {
        let number = format!("{}/{count}", at + 1);
        assert!(page.contains(&number), "page {} lacks its number {number}: {page}", at + 1);
        assert!(page.contains(&visitor.word("app-name")), "page {} lacks the name: {page}", at + 1);
    }
    paper
}

/// Day, month in words and year.
fn day_in_words(visitor: &Visitor) -> String {
    let mut parts = DAY.split('-').map(|part| part.parse::<usize>().unwrap());
    let (year, month, day) = (parts.next().unwrap(), parts.next().unwrap(), parts.next().unwrap());
    let month = visitor.word("months").split('|').nth(month - 1).unwrap().to_owned();
    let values = [("day", day.to_string()), ("month", month), ("year", year.to_string())];
    visitor.filled("date-is", &values.each_ref().map(|(name, value)| (*name, value.as_str())))
}

#[track_caller]
fn has_the_whole_report(language: &str) {
    let visitor = phone().visitor();
    sample::comes_back_to_the_result(&visitor, &format!("/?lang={language}"));
    let before = visitor.script("return document.getElementById('app').innerHTML", []);
    let text_before = visitor.visible_text();
    let paper = prints(&visitor);
    assert!((4..=8).contains(&paper.pages.len()), "{} pages", paper.pages.len());

    for word in ["report-title", "disclaimer", "sources", "dimensions-title", "road-map-title", "set-quick"] {
        paper.must_say(&visitor.word(word));
    }
    paper.must_say(NAME);
    paper.must_say(&day_in_words(&visitor));
    let phase = bundle::item("start", language, "phases", "fase-2-beleid", "name");
    paper.must_say(&visitor.filled("result-title", &[("n", "2"), ("name", &phase)]));
    paper.must_say(&visitor.filled("score-is", &[("n", "44")]));
    paper.must_say(&visitor.filled("summary-score", &[("score", "44"), ("rated", "9"), ("all", "10")]));
    paper.must_say(&visitor.filled("why-title", &[("n", "3")]));
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
    paper.must_say(&visitor.filled("grade-is", &[("n", "7")]));

    // Words of one part also stand in sentences; buttons of several words do not.
    let words = "return [...document.querySelectorAll('button, summary, a, label.button')].map(e =>
        e.innerText.replace(e.querySelector('.visually-hidden')?.innerText, '').trim())";
    let words: Vec<String> = serde_json::from_value(visitor.script(words, [])).unwrap();
    let mut words: Vec<String> = words.into_iter().filter(|words| words.contains(' ')).collect();
    words.retain(|words| !start["dimensions"].to_string().contains(words));
    assert!(words.len() > 12, "{words:?}");
    let pressed: Vec<&String> = words.iter().filter(|words| paper.says(words)).collect();
    assert!(pressed.is_empty(), "on paper nobody can press {pressed:?}");

    assert_eq!(visitor.script("return document.getElementById('app').innerHTML", []), before);
    assert_eq!(visitor.visible_text(), text_before, "the screen is as it was");
    visitor.leaves();
}

#[test]
fn the_report_on_paper_holds_the_whole_result_in_dutch() {
    engines!(Chromium, "only there a test gets what is on paper with its pages");
    has_the_whole_report("nl");
}

#[test]
fn the_report_on_paper_holds_the_whole_result_in_english() {
    engines!(Chromium, "only there a test gets what is on paper with its pages");
    has_the_whole_report("en");
}

/// Three thousand letters in pieces that can be told apart.
fn pieces() -> Vec<String> {
    (0..500).map(|at| format!("w{at:04}x")).collect()
}

#[track_caller]
fn keeps_all_of(field: &str, id: &str, text: &str) {
    let visitor = phone().visitor();
    let mut record = sample::record();
    record[field][id] = json!(text);
    sample::comes_back_with(&visitor, "/", &[record]);
    visitor.presses("continue");
    sample::sees_the_result(&visitor);
    let said = prints(&visitor).text();
    // A page may end within the text; what stands in its margin is in between there.
    let said = said.replace(&dense(&visitor.word("app-name")), "");
    let lost: Vec<String> = pieces().into_iter().filter(|piece| !said.contains(piece)).collect();
    assert!(lost.is_empty(), "{} pieces are not on paper: {lost:?}", lost.len());
    visitor.leaves();
}

#[test]
fn a_long_note_is_on_paper_to_its_last_word() {
    engines!(Chromium, "only there a test gets what is on paper with its pages");
    keeps_all_of("notes", "richting-betekenis", &pieces().join(" "));
}

#[test]
fn a_long_note_without_spaces_is_on_paper_to_its_last_letter() {
    engines!(Chromium, "only there a test gets what is on paper with its pages");
    keeps_all_of("notes", "richting-betekenis", &pieces().concat());
}

#[test]
fn a_long_reflection_without_spaces_is_on_paper_to_its_last_letter() {
    engines!(Chromium, "only there a test gets what is on paper with its pages");
    keeps_all_of("reflection", "q-omg-trends", &pieces().concat());
}

#[test]
fn a_shared_result_on_paper_has_no_words_about_keeping_it() {
    engines!(Chromium, "only there a test gets what is on paper with its pages");
    let first = phone().visitor();
    sample::comes_back_to_the_result(&first, "/");
    first.presses("share");
    first.sees_screen("share");
    let code = first.value("[data-code]", "data-code").unwrap();
    first.leaves();

    let second = phone().visitor();
    second.opens(&format!("/#r={code}"));
    second.sees_screen("shared");
    let paper = prints(&second);
    paper.must_say(&second.filled("score-is", &[("n", "44")]));
    for word in ["shared-text", "keep-here", "start-own"] {
        assert!(!paper.says(&second.word(word)), "{word} is on paper");
    }
    assert_eq!(second.script("return localStorage.length", []), json!(0));
    assert_eq!(second.script("return history.state", []), Value::from(format!("shared/{code}")));
    second.leaves();
}
