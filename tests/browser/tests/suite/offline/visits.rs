//! Visits without a network after one with: the offline copy is enough for everything.

use flexkompas_browser_tests::{Visitor, engines, phone};
use serde_json::json;
use xtask_build::server::Fault;

use crate::support::sample;

/// Visits an address with a network until everything is cached.
#[track_caller]
pub(super) fn visit_online(visitor: &Visitor, address: &str) {
    visitor.open(address);
    visitor.expect_statement(1, 10);
    visitor.wait_for_service_worker();
}

/// Completes the scan and opens the modules, which are fetched on demand.
#[track_caller]
fn complete_scan_and_open_modules(visitor: &Visitor) {
    visitor.expect_statement(1, 10);
    sample::complete_scan(visitor);
    visitor.press("modules");
    visitor.expect_titled_screen("modules", &visitor.ui_text("modules-title"));
}

#[track_caller]
fn expect_offline_scan(first: &str, later: &str, language: &str) {
    let visitor = phone().start();
    visit_online(&visitor, first);
    visitor.leave_page();
    visitor.server().switch_off();
    visitor.open(later);
    complete_scan_and_open_modules(&visitor);
    assert_eq!(visitor.language(), language);
    let address = visitor.execute("return location.href", []);
    assert_eq!(address, json!(format!("{}{}", visitor.server().url(), later.trim_start_matches('/'))));
    visitor.finish();
}

#[test]
fn the_whole_scan_works_offline_in_dutch() {
    engines!(all, "service workers and caches are part of the engine");
    expect_offline_scan("/", "/", "nl");
}

#[test]
fn the_whole_scan_works_offline_in_english_after_a_dutch_visit() {
    engines!(all, "service workers and caches are part of the engine");
    expect_offline_scan("/", "/?lang=en", "en");
}

#[test]
fn the_english_page_works_offline() {
    engines!(all, "service workers and caches are part of the engine");
    expect_offline_scan("/?lang=nl", "/en/", "en");
}

#[test]
fn the_dutch_page_works_offline_after_an_english_visit() {
    engines!(all, "service workers and caches are part of the engine");
    expect_offline_scan("/en/", "/", "nl");
}

#[test]
fn the_first_visit_continues_when_the_network_fails() {
    engines!(all, "service workers and caches are part of the engine");
    let visitor = phone().start();
    visit_online(&visitor, "/");
    visitor.wait_for_controlling_worker();
    visitor.server().switch_off();
    complete_scan_and_open_modules(&visitor);
    visitor.press("language-en");
    visitor.wait_until("the page is English", || visitor.language() == "en");
    visitor.finish();
}

#[test]
fn answers_and_share_links_work_offline() {
    engines!(all, "service workers and caches are part of the engine");
    let visitor = phone().start();
    sample::resume_at_result(&visitor, "/");
    let hooks = sample::result_hooks(&visitor);
    visitor.press("share");
    visitor.expect_screen("share");
    let link = visitor.field_value("share-link");
    let fragment = link.split_once('#').unwrap().1;
    visitor.wait_for_service_worker();
    visitor.leave_page();
    visitor.server().switch_off();

    visitor.open(&format!("/#{fragment}"));
    visitor.expect_screen("shared");
    assert_eq!(sample::result_hooks(&visitor), hooks);
    visitor.leave_page();
    visitor.open("/");
    visitor.expect_titled_screen("start", &visitor.ui_text("resume-title"));
    visitor.press("continue");
    sample::expect_result(&visitor);
    visitor.finish();
}

#[test]
fn all_statements_can_be_read_offline_without_scripts() {
    engines!(Chromium, "in the other engines the log is written by scripts, and this page has none");
    let visitor = phone().start();
    visit_online(&visitor, "/");
    visitor.server().switch_off();
    for address in ["/statements.html", "/en/statements.html"] {
        visitor.open(address);
        assert_eq!(visitor.count("h2"), 25);
    }
    visitor.finish();
}

#[test]
fn an_unresponsive_server_counts_as_offline() {
    engines!(all, "service workers and caches are part of the engine");
    let visitor = phone().start();
    visit_online(&visitor, "/");
    visitor.leave_page();
    visitor.server().set_fault("/", Fault::Silent);
    visitor.open("/");
    visitor.expect_statement(1, 10);
    visitor.finish();
}

#[test]
fn a_server_error_counts_as_offline() {
    engines!(all, "service workers and caches are part of the engine");
    let visitor = phone().start();
    visit_online(&visitor, "/");
    visitor.leave_page();
    visitor.server().set_fault("/", Fault::Status(503));
    visitor.open("/");
    visitor.expect_statement(1, 10);
    expect_server_failure(&visitor, "failed to load /");
    visitor.finish();
}

/// The service worker sends the request, so the console of the page has no error; the server records one.
#[track_caller]
pub(super) fn expect_server_failure(visitor: &Visitor, text: &str) {
    if !visitor.has_driver_logs() {
        visitor.expect_console(text);
    }
}
