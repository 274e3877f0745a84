//! A program that does not start: the page itself contains the message.

use flexkompas_browser_tests::release::{self, Release};
use flexkompas_browser_tests::{Visitor, bundle, engines, phone};
use serde_json::json;
use xtask_build::policy::{Policy, SELF};
use xtask_build::server::Fault;

use crate::support::notices::expect_failed_start;
use crate::support::sample::{self, KEY};

#[track_caller]
fn expect_accessible_failure(visitor: &Visitor) {
    expect_failed_start(visitor);
    assert_eq!(visitor.axe_violations(), [""; 0]);
}

/// All statements can be read and printed.
#[track_caller]
fn expect_all_statements(visitor: &Visitor) {
    visitor.wait_until("all statements", || visitor.count("#boot-statements h2") == 25);
    assert_eq!(visitor.count("#boot-statements li"), 4 * 25);
}

#[track_caller]
fn expect_failure_with(fault: Fault, console: &[&str]) {
    let visitor = phone().start();
    visitor.server().set_fault(&bundle::program_path(), fault);
    for text in console {
        visitor.expect_console(text);
    }
    visitor.open("/");
    expect_accessible_failure(&visitor);
    expect_all_statements(&visitor);
    visitor.finish();
}

#[test]
fn stalled_program_is_reported_within_ten_seconds_and_the_choice_is_marked() {
    engines!(all, "each engine reports a failed start differently");
    let visitor = phone().start();
    visitor.server().set_fault(&bundle::program_path(), Fault::Stalled);
    visitor.expect_console("Flexkompas did not start");
    visitor.open_without_waiting("/");
    visitor.choose("richting-betekenis", "3");
    expect_accessible_failure(&visitor);
    expect_all_statements(&visitor);
    assert_eq!(
        visitor
            .execute("return document.getElementById('boot-statements').textContent.split('☒').length", []),
        json!(2)
    );
    visitor.finish();
}

#[test]
fn missing_boot_script_is_reported() {
    engines!(all, "each engine reports a failed start differently");
    let visitor = phone().start();
    visitor.server().set_fault(&bundle::boot_path(), Fault::Status(404));
    visitor.expect_console(&bundle::boot_path());
    visitor.open("/");
    expect_accessible_failure(&visitor);
    assert!(visitor.is_visible("#boot-failed a[href=\"statements.html\"]"));
    visitor.finish();
}

#[test]
fn all_statements_lead_inside_a_folder_that_is_served_without_a_slash() {
    engines!(all, "the engine resolves addresses");
    let site = tempfile::tempdir().unwrap();
    // Without its slash, the page looks for its files beside its folder.
    for folder in [site.path(), &site.path().join("flexkompas")] {
        release::copy(&bundle::folder(), folder);
    }
    let visitor = phone().without_service_worker().serve_folder(site.path()).start();
    visitor.server().set_alias("/flexkompas", "/flexkompas/index.html");
    let boot = bundle::boot_path();
    for folder in ["", "/flexkompas"] {
        visitor.server().set_fault(&format!("{folder}{boot}"), Fault::Status(404));
    }
    visitor.expect_console(&boot);
    visitor.open_without_waiting("/flexkompas");
    expect_failed_start(&visitor);
    visitor.click("#boot-failed a[href=\"statements.html\"]");
    visitor.wait_until("all statements", || visitor.count("h2") == 25);
    assert_eq!(visitor.execute("return location.pathname", []), json!("/flexkompas/statements.html"));
    visitor.finish();
}

#[test]
fn all_statements_can_be_read_without_scripts() {
    engines!(Chromium, "in the other engines the log is written by scripts, and this page has none");
    let visitor = phone().start();
    visitor.open("/statements.html");
    assert_eq!(visitor.count("h2"), 25);
    visitor.open("/en/statements.html");
    assert_eq!(visitor.language(), "en");
    assert_eq!(visitor.count("h2"), 25);
    visitor.finish();
}

#[test]
fn missing_program_is_reported() {
    engines!(all, "each engine reports a failed start differently");
    expect_failure_with(Fault::Status(404), &["_bg.wasm", "Flexkompas did not start"]);
}

#[test]
fn truncated_program_is_reported() {
    engines!(all, "each engine reports a failed start differently");
    expect_failure_with(Fault::Truncated, &["_bg.wasm", "Flexkompas did not start"]);
}

#[test]
fn corrupted_program_is_reported() {
    engines!(all, "each engine reports a failed start differently");
    expect_failure_with(Fault::Altered, &["Flexkompas did not start"]);
}

#[test]
fn missing_glue_script_is_reported() {
    engines!(all, "each engine reports a failed start differently");
    let visitor = phone().start();
    let glue = bundle::program_path().replace("_bg.wasm", ".js");
    visitor.server().set_fault(&glue, Fault::Status(404));
    visitor.expect_console(glue.trim_start_matches('/'));
    visitor.expect_console("Flexkompas did not start");
    visitor.open("/");
    expect_accessible_failure(&visitor);
    visitor.finish();
}

#[test]
fn browser_without_webassembly_is_reported() {
    engines!(all, "the failure is in the boot script, before the program");
    let visitor = phone().with_init_script("delete window.WebAssembly").start();
    visitor.expect_console("this browser has no WebAssembly");
    visitor.open("/");
    expect_accessible_failure(&visitor);
    visitor.finish();
}

#[test]
fn all_statements_are_shown_when_the_policy_blocks_webassembly() {
    engines!(all, "each engine enforces the policy for WebAssembly itself");
    let visitor = phone().start();
    let policy = Policy::read(&bundle::folder()).unwrap().to_header(SELF).replace(" 'wasm-unsafe-eval'", "");
    visitor.server().set_header("content-security-policy", &policy).unwrap();
    visitor.expect_console("Flexkompas did not start");
    visitor.expect_console("eval");
    visitor.open("/");
    expect_accessible_failure(&visitor);
    expect_all_statements(&visitor);
    visitor.finish();
}

#[test]
fn answers_survive_a_failed_start() {
    engines!(all, "reload and storage are part of the engine");
    let served = Release::built();
    let visitor = phone().without_service_worker().serve_folder(served.folder()).start();
    visitor.open("/");
    sample::answer_until(&visitor, 2);
    visitor.expect_statement(3, 10);
    let kept = visitor.stored_item(KEY);

    // A file of another release, because those of this one are cached forever.
    let next = Release::with_ui_text("next", "Verder");
    let boot = next.path("boot-", ".js");
    visitor.deploy(&next);
    visitor.server().set_fault(&boot, Fault::Status(404));
    visitor.expect_console(&boot);
    visitor.reload();
    expect_accessible_failure(&visitor);
    assert_eq!(visitor.stored_item(KEY), kept);
    visitor.server().clear_faults();
    visitor.reload();
    visitor.expect_statement(3, 10);
    visitor.press("back");
    visitor.expect_chosen("regie-top", "3");
    visitor.finish();
}

#[test]
fn every_file_is_requested_once() {
    engines!(all, "preloading and the HTTP cache are part of the engine");
    let visitor = phone().without_service_worker().start();
    visitor.open("/");
    visitor.expect_statement(1, 10);
    visitor.go_to_step("result");
    visitor.expect_screen("result");
    let mut asked = visitor.requested_paths();
    asked.sort();
    let mut once = asked.clone();
    once.dedup();
    assert_eq!(asked, once);
    let foreign = visitor.execute(
        "return performance.getEntriesByType('resource').map(e => new URL(e.name).origin)
        .filter(origin => origin !== location.origin)",
        [],
    );
    assert_eq!(foreign, json!([]));
    visitor.finish();
}
