//! A new release during a visit: nothing changes until the visitor agrees, and nothing is lost.

use std::path::Path;

use flexkompas_browser_tests::release::Release;
use flexkompas_browser_tests::{Visitor, engines, phone};
use serde_json::json;
use xtask_build::server::Fault;

use crate::support::sample::{self, KEY};

/// The user interface text that differs in the next release, and its new value.
const WORD: &str = "overview";
const TEXT: &str = "In het echt";

/// A visitor in the middle of a scan, in the release in this folder.
#[track_caller]
fn start_and_answer(folder: &Path) -> Visitor {
    let visitor = phone().serve_folder(folder).start();
    visitor.open("/");
    visitor.expect_statement(1, 10);
    visitor.wait_for_controlling_worker();
    sample::answer_until(&visitor, 3);
    visitor.expect_statement(4, 10);
    visitor
}

/// Waits until this release is cached completely.
#[track_caller]
fn wait_until_cached(visitor: &Visitor, release: &Release) {
    let name = format!("flexkompas / {}", Release::name_of(release.folder()));
    visitor.wait_until("the next release on the device", || {
        visitor.cache_names().contains(&name) && visitor.worker_states()["installing"].is_null()
    });
}

/// Finishes the scan of the sample.
#[track_caller]
fn finish_scan(visitor: &Visitor) {
    for (at, (statement, answer)) in sample::ANSWERS.iter().enumerate().skip(3) {
        visitor.expect_statement(at + 1, 10);
        visitor.answer(statement, answer);
    }
    sample::choose_ambition(visitor);
    sample::expect_result(visitor);
}

#[test]
fn a_new_release_is_announced_and_applied_on_request() {
    engines!(all, "service worker updates are part of the engine");
    let (served, next) = (Release::built(), Release::with_ui_text(WORD, TEXT));
    let visitor = start_and_answer(served.folder());
    visitor.deploy(&next);
    visitor.return_to_tab();
    visitor.expect_ui_text("notice-release");
    assert_eq!(visitor.axe_violations(), [""; 0]);
    assert!(!visitor.visible_text().contains(TEXT));
    visitor.choose("kaders-bereik", "3");
    let stored = visitor.stored_items();

    visitor.press("use-release");
    visitor.expect_text(TEXT);
    assert_eq!(visitor.release(), Release::name_of(next.folder()));
    visitor.expect_statement(4, 10);
    visitor.expect_chosen("kaders-bereik", "3");
    assert_eq!(visitor.stored_items(), stored);
    visitor.wait_until("the old notice is closed", || !visitor.is_visible("[data-notice]"));
    finish_scan(&visitor);

    visitor.leave_page();
    visitor.server().switch_off();
    visitor.open("/");
    visitor.expect_titled_screen("start", &visitor.ui_text("resume-title"));
    assert_eq!(visitor.release(), Release::name_of(next.folder()), "its copy is the one in use");
    visitor.finish();
}

#[test]
fn a_declined_release_leaves_the_old_one_working() {
    engines!(all, "service worker updates are part of the engine");
    let (served, next) = (Release::built(), Release::with_ui_text(WORD, TEXT));
    let before = Release::name_of(served.folder());
    let visitor = start_and_answer(served.folder());
    visitor.deploy(&next);
    visitor.return_to_tab();
    visitor.expect_ui_text("notice-release");
    visitor.press("close");
    finish_scan(&visitor);
    assert_eq!(visitor.count("[data-notice]"), 0, "it is announced once");
    visitor.press("modules");
    visitor.expect_titled_screen("modules", &visitor.ui_text("modules-title"));
    visitor.press("language-en");
    visitor.wait_until("the page is English", || visitor.language() == "en");
    visitor.press("language-nl");
    visitor.wait_until("the page is Dutch", || visitor.language() == "nl");
    assert_eq!(visitor.release(), before);
    assert_eq!(visitor.worker_states()["waiting"], json!("installed"), "it waits all the while");

    // The next visit applies it without asking.
    let stored = visitor.stored_items();
    visitor.leave_page();
    visitor.open("/");
    assert_eq!(visitor.release(), Release::name_of(next.folder()));
    visitor.expect_titled_screen("start", &visitor.ui_text("resume-title"));
    assert_eq!(visitor.stored_items(), stored);
    visitor.press("continue");
    sample::expect_result(&visitor);
    visitor.finish();
}

#[test]
fn a_reload_applies_a_new_release_without_a_notice() {
    engines!(all, "service worker updates are part of the engine");
    let (served, next) = (Release::built(), Release::with_ui_text(WORD, TEXT));
    let visitor = start_and_answer(served.folder());
    visitor.deploy(&next);
    visitor.reload();
    visitor.expect_text(TEXT);
    visitor.expect_statement(4, 10);
    assert_eq!(visitor.release(), Release::name_of(next.folder()));
    wait_until_cached(&visitor, &next);
    visitor.wait_until_idle();
    assert_eq!(visitor.count("[data-notice]"), 0);
    finish_scan(&visitor);
    visitor.finish();
}

