//! Content that is missing or invalid: a clear message, never a blank page.

use flexkompas_browser_tests::{bundle, engines, phone, release};
use xtask_build::server::Fault;

use crate::support::notices::expect_failed_start;
use crate::support::sample;

#[track_caller]
fn expect_failure_without_start_content(fault: Fault) {
    let visitor = phone().start();
    let file = bundle::content_path("start.nl");
    visitor.server().set_fault(&file, fault);
    visitor.expect_console("Flexkompas content start.nl");
    visitor.expect_console(file.rsplit('/').next().unwrap());
    visitor.open("/");
    expect_failed_start(&visitor);

    visitor.server().clear_faults();
    visitor.click("#boot-failed a");
    visitor.expect_statement(1, 10);
    visitor.finish();
}

#[test]
fn missing_start_content_shows_an_error_and_can_be_retried() {
    engines!(all, "each engine reports a failed download differently");
    expect_failure_without_start_content(Fault::Status(404));
}

#[test]
fn truncated_start_content_shows_an_error() {
    engines!(all, "each engine reports a failed download differently");
    expect_failure_without_start_content(Fault::Truncated);
}

#[track_caller]
fn expect_retry_of_library_content(fault: Fault, why: &str) {
    let visitor = phone().start();
    let file = bundle::content_path("library.nl");
    visitor.server().set_fault(&file, fault);
    visitor.expect_console("Flexkompas content library.nl");
    visitor.expect_console(file.rsplit('/').next().unwrap());
    visitor.open("/");
    // The statements do not need the library.
    sample::answer_all(&visitor);
    sample::choose_ambition(&visitor);
    visitor.expect_titled_screen("result", &visitor.ui_text("load-failed-title"));
    visitor.expect_ui_text(why);

    visitor.press("retry");
    visitor.expect_titled_screen("result", &visitor.ui_text("load-failed-title"));
    visitor.server().clear_faults();
    visitor.press("retry");
    sample::expect_result(&visitor);
    visitor.finish();
}

#[test]
fn missing_library_content_can_be_retried_from_the_result() {
    engines!(Chromium, "the same code loads the start content");
    expect_retry_of_library_content(Fault::Status(404), "load-failed-site");
}

#[test]
fn truncated_library_content_can_be_retried_from_the_result() {
    engines!(Chromium, "the same code loads the start content");
    expect_retry_of_library_content(Fault::Truncated, "load-failed-text");
}

#[test]
fn invalid_content_is_reported_with_line_and_column() {
    engines!(all, "each engine reports a failed download differently");
    let folder = tempfile::tempdir().unwrap();
    release::copy(&bundle::folder(), folder.path());
    let file = folder.path().join(bundle::content_path("start.nl").trim_start_matches('/'));
    for end in ["", ".br", ".gz"] {
        let _ = std::fs::remove_file(format!("{}{end}", file.display()));
    }
    std::fs::write(&file, "{\n  \"format\": \"flexkompas-content\",\n  \"version\": oops\n}").unwrap();
    // Without a secure context there are no hashes to check.
    let insecure = "Object.defineProperty(crypto, 'subtle', { value: undefined })";
    let visitor = phone().serve_folder(folder.path()).with_init_script(insecure).start();
    // The line and the column of the error.
    visitor.expect_console("Flexkompas content start.nl: 3:14");
    visitor.open("/");
    expect_failed_start(&visitor);
    visitor.finish();
}

#[test]
fn content_altered_in_transit_is_rejected() {
    engines!(all, "each engine reports a failed download differently");
    let visitor = phone().start();
    visitor.server().set_fault(&bundle::content_path("start.nl"), Fault::Altered);
    visitor.expect_console("Flexkompas content start.nl: the file was altered");
    visitor.open("/");
    expect_failed_start(&visitor);
    visitor.finish();
}
