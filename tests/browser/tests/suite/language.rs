//! Two languages: which one comes first, and changing it in the middle.

use flexkompas_browser_tests::{Visitor, bundle, engines, phone};
use xtask_build::server::Fault;

use crate::sample;

/// The languages of the content files that were asked for, where no copy of all is kept.
fn languages_asked_for(visitor: &Visitor) -> Vec<String> {
    let paths = visitor.asked_for();
    let content = paths.iter().filter_map(|path| path.strip_prefix("/content/"));
    let mut languages: Vec<String> =
        content.filter_map(|name| name.split('.').nth(1)).map(str::to_owned).collect();
    languages.sort();
    languages.dedup();
    languages
}

#[test]
fn another_language_in_the_middle_keeps_every_answer() {
    engines!(Chromium, "the words are the same in every engine");
    let visitor = phone().visitor();
    visitor.opens("/");
    sample::answers_until(&visitor, 2);
    visitor.sees_statement(3, 10);
    visitor.chooses("kaders-spelregels", "2");
    visitor.presses("language-en");
    visitor.waits_until("the page is English", || visitor.language() == "en");
    visitor.sees_statement(3, 10);
    visitor.sees_chosen("kaders-spelregels", "2");
    visitor.sees(&bundle::item("start", "en", "statements", "kaders-spelregels", "ask"));
    visitor.goes_on();
    visitor.sees_statement(4, 10);
    visitor.presses("back");
    visitor.presses("back");
    visitor.sees_statement(2, 10);
    visitor.sees_chosen("regie-top", "3");
    visitor.presses("language-nl");
    visitor.waits_until("the page is Dutch", || visitor.language() == "nl");
    visitor.sees_statement(2, 10);
    visitor.sees(&bundle::item("start", "nl", "statements", "regie-top", "ask"));
    visitor.leaves();
}

#[test]
fn the_result_follows_the_language_and_stays_the_same() {
    engines!(Chromium, "the words are the same in every engine");
    let visitor = phone().visitor();
    visitor.opens("/");
    sample::answers_all(&visitor);
    sample::places_ambition(&visitor);
    sample::sees_the_result(&visitor);
    visitor.sees("2,31");
    visitor.presses("language-en");
    visitor.waits_until("the page is English", || visitor.language() == "en");
    sample::sees_the_result(&visitor);
    visitor.sees("2.31");
    visitor.reloads();
    visitor.waits_until("the page is still English", || visitor.language() == "en");
    sample::sees_the_result(&visitor);
    visitor.leaves();
}

#[test]
fn the_address_can_ask_for_a_language() {
    engines!(Chromium, "the words are the same in every engine");
    let visitor = phone().visitor();
    visitor.opens("/?lang=en");
    visitor.sees_statement(1, 10);
    assert_eq!(visitor.language(), "en");
    visitor.expects_in_console(" in the address is not used: it must be nl or en");
    visitor.opens("/?lang=xx");
    visitor.waits_until("an unknown language gives the one of the browser", || visitor.language() == "nl");
    visitor.sees_statement(1, 10);
    visitor.leaves();
}

#[test]
fn a_browser_that_prefers_english_gets_english_and_nothing_else() {
    engines!(all, "each engine tells the languages of its user in its own way");
    let visitor = phone().speaking("en-GB,en").without_worker().visitor();
    visitor.opens("/");
    visitor.sees_statement(1, 10);
    assert_eq!(visitor.language(), "en");
    visitor.takes_step("result");
    visitor.sees_screen("result");
    assert_eq!(languages_asked_for(&visitor), ["en"]);
    visitor.leaves();
}

#[test]
fn a_browser_that_knows_dutch_at_all_gets_dutch_and_nothing_else() {
    engines!(Chromium | Firefox, "WebKit has the one language of its system");
    let visitor = phone().speaking("en-GB,en,nl").without_worker().visitor();
    visitor.opens("/");
    visitor.sees_statement(1, 10);
    assert_eq!(visitor.language(), "nl");
    visitor.takes_step("result");
    visitor.sees_screen("result");
    assert_eq!(languages_asked_for(&visitor), ["nl"]);
    visitor.leaves();
}

#[test]
fn a_language_that_cannot_be_loaded_leaves_the_page_as_it_is() {
    engines!(Chromium, "the words are the same in every engine");
    let visitor = phone().visitor();
    let file = bundle::content_path("start.en");
    visitor.server().set_fault(&file, Fault::Status(404));
    visitor.expects_in_console(file.rsplit('/').next().unwrap());
    visitor.expects_in_console("Flexkompas content start.en");
    visitor.opens("/");
    sample::answers_until(&visitor, 1);
    visitor.sees_statement(2, 10);
    visitor.chooses("regie-top", "3");
    visitor.presses("language-en");
    visitor.sees_word("notice-language-failed");
    assert_eq!(visitor.language(), "nl");
    visitor.sees_statement(2, 10);
    visitor.sees_chosen("regie-top", "3");

    visitor.server().clear_faults();
    visitor.presses("language-en");
    visitor.waits_until("the page is English", || visitor.language() == "en");
    visitor.sees_chosen("regie-top", "3");
    visitor.leaves();
}
