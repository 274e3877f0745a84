//! The first statement before the program runs: it can be read and answered, and nothing of it is lost.

use flexkompas_browser_tests::Key::{Down, Tab};
use flexkompas_browser_tests::{Visitor, bundle, engines, phone};
use serde_json::{Value, json};
use xtask_build::server::Fault;

use crate::sample::KEY;

const FIRST: &str = "richting-betekenis";

/// A page whose program does not come until [`program_comes`].
#[track_caller]
fn opens_without_program(visitor: &Visitor, address: &str) {
    visitor.server().set_fault(&bundle::program_path(), Fault::Stalled);
    visitor.opens_at_once(address);
    assert!(!runs(visitor));
}

/// The line is given up, and the next try succeeds.
#[track_caller]
fn program_comes(visitor: &Visitor) {
    visitor.server().clear_faults();
    visitor.waits_until("the program", || runs(visitor));
}

/// True once the program has taken over the page.
#[track_caller]
fn runs(visitor: &Visitor) -> bool {
    let look = "return !window.flexkompasEarly && !!document.getElementById('app') && !document.getElementById('app-next')";
    visitor.script(look, []) == json!(true)
}

/// The answers in storage.
#[track_caller]
fn answers(visitor: &Visitor) -> Value {
    let record: Value =
        serde_json::from_str(&visitor.stored_text(KEY).unwrap_or_default()).unwrap_or_default();
    record["answers"].clone()
}

#[test]
fn an_answer_given_before_the_program_runs_is_kept_with_focus_and_place() {
    engines!(all, "loading, events and focus before the program runs are up to the engine");
    let visitor = phone().visitor();
    opens_without_program(&visitor, "/");
    visitor.sees_statement(1, 10);
    visitor.chooses(FIRST, "3");
    visitor.sees_focus_on(&format!("[name=\"{FIRST}\"][value=\"3\"]"));
    visitor.script("scrollTo(0, 120)", []);
    program_comes(&visitor);
    visitor.sees_chosen(FIRST, "3");
    visitor.sees_focus_on(&format!("[name=\"{FIRST}\"][value=\"3\"]"));
    visitor.waits_until("the answer in storage", || answers(&visitor) != Value::Null);
    assert_eq!(visitor.script("return scrollY", []), json!(120));
    assert_eq!(answers(&visitor), json!({ FIRST: 3 }));
    visitor.goes_on();
    visitor.sees_statement(2, 10);
    visitor.leaves();
}

#[test]
fn an_answer_given_while_the_program_waits_for_its_content_is_kept() {
    engines!(all, "loading, events and focus before the program runs are up to the engine");
    let visitor = phone().visitor();
    visitor.server().set_fault(&bundle::content_path("start.nl"), Fault::Stalled);
    visitor.opens_at_once("/");
    let begun = "return !!document.getElementById('app-next')";
    visitor.waits_until("the program", || visitor.script(begun, []) == json!(true));
    visitor.chooses(FIRST, "3");
    program_comes(&visitor);
    visitor.sees_chosen(FIRST, "3");
    visitor.waits_until("the answer in storage", || answers(&visitor) == json!({ FIRST: 3 }));
    visitor.leaves();
}

#[test]
fn a_click_counts_that_began_before_the_program_took_over_and_ended_after() {
    engines!(all, "loading, events and focus before the program runs are up to the engine");
    let visitor = phone().visitor();
    opens_without_program(&visitor, "/");
    visitor.holds_down(&format!("label:has(> input[name=\"{FIRST}\"][value=\"2\"])"));
    visitor.server().clear_faults();
    // Beside the page that is held, where it waits, or already in its place.
    let has_its_page = "return !!document.querySelector('#app-next main h1')";
    visitor.waits_until("the page of the program", || {
        visitor.script(has_its_page, []) == json!(true) || runs(&visitor)
    });
    visitor.lets_go();
    visitor.waits_until("the program", || runs(&visitor));
    visitor.sees_chosen(FIRST, "2");
    visitor.waits_until("the answer in storage", || answers(&visitor) == json!({ FIRST: 2 }));
    visitor.leaves();
}