#[test]
fn a_share_link_of_the_old_release_opens_in_the_new_one() {
    engines!(all, "service worker updates are part of the engine");
    let (served, next) = (Release::built(), Release::with_ui_text(WORD, TEXT));
    let visitor = phone().serve_folder(served.folder()).start();
    sample::resume_at_result(&visitor, "/");
    let hooks = sample::result_hooks(&visitor);
    visitor.press("share");
    visitor.expect_screen("share");
    let link = visitor.field_value("share-link");
    visitor.wait_for_service_worker();
    visitor.deploy(&next);
    visitor.leave_page();
    visitor.open(&format!("/#{}", link.split_once('#').unwrap().1));
    visitor.expect_screen("shared");
    assert_eq!(visitor.release(), Release::name_of(next.folder()));
    assert_eq!(sample::result_hooks(&visitor), hooks);
    visitor.press("start-own");
    visitor.expect_titled_screen("start", &visitor.ui_text("resume-title"));
    visitor.finish();
}

#[test]
fn only_the_last_two_releases_are_cached() {
    engines!(all, "service worker updates are part of the engine");
    let served = Release::built();
    let mut names = vec![Release::name_of(served.folder())];
    let visitor = phone().serve_folder(served.folder()).start();
    visitor.open("/");
    visitor.expect_statement(1, 10);
    visitor.wait_for_service_worker();
    for text in ["Eén", "Twee"] {
        let next = Release::with_ui_text(WORD, text);
        names.push(Release::name_of(next.folder()));
        visitor.deploy(&next);
        visitor.return_to_tab();
        visitor.expect_ui_text("notice-release");
        visitor.press("use-release");
        visitor.wait_until("the next release", || visitor.release() == *names.last().unwrap());
        visitor.expect_statement(1, 10);
    }
    let last_two = [format!("flexkompas / {}", names[1]), format!("flexkompas / {}", names[2])];
    visitor.wait_until("the oldest is gone", || visitor.cache_names() == last_two);
    visitor.finish();
}

#[test]
fn an_incomplete_release_is_not_installed() {
    engines!(all, "service worker updates are part of the engine");
    let (served, next) = (Release::built(), Release::with_ui_text(WORD, TEXT));
    let before = Release::name_of(served.folder());
    let visitor = start_and_answer(served.folder());
    let missing = "/en/manifest.webmanifest";
    visitor.server().set_fault(missing, Fault::Status(404));
    visitor.server().clear_requests();
    visitor.deploy(&next);
    visitor.return_to_tab();
    visitor.wait_until("the missing file", || visitor.requested_paths().contains(&missing.to_owned()));
    let in_use = format!("flexkompas / {before}");
    visitor.wait_until("the end of the attempt", || {
        visitor.worker_states()["installing"].is_null() && visitor.cache_names() == [in_use.as_str()]
    });
    assert_eq!(visitor.count("[data-notice]"), 0);
    visitor.server().switch_off();
    finish_scan(&visitor);
    visitor.leave_page();
    visitor.open("/");
    assert_eq!(visitor.release(), before);
    if !visitor.has_driver_logs() {
        visitor.expect_console(missing);
    }
    visitor.finish();
}

#[test]
fn a_partially_uploaded_release_is_not_installed() {
    engines!(all, "service worker updates are part of the engine");
    let (served, next) = (Release::built(), Release::with_ui_text(WORD, TEXT));
    let visitor = start_and_answer(served.folder());
    // Its files have been uploaded, its pages have not.
    let pages = ["index.html", "en/index.html"];
    let old = pages.map(|page| std::fs::read(served.folder().join(page)).unwrap());
    visitor.deploy(&next);
    for (page, old) in pages.iter().zip(&old) {
        std::fs::write(served.folder().join(page), old).unwrap();
        for packed in ["br", "gz"] {
            std::fs::remove_file(served.folder().join(format!("{page}.{packed}"))).unwrap();
        }
    }
    visitor.server().clear_requests();
    visitor.return_to_tab();
    visitor.wait_until("the attempt", || visitor.requested_paths().contains(&"/en/".to_owned()));
    visitor.wait_until("its end", || {
        visitor.worker_states()["installing"].is_null() && visitor.cache_names().len() == 1
    });
    assert!(visitor.worker_states()["waiting"].is_null());

    visitor.deploy(&next);
    visitor.return_to_tab();
    visitor.expect_ui_text("notice-release");
    visitor.finish();
}

#[test]
fn the_kill_switch_removes_only_its_own_caches() {
    engines!(all, "service worker updates are part of the engine");
    let served = Release::built();
    let visitor = start_and_answer(served.folder());
    let others = ["other-product v7", "flexkompas /elsewhere/ 0123abcd"];
    let keep = "const done = arguments[arguments.length - 1]; caches.open(arguments[0]).then(() => done())";
    for other in others {
        visitor.execute_async(keep, [json!(other)]);
    }
    let stored = visitor.stored_items();
    visitor.execute("window.isTheSamePage = true", []);

    for packed in ["", ".br", ".gz"] {
        let from = served.folder().join(format!("kill-switch/sw.js{packed}"));
        std::fs::copy(from, served.folder().join(format!("sw.js{packed}"))).unwrap();
    }
    visitor.return_to_tab();
    visitor.wait_until("the cache is deleted", || visitor.cache_names() == others);
    assert_eq!(visitor.execute("return window.isTheSamePage", []), json!(true), "nothing was reloaded");
    assert_eq!(visitor.count("[data-notice]"), 0);
    assert_eq!(visitor.stored_items(), stored);
    finish_scan(&visitor);

    visitor.leave_page();
    visitor.server().clear_requests();
    visitor.open("/");
    visitor.expect_titled_screen("start", &visitor.ui_text("resume-title"));
    visitor.wait_until("there is no worker", || visitor.worker_states().is_null());
    assert!(visitor.stored_item(KEY).is_some());
    assert_eq!(visitor.cache_names(), others);
    visitor.finish();
}
