//! A page that slept while another one stored something reads that before it writes.

use flexkompas_browser_tests::{Visitor, engines, phone};
use serde_json::{Value, json};

use crate::support::sample::{ANSWERS, KEY};

/// The page hears nothing of storage, and nothing of its own return: as while it is frozen or kept for Back.
const DEAF: &str = "for (const event of ['storage', 'pageshow', 'focus', 'visibilitychange', 'resume']) {
        addEventListener(event, heard => heard.stopImmediatePropagation(), true);
    }";

/// A visitor who gave the first answer, on a page that hears nothing.
#[track_caller]
fn start_deaf() -> Visitor {
    let visitor = phone().with_init_script(DEAF).start();
    visitor.open("/");
    let (statement, answer) = ANSWERS[0];
    visitor.answer(statement, answer);
    visitor.expect_statement(2, 10);
    visitor
}

#[track_caller]
fn stored_answers(visitor: &Visitor) -> Value {
    let text = visitor.stored_item(KEY).unwrap();
    serde_json::from_str::<Value>(&text).unwrap()["answers"].take()
}

#[test]
fn an_answer_adds_to_what_another_page_stored_meanwhile() {
    engines!(all, "storage shared by pages is part of the engine");
    let visitor = start_deaf();
    let add = "const record = JSON.parse(localStorage[arguments[0]]);
        Object.assign(record.answers, { 'kaders-bereik': 4, 'inclusie-kansen': 1 });
        localStorage[arguments[0]] = JSON.stringify(record)";
    visitor.execute(add, [json!(KEY)]);
    let (statement, _) = ANSWERS[1];
    visitor.choose(statement, "3");
    let all = json!({ "richting-betekenis": 2, "regie-top": 3, "kaders-bereik": 4, "inclusie-kansen": 1 });
    visitor.wait_until("all four answers", || stored_answers(&visitor) == all);
    visitor.finish();
}

#[test]
fn what_was_erased_meanwhile_stays_erased() {
    engines!(all, "storage shared by pages is part of the engine");
    let visitor = start_deaf();
    // As this product erases in another tab.
    let erase = "localStorage['flexkompas.erased'] = ''; localStorage.removeItem(arguments[0])";
    visitor.execute(erase, [json!(KEY)]);
    visitor.press_next();
    visitor.expect_screen("start");
    assert_eq!(visitor.stored_item(KEY), None);
    visitor.finish();
}

#[test]
fn a_page_that_comes_back_shows_what_was_stored_meanwhile() {
    engines!(all, "keeping a page for Back is part of the engine");
    let visitor = phone().start();
    visitor.open("/");
    visitor.answer(ANSWERS[0].0, "2");
    visitor.expect_statement(2, 10);
    // A page of the same origin without the program.
    visitor.open_without_waiting("/statements.html");
    let add = "const record = JSON.parse(localStorage[arguments[0]]);
        record.answers['regie-top'] = 4;
        localStorage[arguments[0]] = JSON.stringify(record)";
    visitor.execute(add, [json!(KEY)]);
    visitor.go_back();
    visitor.expect_statement(2, 10);
    visitor.expect_chosen("regie-top", "4");
    visitor.finish();
}
