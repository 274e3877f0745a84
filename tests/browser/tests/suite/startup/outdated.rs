//! A page out of a cache whose files are gone from the server: a retry finds the page of the newer release.

use flexkompas_browser_tests::release::Release;
use flexkompas_browser_tests::{bundle, engines, phone};
use xtask_build::server::Fault;

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
