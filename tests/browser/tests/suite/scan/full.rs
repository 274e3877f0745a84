//! The full scan in English, in a role that cannot judge every statement.

use flexkompas_browser_tests::{bundle, engines, laptop};

/// The 25 statements less the four an employee cannot judge, with an answer each. Values: richting 3, regie 2,
/// kaders (2 + 3 + 2) / 3, leiderschap 2, resultaat 2, verbinding 2, inclusie (4 + 3) / 2, techniek 2, talent-hr
/// (2 + 4) / 2. Their sum is 21.8333 over 9: position 2.4259, score 47.53. All 20 applicable ones are rated.
const ANSWERS: [(&str, &str); 21] = [
    ("richting-visie", "3"),
    ("richting-betekenis", "3"),
    ("richting-doelen", "3"),
    ("regie-top", "2"),
    ("kaders-spelregels", "2"),
    ("kaders-besluit", "3"),
    ("kaders-hybride", "not-applicable"),
    ("kaders-bereik", "2"),
    ("leiding-sturen", "2"),
    ("leiding-contact", "2"),
    ("resultaat-afspraken", "2"),
    ("verbinding-ontmoeten", "2"),
    ("verbinding-waarden", "2"),
    ("verbinding-veilig", "2"),
    ("inclusie-kansen", "4"),
    ("inclusie-overleg", "3"),
    ("techniek-samenwerken", "2"),
    ("techniek-veiligheid", "2"),
    ("techniek-werkplek", "2"),
    ("talent-leren", "2"),
    ("hr-instrumenten", "4"),
];

#[test]
fn an_employee_completes_the_full_scan_in_english() {
    engines!(Chromium, "the program selects and scores statements, and behaves the same in every engine");
    let visitor = laptop().without_service_worker().start();
    visitor.open("/?lang=en");
    visitor.expect_statement(1, 10);
    assert_eq!(visitor.language(), "en");
    visitor.expand("settings");
    visitor.choose("set", "full");
    visitor.expect_text(&visitor.statement_label(1, 25));
    visitor.choose("role", "employee");
    visitor.expect_text(&visitor.statement_label(1, 21));
    // An employee sees only part of this one.
    visitor.expect_ui_text("perception");

    for (at, (statement, answer)) in ANSWERS.into_iter().enumerate() {
        visitor.expect_statement(at + 1, 21);
        let offered = visitor.attributes("input[value=\"not-applicable\"]", "name");
        let is_remote = ["kaders-hybride", "inclusie-overleg", "techniek-veiligheid"].contains(&statement);
        let expected: &[&str] = if is_remote { &[statement] } else { &[] };
        assert_eq!(offered, expected, "where `not applicable` is offered");
        visitor.answer(statement, answer);
    }
    visitor.expect_titled_screen("ambition", &visitor.ui_text("ambition-title"));
    visitor.press_next();
    let phase = bundle::item("start", "en", "phases", "fase-2-beleid", "name");
    visitor.expect_titled_screen(
        "result",
        &visitor.ui_text_with("result-title", &[("n", "2"), ("name", &phase)]),
    );
    let hooks = [
        ("data-score", Some("48")),
        ("data-score-low", Some("48")),
        ("data-score-high", Some("48")),
        ("data-position", Some("2.43")),
        ("data-phase", Some("2")),
        ("data-coverage", Some("100")),
    ];
    visitor.expect_attributes("[data-result]", &hooks);
    visitor.expect_attributes("tr[data-dimension=\"kaders\"]", &[("data-value", Some("2.33"))]);
    visitor.expect_text("2.43");

    let dutch: Vec<_> = visitor.requested_paths().into_iter().filter(|path| path.contains(".nl.")).collect();
    assert!(dutch.is_empty(), "an English visit asks for nothing in Dutch, but for {dutch:?}");
    visitor.finish();
}
