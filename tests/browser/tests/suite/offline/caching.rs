//! The service worker: the files it caches and downloads, and the places where it caches nothing.

use flexkompas_browser_tests::release::{Release, copy};
use flexkompas_browser_tests::{Visitor, bundle, engines, phone};
use serde_json::json;
use xtask_build::server::Fault;

use super::visits::{expect_server_failure, visit_online};
use crate::support::sample;

/// The paths that match and were requested more than once.
#[track_caller]
fn requested_twice(visitor: &Visitor, fits: fn(&str) -> bool) -> Vec<String> {
    let mut asked = visitor.requested_paths();
    asked.retain(|path| fits(path));
    asked.sort();
    let once = asked.clone();
    let again = asked.iter().zip(once.iter().skip(1)).filter(|(path, next)| path == next);
    again.map(|(path, _)| path.clone()).collect()
}

/// Whether a file has a hash in its name and therefore never changes.
fn is_immutable(path: &str) -> bool {
    ["/boot-", "/flexkompas-", "/content/", "/icon-"].iter().any(|start| path.starts_with(start))
}

#[test]
fn caching_downloads_no_file_twice() {
    engines!(Chromium | Firefox, "WebKit's driver uses private windows, which have no HTTP cache");
    let visitor = phone().start();
    visit_online(&visitor, "/");
    assert!(visitor.requested_paths().contains(&bundle::program_path()));
    assert_eq!(requested_twice(&visitor, is_immutable), [""; 0]);
    visitor.finish();
}

#[test]
fn a_later_visit_requests_only_the_page() {
    engines!(all, "service workers and caches are part of the engine");
    let visitor = phone().start();
    visit_online(&visitor, "/");
    visitor.leave_page();
    visitor.server().clear_requests();
    visitor.open("/");
    visitor.expect_statement(1, 10);
    visitor.go_to_step("result");
    visitor.expect_screen("result");
    let mut asked = visitor.requested_paths();
    assert!(asked.contains(&"/".to_owned()), "{asked:?}");
    asked.retain(|path| is_immutable(path));
    assert_eq!(asked, [""; 0]);
    visitor.finish();
}

#[test]
fn a_missing_file_prevents_caching_but_not_the_scan() {
    engines!(all, "service workers and caches are part of the engine");
    let visitor = phone().start();
    visitor.server().set_fault("/en/statements.html", Fault::Status(404));
    visitor.open("/");
    visitor.expect_statement(1, 10);
    visitor.wait_until("the missing file", || {
        visitor.requested_paths().contains(&"/en/statements.html".to_owned())
    });
    visitor.wait_until("the end of the attempt", || visitor.worker_states().is_null());
    assert_eq!(visitor.cache_names(), [""; 0]);
    sample::answer_until(&visitor, 2);
    visitor.expect_statement(3, 10);
    expect_server_failure(&visitor, "/en/statements.html");
    visitor.finish();
}

#[track_caller]
fn expect_no_caching(visitor: &Visitor) {
    sample::answer_until(visitor, 2);
    visitor.expect_statement(3, 10);
    visitor.wait_until_idle();
    assert!(!visitor.requested_paths().contains(&"/sw.js".to_owned()), "{:?}", visitor.requested_paths());
}

#[test]
fn nothing_is_cached_in_an_iframe() {
    engines!(all, "service workers and caches are part of the engine");
    let visitor = phone().start();
    let _host = visitor.open_in_iframe(None);
    expect_no_caching(&visitor);
    visitor.finish();
}

#[test]
fn nothing_is_cached_in_a_sandboxed_iframe() {
    engines!(all, "service workers and caches are part of the engine");
    let visitor = phone().start();
    let _host = visitor.open_in_iframe(Some("allow-scripts"));
    expect_no_caching(&visitor);
    visitor.finish();
}

#[test]
fn nothing_is_cached_on_a_sandboxed_page() {
    engines!(all, "service workers and caches are part of the engine");
    let visitor = phone().start();
    visitor.sandbox_responses();
    visitor.open("/");
    expect_no_caching(&visitor);
    visitor.finish();
}

#[test]
fn the_scan_works_without_caching_when_site_data_is_blocked() {
    engines!(all, "service workers and caches are part of the engine");
    let visitor = phone().without_site_data().start();
    visitor.open("/");
    sample::answer_until(&visitor, 2);
    visitor.expect_statement(3, 10);
    visitor.wait_until_idle();
    visitor.finish();
}

#[test]
fn the_scan_works_when_the_policy_forbids_service_workers() {
    engines!(all, "service workers and caches are part of the engine");
    let visitor = phone().start();
    visitor.forbid_service_workers();
    visitor.expect_console("worker-src");
    visitor.open("/");
    expect_no_caching(&visitor);
    visitor.finish();
}

#[test]
fn two_installations_on_one_origin_are_independent() {
    engines!(all, "service workers and caches are part of the engine");
    let served = Release::built();
    copy(&bundle::folder(), &served.folder().join("b"));
    let visitor = phone().serve_folder(served.folder()).start();
    let other = "other-product v7";
    visit_online(&visitor, "/");
    let keep = "const done = arguments[arguments.length - 1]; caches.open(arguments[0]).then(() => done())";
    visitor.execute_async(keep, [json!(other)]);
    visitor.leave_page();
    visitor.open("/b/");
    visitor.expect_statement(1, 10);
    visitor.wait_until("its own copy", || visitor.cache_names().len() == 3);
    visitor.wait_for_service_worker();
    let release = visitor.release();
    let (upper, lower) = (format!("flexkompas / {release}"), format!("flexkompas /b/ {release}"));
    assert_eq!(visitor.cache_names(), [upper.as_str(), other, lower.as_str()]);

    // Two later releases of the upper installation leave the lower one unchanged.
    for text in ["Nu", "Straks"] {
        let next = Release::with_ui_text("now", text);
        std::fs::rename(served.folder().join("b"), next.folder().join("b")).unwrap();
        visitor.deploy(&next);
        visitor.leave_page();
        visitor.open("/");
        let wanted = format!("flexkompas / {}", Release::name_of(next.folder()));
        visitor.wait_until("the copy of the next release", || visitor.cache_names().contains(&wanted));
        visitor.wait_for_service_worker();
    }
    assert!(visitor.cache_names().contains(&lower) && visitor.cache_names().contains(&other.to_owned()));
    visitor.leave_page();
    visitor.server().switch_off();
    visitor.open("/b/");
    visitor.expect_statement(1, 10);
    assert_eq!(visitor.release(), release);
    visitor.finish();
}
