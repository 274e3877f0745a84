//! A page out of a cache whose files are gone from the server: a retry finds the page of the newer release.

use flexkompas_browser_tests::release::Release;
use flexkompas_browser_tests::{bundle, engines, phone};
use xtask_build::server::Fault;

use crate::support::sample::{self, KEY};

#[test]
fn a_retry_after_a_program_that_is_gone_brings_the_newer_release() {
    engines!(all, "caches are part of the engine");
    let (served, next) = (Release::built(), Release::with_ui_text("start-title", "De nieuwe versie"));
    let visitor = phone().without_service_worker().serve_folder(served.folder()).start();
    visitor.expect_console("404");
    visitor.expect_console("_bg.wasm");
    visitor.server().set_fault(&bundle::program_path(), Fault::Status(404));
    visitor.open_without_waiting("/");
    visitor.wait_until("the failure", || visitor.is_visible("#boot-failed"));
    visitor.deploy(&next);
    visitor.server().clear_faults();
    visitor.click("#boot-failed a[href=\"\"]");
    visitor.expect_text("De nieuwe versie");
    visitor.wait_until("the program", || visitor.count("main [type=radio]") > 0);
    visitor.finish();
}

#[test]
fn an_open_page_whose_files_are_gone_offers_to_reload_and_keeps_the_answers() {
    engines!(all, "caches are part of the engine");
    for status in [404, 410] {
        let (served, next) = (Release::built(), Release::with_ui_text("modules-title", "De nieuwe modules"));
        let visitor = phone().without_service_worker().serve_folder(served.folder()).start();
        visitor.open("/");
        sample::answer_all(&visitor);
        visitor.press_next();
        visitor.expect_screen("result");
        let stored = visitor.stored_item(KEY);
        // In the middle of an upload: the new page is there, and the old files are gone.
        visitor.deploy(&next);
        visitor.server().set_fault(&bundle::content_path("modules.nl"), Fault::Status(status));
        visitor.expect_console(&status.to_string());
        visitor.expect_console("modules.nl");
        visitor.press("modules");
        visitor.expect_ui_text("notice-release");
        visitor.press("use-release");
        visitor.expect_text("De nieuwe modules");
        assert_eq!(visitor.release(), Release::name_of(next.folder()));
        assert_eq!(visitor.stored_item(KEY), stored);
        visitor.finish();
    }
}

#[test]
fn a_file_that_is_missing_from_the_present_release_offers_no_reload() {
    engines!(Chromium, "the boot script compares the releases");
    let visitor = phone().without_service_worker().start();
    visitor.server().set_fault(&bundle::content_path("modules.nl"), Fault::Status(404));
    visitor.expect_console("404");
    visitor.expect_console("modules.nl");
    visitor.open("/");
    sample::answer_all(&visitor);
    visitor.press_next();
    visitor.expect_screen("result");
    visitor.press("modules");
    visitor.expect_ui_text("load-failed-site");
    assert_eq!(visitor.count("[data-action=use-release]"), 0);
    visitor.finish();
}
