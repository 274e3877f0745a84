//! Fragments that a page or a host adds to the address.

use flexkompas_browser_tests::Key::Enter;
use flexkompas_browser_tests::{engines, phone};
use serde_json::json;

use crate::support::sample;

#[test]
fn the_skip_link_stays_on_the_page() {
    engines!(all, "fragments and history are part of the engine");
    let visitor = phone().start();
    visitor.open("/");
    sample::answer_until(&visitor, 3);
    visitor.expect_statement(4, 10);
    visitor.execute("document.querySelector('.skip-link').focus()", []);
    visitor.press_key(Enter);
    visitor.wait_until("the address ends in #main", || {
        visitor.execute("return location.hash", []) == json!("#main")
    });
    visitor.tab_to("main :is(button, input)");
    visitor.expect_statement(4, 10);
    visitor.go_back();
    visitor.expect_statement(4, 10);
    visitor.finish();
}

#[test]
fn an_unknown_fragment_is_ignored() {
    engines!(all, "fragments and history are part of the engine");
    let visitor = phone().start();
    for fragment in ["#?secret=abc123", "#r", "#rx=fk1", "#foo", "#main"] {
        visitor.leave_page();
        visitor.open(&format!("/{fragment}"));
        visitor.expect_statement(1, 10);
        visitor.choose("richting-betekenis", "2");
        visitor.press_next();
        visitor.expect_statement(2, 10);
        assert_eq!(visitor.execute("return location.hash", []), json!(fragment));
        visitor.press("erase");
        visitor.press("confirm-erase");
        visitor.expect_statement(1, 10);
    }
    visitor.finish();
}
