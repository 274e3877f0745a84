//! Addresses and links that a page or a host adds to the end of the address.

use flexkompas_browser_tests::Key::Enter;
use flexkompas_browser_tests::{engines, phone};
use serde_json::json;

use crate::sample;

#[test]
fn the_link_that_skips_to_the_content_stays_on_the_page() {
    engines!(all, "fragments of an address and history are the engine's own");
    let visitor = phone().visitor();
    visitor.opens("/");
    sample::answers_until(&visitor, 3);
    visitor.sees_statement(4, 10);
    visitor.script("document.querySelector('.skip-link').focus()", []);
    visitor.hits(Enter);
    visitor.waits_until("the address ends in #main", || {
        visitor.script("return location.hash", []) == json!("#main")
    });
    visitor.tabs_to("main :is(button, input)");
    visitor.sees_statement(4, 10);
    visitor.goes_back();
    visitor.sees_statement(4, 10);
    visitor.leaves();
}

#[test]
fn a_fragment_that_a_host_adds_is_left_in_peace() {
    engines!(all, "fragments of an address and history are the engine's own");
    let visitor = phone().visitor();
    for fragment in ["#?secret=abc123", "#r", "#rx=fk1", "#foo", "#main"] {
        visitor.goes_elsewhere();
        visitor.opens(&format!("/{fragment}"));
        visitor.sees_statement(1, 10);
        visitor.chooses("richting-betekenis", "2");
        visitor.goes_on();
        visitor.sees_statement(2, 10);
        assert_eq!(visitor.script("return location.hash", []), json!(fragment));
        visitor.presses("erase");
        visitor.presses("confirm-erase");
        visitor.sees_statement(1, 10);
    }
    visitor.leaves();
}
