//! Everything beside the scan itself with the keyboard alone: back, skipping and the overview, the result with its
//! what-if, stars and tables, questions and modules, sharing, files, scans, erasing and taking it back.
//!
//! At every press of Tab the focus is looked at (`keyboard`). What a button does must not throw the focus away.

use flexkompas_browser_tests::Key::{Down, Enter, Letter, Right, Space, Tab};
use flexkompas_browser_tests::{Visitor, engines, phone};

use crate::keyboard::{
    enters, enters_action, focus_is_well, is_pressed, is_somewhere, tabs_back_to, tabs_through_the_page,
    tabs_to, takes_step, takes_step_from_the_top,
};
use crate::sample::{self, ID};

#[track_caller]
fn comes_to_the_result() -> Visitor {
    let visitor = phone().visitor();
    sample::comes_back_with(&visitor, "/", &[sample::record()]);
    enters_action(&visitor, "continue");
    sample::sees_the_result(&visitor);
    visitor.sees_focus_on("main h1");
    visitor
}

#[test]
fn back_skipping_and_the_overview_need_no_mouse() {
    engines!(all, "focus and keys are handled by the engine");
    let visitor = phone().visitor();
    visitor.opens("/");
    visitor.sees_statement(1, 10);
    tabs_to(&visitor, ".skip-link");
    visitor.hits(Enter);
    visitor.hits(Tab);
    visitor.waits_until("the focus within the page", || visitor.has_focus_on("main *"));
    tabs_to(&visitor, "input[name=\"richting-betekenis\"]");
    visitor.hits(Letter('3'));
    visitor.sees_chosen("richting-betekenis", "3");
    visitor.hits(Enter);
    visitor.sees_statement(2, 10);
    tabs_through_the_page(&visitor);

    tabs_back_to(&visitor, "[data-action=\"back\"]");
    visitor.hits(Enter);
    visitor.sees_statement(1, 10);
    visitor.sees_focus_on("main h1");
    visitor.sees_chosen("richting-betekenis", "3");
    enters_action(&visitor, "next");
    visitor.sees_statement(2, 10);
    visitor.sees_focus_on("main h1");
    visitor.hits(Enter);
    visitor.sees_word("skip-hint");
    visitor.sees_focus_on("main h1");
    visitor.hits(Enter);
    visitor.sees_statement(3, 10);
    visitor.sees_focus_on("main h1");

    tabs_back_to(&visitor, "[data-action=\"overview\"]");
    visitor.hits(Enter);
    visitor.sees_screen("overview");
    tabs_through_the_page(&visitor);
    tabs_back_to(&visitor, "[data-statement=\"regie-top\"] button");
    visitor.hits(Enter);
    visitor.sees_statement(2, 10);
    visitor.sees_focus_on("main h1");
    tabs_to(&visitor, "details[data-fold=\"note\"] > summary");
    visitor.hits(Enter);
    tabs_to(&visitor, "textarea");
    visitor.keys_in("1 keer per week");
    assert_eq!(visitor.chosen("regie-top"), None, "a digit in a note is no answer");

    // The language is a button like any other, and changing it keeps the place.
    tabs_back_to(&visitor, "[data-action=\"language-en\"]");
    visitor.hits(Enter);
    visitor.waits_until("the page is English", || visitor.language() == "en");
    visitor.sees_focus_on("[data-action=\"language-en\"]");
    assert_eq!(visitor.typed_in("note-regie-top"), "1 keer per week");
    visitor.leaves();
}

