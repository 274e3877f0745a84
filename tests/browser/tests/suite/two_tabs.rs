//! Two tabs of one browser with the same scan: they follow each other, and the later answer is what is kept.

use flexkompas_browser_tests::{Tab, Visitor, engines, phone};
use serde_json::{Value, json};

use crate::sample::{self, KEY};

/// The sample's first three answers in one tab, and another tab with the same scan.
#[track_caller]
fn opens_two(visitor: &Visitor) -> (Tab, Tab) {
    visitor.opens("/");
    sample::answers_until(visitor, 3);
    visitor.sees_statement(4, 10);
    let first = visitor.tab();
    let second = visitor.opens_tab();
    visitor.opens("/");
    visitor.sees_titled("start", &visitor.word("resume-title"));
    visitor.presses("continue");
    visitor.sees_statement(4, 10);
    (first, second)
}

#[track_caller]
fn kept(visitor: &Visitor) -> Value {
    serde_json::from_str::<Value>(&visitor.stored_text(KEY).unwrap()).unwrap()["answers"].take()
}

#[test]
fn an_answer_in_one_tab_is_there_in_the_other_and_none_is_lost() {
    engines!(
        Chromium | WebKit,
        "Firefox's driver opens no tab beside a window that has exactly the wanted size"
    );
    let visitor = phone().visitor();
    let (first, second) = opens_two(&visitor);

    visitor.looks_into(&first);
    visitor.chooses("kaders-bereik", "2");
    visitor.looks_into(&second);
    visitor.sees_word("notice-followed");
    visitor.sees_chosen("kaders-bereik", "2");
    visitor.sees_statement(4, 10);

    visitor.goes_on();
    visitor.sees_statement(5, 10);
    visitor.chooses("leiding-sturen", "1");
    visitor.looks_into(&first);
    visitor.sees_word("notice-followed");
    visitor.sees_chosen("kaders-bereik", "2");
    visitor.goes_on();
    visitor.sees_statement(5, 10);
    visitor.sees_chosen("leiding-sturen", "1");

    visitor.chooses("leiding-sturen", "4");
    let all = json!({
        "richting-betekenis": 2, "regie-top": 3, "kaders-spelregels": 2, "kaders-bereik": 2, "leiding-sturen": 4,
    });
    assert_eq!(kept(&visitor), all);
    visitor.looks_into(&second);
    visitor.sees_chosen("leiding-sturen", "4");
    assert_eq!(kept(&visitor), all, "the later answer is what is kept");
    visitor.leaves();
}

#[test]
fn erasing_in_one_tab_empties_the_other_and_undoing_fills_it_again() {
    engines!(
        Chromium | WebKit,
        "Firefox's driver opens no tab beside a window that has exactly the wanted size"
    );
    let visitor = phone().visitor();
    let (first, second) = opens_two(&visitor);
    let before = visitor.stored();

    visitor.looks_into(&first);
    visitor.presses("erase");
    visitor.presses("confirm-erase");
    visitor.sees_statement(1, 10);
    visitor.looks_into(&second);
    visitor.sees_statement(1, 10);
    visitor.sees_word("notice-followed");
    assert_eq!(visitor.chosen("richting-betekenis"), None);
    assert_eq!(visitor.stored(), [].into(), "following writes nothing");

    visitor.looks_into(&first);
    visitor.presses("undo");
    visitor.sees_titled("start", &visitor.word("resume-title"));
    assert_eq!(visitor.stored(), before);
    visitor.looks_into(&second);
    visitor.sees_chosen("richting-betekenis", "2");
    visitor.answers("richting-betekenis", "4");
    visitor.sees_statement(2, 10);
    assert_eq!(kept(&visitor)["richting-betekenis"], 4);
    assert_eq!(kept(&visitor)["kaders-spelregels"], 2, "nothing else was lost");
    visitor.leaves();
}

#[test]
fn the_list_of_scans_follows_another_tab() {
    engines!(
        Chromium | WebKit,
        "Firefox's driver opens no tab beside a window that has exactly the wanted size"
    );
    let visitor = phone().visitor();
    let other = sample::another("AnotherScan", "2026-03-01", "Team Zuid", "leiding-sturen", 3);
    sample::comes_back_with(&visitor, "/", &[sample::record(), other]);
    visitor.presses("continue");
    sample::sees_the_result(&visitor);
    visitor.presses("history");
    visitor.sees_screen("history");
    let first = visitor.tab();
    assert_eq!(visitor.count("[data-scan]"), 2);

    let _second = visitor.opens_tab();
    visitor.opens("/");
    visitor.sees_titled("start", &visitor.word("resume-title"));
    visitor.presses("continue");
    visitor.presses("history");
    visitor.sees_screen("history");
    visitor.clicks("[data-scan=\"AnotherScan\"] [data-action=\"remove-scan\"]");
    visitor.sees_word("notice-removed");
    visitor.looks_into(&first);
    visitor.waits_until("it is gone here too", || visitor.count("[data-scan]") == 1);
    visitor.leaves();
}
