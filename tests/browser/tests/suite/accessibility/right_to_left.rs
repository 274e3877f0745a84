//! Text written from right to left stands from right to left: in its field, and wherever it is shown or printed.

use flexkompas_browser_tests::{Visitor, engines, phone};
use serde_json::{Value, json};

use crate::support::sample;

/// A sentence in Arabic whose full stop shows on which side the end is.
const ARABIC: &str = "نعمل من المنزل يوم الجمعة.";

/// How many fields and texts contain the sentence, and those of them that do not run from right to left.
const LOOK: &str = "const isArabic = text => /^\\s*[\\u0600-\\u06ff]/.test(text);
    const fields = [...document.querySelectorAll('textarea, input')].filter(field => isArabic(field.value));
    const walk = document.createTreeWalker(document.getElementById('app'), NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walk.nextNode()) if (isArabic(walk.currentNode.data)) texts.push(walk.currentNode.parentElement);
    const all = [...fields, ...texts];
    return [all.length, all.filter(e => getComputedStyle(e).direction !== 'rtl').map(e => e.outerHTML.slice(0, 160))]";

/// Everything on this screen that the visitor wrote runs from right to left.
#[track_caller]
fn expect_right_to_left(visitor: &Visitor, least: u64) {
    let found = visitor.execute(LOOK, []);
    assert!(found[0].as_u64().unwrap() >= least, "the sentence is there {found} times");
    assert_eq!(found[1], json!([]));
}

/// The sample with the sentence in place of everything that was written.
fn record_in_arabic(id: &str) -> Value {
    let mut record = sample::record();
    record["id"] = json!(id);
    record["name"] = json!(ARABIC);
    record["principles"]["theme"] = json!(ARABIC);
    record["principles"]["guide"] = json!({ "q-bel-klant": ARABIC });
    record["reflection"]["q-omg-trends"] = json!(ARABIC);
    record["notes"]["regie-top"] = json!(ARABIC);
    record
}

#[test]
fn words_in_arabic_run_from_right_to_left_in_fields_and_in_the_report() {
    engines!(all, "the direction of text is part of the engine");
    let visitor = phone().start();
    sample::resume_with(&visitor, "/", &[record_in_arabic(sample::ID), record_in_arabic("AnotherScan")]);
    visitor.press("continue");
    sample::expect_result(&visitor);
    // The name, the theme, the note and the reflection: the result is also what is printed.
    expect_right_to_left(&visitor, 4);
    visitor.press("history");
    visitor.expect_screen("history");
    expect_right_to_left(&visitor, 2);
    visitor.press("compare");
    visitor.expect_screen("compare");
    expect_right_to_left(&visitor, 2);
    visitor.go_to_step("reflection");
    visitor.expect_screen("reflection");
    // The field, and what stands in its place on paper.
    expect_right_to_left(&visitor, 2);
    visitor.go_to_step("principles");
    visitor.press("guide");
    visitor.expect_screen("guide");
    expect_right_to_left(&visitor, 2);
    visitor.go_to_step("statements");
    visitor.expect_screen("overview");
    visitor.click("[data-statement=\"regie-top\"] button");
    visitor.expect_screen("statement");
    // The note is open, because it is not empty.
    expect_right_to_left(&visitor, 1);
    visitor.finish();
}

#[test]
fn a_note_turns_while_it_is_written() {
    engines!(all, "the direction of text is part of the engine");
    let visitor = phone().start();
    visitor.open("/");
    visitor.answer("richting-betekenis", "2");
    visitor.expect_statement(2, 10);
    visitor.expand("note");
    let direction = "return getComputedStyle(document.querySelector('[name=note-regie-top]')).direction";
    assert_eq!(visitor.execute(direction, []), json!("ltr"));
    visitor.type_into("note-regie-top", ARABIC);
    assert_eq!(visitor.execute(direction, []), json!("rtl"));
    visitor.finish();
}
