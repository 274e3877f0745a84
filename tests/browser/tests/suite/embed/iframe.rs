//! The scan in an iframe of another site, as most visitors use it.

use flexkompas_browser_tests::{engines, phone};

use crate::storage::blocked::expect_scan_without_storage;
use crate::support::sample;

#[test]
fn the_scan_works_in_the_strictest_sandbox() {
    engines!(all, "the engine decides what an iframe may do and store");
    let visitor = phone().start();
    let _host = visitor.open_in_iframe(Some("allow-scripts"));
    expect_scan_without_storage(&visitor);
    visitor.finish();
}

#[test]
fn the_scan_works_in_a_host_page_without_an_origin() {
    engines!(all, "the engine decides what an iframe may do and store");
    let visitor = phone().start();
    let _host = visitor.open_in_opaque_page();
    expect_scan_without_storage(&visitor);
    visitor.finish();
}

#[test]
fn an_iframe_stores_answers_for_its_host_site_only() {
    engines!(all, "the engine decides what an iframe may do and store");
    let visitor = phone().start();
    let host = visitor.open_in_iframe(None);
    visitor.expect_statement(1, 10);
    visitor.expect_ui_text("saving-for-site");
    visitor.expect_attribute("[data-saving]", "data-saving", Some("kept"));
    sample::answer_until(&visitor, 3);
    visitor.expect_statement(4, 10);

    visitor.open("/");
    visitor.expect_statement(1, 10);
    visitor.expect_ui_text("saving-kept");
    visitor.return_to(&host);
    visitor.expect_titled_screen("start", &visitor.ui_text("resume-title"));
    visitor.press("continue");
    visitor.expect_statement(4, 10);
    visitor.finish();
}
