//! The whole scan as most people do it: with a finger or a mouse.

use flexkompas_browser_tests::{Marks, bundle, engines, phone};
use serde_json::{Value, json};

use crate::sample::{self, ANSWERS, KEY, MARKS, TIPS, TIPS_ON_MARKS};

#[test]
fn the_quick_scan_leads_from_the_first_statement_to_score_and_tips() {
    engines!(all, "the journey that must work everywhere");
    let visitor = phone().visitor();
    visitor.opens("/");
    visitor.sees_statement(1, 10);
    // Then everything has come that ever will.
    visitor.waits_for_copy();
    visitor.server().clear_requests();

    sample::answers_all(&visitor);
    sample::places_ambition(&visitor);
    sample::sees_the_result(&visitor);

    visitor.presses("all-tips");
    visitor.sees_word("tips-fewer");
    // Eight dimensions have a value below 3.25, and each step has two tips; three are on answers.
    let general = bundle::content("library", "nl")["generalTips"].as_array().unwrap().len();
    assert_eq!(visitor.count("[data-tip]"), 16 + 3 + general);

    let record: Value = serde_json::from_str(&visitor.stored_text(KEY).unwrap()).unwrap();
    for (statement, answer) in ANSWERS {
        let answer = answer.parse::<u8>().map_or(json!(answer), |phase| json!(phase));
        assert_eq!(record["answers"][statement], answer, "{statement} in {record}");
    }
    assert_eq!(record["ambition"], json!({ "inclusie": 4, "leiderschap": 3, "richting": 3 }));
    assert_eq!(visitor.asked_for(), [""; 0], "nothing is asked of the server after loading");
    visitor.leaves();
}

#[test]
fn marks_and_reflections_show_up_on_the_result() {
    engines!(
        Chromium,
        "the program decides what is shown; clicks are tested by the quick scan in every engine"
    );
    let visitor = phone().visitor();
    visitor.opens("/");
    sample::answers_all(&visitor);
    sample::places_ambition(&visitor);
    sample::sees_the_result(&visitor);

    visitor.presses("principles");
    for (at, (principle, now, desired)) in MARKS.into_iter().enumerate() {
        let name = bundle::item("library", "nl", "principles", principle, "name");
        let number = visitor.filled("principle-of", &[("n", &(at + 1).to_string()), ("all", "3")]);
        visitor.sees_titled("principles", &format!("{number}: {name}"));
        if at == 0 {
            assert_eq!(visitor.marks(principle), Marks::default(), "an untouched slider has no value");
            visitor.presses("guide");
            visitor.sees_titled("guide", &visitor.word("guide-title"));
            visitor.types("theme", "werkdruk");
            visitor.goes_on();
            visitor.sees_titled("principles", &format!("{number}: {name}"));
        }
        visitor.sees(&visitor.filled("theme-is", &[("name", "werkdruk")]));
        visitor.chooses(&format!("{principle}-now"), now);
        visitor.chooses(&format!("{principle}-desired"), desired);
        visitor.goes_on();
    }
    sample::sees_the_result(&visitor);
    for (principle, now, desired) in MARKS {
        let stop = |id| bundle::item("library", "nl", "principles", id, "name");
        let name = bundle::item("library", "nl", "principles", principle, "name");
        let table = visitor.rows("principles");
        let row = table.iter().find(|row| row[0] == name);
        assert_eq!(row.map(|row| &row[1..]), Some([stop(now), stop(desired)].as_slice()), "{principle}");
    }
    assert_eq!(visitor.values("[data-tip]", "data-tip"), [TIPS.as_slice(), &TIPS_ON_MARKS].concat());

    visitor.presses("reflection");
    visitor.sees_titled("reflection", &visitor.word("reflection-title"));
    // One question for each of the dimensions most worth working on: leiderschap, inclusie, richting, talent-hr, kaders.
    let asked = ["q-lead-loslaten", "q-hyb-model", "q-omg-trends", "q-hr-gedrag", "q-hyb-kantoordag"];
    assert_eq!(visitor.values("[data-question]", "data-question"), asked);
    visitor.types("q-lead-loslaten", "Minder controleren.");
    visitor.types("q-omg-trends", "Krapte & vergrijzing <2030>");
    visitor.goes_on();
    sample::sees_the_result(&visitor);
    visitor.sees("Minder controleren.");
    visitor.sees("Krapte & vergrijzing <2030>");
    visitor.leaves();
}

