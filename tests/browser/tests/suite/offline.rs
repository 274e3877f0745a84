//! Without a network, after one visit with one: the copy on the device is enough for everything.

use flexkompas_browser_tests::release::{Release, copy};
use flexkompas_browser_tests::{Visitor, bundle, engines, phone};
use serde_json::{Value, json};
use xtask_build::server::Fault;

use crate::sample;

/// A first visit to this address, with a network and until everything is kept.
#[track_caller]
fn visits(visitor: &Visitor, address: &str) {
    visitor.opens(address);
    visitor.sees_statement(1, 10);
    visitor.waits_for_copy();
}

/// The whole scan up to the result, and a module, which is fetched when somebody opens it.
#[track_caller]
fn does_the_whole_scan(visitor: &Visitor) {
    visitor.sees_statement(1, 10);
    sample::answers_all(visitor);
    sample::places_ambition(visitor);
    sample::sees_the_result(visitor);
    visitor.presses("modules");
    visitor.sees_titled("modules", &visitor.word("modules-title"));
}

#[track_caller]
fn works_without_network(first: &str, later: &str, language: &str) {
    let visitor = phone().visitor();
    visits(&visitor, first);
    visitor.goes_elsewhere();
    visitor.server().switch_off();
    visitor.opens(later);
    does_the_whole_scan(&visitor);
    assert_eq!(visitor.language(), language);
    let address = visitor.script("return location.href", []);
    assert_eq!(address, json!(format!("{}{}", visitor.server().url(), later.trim_start_matches('/'))));
    visitor.leaves();
}

#[test]
fn the_whole_scan_works_in_dutch() {
    engines!(all, "service workers and their copies are the engine's own");
    works_without_network("/", "/", "nl");
}

#[test]
fn the_whole_scan_works_in_english_after_a_visit_in_dutch() {
    engines!(all, "service workers and their copies are the engine's own");
    works_without_network("/", "/?lang=en", "en");
}

#[test]
fn the_english_page_has_a_copy_too() {
    engines!(all, "service workers and their copies are the engine's own");
    works_without_network("/?lang=nl", "/en/", "en");
}

#[test]
fn who_came_to_the_english_page_has_the_dutch_one_too() {
    engines!(all, "service workers and their copies are the engine's own");
    works_without_network("/en/", "/", "nl");
}

#[test]
fn the_first_visit_itself_goes_on_when_the_network_goes() {
    engines!(all, "service workers and their copies are the engine's own");
    let visitor = phone().visitor();
    visits(&visitor, "/");
    visitor.waits_for_copy_in_use();
    visitor.server().switch_off();
    does_the_whole_scan(&visitor);
    visitor.presses("language-en");
    visitor.waits_until("the page is English", || visitor.language() == "en");
    visitor.leaves();
}

#[test]
fn answers_and_links_to_results_are_there() {
    engines!(all, "service workers and their copies are the engine's own");
    let visitor = phone().visitor();
    sample::comes_back_to_the_result(&visitor, "/");
    let hooks = sample::hooks_of_the_result(&visitor);
    visitor.presses("share");
    visitor.sees_screen("share");
    let link = visitor.typed_in("share-link");
    let fragment = link.split_once('#').unwrap().1;
    visitor.waits_for_copy();
    visitor.goes_elsewhere();
    visitor.server().switch_off();

    visitor.opens(&format!("/#{fragment}"));
    visitor.sees_screen("shared");
    assert_eq!(sample::hooks_of_the_result(&visitor), hooks);
    visitor.goes_elsewhere();
    visitor.opens("/");
    visitor.sees_titled("start", &visitor.word("resume-title"));
    visitor.presses("continue");
    sample::sees_the_result(&visitor);
    visitor.leaves();
}

#[test]
fn every_statement_can_be_read_without_script_and_without_network() {
    engines!(Chromium, "the other logs hold what a page asks for, and this page asks for nothing");
    let visitor = phone().visitor();
    visits(&visitor, "/");
    visitor.server().switch_off();
    for address in ["/statements.html", "/en/statements.html"] {
        visitor.opens(address);
        assert_eq!(visitor.count("h2"), 24);
    }
    visitor.leaves();
}

