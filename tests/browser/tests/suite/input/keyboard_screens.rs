//! Everything outside the statements with the keyboard alone: back, skipping and the overview, the result with what-if,
//! stars and tables, questions and modules, sharing, files, scans, erase and undo.
//!
//! The focus is checked at every tab stop (`support::focus`), and pressing a button must not lose it.

use flexkompas_browser_tests::Key::{Down, Enter, Letter, Right, Space, Tab};
use flexkompas_browser_tests::{Visitor, engines, phone};

use crate::support::focus::{
    activate, activate_action, expect_focus_kept, expect_pressed, expect_visible_focus, go_to_step,
    go_to_step_from_top, tab_back_to, tab_through_page, tab_to,
};
use crate::support::sample::{self, ID};

#[track_caller]
fn start_at_result() -> Visitor {
    let visitor = phone().start();
    sample::resume_with(&visitor, "/", &[sample::record()]);
    activate_action(&visitor, "continue");
    sample::expect_result(&visitor);
    visitor.expect_focus("main h1");
    visitor
}

#[test]
fn back_skipping_and_the_overview_work_with_the_keyboard() {
    engines!(all, "the engine handles focus and keys");
    let visitor = phone().start();
    visitor.open("/");
    visitor.expect_statement(1, 10);
    tab_to(&visitor, ".skip-link");
    visitor.press_key(Enter);
    visitor.press_key(Tab);
    visitor.wait_until("the focus within the page", || visitor.has_focus("main *"));
    tab_to(&visitor, "input[name=\"richting-betekenis\"]");
    visitor.press_key(Letter('3'));
    visitor.expect_chosen("richting-betekenis", "3");
    visitor.press_key(Enter);
    visitor.expect_statement(2, 10);
    tab_through_page(&visitor);

    tab_back_to(&visitor, "[data-action=\"back\"]");
    visitor.press_key(Enter);
    visitor.expect_statement(1, 10);
    visitor.expect_focus("main h1");
    visitor.expect_chosen("richting-betekenis", "3");
    activate_action(&visitor, "next");
    visitor.expect_statement(2, 10);
    visitor.expect_focus("main h1");
    visitor.press_key(Enter);
    visitor.expect_ui_text("skip-hint");
    visitor.expect_focus("main h1");
    visitor.press_key(Enter);
    visitor.expect_statement(3, 10);
    visitor.expect_focus("main h1");

    tab_back_to(&visitor, "[data-action=\"overview\"]");
    visitor.press_key(Enter);
    visitor.expect_screen("overview");
    tab_through_page(&visitor);
    tab_back_to(&visitor, "[data-statement=\"regie-top\"] button");
    visitor.press_key(Enter);
    visitor.expect_statement(2, 10);
    visitor.expect_focus("main h1");
    tab_to(&visitor, "details[data-fold=\"note\"] > summary");
    visitor.press_key(Enter);
    tab_to(&visitor, "textarea");
    visitor.type_keys("1 keer per week");
    assert_eq!(visitor.chosen("regie-top"), None, "a digit in a note is no answer");

    // Switching language keeps the statement and the focus.
    tab_back_to(&visitor, "[data-action=\"language-en\"]");
    visitor.press_key(Enter);
    visitor.wait_until("the page is English", || visitor.language() == "en");
    visitor.expect_focus("[data-action=\"language-en\"]");
    assert_eq!(visitor.field_value("note-regie-top"), "1 keer per week");
    visitor.finish();
}

