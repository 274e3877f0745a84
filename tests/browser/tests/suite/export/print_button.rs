//! The print button, where printing is allowed and where it is not.

use flexkompas_browser_tests::{Visitor, engines, phone};
use serde_json::json;

use crate::support::{notices, sample};

/// Chromium's console message for an iframe that may not print.
const REFUSED: &str = "Ignored call to 'print()'";

#[track_caller]
fn comes_to_the_result(visitor: &Visitor) {
    sample::import_result(visitor);
}

/// The address of the link that opens the result in a tab.
#[track_caller]
fn tab_link(visitor: &Visitor, inside: &str) -> String {
    let link = format!("{inside} a[data-action=\"open-in-tab\"]");
    visitor.expect_attributes(&link, &[("target", Some("_blank")), ("rel", Some("noopener"))]);
    visitor.attribute(&link, "href").unwrap()
}

#[test]
fn an_iframe_that_may_not_print_links_to_a_tab() {
    engines!(all, "the engine decides whether a page may print");
    let visitor = phone().start();
    visitor.expect_console_in_chromium(REFUSED);
    let _host = visitor.open_in_iframe(Some("allow-scripts"));
    comes_to_the_result(&visitor);
    visitor.expect_ui_text("print-hint");
    let address = tab_link(&visitor, "main");
    visitor.press("print");
    visitor.expect_ui_text("notice-print-failed");
    assert_eq!(tab_link(&visitor, "[data-notice]"), address);
    assert_eq!(
        notices::offered_text(&visitor).as_ref(),
        Some(&address),
        "also to copy: this frame may open no tab"
    );
    assert!(address.starts_with(&format!("{}#r=fk1", visitor.server().url())), "{address}");
    let fragment = address.split_once('#').unwrap().1.to_owned();
    visitor.finish();

    let second = phone().start();
    second.open(&format!("/#{fragment}"));
    second.expect_screen("shared");
    second.expect_attributes("[data-result]", &[("data-score", Some("44"))]);
    second.finish();
}

#[track_caller]
fn expect_silent_print(visitor: &Visitor) {
    visitor.press("print");
    visitor.wait_until("it prints", || visitor.execute("return printed", []) == json!(1));
    visitor.wait_until_idle();
    assert_eq!(visitor.count("[data-notice]"), 0);
}

#[test]
fn printing_from_a_page_shows_no_notice() {
    engines!(all, "the engine decides whether a page may print");
    let visitor = phone().with_init_script(notices::PRINT_STUB).start();
    sample::resume_at_result(&visitor, "/");
    assert_eq!(visitor.count("[data-action=\"open-in-tab\"]"), 0, "this is a tab of its own");
    expect_silent_print(&visitor);
    visitor.finish();
}

#[test]
fn printing_from_an_iframe_shows_no_notice_and_keeps_the_link_to_a_tab() {
    engines!(all, "the engine decides whether a page may print");
    let visitor = phone().with_init_script(notices::PRINT_STUB).start();
    let _host = visitor.open_in_iframe(Some("allow-scripts allow-modals"));
    comes_to_the_result(&visitor);
    let address = tab_link(&visitor, "main");
    expect_silent_print(&visitor);
    visitor.press("share");
    visitor.expect_screen("share");
    assert_eq!(visitor.field_value("share-link"), address);
    visitor.finish();
}