#[test]
fn a_network_that_says_nothing_is_as_good_as_none() {
    engines!(all, "service workers and their copies are the engine's own");
    let visitor = phone().visitor();
    visits(&visitor, "/");
    visitor.goes_elsewhere();
    visitor.server().set_fault("/", Fault::Silent);
    visitor.opens("/");
    visitor.sees_statement(1, 10);
    visitor.leaves();
}

#[test]
fn a_server_that_is_down_is_as_good_as_none() {
    engines!(all, "service workers and their copies are the engine's own");
    let visitor = phone().visitor();
    visits(&visitor, "/");
    visitor.goes_elsewhere();
    visitor.server().set_fault("/", Fault::Status(503));
    visitor.opens("/");
    visitor.sees_statement(1, 10);
    tells_what_was_not_delivered(&visitor, "failed to load /");
    visitor.leaves();
}

/// The worker asks in place of the page, so the page's console says nothing; a server that notes it does.
#[track_caller]
fn tells_what_was_not_delivered(visitor: &Visitor, text: &str) {
    if !visitor.has_log() {
        visitor.expects_in_console(text);
    }
}

/// How often each path was asked for, of those that fit.
#[track_caller]
fn asked_more_than_once(visitor: &Visitor, fits: fn(&str) -> bool) -> Vec<String> {
    let mut asked = visitor.asked_for();
    asked.retain(|path| fits(path));
    asked.sort();
    let once = asked.clone();
    let again = asked.iter().zip(once.iter().skip(1)).filter(|(path, next)| path == next);
    again.map(|(path, _)| path.clone()).collect()
}

/// Whether a file has a hash in its name, and so never changes.
fn is_for_good(path: &str) -> bool {
    ["/boot-", "/flexkompas-", "/content/", "/icon-"].iter().any(|start| path.starts_with(start))
}

#[test]
fn keeping_a_copy_downloads_nothing_a_second_time() {
    engines!(
        Chromium | Firefox,
        "a window of WebKit's driver is a private one, without a cache to take from; an ordinary one has one"
    );
    let visitor = phone().visitor();
    visits(&visitor, "/");
    assert!(visitor.asked_for().contains(&bundle::program_path()));
    assert_eq!(asked_more_than_once(&visitor, is_for_good), [""; 0]);
    visitor.leaves();
}

#[test]
fn a_later_visit_asks_for_the_page_alone() {
    engines!(all, "service workers and their copies are the engine's own");
    let visitor = phone().visitor();
    visits(&visitor, "/");
    visitor.goes_elsewhere();
    visitor.server().clear_requests();
    visitor.opens("/");
    visitor.sees_statement(1, 10);
    visitor.takes_step("result");
    visitor.sees_screen("result");
    let mut asked = visitor.asked_for();
    assert!(asked.contains(&"/".to_owned()), "{asked:?}");
    asked.retain(|path| is_for_good(path));
    assert_eq!(asked, [""; 0]);
    visitor.leaves();
}

#[test]
fn where_a_file_is_missing_the_page_works_and_nothing_is_kept() {
    engines!(all, "service workers and their copies are the engine's own");
    let visitor = phone().visitor();
    visitor.server().set_fault("/en/statements.html", Fault::Status(404));
    visitor.opens("/");
    visitor.sees_statement(1, 10);
    visitor
        .waits_until("the missing file", || visitor.asked_for().contains(&"/en/statements.html".to_owned()));
    visitor.waits_until("the end of the attempt", || visitor.roles_of_worker().is_null());
    assert_eq!(visitor.copies(), [""; 0]);
    sample::answers_until(&visitor, 2);
    visitor.sees_statement(3, 10);
    tells_what_was_not_delivered(&visitor, "/en/statements.html");
    visitor.leaves();
}

#[track_caller]
fn keeps_nothing(visitor: &Visitor) {
    sample::answers_until(visitor, 2);
    visitor.sees_statement(3, 10);
    visitor.comes_to_rest();
    assert!(!visitor.asked_for().contains(&"/sw.js".to_owned()), "{:?}", visitor.asked_for());
}

#[test]
fn in_a_frame_of_another_site_no_copy_is_kept() {
    engines!(all, "service workers and their copies are the engine's own");
    let visitor = phone().visitor();
    let _host = visitor.opens_in_frame(None);
    keeps_nothing(&visitor);
    visitor.leaves();
}

