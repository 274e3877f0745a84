//! A program that does not start: the visitor is told, in words that stand in the page itself.

use flexkompas_browser_tests::release::Release;
use flexkompas_browser_tests::{Visitor, bundle, engines, phone};
use serde_json::json;
use xtask_build::policy::{Policy, SELF};
use xtask_build::server::Fault;

use crate::sample::{self, KEY};

#[track_caller]
fn is_told(visitor: &Visitor) {
    visitor.waits_until("the message that it did not start", || visitor.is_visible("#boot-failed"));
    assert!(!visitor.is_visible("#boot-wait"), "and no message that it is still loading");
    visitor.sees("Flexkompas is niet gestart");
    visitor.sees("Flexkompas did not start");
    assert_eq!(visitor.barriers(), [""; 0]);
}

/// All statements are there to read and to print.
#[track_caller]
fn can_read_every_statement(visitor: &Visitor) {
    visitor.waits_until("all statements", || visitor.count("#boot-statements h2") == 24);
    assert_eq!(visitor.count("#boot-statements li"), 4 * 24);
}

#[track_caller]
fn program_fails_with(fault: Fault, console: &[&str]) {
    let visitor = phone().visitor();
    visitor.server().set_fault(&bundle::program_path(), fault);
    for text in console {
        visitor.expects_in_console(text);
    }
    visitor.opens("/");
    is_told(&visitor);
    can_read_every_statement(&visitor);
    visitor.leaves();
}

#[test]
fn a_program_that_stalls_is_told_within_ten_seconds_and_what_was_chosen_has_a_cross() {
    engines!(all, "each engine reports a program that does not start in its own way");
    let visitor = phone().visitor();
    visitor.server().set_fault(&bundle::program_path(), Fault::Stalled);
    visitor.expects_in_console("Flexkompas did not start");
    visitor.opens_at_once("/");
    visitor.chooses("richting-betekenis", "3");
    is_told(&visitor);
    can_read_every_statement(&visitor);
    assert_eq!(
        visitor.script("return document.getElementById('boot-statements').textContent.split('☒').length", []),
        json!(2)
    );
    visitor.leaves();
}

#[test]
fn a_script_that_never_begins_is_told() {
    engines!(all, "each engine reports a program that does not start in its own way");
    let visitor = phone().visitor();
    visitor.server().set_fault(&bundle::boot_path(), Fault::Status(404));
    visitor.expects_in_console(&bundle::boot_path());
    visitor.opens("/");
    is_told(&visitor);
    assert!(visitor.is_visible("#boot-failed a[href=\"statements.html\"]"));
    visitor.leaves();
}

#[test]
fn without_any_script_all_statements_are_a_link_away() {
    engines!(Chromium, "the other logs hold what a page asks for, and this page asks for nothing");
    let visitor = phone().visitor();
    visitor.opens("/statements.html");
    assert_eq!(visitor.count("h2"), 24);
    visitor.opens("/en/statements.html");
    assert_eq!(visitor.language(), "en");
    assert_eq!(visitor.count("h2"), 24);
    visitor.leaves();
}

#[test]
fn a_program_that_is_not_there_is_told() {
    engines!(all, "each engine reports a program that does not start in its own way");
    program_fails_with(Fault::Status(404), &["_bg.wasm", "Flexkompas did not start"]);
}

#[test]
fn a_program_that_breaks_off_is_told() {
    engines!(all, "each engine reports a program that does not start in its own way");
    program_fails_with(Fault::Truncated, &["_bg.wasm", "Flexkompas did not start"]);
}

#[test]
fn a_program_with_a_wrong_byte_is_told() {
    engines!(all, "each engine reports a program that does not start in its own way");
    program_fails_with(Fault::Altered, &["Flexkompas did not start"]);
}

#[test]
fn glue_that_is_not_there_is_told() {
    engines!(all, "each engine reports a program that does not start in its own way");
    let visitor = phone().visitor();
    let glue = bundle::program_path().replace("_bg.wasm", ".js");
    visitor.server().set_fault(&glue, Fault::Status(404));
    visitor.expects_in_console(glue.trim_start_matches('/'));
    visitor.expects_in_console("Flexkompas did not start");
    visitor.opens("/");
    is_told(&visitor);
    visitor.leaves();
}

#[test]
fn a_browser_without_webassembly_is_told() {
    engines!(all, "what starts the program is in the page and fails before it");
    let visitor = phone().with_script("delete window.WebAssembly").visitor();
    visitor.expects_in_console("this browser has no WebAssembly");
    visitor.opens("/");
    is_told(&visitor);
    visitor.leaves();
}

#[test]
fn a_host_whose_policy_forbids_the_program_still_has_all_statements() {
    engines!(all, "each engine enforces the policy for WebAssembly itself");
    let visitor = phone().visitor();
    let policy = Policy::read(&bundle::folder()).unwrap().to_header(SELF).replace(" 'wasm-unsafe-eval'", "");
    visitor.server().set_header("content-security-policy", &policy).unwrap();
    visitor.expects_in_console("Flexkompas did not start");
    visitor.expects_in_console("eval");
    visitor.opens("/");
    is_told(&visitor);
    can_read_every_statement(&visitor);
    visitor.leaves();
}

#[test]
fn trying_again_after_a_failure_brings_the_answers_back() {
    engines!(all, "reloading and storage are the engine's own");
    let served = Release::built();
    let visitor = phone().without_worker().serving(served.folder()).visitor();
    visitor.opens("/");
    sample::answers_until(&visitor, 2);
    visitor.sees_statement(3, 10);
    let kept = visitor.stored_text(KEY);

    // A file of another release, as this one's are in the cache for good.
    let next = Release::saying("next", "Verder");
    let boot = next.path("boot-", ".js");
    visitor.finds_deployed(&next);
    visitor.server().set_fault(&boot, Fault::Status(404));
    visitor.expects_in_console(&boot);
    visitor.reloads();
    is_told(&visitor);
    assert_eq!(visitor.stored_text(KEY), kept);
    visitor.server().clear_faults();
    visitor.reloads();
    visitor.sees_statement(3, 10);
    visitor.presses("back");
    visitor.sees_chosen("regie-top", "3");
    visitor.leaves();
}

#[test]
fn a_good_start_asks_for_every_file_once() {
    engines!(all, "preloading and the cache are the engine's own");
    let visitor = phone().without_worker().visitor();
    visitor.opens("/");
    visitor.sees_statement(1, 10);
    visitor.takes_step("result");
    visitor.sees_screen("result");
    let mut asked = visitor.asked_for();
    asked.sort();
    let mut once = asked.clone();
    once.dedup();
    assert_eq!(asked, once);
    let foreign = visitor.script(
        "return performance.getEntriesByType('resource').map(e => new URL(e.name).origin)
        .filter(origin => origin !== location.origin)",
        [],
    );
    assert_eq!(foreign, json!([]));
    visitor.leaves();
}
