//! The full set, in English, from a role that cannot judge everything.

use flexkompas_browser_tests::{bundle, engines, laptop};

/// The 24 statements less the four an employee cannot judge, with an answer each. Values: richting 3, regie 2,
/// kaders (2 + 3 + 2) / 3, leiderschap 2, resultaat 2, verbinding 2, inclusie (4 + 3) / 2, techniek 2, talent-hr
/// (2 + 4) / 2. Their sum is 21.8333 over 9: position 2.4259, score 47.53. All 19 applicable ones are rated.
const ANSWERS: [(&str, &str); 20] = [
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
    ("inclusie-kansen", "4"),
    ("inclusie-overleg", "3"),
    ("techniek-samenwerken", "2"),
    ("techniek-veiligheid", "2"),
    ("techniek-werkplek", "2"),
    ("talent-leren", "2"),
    ("hr-instrumenten", "4"),
];

#[test]
fn an_employee_does_the_full_scan_in_english() {
    engines!(Chromium, "the program decides which statements are asked and what they come to");
    let visitor = laptop().without_worker().visitor();
    visitor.opens("/?lang=en");
    visitor.sees_statement(1, 10);
    assert_eq!(visitor.language(), "en");
    visitor.unfolds("settings");
    visitor.chooses("set", "full");
    visitor.sees(&visitor.place_in_words(1, 24));
    visitor.chooses("role", "employee");
    visitor.sees(&visitor.place_in_words(1, 20));
    // Of this one an employee sees only a part.
    visitor.sees_word("perception");

    for (at, (statement, answer)) in ANSWERS.into_iter().enumerate() {
        visitor.sees_statement(at + 1, 20);
        let offered = visitor.values("input[value=\"not-applicable\"]", "name");
        let expected: &[&str] = if statement == "kaders-hybride" { &[statement] } else { &[] };
        assert_eq!(offered, expected, "where `not applicable` is offered");
        visitor.answers(statement, answer);
    }
    visitor.sees_titled("ambition", &visitor.word("ambition-title"));
    visitor.goes_on();
    let phase = bundle::item("start", "en", "phases", "fase-2-beleid", "name");
    visitor.sees_titled("result", &visitor.filled("result-title", &[("n", "2"), ("name", &phase)]));
    let hooks = [
        ("data-score", Some("48")),
        ("data-score-low", Some("48")),
        ("data-score-high", Some("48")),
        ("data-position", Some("2.43")),
        ("data-phase", Some("2")),
        ("data-coverage", Some("100")),
    ];
    visitor.sees_hooks("[data-result]", &hooks);
    visitor.sees_hooks("tr[data-dimension=\"kaders\"]", &[("data-value", Some("2.33"))]);
    visitor.sees("2.43");

    let dutch: Vec<_> = visitor.asked_for().into_iter().filter(|path| path.contains(".nl.")).collect();
    assert!(dutch.is_empty(), "an English visit asks for nothing in Dutch, but for {dutch:?}");
    visitor.leaves();
}