#[test]
fn ambition_principles_and_guide_work_with_the_keyboard() {
    engines!(all, "the engine handles focus and keys");
    let visitor = phone().start();
    sample::resume_with(&visitor, "/", &[sample::record()]);
    go_to_step_from_top(&visitor, "ambition");
    tab_through_page(&visitor);
    tab_back_to(&visitor, "[data-action=\"clear-ambition\"]");
    let before = visitor.count("main input:checked");
    visitor.press_key(Enter);
    visitor.wait_until("one ambition is cleared", || visitor.count("main input:checked") == before - 1);
    expect_focus_kept(&visitor);

    go_to_step(&visitor, "principles");
    tab_through_page(&visitor);
    tab_back_to(&visitor, "input[name=\"p1-wensen-desired\"]");
    visitor.expect_chosen("p1-wensen-desired", "p1-modulair");
    visitor.press_key(Right);
    visitor.expect_chosen("p1-wensen-desired", "p1-segmenteren");
    tab_back_to(&visitor, "[data-action=\"guide\"]");
    visitor.press_key(Enter);
    visitor.expect_screen("guide");
    tab_through_page(&visitor);
    tab_back_to(&visitor, "[data-action=\"add-theme\"]");
    visitor.press_key(Enter);
    visitor.wait_until("a new theme", || visitor.field_value("theme").is_empty());
    expect_focus_kept(&visitor);
    tab_to(&visitor, "[name=\"theme\"]");
    visitor.type_keys("bereikbaarheid");
    visitor.wait_until("the name is there", || visitor.field_value("theme") == "bereikbaarheid");
    activate_action(&visitor, "next");
    visitor.expect_track("p1-wensen");
    visitor.expect_focus("main h1");
    activate_action(&visitor, "design-note");
    visitor.expect_screen("design-note");
    tab_through_page(&visitor);
    visitor.finish();
}

#[test]
fn the_result_its_tips_and_tables_work_with_the_keyboard() {
    engines!(all, "the engine handles focus and keys");
    let visitor = start_at_result();
    tab_through_page(&visitor);
    go_to_step(&visitor, "result");
    let star = "[data-tips] [data-action=\"star\"]";
    for pressed in [true, false, true] {
        if !visitor.has_focus(star) {
            tab_to(&visitor, star);
        }
        visitor.press_key(Enter);
        expect_pressed(&visitor, pressed);
    }
    activate_action(&visitor, "all-tips");
    visitor.expect_ui_text("tips-fewer");
    visitor.expect_focus("[data-action=\"all-tips\"]");

    tab_back_to(&visitor, "details[data-fold=\"what-if\"] > summary");
    visitor.press_key(Enter);
    tab_to(&visitor, "input[name=\"what-if-leiding-sturen\"]");
    visitor.press_key(Down);
    visitor.expect_ui_text("what-if-clear");
    visitor.expect_focus("input[name=\"what-if-leiding-sturen\"]");
    tab_back_to(&visitor, "[data-action=\"what-if-clear\"]");
    visitor.press_key(Enter);
    visitor.wait_until("the what-if is cleared", || {
        visitor.chosen("what-if-leiding-sturen").as_deref() == Some("1")
    });
    expect_focus_kept(&visitor);

    go_to_step(&visitor, "result");
    activate(&visitor, "[data-table=\"spectrum\"] + .buttons [data-action=\"show-table\"]");
    expect_pressed(&visitor, true);
    tab_to(&visitor, "[data-why] [data-move] button:last-of-type");
    visitor.press_key(Enter);
    visitor.expect_screen("statement");
    visitor.expect_focus("main h1");
    visitor.finish();
}

#[test]
fn questions_and_modules_work_with_the_keyboard() {
    engines!(all, "the engine handles focus and keys");
    let visitor = start_at_result();
    go_to_step(&visitor, "reflection");
    visitor.expect_screen("reflection");
    tab_through_page(&visitor);
    tab_back_to(&visitor, "[data-action=\"more-questions\"]");
    let before = visitor.count("[data-question]");
    visitor.press_key(Enter);
    visitor.wait_until("more questions are there", || visitor.count("[data-question]") > before);
    expect_focus_kept(&visitor);
    activate_action(&visitor, "library");
    visitor.expect_screen("library");
    visitor.expect_focus("main h1");
    activate(&visitor, "details[data-fold=\"themes\"] > summary");
    tab_back_to(&visitor, "[name=\"search\"]");
    visitor.type_keys("qqq");
    visitor.wait_until("nothing is found", || visitor.count("[data-question]") == 0);
    visitor.expect_focus("[name=\"search\"]");

    go_to_step(&visitor, "result");
    activate_action(&visitor, "modules");
    visitor.expect_screen("modules");
    tab_through_page(&visitor);
    tab_back_to(&visitor, "[data-module=\"wel-niet\"] [data-action=\"open-module\"]");
    visitor.press_key(Enter);
    visitor.expect_screen("module");
    tab_through_page(&visitor);
    tab_back_to(&visitor, "[data-entry] input");
    visitor.press_key(Space);
    visitor.wait_until("it is answered", || visitor.count("[data-entry] input:checked") == 1);
    expect_visible_focus(&visitor);
    activate_action(&visitor, "modules");
    visitor.expect_screen("modules");
    visitor.expect_focus("main h1");
    visitor.finish();
}

