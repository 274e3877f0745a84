//! Two tabs with the same scan follow each other, and the later answer is stored.

use flexkompas_browser_tests::{Tab, Visitor, engines, phone};
use serde_json::{Value, json};

use crate::support::sample::{self, KEY};

/// Gives the first three answers of the sample in one tab, and opens the same scan in another.
#[track_caller]
fn open_two_tabs(visitor: &Visitor) -> (Tab, Tab) {
    visitor.open("/");
    sample::answer_until(visitor, 3);
    visitor.expect_statement(4, 10);
    let first = visitor.current_tab();
    let second = visitor.open_tab();
    visitor.open("/");
    visitor.expect_titled_screen("start", &visitor.ui_text("resume-title"));
    visitor.press("continue");
    visitor.expect_statement(4, 10);
    (first, second)
}

#[track_caller]
fn stored_answers(visitor: &Visitor) -> Value {
    serde_json::from_str::<Value>(&visitor.stored_item(KEY).unwrap()).unwrap()["answers"].take()
}

#[test]
fn an_answer_in_one_tab_appears_in_the_other() {
    engines!(Chromium | WebKit, "Firefox's driver cannot open a tab next to a popup window");
    let visitor = phone().start();
    let (first, second) = open_two_tabs(&visitor);

    visitor.switch_to_tab(&first);
    visitor.choose("kaders-bereik", "2");
    visitor.switch_to_tab(&second);
    visitor.expect_ui_text("notice-followed");
    visitor.expect_chosen("kaders-bereik", "2");
    visitor.expect_statement(4, 10);

    visitor.press_next();
    visitor.expect_statement(5, 10);
    visitor.choose("leiding-sturen", "1");
    visitor.switch_to_tab(&first);
    visitor.expect_ui_text("notice-followed");
    visitor.expect_chosen("kaders-bereik", "2");
    visitor.press_next();
    visitor.expect_statement(5, 10);
    visitor.expect_chosen("leiding-sturen", "1");

    visitor.choose("leiding-sturen", "4");
    let all = json!({
        "richting-betekenis": 2, "regie-top": 3, "kaders-spelregels": 2, "kaders-bereik": 2, "leiding-sturen": 4,
    });
    assert_eq!(stored_answers(&visitor), all);
    visitor.switch_to_tab(&second);
    visitor.expect_chosen("leiding-sturen", "4");
    assert_eq!(stored_answers(&visitor), all, "the later answer is what is kept");
    visitor.finish();
}

#[test]
fn erase_and_undo_in_one_tab_apply_to_the_other() {
    engines!(Chromium | WebKit, "Firefox's driver cannot open a tab next to a popup window");
    let visitor = phone().start();
    let (first, second) = open_two_tabs(&visitor);
    let before = visitor.stored_items();

    visitor.switch_to_tab(&first);
    visitor.press("erase");
    visitor.press("confirm-erase");
    visitor.expect_statement(1, 10);
    visitor.switch_to_tab(&second);
    visitor.expect_statement(1, 10);
    visitor.expect_ui_text("notice-followed");
    assert_eq!(visitor.chosen("richting-betekenis"), None);
    assert_eq!(visitor.stored_items(), sample::nothing_but_the_mark(), "following writes nothing");

    visitor.switch_to_tab(&first);
    visitor.press("undo");
    visitor.expect_titled_screen("start", &visitor.ui_text("resume-title"));
    assert_eq!(visitor.stored_items(), before);
    visitor.switch_to_tab(&second);
    visitor.expect_chosen("richting-betekenis", "2");
    visitor.answer("richting-betekenis", "4");
    visitor.expect_statement(2, 10);
    assert_eq!(stored_answers(&visitor)["richting-betekenis"], 4);
    assert_eq!(stored_answers(&visitor)["kaders-spelregels"], 2, "nothing else was lost");
    visitor.finish();
}

#[test]
fn the_list_of_scans_follows_the_other_tab() {
    engines!(Chromium | WebKit, "Firefox's driver cannot open a tab next to a popup window");
    let visitor = phone().start();
    let other = sample::other_record("AnotherScan", "2026-03-01", "Team Zuid", "leiding-sturen", 3);
    sample::resume_with(&visitor, "/", &[sample::record(), other]);
    visitor.press("continue");
    sample::expect_result(&visitor);
    visitor.press("history");
    visitor.expect_screen("history");
    let first = visitor.current_tab();
    assert_eq!(visitor.count("[data-scan]"), 2);

    let _second = visitor.open_tab();
    visitor.open("/");
    visitor.expect_titled_screen("start", &visitor.ui_text("resume-title"));
    visitor.press("continue");
    visitor.press("history");
    visitor.expect_screen("history");
    visitor.click("[data-scan=\"AnotherScan\"] [data-action=\"remove-scan\"]");
    visitor.expect_ui_text("notice-removed");
    visitor.switch_to_tab(&first);
    visitor.wait_until("it is gone here too", || visitor.count("[data-scan]") == 1);
    visitor.finish();
}
