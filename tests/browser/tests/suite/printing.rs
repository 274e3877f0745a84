//! The button that prints, where it may and where it may not.

use flexkompas_browser_tests::{Visitor, engines, phone};
use serde_json::json;

use crate::sample;

/// What Chromium says of a frame that may not print.
const REFUSED: &str = "Ignored call to 'print()'";

#[track_caller]
fn comes_to_the_result(visitor: &Visitor) {
    sample::answers_all(visitor);
    sample::places_ambition(visitor);
    sample::sees_the_result(visitor);
}

/// The address of the link to the result in a tab of its own.
#[track_caller]
fn way_out(visitor: &Visitor, inside: &str) -> String {
    let link = format!("{inside} a[data-action=\"open-in-tab\"]");
    visitor.sees_hooks(&link, &[("target", Some("_blank")), ("rel", Some("noopener"))]);
    visitor.value(&link, "href").unwrap()
}

#[test]
fn a_frame_that_may_not_print_offers_the_way_to_a_tab() {
    engines!(all, "whether a page or a frame may print is up to the engine");
    let visitor = phone().visitor();
    visitor.expects_in_console_of_chromium(REFUSED);
    let _host = visitor.opens_in_frame(Some("allow-scripts"));
    comes_to_the_result(&visitor);
    visitor.sees_word("print-hint");
    let address = way_out(&visitor, "main");
    visitor.presses("print");
    visitor.sees_word("notice-print-failed");
    assert_eq!(way_out(&visitor, "[data-notice]"), address);
    let offered = visitor.script("return document.querySelector('[data-notice] textarea').value", []);
    assert_eq!(offered, json!(address), "also to copy: this frame may open no tab");
    assert!(address.starts_with(&format!("{}#r=fk1", visitor.server().url())), "{address}");
    let fragment = address.split_once('#').unwrap().1.to_owned();
    visitor.leaves();

    let second = phone().visitor();
    second.opens(&format!("/#{fragment}"));
    second.sees_screen("shared");
    second.sees_hooks("[data-result]", &[("data-score", Some("44"))]);
    second.leaves();
}

/// The window that this browser opens for printing cannot be closed from here; a page notices no more of it than this.
const PRINTS: &str = "window.printed = 0;
    window.print = () => {
        window.printed++;
        dispatchEvent(new Event('beforeprint'));
        dispatchEvent(new Event('afterprint'));
    }";

#[track_caller]
fn prints_without_a_word(visitor: &Visitor) {
    visitor.presses("print");
    visitor.waits_until("it prints", || visitor.script("return printed", []) == json!(1));
    visitor.comes_to_rest();
    assert_eq!(visitor.count("[data-notice]"), 0);
}

#[test]
fn a_page_that_may_print_says_nothing_about_it() {
    engines!(all, "whether a page or a frame may print is up to the engine");
    let visitor = phone().with_script(PRINTS).visitor();
    sample::comes_back_to_the_result(&visitor, "/");
    assert_eq!(visitor.count("[data-action=\"open-in-tab\"]"), 0, "this is a tab of its own");
    prints_without_a_word(&visitor);
    visitor.leaves();
}

#[test]
fn a_frame_that_may_print_says_nothing_and_has_the_way_to_a_tab_all_the_same() {
    engines!(all, "whether a page or a frame may print is up to the engine");
    let visitor = phone().with_script(PRINTS).visitor();
    let _host = visitor.opens_in_frame(Some("allow-scripts allow-modals"));
    comes_to_the_result(&visitor);
    let address = way_out(&visitor, "main");
    prints_without_a_word(&visitor);
    visitor.presses("share");
    visitor.sees_screen("share");
    assert_eq!(visitor.typed_in("share-link"), address);
    visitor.leaves();
}
