//! The first statement before the program starts: it can be read and answered, and nothing is lost.

use flexkompas_browser_tests::Key::{Down, Tab};
use flexkompas_browser_tests::{Visitor, bundle, engines, phone};
use serde_json::{Value, json};
use xtask_build::server::Fault;

use crate::support::sample::KEY;

const FIRST: &str = "richting-betekenis";

/// Opens a page whose program is stalled until [`start_program`].
#[track_caller]
fn open_with_stalled_program(visitor: &Visitor, address: &str) {
    visitor.server().set_fault(&bundle::program_path(), Fault::Stalled);
    visitor.open_without_waiting(address);
    assert!(!is_running(visitor));
}

/// Ends the stalled request, so that the retry succeeds.
#[track_caller]
fn start_program(visitor: &Visitor) {
    visitor.server().clear_faults();
    visitor.wait_until("the program", || is_running(visitor));
}

/// Whether the program has taken over the page.
#[track_caller]
fn is_running(visitor: &Visitor) -> bool {
    let look = "return !window.flexkompasEarly && !!document.getElementById('app') && !document.getElementById('app-next')";
    visitor.execute(look, []) == json!(true)
}

/// The stored answers.
#[track_caller]
fn answers(visitor: &Visitor) -> Value {
    let record: Value =
        serde_json::from_str(&visitor.stored_item(KEY).unwrap_or_default()).unwrap_or_default();
    record["answers"].clone()
}

#[test]
fn an_answer_before_the_start_is_kept_with_focus_and_scroll_position() {
    engines!(all, "loading, events and focus before the start depend on the engine");
    let visitor = phone().start();
    open_with_stalled_program(&visitor, "/");
    visitor.expect_statement(1, 10);
    visitor.choose(FIRST, "3");
    visitor.expect_focus(&format!("[name=\"{FIRST}\"][value=\"3\"]"));
    visitor.execute("scrollTo(0, 120)", []);
    start_program(&visitor);
    visitor.expect_chosen(FIRST, "3");
    visitor.expect_focus(&format!("[name=\"{FIRST}\"][value=\"3\"]"));
    visitor.wait_until("the answer in storage", || answers(&visitor) != Value::Null);
    assert_eq!(visitor.execute("return scrollY", []), json!(120));
    assert_eq!(answers(&visitor), json!({ FIRST: 3 }));
    visitor.press_next();
    visitor.expect_statement(2, 10);
    visitor.finish();
}

#[test]
fn an_answer_is_kept_while_content_is_loading() {
    engines!(all, "loading, events and focus before the start depend on the engine");
    let visitor = phone().start();
    visitor.server().set_fault(&bundle::content_path("start.nl"), Fault::Stalled);
    visitor.open_without_waiting("/");
    let begun = "return !!document.getElementById('app-next')";
    visitor.wait_until("the program", || visitor.execute(begun, []) == json!(true));
    visitor.choose(FIRST, "3");
    start_program(&visitor);
    visitor.expect_chosen(FIRST, "3");
    visitor.wait_until("the answer in storage", || answers(&visitor) == json!({ FIRST: 3 }));
    visitor.finish();
}

#[test]
fn a_click_that_spans_the_start_counts() {
    engines!(all, "loading, events and focus before the start depend on the engine");
    let visitor = phone().start();
    open_with_stalled_program(&visitor, "/");
    visitor.press_and_hold(&format!("label:has(> input[name=\"{FIRST}\"][value=\"2\"])"));
    visitor.server().clear_faults();
    // The program waits beside the page while the button is held, or has already replaced it.
    let has_its_page = "return !!document.querySelector('#app-next main h1')";
    visitor.wait_until("the page of the program", || {
        visitor.execute(has_its_page, []) == json!(true) || is_running(&visitor)
    });
    visitor.release_button();
    visitor.wait_until("the program", || is_running(&visitor));
    visitor.expect_chosen(FIRST, "2");
    visitor.wait_until("the answer in storage", || answers(&visitor) == json!({ FIRST: 2 }));
    visitor.finish();
}

