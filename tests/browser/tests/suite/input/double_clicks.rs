//! Double clicks and double taps: many people press everything twice.

use flexkompas_browser_tests::options::Size;
use flexkompas_browser_tests::{Pointer, Visitor, engines, laptop, phone};

use crate::support::sample::{self, ANSWERS};

const NEXT: &str = "[data-action=\"next\"]";

/// On some, the next page has an answer where the button was, on others the button itself.
const PHONES: [Size; 3] = [(320, 640), (390, 700), (360, 900)];

#[track_caller]
fn answer_all_and_double_tap_next(visitor: &Visitor, pointer: Pointer) {
    visitor.open("/");
    for (at, (statement, answer)) in ANSWERS.into_iter().enumerate() {
        visitor.expect_statement(at + 1, ANSWERS.len());
        assert_eq!(visitor.chosen(statement), None, "the second press chose this answer");
        assert_eq!(visitor.count(".primary-action__hint > *"), 0, "the second press asked for the next one");
        visitor.choose(statement, answer);
        visitor.double_tap(pointer, NEXT);
    }
    visitor.expect_screen("ambition");
    visitor.wait_until_idle();
    visitor.expect_screen("ambition");
}

#[test]
fn double_clicking_next_skips_no_statement_whatever_the_size_of_the_window() {
    engines!(all, "the engine counts clicks");
    for size in PHONES {
        let visitor = phone().with_size(size).start();
        answer_all_and_double_tap_next(&visitor, Pointer::Mouse);
        visitor.finish();
    }
    let visitor = laptop().start();
    answer_all_and_double_tap_next(&visitor, Pointer::Mouse);
    visitor.finish();
}

#[test]
fn double_tapping_next_skips_no_statement() {
    engines!(Chromium | Firefox, "WebKit's driver has no fingers");
    for size in PHONES {
        let visitor = phone().with_size(size).start();
        answer_all_and_double_tap_next(&visitor, Pointer::Touch);
        visitor.finish();
    }
}

#[test]
fn double_clicking_remove_removes_one_scan() {
    engines!(all, "the engine counts clicks");
    let visitor = phone().start();
    let other = |id: &str, day: &str| sample::other_record(id, day, "", "leiding-sturen", 3);
    let scans = [
        sample::record(),
        other("ScanNumber2", "2026-03-01"),
        other("ScanNumber3", "2026-02-01"),
        other("ScanNumber4", "2026-01-01"),
    ];
    sample::resume_with(&visitor, "/", &scans);
    visitor.press("history");
    visitor.expect_screen("history");
    visitor.double_tap(Pointer::Mouse, "[data-scan=\"ScanNumber2\"] [data-action=\"remove-scan\"]");
    visitor.expect_ui_text("notice-removed");
    visitor.wait_until_idle();
    assert_eq!(visitor.count("[data-scan]"), 3);
    visitor.finish();
}

#[test]
fn a_control_that_stays_takes_both_clicks() {
    engines!(Chromium, "the program decides which click counts");
    let visitor = phone().start();
    visitor.open("/");
    let steps = "[data-action=\"steps\"]";
    visitor.double_tap(Pointer::Mouse, steps);
    visitor.expect_attribute(steps, "aria-expanded", Some("false"));
    visitor.choose(ANSWERS[0].0, "2");
    visitor.double_tap(Pointer::Mouse, "label:has(> input[value=\"3\"])");
    visitor.expect_chosen(ANSWERS[0].0, "3");
    visitor.finish();
}
