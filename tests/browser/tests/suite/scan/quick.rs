//! The quick scan with a mouse or a finger, from the first statement to the result.

use flexkompas_browser_tests::{Marks, bundle, engines, phone};
use serde_json::{Value, json};

use crate::support::sample::{self, ANSWERS, KEY, MARKS, TIPS, TIPS_ON_MARKS};

#[test]
fn the_quick_scan_leads_to_score_and_tips() {
    engines!(all, "the main journey must work in every engine");
    let visitor = phone().start();
    visitor.open("/");
    visitor.expect_statement(1, 10);
    // After that, nothing more is loaded.
    visitor.wait_for_service_worker();
    visitor.server().clear_requests();

    sample::complete_scan(&visitor);

    visitor.press("all-tips");
    visitor.expect_ui_text("tips-fewer");
    // Eight dimensions have a value below 3.25, and each step has two tips; three are on answers.
    let general = bundle::content("library", "nl")["generalTips"].as_array().unwrap().len();
    assert_eq!(visitor.count("[data-tip]"), 16 + 3 + general);

    let record: Value = serde_json::from_str(&visitor.stored_item(KEY).unwrap()).unwrap();
    for (statement, answer) in ANSWERS {
        let answer = answer.parse::<u8>().map_or(json!(answer), |phase| json!(phase));
        assert_eq!(record["answers"][statement], answer, "{statement} in {record}");
    }
    assert_eq!(record["ambition"], json!({ "inclusie": 4, "leiderschap": 3, "richting": 3 }));
    assert_eq!(visitor.requested_paths(), [""; 0], "nothing is asked of the server after loading");
    visitor.finish();
}

#[test]
fn marks_and_reflections_appear_in_the_result() {
    engines!(Chromium, "the program decides what is shown; the quick scan tests clicks in every engine");
    let visitor = phone().start();
    visitor.open("/");
    sample::complete_scan(&visitor);

    visitor.press("principles");
    for (at, (principle, now, desired)) in MARKS.into_iter().enumerate() {
        let name = bundle::item("library", "nl", "principles", principle, "name");
        let number = visitor.ui_text_with("principle-of", &[("n", &(at + 1).to_string()), ("all", "3")]);
        visitor.expect_titled_screen("principles", &format!("{number}: {name}"));
        if at == 0 {
            assert_eq!(visitor.marks(principle), Marks::default(), "an untouched slider has no value");
            visitor.press("guide");
            visitor.expect_titled_screen("guide", &visitor.ui_text("guide-title"));
            visitor.type_into("theme", "werkdruk");
            visitor.press_next();
            visitor.expect_titled_screen("principles", &format!("{number}: {name}"));
        }
        visitor.expect_text(&visitor.ui_text_with("theme-is", &[("name", "werkdruk")]));
        visitor.choose(&format!("{principle}-now"), now);
        visitor.choose(&format!("{principle}-desired"), desired);
        visitor.press_next();
    }
    sample::expect_result(&visitor);
    for (principle, now, desired) in MARKS {
        let stop = |id| bundle::item("library", "nl", "principles", id, "name");
        let name = bundle::item("library", "nl", "principles", principle, "name");
        let table = visitor.table_rows("principles");
        let row = table.iter().find(|row| row[0] == name);
        assert_eq!(row.map(|row| &row[1..]), Some([stop(now), stop(desired)].as_slice()), "{principle}");
    }
    assert_eq!(visitor.attributes("[data-tip]", "data-tip"), [TIPS.as_slice(), &TIPS_ON_MARKS].concat());

    visitor.press("reflection");
    visitor.expect_titled_screen("reflection", &visitor.ui_text("reflection-title"));
    // One question for each of the dimensions most worth working on: leiderschap, inclusie, richting, talent-hr, kaders.
    let asked = ["q-lead-loslaten", "q-hyb-model", "q-omg-trends", "q-hr-gedrag", "q-hyb-kantoordag"];
    assert_eq!(visitor.attributes("[data-question]", "data-question"), asked);
    visitor.type_into("q-lead-loslaten", "Minder controleren.");
    visitor.type_into("q-omg-trends", "Krapte & vergrijzing <2030>");
    visitor.press_next();
    sample::expect_result(&visitor);
    visitor.expect_text("Minder controleren.");
    visitor.expect_text("Krapte & vergrijzing <2030>");
    visitor.finish();
}

#[test]
fn the_explanation_links_to_the_statement_to_improve() {
    engines!(Chromium, "the program decides what is shown; the quick scan tests clicks in every engine");
    let visitor = phone().start();
    visitor.open("/");
    sample::answer_all(&visitor);
    visitor.press_next();
    visitor.expect_screen("result");
    visitor.click("[data-move=\"leiding-sturen\"] [data-action=\"open-statement\"]");
    visitor.expect_statement(5, 10);
    visitor.expect_chosen("leiding-sturen", "1");
    visitor.choose("leiding-sturen", "3");
    visitor.go_to_step("result");
    visitor.expect_screen("result");
    // 18.5 − 1 + 3 = 20.5 over 8: 2.5625, and no dimension is below 2.
    let hooks = [("data-phase", Some("3")), ("data-position", Some("2.56")), ("data-score", Some("52"))];
    visitor.expect_attributes("[data-result]", &hooks);
    visitor.finish();
}

#[test]
fn what_if_previews_a_result_without_changing_the_scan() {
    engines!(Chromium, "the program decides what is shown; the quick scan tests clicks in every engine");
    let visitor = phone().start();
    visitor.open("/");
    sample::complete_scan(&visitor);
    let before = visitor.stored_item(KEY);
    visitor.click("[data-move=\"leiding-sturen\"] [data-action=\"what-if\"]");
    // 18.5 + 2 over 8 is 2.5625: score 52.08.
    let tried = [("phase", "3"), ("score", "52"), ("now", "2"), ("before", "44")];
    visitor.expect_text(&visitor.ui_text_with("what-if-result", &tried));
    sample::expect_result(&visitor);
    assert_eq!(visitor.stored_item(KEY), before);
    visitor.press("what-if-clear");
    visitor.wait_until("the what-if is cleared", || !visitor.is_visible("[data-action=\"what-if-clear\"]"));
    visitor.finish();
}

#[test]
fn the_result_is_withheld_until_enough_is_answered() {
    engines!(Chromium, "the program decides what is shown; the quick scan tests clicks in every engine");
    let visitor = phone().start();
    visitor.open("/");
    // Five of ten is below 60 %, and four dimensions are fewer than six.
    sample::answer_until(&visitor, 5);
    visitor.go_to_step("result");
    visitor.expect_titled_screen("result", &visitor.ui_text("result-needed-title"));
    let hooks = [
        ("data-score", None),
        ("data-score-low", None),
        ("data-score-high", None),
        ("data-position", None),
        ("data-phase", None),
        ("data-coverage", Some("50")),
    ];
    visitor.expect_attributes("[data-result]", &hooks);
    assert_eq!(visitor.count("[data-tip]"), 0);
    visitor.press("complete");
    visitor.expect_statement(6, 10);
    visitor.finish();
}

#[test]
fn smoke() {
    engines!(Chromium, "`cargo xtask test --quick` runs it alone; the quick scan above runs everywhere");
    let visitor = phone().start();
    visitor.open("/");
    sample::complete_scan(&visitor);
    visitor.go_back();
    visitor.expect_screen("ambition");
    visitor.expect_chosen("ambition-leiderschap", "3");
    visitor.go_forward();
    sample::expect_result(&visitor);
    visitor.finish();
}
