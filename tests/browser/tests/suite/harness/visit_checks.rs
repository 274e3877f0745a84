//! The checks at the end of every visit: each must fail when there is something to find.

use flexkompas_browser_tests::host::Host;
use flexkompas_browser_tests::{Visitor, engines, phone};
use serde_json::json;

#[track_caller]
fn open_page() -> Visitor {
    let visitor = phone().start();
    visitor.open("/");
    visitor.expect_statement(1, 10);
    visitor
}

#[test]
fn an_error_in_the_console_fails_a_visit() {
    engines!(all, "console and requests are observed differently in each engine");
    let visitor = open_page();
    visitor.execute("console.error('something broke')", []);
    visitor.finish_expecting("the console contains");
}

#[test]
fn an_error_in_an_iframe_fails_a_visit() {
    engines!(all, "console and requests are observed differently in each engine");
    let visitor = phone().start();
    let _host = visitor.open_in_iframe(Some("allow-scripts"));
    visitor.expect_statement(1, 10);
    visitor.execute("console.error('something broke')", []);
    visitor.finish_expecting("the console contains");
}

#[test]
fn a_missing_expected_error_fails_a_visit() {
    engines!(all, "console and requests are observed differently in each engine");
    let visitor = open_page();
    visitor.expect_console("something broke");
    visitor.finish_expecting("the console lacks");
}

#[test]
fn a_request_to_another_site_fails_a_visit() {
    engines!(all, "console and requests are observed differently in each engine");
    let visitor = phone().start();
    // The policy would block the request.
    visitor.server().remove_header("content-security-policy").unwrap();
    visitor.open("/");
    visitor.expect_statement(1, 10);
    let elsewhere = Host::with_iframe("about:blank", None);
    visitor.execute(
        "window.answered = false; fetch(arguments[0]).then(() => window.answered = true)",
        [json!(elsewhere.url())],
    );
    visitor.wait_until("the answer", || visitor.execute("return window.answered", []) == json!(true));
    visitor.finish_expecting("requests to other sites");
}

#[test]
fn a_request_blocked_by_the_policy_fails_a_visit() {
    engines!(all, "console and requests are observed differently in each engine");
    let visitor = open_page();
    visitor.execute("fetch('http://example.invalid/').catch(() => window.stopped = true)", []);
    visitor.wait_until("the refusal", || visitor.execute("return window.stopped", []) == json!(true));
    visitor.finish_expecting("the console contains");
}

#[test]
fn a_style_blocked_by_the_policy_fails_a_visit() {
    engines!(all, "console and requests are observed differently in each engine");
    let visitor = open_page();
    visitor.execute("document.body.setAttribute('style', 'color: red')", []);
    visitor.finish_expecting("the console contains");
}

#[test]
fn text_parsed_as_markup_fails_a_visit() {
    engines!(all, "console and requests are observed differently in each engine");
    let visitor = open_page();
    visitor.execute("try { document.querySelector('h1').innerHTML = '<b>' } catch {}", []);
    visitor.finish_expecting("the console contains");
}

#[test]
fn another_trusted_types_policy_fails_a_visit() {
    engines!(all, "console and requests are observed differently in each engine");
    let visitor = open_page();
    visitor.execute("try { trustedTypes.createPolicy('another', {}) } catch {}", []);
    visitor.finish_expecting("the console contains");
}

#[test]
#[should_panic(expected = "a visit must end with `finish`")]
fn a_visit_that_is_not_finished_fails() {
    engines!(all, "console and requests are observed differently in each engine");
    open_page();
}

#[test]
fn an_accessibility_violation_is_detected() {
    engines!(all, "console and requests are observed differently in each engine");
    let visitor = open_page();
    assert_eq!(visitor.axe_violations(), [""; 0]);
    visitor.execute("document.querySelector('[data-action=next]').textContent = ''", []);
    let barriers = visitor.axe_violations();
    assert!(barriers.iter().any(|barrier| barrier.starts_with("button-name: ")), "{barriers:?}");
    visitor.finish();
}
