//! Content that does not come or is wrong: a clear state, never a blank page.

use flexkompas_browser_tests::{Visitor, bundle, engines, phone, release};
use xtask_build::server::Fault;

use crate::sample;

/// The page that stands in index.html, for when there are no other words.
#[track_caller]
fn sees_boot_failed(visitor: &Visitor) {
    visitor.waits_until("the message that it did not start", || visitor.is_visible("#boot-failed"));
    assert!(!visitor.is_visible("#boot-wait"), "and no message that it is still loading");
    visitor.sees("Flexkompas is niet gestart");
    visitor.sees("Flexkompas did not start");
}

#[track_caller]
fn does_not_start_without_first_part(fault: Fault) {
    let visitor = phone().visitor();
    let file = bundle::content_path("start.nl");
    visitor.server().set_fault(&file, fault);
    visitor.expects_in_console("Flexkompas content start.nl");
    visitor.expects_in_console(file.rsplit('/').next().unwrap());
    visitor.opens("/");
    sees_boot_failed(&visitor);

    visitor.server().clear_faults();
    visitor.clicks("#boot-failed a");
    visitor.sees_statement(1, 10);
    visitor.leaves();
}

#[test]
fn without_its_first_part_the_page_says_so_and_can_be_tried_again() {
    engines!(all, "each engine reports a failed download in its own way");
    does_not_start_without_first_part(Fault::Status(404));
}

#[test]
fn a_first_part_that_breaks_off_is_told() {
    engines!(all, "each engine reports a failed download in its own way");
    does_not_start_without_first_part(Fault::Truncated);
}

#[track_caller]
fn second_part_can_be_tried_again(fault: Fault) {
    let visitor = phone().visitor();
    let file = bundle::content_path("library.nl");
    visitor.server().set_fault(&file, fault);
    visitor.expects_in_console("Flexkompas content library.nl");
    visitor.expects_in_console(file.rsplit('/').next().unwrap());
    visitor.opens("/");
    // The statements do not need it.
    sample::answers_all(&visitor);
    sample::places_ambition(&visitor);
    visitor.sees_titled("result", &visitor.word("load-failed-title"));
    visitor.sees_word("load-failed-text");

    visitor.presses("retry");
    visitor.sees_titled("result", &visitor.word("load-failed-title"));
    visitor.server().clear_faults();
    visitor.presses("retry");
    sample::sees_the_result(&visitor);
    visitor.leaves();
}

#[test]
fn without_its_second_part_the_result_offers_to_try_again() {
    engines!(Chromium, "it is loaded by the same code as the first part");
    second_part_can_be_tried_again(Fault::Status(404));
}

#[test]
fn a_second_part_that_breaks_off_can_be_asked_for_again() {
    engines!(Chromium, "it is loaded by the same code as the first part");
    second_part_can_be_tried_again(Fault::Truncated);
}

#[test]
fn content_that_is_no_content_is_told_with_its_place() {
    engines!(all, "each engine reports a failed download in its own way");
    let folder = tempfile::tempdir().unwrap();
    release::copy(&bundle::folder(), folder.path());
    let file = folder.path().join(bundle::content_path("start.nl").trim_start_matches('/'));
    for end in ["", ".br", ".gz"] {
        let _ = std::fs::remove_file(format!("{}{end}", file.display()));
    }
    std::fs::write(&file, "{\n  \"format\": \"flexkompas-content\",\n  \"version\": oops\n}").unwrap();
    // Where fingerprints cannot be reckoned: on a page without a secure connection.
    let insecure = "Object.defineProperty(crypto, 'subtle', { value: undefined })";
    let visitor = phone().serving(folder.path()).with_script(insecure).visitor();
    // The line and the column in which it goes wrong.
    visitor.expects_in_console("Flexkompas content start.nl: 3:14");
    visitor.opens("/");
    sees_boot_failed(&visitor);
    visitor.leaves();
}

#[test]
fn content_that_was_altered_on_its_way_is_refused() {
    engines!(all, "each engine reports a failed download in its own way");
    let visitor = phone().visitor();
    visitor.server().set_fault(&bundle::content_path("start.nl"), Fault::Altered);
    visitor.expects_in_console("Flexkompas content start.nl: the network failed");
    visitor.opens("/");
    sees_boot_failed(&visitor);
    visitor.leaves();
}
