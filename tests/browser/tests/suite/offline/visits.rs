//! Visits without a network after one with: the offline copy is enough for everything.

use flexkompas_browser_tests::release::{Release, copy};
use flexkompas_browser_tests::{Visitor, bundle, engines, phone};
use serde_json::{Value, json};
use xtask_build::server::Fault;

use crate::support::sample;

/// Visits an address with a network until everything is cached.
#[track_caller]
fn visit_online(visitor: &Visitor, address: &str) {
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
        assert_eq!(visitor.count("h2"), 24);
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
fn expect_server_failure(visitor: &Visitor, text: &str) {
    if !visitor.has_driver_logs() {
        visitor.expect_console(text);
    }
}

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
    visitor.server().forget();
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

#[test]
fn the_page_can_be_installed() {
    engines!(Chromium, "only its driver reports installability");
    for address in ["/", "/en/"] {
        let visitor = phone().start();
        visit_online(&visitor, address);
        assert_eq!(visitor.installability_errors(), [""; 0], "{address}");
        visitor.finish();
    }
}

#[test]
fn each_language_has_a_complete_manifest() {
    engines!(Chromium, "it compares files, the same in every engine");
    let visitor = phone().start();
    for (address, language) in [("/", "nl"), ("/en/", "en")] {
        visitor.open(address);
        visitor.expect_statement(1, 10);
        let look = "const done = arguments[arguments.length - 1];
            const { href } = document.querySelector('link[rel=manifest]');
            const size = src => new Promise((resolve, reject) => {
                const image = new Image();
                image.onload = () => resolve(`${image.naturalWidth}x${image.naturalHeight}`);
                image.onerror = reject;
                image.src = new URL(src, href);
            });
            fetch(href).then(response => response.json()).then(async manifest => done({
                lang: manifest.lang,
                start: new URL(manifest.start_url, href).href,
                scope: new URL(manifest.scope, href).href,
                sizes: await Promise.all(manifest.icons.slice(1).map(({ src }) => size(src))),
                said: manifest.icons.slice(1).map(({ sizes }) => sizes),
                touch: await size(document.querySelector('link[rel=apple-touch-icon]').href),
                lines: await size(manifest.icons[0].src) !== '0x0',
            }), error => done(String(error)))";
        let manifest = visitor.execute_async(look, []);
        let page = format!("{}{}", visitor.server().url(), address.trim_start_matches('/'));
        assert_eq!(manifest["lang"], json!(language), "{manifest}");
        assert_eq!([&manifest["start"], &manifest["scope"]], [&json!(page); 2]);
        assert_eq!(manifest["sizes"], manifest["said"]);
        assert_eq!([&manifest["touch"], &manifest["lines"]], [&json!("180x180"), &Value::Bool(true)]);
    }
    visitor.finish();
}