#[test]
fn the_keyboard_works_before_the_start() {
    engines!(all, "loading, events and focus before the start depend on the engine");
    let visitor = phone().start();
    open_with_stalled_program(&visitor, "/");
    visitor.tab_to(&format!("input[name=\"{FIRST}\"]"));
    visitor.press_key(Down);
    visitor.expect_chosen(FIRST, "2");
    visitor.press_key(Tab);
    visitor.expect_focus("[data-fold=\"note\"] > summary");
    start_program(&visitor);
    visitor.expect_chosen(FIRST, "2");
    visitor.expect_focus("[data-fold=\"note\"] > summary");
    visitor.finish();
}

#[test]
fn next_pressed_before_the_start_is_replayed() {
    engines!(all, "loading, events and focus before the start depend on the engine");
    let visitor = phone().start();
    open_with_stalled_program(&visitor, "/");
    visitor.choose(FIRST, "2");
    visitor.press("next");
    start_program(&visitor);
    visitor.expect_statement(2, 10);
    visitor.press("back");
    visitor.expect_chosen(FIRST, "2");
    visitor.finish();
}

#[test]
fn an_answer_survives_leaving_before_the_start() {
    engines!(all, "loading, events and focus before the start depend on the engine");
    let visitor = phone().start();
    open_with_stalled_program(&visitor, "/");
    visitor.choose(FIRST, "4");
    visitor.server().clear_faults();
    visitor.leave_page();
    visitor.open("/");
    visitor.wait_until("the program", || is_running(&visitor));
    visitor.expect_chosen(FIRST, "4");
    assert_eq!(answers(&visitor), json!({ FIRST: 4 }));
    assert_eq!(visitor.execute("return Object.keys(localStorage).length", []), json!(1));
    visitor.finish();
}

#[test]
fn a_returning_visitor_does_not_see_the_first_statement_flash() {
    engines!(all, "loading, events and focus before the start depend on the engine");
    let record = json!({ "format": "flexkompas", "version": 1, "id": "before", "questionSet": "flexkompas-2026-2",
        "set": "quick", "answers": { FIRST: 2, "regie-top": 3 } });
    let remember = format!("localStorage.setItem({}, {})", json!(KEY), json!(record.to_string()));
    let visitor = phone().with_init_script(remember).start();
    open_with_stalled_program(&visitor, "/");
    assert!(!visitor.is_visible("#app"));
    visitor.wait_until("a word about the wait", || visitor.is_visible("#boot-wait"));
    start_program(&visitor);
    assert!(!visitor.is_visible("#boot-wait"));
    visitor.expect_titled_screen("start", &visitor.ui_text("resume-title"));
    visitor.finish();
}

#[test]
fn the_english_page_starts_in_english_in_any_browser() {
    engines!(all, "loading, events and focus before the start depend on the engine");
    let visitor = phone().start();
    open_with_stalled_program(&visitor, "/en/");
    assert_eq!(visitor.language(), "en");
    visitor.expect_text(&bundle::ui_text("en", "start-title"));
    visitor.choose(FIRST, "1");
    start_program(&visitor);
    visitor.expect_chosen(FIRST, "1");
    assert_eq!(visitor.language(), "en");
    visitor.finish();
}

#[test]
fn the_layout_does_not_shift_at_the_start() {
    engines!(all, "loading, events and focus before the start depend on the engine");
    let observe = "window.moved = 0; new PerformanceObserver(list => list.getEntries().forEach(e => window.moved += e.value))
        .observe({ type: 'layout-shift', buffered: true })";
    let visitor = phone().with_init_script(observe).start();
    visitor.open("/");
    visitor.wait_until("the program", || is_running(&visitor));
    visitor.expect_statement(1, 10);
    assert_eq!(visitor.execute("return window.moved", []), json!(0));
    visitor.finish();
}