#[test]
fn the_explanation_of_the_result_leads_back_to_the_statement_that_must_move() {
    engines!(
        Chromium,
        "the program decides what is shown; clicks are tested by the quick scan in every engine"
    );
    let visitor = phone().visitor();
    visitor.opens("/");
    sample::answers_all(&visitor);
    visitor.goes_on();
    visitor.sees_screen("result");
    visitor.clicks("[data-move=\"leiding-sturen\"] [data-action=\"open-statement\"]");
    visitor.sees_statement(5, 10);
    visitor.sees_chosen("leiding-sturen", "1");
    visitor.chooses("leiding-sturen", "3");
    visitor.takes_step("result");
    visitor.sees_screen("result");
    // 18.5 − 1 + 3 = 20.5 over 8: 2.5625, and no dimension is below 2.
    let hooks = [("data-phase", Some("3")), ("data-position", Some("2.56")), ("data-score", Some("52"))];
    visitor.sees_hooks("[data-result]", &hooks);
    visitor.leaves();
}

#[test]
fn another_answer_can_be_tried_out_and_changes_nothing() {
    engines!(
        Chromium,
        "the program decides what is shown; clicks are tested by the quick scan in every engine"
    );
    let visitor = phone().visitor();
    visitor.opens("/");
    sample::answers_all(&visitor);
    sample::places_ambition(&visitor);
    sample::sees_the_result(&visitor);
    let before = visitor.stored_text(KEY);
    visitor.clicks("[data-move=\"leiding-sturen\"] [data-action=\"what-if\"]");
    // 18.5 + 2 over 8 is 2.5625: score 52.08.
    let tried = [("phase", "3"), ("score", "52"), ("now", "2"), ("before", "44")];
    visitor.sees(&visitor.filled("what-if-result", &tried));
    sample::sees_the_result(&visitor);
    assert_eq!(visitor.stored_text(KEY), before);
    visitor.presses("what-if-clear");
    visitor.waits_until("the trial is over", || !visitor.is_visible("[data-action=\"what-if-clear\"]"));
    visitor.leaves();
}

#[test]
fn a_result_is_withheld_until_enough_is_answered() {
    engines!(
        Chromium,
        "the program decides what is shown; clicks are tested by the quick scan in every engine"
    );
    let visitor = phone().visitor();
    visitor.opens("/");
    // Five of ten is below 60 percent, and four dimensions are fewer than six.
    sample::answers_until(&visitor, 5);
    visitor.takes_step("result");
    visitor.sees_titled("result", &visitor.word("result-needed-title"));
    let hooks = [
        ("data-score", None),
        ("data-score-low", None),
        ("data-score-high", None),
        ("data-position", None),
        ("data-phase", None),
        ("data-coverage", Some("50")),
    ];
    visitor.sees_hooks("[data-result]", &hooks);
    assert_eq!(visitor.count("[data-tip]"), 0);
    visitor.presses("complete");
    visitor.sees_statement(6, 10);
    visitor.leaves();
}

#[test]
fn smoke() {
    engines!(Chromium, "`cargo xtask test --quick` runs it alone; the quick scan above runs everywhere");
    let visitor = phone().visitor();
    visitor.opens("/");
    sample::answers_all(&visitor);
    sample::places_ambition(&visitor);
    sample::sees_the_result(&visitor);
    visitor.goes_back();
    visitor.sees_screen("ambition");
    visitor.sees_chosen("ambition-leiderschap", "3");
    visitor.goes_forward();
    sample::sees_the_result(&visitor);
    visitor.leaves();
}
