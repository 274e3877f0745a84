//! Browsers without storage: the scan works, and does not claim that anything is saved.

use flexkompas_browser_tests::{Visitor, engines, phone};

use crate::support::sample;

/// Checks that the scan works up to the result, and that the page says nothing is saved.
#[track_caller]
pub(crate) fn expect_scan_without_storage(visitor: &Visitor) {
    visitor.expect_statement(1, 10);
    visitor.expect_attribute("[data-saving]", "data-saving", Some("not-kept"));
    visitor.expect_ui_text("saving-blocked");
    sample::complete_scan(visitor);
    visitor.expect_attribute("[data-saving]", "data-saving", Some("not-kept"));
    visitor.expect_ui_text("saving-blocked");
}

#[test]
fn the_scan_works_with_site_data_blocked() {
    engines!(all, "each engine blocks storage differently");
    let visitor = phone().without_site_data().start();
    visitor.open("/");
    expect_scan_without_storage(&visitor);
    visitor.finish();
}

#[test]
fn the_scan_works_when_accessing_storage_throws() {
    engines!(all, "each engine blocks storage differently");
    let throws = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })";
    let visitor = phone().with_init_script(throws).start();
    visitor.open("/");
    expect_scan_without_storage(&visitor);
    visitor.finish();
}

#[test]
fn erasing_works_without_storage() {
    engines!(all, "each engine blocks storage differently");
    let visitor = phone().without_site_data().start();
    visitor.open("/");
    sample::answer_until(&visitor, 2);
    visitor.expect_statement(3, 10);
    visitor.press("erase");
    visitor.press("confirm-erase");
    visitor.expect_statement(1, 10);
    assert_eq!(visitor.chosen("richting-betekenis"), None);
    visitor.expect_ui_text("saving-blocked");
    visitor.finish();
}