#[test]
fn the_keyboard_works_before_the_program_runs() {
    engines!(all, "loading, events and focus before the program runs are up to the engine");
    let visitor = phone().visitor();
    opens_without_program(&visitor, "/");
    visitor.tabs_to(&format!("input[name=\"{FIRST}\"]"));
    visitor.hits(Down);
    visitor.sees_chosen(FIRST, "2");
    visitor.hits(Tab);
    visitor.sees_focus_on("[data-fold=\"note\"] > summary");
    program_comes(&visitor);
    visitor.sees_chosen(FIRST, "2");
    visitor.sees_focus_on("[data-fold=\"note\"] > summary");
    visitor.leaves();
}

#[test]
fn whoever_presses_next_too_early_is_taken_there() {
    engines!(all, "loading, events and focus before the program runs are up to the engine");
    let visitor = phone().visitor();
    opens_without_program(&visitor, "/");
    visitor.chooses(FIRST, "2");
    visitor.presses("next");
    program_comes(&visitor);
    visitor.sees_statement(2, 10);
    visitor.presses("back");
    visitor.sees_chosen(FIRST, "2");
    visitor.leaves();
}

#[test]
fn an_answer_outlives_a_page_that_was_left_before_the_program_ran() {
    engines!(all, "loading, events and focus before the program runs are up to the engine");
    let visitor = phone().visitor();
    opens_without_program(&visitor, "/");
    visitor.chooses(FIRST, "4");
    visitor.server().clear_faults();
    visitor.goes_elsewhere();
    visitor.opens("/");
    visitor.waits_until("the program", || runs(&visitor));
    visitor.sees_chosen(FIRST, "4");
    assert_eq!(answers(&visitor), json!({ FIRST: 4 }));
    assert_eq!(visitor.script("return Object.keys(localStorage).length", []), json!(1));
    visitor.leaves();
}

#[test]
fn who_was_here_before_does_not_see_the_first_statement_flash_by() {
    engines!(all, "loading, events and focus before the program runs are up to the engine");
    let record = json!({ "format": "flexkompas", "version": 1, "id": "before", "questionSet": "flexkompas-2026",
        "set": "quick", "answers": { FIRST: 2, "regie-top": 3 } });
    let remember = format!("localStorage.setItem({}, {})", json!(KEY), json!(record.to_string()));
    let visitor = phone().with_script(remember).visitor();
    opens_without_program(&visitor, "/");
    assert!(!visitor.is_visible("#app"));
    visitor.waits_until("a word about the wait", || visitor.is_visible("#boot-wait"));
    program_comes(&visitor);
    assert!(!visitor.is_visible("#boot-wait"));
    visitor.sees_titled("start", &visitor.word("resume-title"));
    visitor.leaves();
}

#[test]
fn the_english_page_begins_in_english_whatever_the_browser_prefers() {
    engines!(all, "loading, events and focus before the program runs are up to the engine");
    let visitor = phone().visitor();
    opens_without_program(&visitor, "/en/");
    assert_eq!(visitor.language(), "en");
    visitor.sees(&bundle::word("en", "start-title"));
    visitor.chooses(FIRST, "1");
    program_comes(&visitor);
    visitor.sees_chosen(FIRST, "1");
    assert_eq!(visitor.language(), "en");
    visitor.leaves();
}

#[test]
fn nothing_moves_when_the_program_takes_over() {
    engines!(all, "loading, events and focus before the program runs are up to the engine");
    let observe = "window.moved = 0; new PerformanceObserver(list => list.getEntries().forEach(e => window.moved += e.value))
        .observe({ type: 'layout-shift', buffered: true })";
    let visitor = phone().with_script(observe).visitor();
    visitor.opens("/");
    visitor.waits_until("the program", || runs(&visitor));
    visitor.sees_statement(1, 10);
    assert_eq!(visitor.script("return window.moved", []), json!(0));
    visitor.leaves();
}
