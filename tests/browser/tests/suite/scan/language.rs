//! Choosing the first language, and switching it during a scan.

use flexkompas_browser_tests::{Visitor, bundle, engines, phone};
use xtask_build::server::Fault;

use crate::support::sample;

/// The languages of the requested content files, in a browser without service workers.
fn requested_languages(visitor: &Visitor) -> Vec<String> {
    let paths = visitor.requested_paths();
    let content = paths.iter().filter_map(|path| path.strip_prefix("/content/"));
    let mut languages: Vec<String> =
        content.filter_map(|name| name.split('.').nth(1)).map(str::to_owned).collect();
    languages.sort();
    languages.dedup();
    languages
}

#[test]
fn switching_language_keeps_every_answer() {
    engines!(Chromium, "texts are the same in every engine");
    let visitor = phone().start();
    visitor.open("/");
    sample::answer_until(&visitor, 2);
    visitor.expect_statement(3, 10);
    visitor.choose("kaders-spelregels", "2");
    visitor.press("language-en");
    visitor.wait_until("the page is English", || visitor.language() == "en");
    visitor.expect_statement(3, 10);
    visitor.expect_chosen("kaders-spelregels", "2");
    visitor.expect_text(&bundle::item("start", "en", "statements", "kaders-spelregels", "ask"));
    visitor.press_next();
    visitor.expect_statement(4, 10);
    visitor.press("back");
    visitor.press("back");
    visitor.expect_statement(2, 10);
    visitor.expect_chosen("regie-top", "3");
    visitor.press("language-nl");
    visitor.wait_until("the page is Dutch", || visitor.language() == "nl");
    visitor.expect_statement(2, 10);
    visitor.expect_text(&bundle::item("start", "nl", "statements", "regie-top", "ask"));
    visitor.finish();
}

#[test]
fn switching_language_translates_the_result_without_changing_it() {
    engines!(Chromium, "texts are the same in every engine");
    let visitor = phone().start();
    visitor.open("/");
    sample::complete_scan(&visitor);
    visitor.expect_text("2,31");
    visitor.press("language-en");
    visitor.wait_until("the page is English", || visitor.language() == "en");
    sample::expect_result(&visitor);
    visitor.expect_text("2.31");
    visitor.reload();
    visitor.wait_until("the page is still English", || visitor.language() == "en");
    sample::expect_result(&visitor);
    visitor.finish();
}

#[test]
fn the_address_selects_the_language() {
    engines!(Chromium, "texts are the same in every engine");
    let visitor = phone().start();
    visitor.open("/?lang=en");
    visitor.expect_statement(1, 10);
    assert_eq!(visitor.language(), "en");
    visitor.expect_console(" in the address is not used: it must be nl or en");
    visitor.open("/?lang=xx");
    visitor.wait_until("an unknown language gives the one of the browser", || visitor.language() == "nl");
    visitor.expect_statement(1, 10);
    visitor.finish();
}

#[test]
fn a_browser_that_prefers_english_loads_english_only() {
    engines!(all, "each engine exposes the preferred languages differently");
    let visitor = phone().with_languages("en-GB,en").without_service_worker().start();
    visitor.open("/");
    visitor.expect_statement(1, 10);
    assert_eq!(visitor.language(), "en");
    visitor.go_to_step("result");
    visitor.expect_screen("result");
    assert_eq!(requested_languages(&visitor), ["en"]);
    visitor.finish();
}

#[test]
fn a_browser_that_accepts_dutch_loads_dutch_only() {
    engines!(Chromium | Firefox, "WebKit has only the language of its system");
    let visitor = phone().with_languages("en-GB,en,nl").without_service_worker().start();
    visitor.open("/");
    visitor.expect_statement(1, 10);
    assert_eq!(visitor.language(), "nl");
    visitor.go_to_step("result");
    visitor.expect_screen("result");
    assert_eq!(requested_languages(&visitor), ["nl"]);
    visitor.finish();
}

#[test]
fn a_language_that_fails_to_load_leaves_the_page_unchanged() {
    engines!(Chromium, "texts are the same in every engine");
    let visitor = phone().start();
    let file = bundle::content_path("start.en");
    visitor.server().set_fault(&file, Fault::Status(404));
    visitor.expect_console(file.rsplit('/').next().unwrap());
    visitor.expect_console("Flexkompas content start.en");
    visitor.open("/");
    sample::answer_until(&visitor, 1);
    visitor.expect_statement(2, 10);
    visitor.choose("regie-top", "3");
    visitor.press("language-en");
    visitor.expect_ui_text("notice-language-failed");
    assert_eq!(visitor.language(), "nl");
    visitor.expect_statement(2, 10);
    visitor.expect_chosen("regie-top", "3");

    visitor.server().clear_faults();
    visitor.press("language-en");
    visitor.wait_until("the page is English", || visitor.language() == "en");
    visitor.expect_chosen("regie-top", "3");
    visitor.finish();
}