#[test]
fn sharing_and_files_work_with_the_keyboard() {
    engines!(all, "the engine handles focus and keys");
    let visitor = start_at_result();
    activate_action(&visitor, "export-csv");
    visitor.expect_ui_text("notice-exported");
    let (name, _) = visitor.wait_for_download("csv");
    assert!(name.starts_with("flexkompas-"), "{name}");
    expect_focus_kept(&visitor);
    // Closing the notice keeps the focus.
    tab_back_to(&visitor, "[data-notice] [data-action=\"close\"]");
    visitor.press_key(Enter);
    visitor.wait_until("the notice is closed", || visitor.count("[data-notice]") == 0);
    expect_focus_kept(&visitor);

    go_to_step(&visitor, "result");
    activate_action(&visitor, "share");
    visitor.expect_screen("share");
    tab_through_page(&visitor);
    tab_back_to(&visitor, "[data-action=\"back\"]");
    visitor.press_key(Enter);
    sample::expect_result(&visitor);
    visitor.expect_focus("main h1");
    visitor.finish();
}

#[test]
fn scans_erasing_and_undo_work_with_the_keyboard() {
    engines!(all, "the engine handles focus and keys");
    let visitor = phone().start();
    let second = sample::other_record("AnotherScan", "2026-03-01", "Team Zuid", "leiding-sturen", 3);
    sample::resume_with(&visitor, "/", &[sample::record(), second]);
    activate_action(&visitor, "history");
    visitor.expect_screen("history");
    tab_through_page(&visitor);
    tab_back_to(&visitor, &format!("[name=\"name-{ID}\"]"));
    visitor.type_keys("!");
    visitor.wait_until("the name is longer", || visitor.field_value(&format!("name-{ID}")).contains('!'));
    activate_action(&visitor, "compare");
    visitor.expect_screen("compare");
    tab_through_page(&visitor);
    tab_back_to(&visitor, "input[name=\"compare-first\"]");
    visitor.press_key(Down);
    visitor.expect_chosen("compare-first", ID);
    visitor.expect_focus("input[name=\"compare-first\"]");
    tab_back_to(&visitor, "[data-action=\"back\"]");
    visitor.press_key(Enter);
    visitor.expect_screen("history");
    visitor.expect_focus("main h1");

    activate(&visitor, "[data-scan=\"AnotherScan\"] [data-action=\"remove-scan\"]");
    visitor.expect_ui_text("notice-removed");
    visitor.wait_until("the scan is gone", || visitor.count("[data-scan]") == 1);
    expect_focus_kept(&visitor);
    tab_back_to(&visitor, "[data-action=\"undo\"]");
    visitor.press_key(Enter);
    visitor.wait_until("the scan is back", || visitor.count("[data-scan]") == 2);
    expect_focus_kept(&visitor);

    activate_action(&visitor, "erase");
    visitor.expect_focus("[data-ask] h2");
    activate_action(&visitor, "confirm-erase");
    visitor.expect_ui_text("notice-erased");
    visitor.expect_statement(1, 10);
    visitor.expect_focus("main h1");
    tab_back_to(&visitor, "[data-action=\"undo\"]");
    visitor.press_key(Enter);
    visitor.expect_titled_screen("start", &visitor.ui_text("resume-title"));
    visitor.expect_focus("main h1");
    visitor.finish();
}