#[test]
fn ambition_principles_and_their_guide_need_no_mouse() {
    engines!(all, "focus and keys are handled by the engine");
    let visitor = phone().visitor();
    sample::comes_back_with(&visitor, "/", &[sample::record()]);
    takes_step_from_the_top(&visitor, "ambition");
    tabs_through_the_page(&visitor);
    tabs_back_to(&visitor, "[data-action=\"clear-ambition\"]");
    let before = visitor.count("main input:checked");
    visitor.hits(Enter);
    visitor.waits_until("one ambition is gone", || visitor.count("main input:checked") == before - 1);
    is_somewhere(&visitor);

    takes_step(&visitor, "principles");
    tabs_through_the_page(&visitor);
    tabs_back_to(&visitor, "input[name=\"p1-wensen-desired\"]");
    visitor.sees_chosen("p1-wensen-desired", "p1-modulair");
    visitor.hits(Right);
    visitor.sees_chosen("p1-wensen-desired", "p1-segmenteren");
    tabs_back_to(&visitor, "[data-action=\"guide\"]");
    visitor.hits(Enter);
    visitor.sees_screen("guide");
    tabs_through_the_page(&visitor);
    tabs_back_to(&visitor, "[data-action=\"add-theme\"]");
    visitor.hits(Enter);
    visitor.waits_until("a new theme", || visitor.typed_in("theme").is_empty());
    is_somewhere(&visitor);
    tabs_to(&visitor, "[name=\"theme\"]");
    visitor.keys_in("bereikbaarheid");
    visitor.waits_until("the name is there", || visitor.typed_in("theme") == "bereikbaarheid");
    enters_action(&visitor, "next");
    visitor.sees_track("p1-wensen");
    visitor.sees_focus_on("main h1");
    enters_action(&visitor, "design-note");
    visitor.sees_screen("design-note");
    tabs_through_the_page(&visitor);
    visitor.leaves();
}

#[test]
fn the_result_its_tips_and_its_tables_need_no_mouse() {
    engines!(all, "focus and keys are handled by the engine");
    let visitor = comes_to_the_result();
    tabs_through_the_page(&visitor);
    takes_step(&visitor, "result");
    let star = "[data-tips] [data-action=\"star\"]";
    for pressed in [true, false, true] {
        if !visitor.has_focus_on(star) {
            tabs_to(&visitor, star);
        }
        visitor.hits(Enter);
        is_pressed(&visitor, pressed);
    }
    enters_action(&visitor, "all-tips");
    visitor.sees_word("tips-fewer");
    visitor.sees_focus_on("[data-action=\"all-tips\"]");

    tabs_back_to(&visitor, "details[data-fold=\"what-if\"] > summary");
    visitor.hits(Enter);
    tabs_to(&visitor, "input[name=\"what-if-leiding-sturen\"]");
    visitor.hits(Down);
    visitor.sees_word("what-if-clear");
    visitor.sees_focus_on("input[name=\"what-if-leiding-sturen\"]");
    tabs_back_to(&visitor, "[data-action=\"what-if-clear\"]");
    visitor.hits(Enter);
    visitor.waits_until("nothing is tried out any more", || {
        visitor.chosen("what-if-leiding-sturen").as_deref() == Some("1")
    });
    is_somewhere(&visitor);

    takes_step(&visitor, "result");
    enters(&visitor, "[data-table=\"spectrum\"] + .buttons [data-action=\"show-table\"]");
    is_pressed(&visitor, true);
    tabs_to(&visitor, "[data-why] [data-move] button:last-of-type");
    visitor.hits(Enter);
    visitor.sees_screen("statement");
    visitor.sees_focus_on("main h1");
    visitor.leaves();
}

#[test]
fn questions_and_modules_need_no_mouse() {
    engines!(all, "focus and keys are handled by the engine");
    let visitor = comes_to_the_result();
    takes_step(&visitor, "reflection");
    visitor.sees_screen("reflection");
    tabs_through_the_page(&visitor);
    tabs_back_to(&visitor, "[data-action=\"more-questions\"]");
    let before = visitor.count("[data-question]");
    visitor.hits(Enter);
    visitor.waits_until("more questions are there", || visitor.count("[data-question]") > before);
    is_somewhere(&visitor);
    enters_action(&visitor, "library");
    visitor.sees_screen("library");
    visitor.sees_focus_on("main h1");
    enters(&visitor, "details[data-fold=\"themes\"] > summary");
    tabs_back_to(&visitor, "[name=\"search\"]");
    visitor.keys_in("qqq");
    visitor.waits_until("nothing is found", || visitor.count("[data-question]") == 0);
    visitor.sees_focus_on("[name=\"search\"]");

    takes_step(&visitor, "result");
    enters_action(&visitor, "modules");
    visitor.sees_screen("modules");
    tabs_through_the_page(&visitor);
    tabs_back_to(&visitor, "[data-module=\"wel-niet\"] [data-action=\"open-module\"]");
    visitor.hits(Enter);
    visitor.sees_screen("module");
    tabs_through_the_page(&visitor);
    tabs_back_to(&visitor, "[data-entry] input");
    visitor.hits(Space);
    visitor.waits_until("it is answered", || visitor.count("[data-entry] input:checked") == 1);
    focus_is_well(&visitor);
    enters_action(&visitor, "modules");
    visitor.sees_screen("modules");
    visitor.sees_focus_on("main h1");
    visitor.leaves();
}