#[test]
fn in_a_sandbox_no_copy_is_kept() {
    engines!(all, "service workers and their copies are the engine's own");
    let visitor = phone().visitor();
    let _host = visitor.opens_in_frame(Some("allow-scripts"));
    keeps_nothing(&visitor);
    visitor.leaves();
}

#[test]
fn a_page_in_a_sandbox_of_its_own_works_without_a_copy() {
    engines!(all, "service workers and their copies are the engine's own");
    let visitor = phone().visitor();
    visitor.is_sandboxed_by_its_server();
    visitor.opens("/");
    keeps_nothing(&visitor);
    visitor.leaves();
}

#[test]
fn where_site_data_is_blocked_no_copy_is_kept() {
    engines!(all, "service workers and their copies are the engine's own");
    let visitor = phone().without_site_data().visitor();
    visitor.opens("/");
    sample::answers_until(&visitor, 2);
    visitor.sees_statement(3, 10);
    visitor.comes_to_rest();
    visitor.leaves();
}

#[test]
fn where_scripts_of_this_kind_are_forbidden_the_page_works() {
    engines!(all, "service workers and their copies are the engine's own");
    let visitor = phone().visitor();
    visitor.forbids_workers();
    visitor.expects_in_console("worker-src");
    visitor.opens("/");
    keeps_nothing(&visitor);
    visitor.leaves();
}

#[test]
fn two_copies_on_one_server_know_nothing_of_each_other() {
    engines!(all, "service workers and their copies are the engine's own");
    let served = Release::built();
    copy(&bundle::folder(), &served.folder().join("b"));
    let visitor = phone().serving(served.folder()).visitor();
    let other = "other-product v7";
    visits(&visitor, "/");
    let keep = "const done = arguments[arguments.length - 1]; caches.open(arguments[0]).then(() => done())";
    visitor.script_to_the_end(keep, [json!(other)]);
    visitor.goes_elsewhere();
    visitor.opens("/b/");
    visitor.sees_statement(1, 10);
    visitor.waits_until("its own copy", || visitor.copies().len() == 3);
    visitor.waits_for_copy();
    let release = visitor.release();
    let (upper, lower) = (format!("flexkompas / {release}"), format!("flexkompas /b/ {release}"));
    assert_eq!(visitor.copies(), [upper.as_str(), other, lower.as_str()]);

    // A later release of the upper one, twice, leaves the lower one as it is.
    for text in ["Nu", "Straks"] {
        let next = Release::saying("now", text);
        std::fs::rename(served.folder().join("b"), next.folder().join("b")).unwrap();
        visitor.finds_deployed(&next);
        visitor.goes_elsewhere();
        visitor.opens("/");
        let wanted = format!("flexkompas / {}", Release::name_of(next.folder()));
        visitor.waits_until("the copy of the next release", || visitor.copies().contains(&wanted));
        visitor.waits_for_copy();
    }
    assert!(visitor.copies().contains(&lower) && visitor.copies().contains(&other.to_owned()));
    visitor.goes_elsewhere();
    visitor.server().switch_off();
    visitor.opens("/b/");
    visitor.sees_statement(1, 10);
    assert_eq!(visitor.release(), release);
    visitor.leaves();
}

#[test]
fn it_can_be_installed_as_a_program() {
    engines!(Chromium, "no other engine can be asked");
    for address in ["/", "/en/"] {
        let visitor = phone().visitor();
        visits(&visitor, address);
        assert_eq!(visitor.obstacles_to_installing(), [""; 0], "{address}");
        visitor.leaves();
    }
}

#[test]
fn a_manifest_belongs_to_the_page_of_each_language_and_everything_it_names_is_there() {
    engines!(Chromium, "it reads files and compares them");
    let visitor = phone().visitor();
    for (address, language) in [("/", "nl"), ("/en/", "en")] {
        visitor.opens(address);
        visitor.sees_statement(1, 10);
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
        let manifest = visitor.script_to_the_end(look, []);
        let page = format!("{}{}", visitor.server().url(), address.trim_start_matches('/'));
        assert_eq!(manifest["lang"], json!(language), "{manifest}");
        assert_eq!([&manifest["start"], &manifest["scope"]], [&json!(page); 2]);
        assert_eq!(manifest["sizes"], manifest["said"]);
        assert_eq!([&manifest["touch"], &manifest["lines"]], [&json!("180x180"), &Value::Bool(true)]);
    }
    visitor.leaves();
}
