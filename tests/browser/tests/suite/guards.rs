//! The checks that hold for every visit, checked themselves: each must fail when there is something to find.

use flexkompas_browser_tests::host::Host;
use flexkompas_browser_tests::{Visitor, engines, phone};
use serde_json::json;

#[track_caller]
fn opens_the_page() -> Visitor {
    let visitor = phone().visitor();
    visitor.opens("/");
    visitor.sees_statement(1, 10);
    visitor
}

#[test]
fn an_error_in_the_console_fails_a_visit() {
    engines!(all, "console and requests are watched in another way in each engine");
    let visitor = opens_the_page();
    visitor.script("console.error('something broke')", []);
    visitor.leaves_with_trouble("the console holds");
}

#[test]
fn an_error_in_the_console_of_a_frame_fails_a_visit() {
    engines!(all, "console and requests are watched in another way in each engine");
    let visitor = phone().visitor();
    let _host = visitor.opens_in_frame(Some("allow-scripts"));
    visitor.sees_statement(1, 10);
    visitor.script("console.error('something broke')", []);
    visitor.leaves_with_trouble("the console holds");
}

#[test]
fn an_expected_error_that_never_comes_fails_a_visit() {
    engines!(all, "console and requests are watched in another way in each engine");
    let visitor = opens_the_page();
    visitor.expects_in_console("something broke");
    visitor.leaves_with_trouble("the console lacks");
}

#[test]
fn a_request_to_another_site_fails_a_visit() {
    engines!(all, "console and requests are watched in another way in each engine");
    let visitor = phone().visitor();
    // The policy would stop the request.
    visitor.server().remove_header("content-security-policy").unwrap();
    visitor.opens("/");
    visitor.sees_statement(1, 10);
    let elsewhere = Host::framing("about:blank", None);
    visitor.script(
        "window.answered = false; fetch(arguments[0]).then(() => window.answered = true)",
        [json!(elsewhere.url())],
    );
    visitor.waits_until("the answer", || visitor.script("return window.answered", []) == json!(true));
    visitor.leaves_with_trouble("requests to elsewhere");
}

#[test]
fn a_request_that_the_policy_stops_fails_a_visit() {
    engines!(all, "console and requests are watched in another way in each engine");
    let visitor = opens_the_page();
    visitor.script("fetch('http://example.invalid/').catch(() => window.stopped = true)", []);
    visitor.waits_until("the refusal", || visitor.script("return window.stopped", []) == json!(true));
    visitor.leaves_with_trouble("the console holds");
}

#[test]
fn a_style_that_the_policy_stops_fails_a_visit() {
    engines!(all, "console and requests are watched in another way in each engine");
    let visitor = opens_the_page();
    visitor.script("document.body.setAttribute('style', 'color: red')", []);
    visitor.leaves_with_trouble("the console holds");
}

#[test]
fn words_that_become_markup_fail_a_visit() {
    engines!(all, "console and requests are watched in another way in each engine");
    let visitor = opens_the_page();
    visitor.script("try { document.querySelector('h1').innerHTML = '<b>' } catch {}", []);
    visitor.leaves_with_trouble("the console holds");
}

#[test]
fn a_script_of_another_policy_for_trusted_types_fails_a_visit() {
    engines!(all, "console and requests are watched in another way in each engine");
    let visitor = opens_the_page();
    visitor.script("try { trustedTypes.createPolicy('another', {}) } catch {}", []);
    visitor.leaves_with_trouble("the console holds");
}

#[test]
#[should_panic(expected = "a visit must end with `leaves`")]
fn a_visit_without_its_last_checks_fails() {
    engines!(all, "console and requests are watched in another way in each engine");
    opens_the_page();
}

#[test]
fn a_barrier_is_found() {
    engines!(all, "console and requests are watched in another way in each engine");
    let visitor = opens_the_page();
    assert_eq!(visitor.barriers(), [""; 0]);
    visitor.script("document.querySelector('[data-action=next]').textContent = ''", []);
    let barriers = visitor.barriers();
    assert!(barriers.iter().any(|barrier| barrier.starts_with("button-name: ")), "{barriers:?}");
    visitor.leaves();
}