#[test]
fn sharing_and_files_need_no_mouse() {
    engines!(all, "focus and keys are handled by the engine");
    let visitor = comes_to_the_result();
    enters_action(&visitor, "export-csv");
    visitor.sees_word("notice-exported");
    let (name, _) = visitor.takes_file("csv");
    assert!(name.starts_with("flexkompas-"), "{name}");
    is_somewhere(&visitor);
    // The message can be put away without losing the place.
    tabs_back_to(&visitor, "[data-notice] [data-action=\"close\"]");
    visitor.hits(Enter);
    visitor.waits_until("the message is gone", || visitor.count("[data-notice]") == 0);
    is_somewhere(&visitor);

    takes_step(&visitor, "result");
    enters_action(&visitor, "share");
    visitor.sees_screen("share");
    tabs_through_the_page(&visitor);
    tabs_back_to(&visitor, "[data-action=\"back\"]");
    visitor.hits(Enter);
    sample::sees_the_result(&visitor);
    visitor.sees_focus_on("main h1");
    visitor.leaves();
}

#[test]
fn scans_erasing_and_taking_it_back_need_no_mouse() {
    engines!(all, "focus and keys are handled by the engine");
    let visitor = phone().visitor();
    let second = sample::another("AnotherScan", "2026-03-01", "Team Zuid", "leiding-sturen", 3);
    sample::comes_back_with(&visitor, "/", &[sample::record(), second]);
    enters_action(&visitor, "history");
    visitor.sees_screen("history");
    tabs_through_the_page(&visitor);
    tabs_back_to(&visitor, &format!("[name=\"name-{ID}\"]"));
    visitor.keys_in("!");
    visitor.waits_until("the name is longer", || visitor.typed_in(&format!("name-{ID}")).contains('!'));
    enters_action(&visitor, "compare");
    visitor.sees_screen("compare");
    tabs_through_the_page(&visitor);
    tabs_back_to(&visitor, "input[name=\"compare-first\"]");
    visitor.hits(Down);
    visitor.sees_chosen("compare-first", ID);
    visitor.sees_focus_on("input[name=\"compare-first\"]");
    tabs_back_to(&visitor, "[data-action=\"back\"]");
    visitor.hits(Enter);
    visitor.sees_screen("history");
    visitor.sees_focus_on("main h1");

    enters(&visitor, "[data-scan=\"AnotherScan\"] [data-action=\"remove-scan\"]");
    visitor.sees_word("notice-removed");
    visitor.waits_until("the scan is gone", || visitor.count("[data-scan]") == 1);
    is_somewhere(&visitor);
    tabs_back_to(&visitor, "[data-action=\"undo\"]");
    visitor.hits(Enter);
    visitor.waits_until("the scan is back", || visitor.count("[data-scan]") == 2);
    is_somewhere(&visitor);

    enters_action(&visitor, "erase");
    visitor.sees_focus_on("[data-ask] h2");
    enters_action(&visitor, "confirm-erase");
    visitor.sees_word("notice-erased");
    visitor.sees_statement(1, 10);
    visitor.sees_focus_on("main h1");
    tabs_back_to(&visitor, "[data-action=\"undo\"]");
    visitor.hits(Enter);
    visitor.sees_titled("start", &visitor.word("resume-title"));
    visitor.sees_focus_on("main h1");
    visitor.leaves();
}
