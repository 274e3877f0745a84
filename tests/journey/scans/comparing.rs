//! Two measurements beside each other, and all of them over time.

use flexkompas::app::view::block::{MarkShape, PlotKind};
use flexkompas::app::{Flags, Stored};
use flexkompas::content::{Language, MessageKey};
use serde_json::{Value, json};

use crate::support::content::message;
use crate::support::scan::{kept, named, quick};
use crate::support::visitor::{Visitor, first_visit};

/// Richting, regie, kaders (two), leiderschap, resultaat, verbinding, inclusie, techniek, talent.
const BEFORE: &str = "2 2 1 2 3 3 2 unknown 2 4";
const NOW: &str = "3 2 4 3 2 3 2 3 unknown 1";

#[track_caller]
fn comparing(present: &Value, archive: &[Value]) -> Visitor {
    let stored = Stored::Text(present.to_string());
    let mut visitor = Visitor::enter_with(Flags { stored, ..first_visit() }, kept(archive));
    visitor.go("compare");
    visitor
}

#[track_caller]
fn two() -> Visitor {
    comparing(&quick("now", "2026-03-02", NOW), &[quick("old", "2025-03-02", BEFORE)])
}

#[test]
fn the_differences_are_told_with_their_sign_and_none_where_a_value_is_missing() {
    let rows = two().page().rows("compare");
    let row = |at: usize| rows[at].iter().skip(1).map(String::as_str).collect::<Vec<_>>();
    // Before: (2 + 2 + 1.5 + 3 + 3 + 2 + 2 + 4) / 8 = 19.5 / 8 = 2.4375 → 47.9; now: (3 + 2 + 3.5 + 2 + 3 + 2 + 3 + 1)
    // / 8 = 19.5 / 8 too.
    assert_eq!(row(0), ["2", "2", "0"], "{:?}", rows[0]);
    assert_eq!(row(1), ["48", "48", "0"]);
    assert_eq!(row(2), ["2,00", "3,00", "+1,00"]);
    assert_eq!(row(3), ["2,00", "2,00", "0,00"]);
    assert_eq!(row(4), ["1,50", "3,50", "+2,00"]);
    assert_eq!(row(5), ["3,00", "2,00", "−1,00"]);
    assert_eq!(row(8), ["–", "3,00", "–"], "inclusie, {rows:?}");
    assert_eq!(row(9), ["2,00", "–", "–"]);
    assert_eq!(row(10), ["4,00", "1,00", "−3,00"]);
    assert_eq!(rows.len(), 2 + 9);
}

#[test]
fn the_heads_and_names_of_the_table_are_those_of_the_content() {
    let page = two().page();
    let heads: Vec<String> = page.table("compare").heads.iter().map(ToString::to_string).collect();
    let expected = [MessageKey::Dimension, MessageKey::Before, MessageKey::Now, MessageKey::Difference];
    assert_eq!(heads, expected.map(|head| message(Language::Dutch, head)));
    assert!(page.table("compare").shown);
    assert_eq!(page.data_attrs("data-compared")[..2], ["richting", "regie"]);
    assert_eq!(page.rows("compare")[1][0], message(Language::Dutch, MessageKey::Score));
}

#[test]
fn score_and_phase_are_compared_too() {
    let visitor = comparing(
        &quick("now", "2026-03-02", "2 2 2 2 2 2 2 2 2 2"),
        &[quick("old", "2025-03-02", "4 4 4 4 4 4 4 4 4 4")],
    );
    let rows = visitor.page().rows("compare");
    assert_eq!(rows[0][1..], ["4", "2", "−2"]);
    assert_eq!(rows[1][1..], ["100", "33", "−67"]);
}

#[test]
fn the_marks_in_the_picture_are_the_numbers_of_the_table() {
    let page = two().page();
    let lines = &page.plot(PlotKind::Comparison).lines;
    let rows = page.rows("compare").split_off(2);
    assert_eq!(lines.len(), 9);
    for (line, row) in lines.iter().zip(&rows) {
        let hundredths = |cell: &String| cell.replace(',', "").parse::<u32>().ok();
        let marks = [(MarkShape::Before, hundredths(&row[1])), (MarkShape::Now, hundredths(&row[2]))];
        let marks: Vec<_> = marks.into_iter().filter_map(|(shape, at)| Some((shape, at?))).collect();
        assert_eq!((&*line.name, &line.marks, &*line.description), (&*row[0], &marks, &*row[3]));
    }
}

#[test]
fn at_first_the_last_two_are_compared_and_others_can_be_chosen() {
    let at = |id: &str, year: u32, answers| quick(id, &format!("{year}-01-01"), answers);
    let mut visitor = comparing(
        &at("c", 2026, "3 3 3 3 3 3 3 3 3 3"),
        &[at("a", 2024, "1 1 1 1 1 1 1 1 1 1"), at("b", 2025, "2 2 2 2 2 2 2 2 2 2")],
    );
    let chosen = |visitor: &Visitor| {
        let page = visitor.page();
        (page.checked("compare-first").unwrap(), page.checked("compare-second").unwrap())
    };
    let score = |visitor: &Visitor| visitor.page().rows("compare")[1][1..].join(" ");
    assert_eq!((chosen(&visitor), score(&visitor)), (("b".into(), "c".into()), "33 67 +34".into()));
    assert_eq!(visitor.page().values("compare-first"), ["a", "b", "c"], "the oldest first");
    visitor.choose("compare-first", "a");
    assert_eq!((chosen(&visitor), score(&visitor)), (("a".into(), "c".into()), "0 67 +67".into()));
    visitor.choose("compare-second", "b");
    visitor.go("result");
    visitor.go("compare");
    assert_eq!((chosen(&visitor), score(&visitor)), (("a".into(), "b".into()), "0 33 +33".into()));
    visitor.choose("compare-first", "b");
    assert_eq!(score(&visitor), "33 33 0", "a scan with itself");
}

#[test]
fn a_chosen_scan_that_is_removed_leaves_the_choice_to_the_page() {
    let at = |id: &str, year: u32| quick(id, &format!("{year}-01-01"), "3 3 3 3 3 3 3 3 3 3");
    let mut visitor = comparing(&at("c", 2026), &[at("a", 2024), at("b", 2025)]);
    visitor.choose("compare-first", "a");
    visitor.go("history");
    visitor.press_at_scan("a", "remove-scan");
    visitor.go("compare");
    assert_eq!(visitor.page().checked("compare-first").as_deref(), Some("b"));
}

#[test]
fn choosing_changes_no_scan() {
    let mut visitor = two();
    let before = (visitor.stored.clone(), visitor.archive.clone());
    visitor.choose("compare-first", "now");
    assert_eq!((visitor.stored, visitor.archive), before);
}

#[test]
fn different_questions_or_roles_are_warned_about() {
    let warning = message(Language::Dutch, MessageKey::CompareScopes);
    assert!(!two().page().says(&warning));
    let all_at_3 = "3 3 3 3 3 3 3 3 3 3";
    for (field, value) in [("role", json!("manager")), ("set", json!("full"))] {
        let mut old = quick("old", "2025-03-02", all_at_3);
        old[field] = value;
        let mut now = quick("now", "2026-03-02", all_at_3);
        if field == "set" {
            // Enough of the full set to have a result: the coverage must be at least 60 %.
            let all = crate::support::content::structure()["statements"].as_array().unwrap();
            for statement in all {
                old["answers"][statement["id"].as_str().unwrap()] = json!(3);
            }
            now["answers"] = old["answers"].clone();
        }
        let page = comparing(&now, &[old]).page();
        assert!(page.says(&warning), "{field}");
        assert!(!page.tables.is_empty(), "it is compared all the same");
    }
}

#[test]
fn comparing_needs_two_scans_with_a_result() {
    let need = message(Language::Dutch, MessageKey::CompareNeed);
    let open = quick("open", "2025-01-01", "2 2");
    let measured = quick("now", "2026-01-01", NOW);
    for archive in [&[][..], std::slice::from_ref(&open)] {
        let page = comparing(&measured, archive).page();
        assert!(page.says(&need) && page.tables.is_empty() && page.radios.is_empty());
    }
    let page = comparing(&measured, &[open, quick("old", "2024-01-01", BEFORE)]).page();
    assert_eq!(page.values("compare-first"), ["old", "now"], "those with a result alone");
}

#[test]
fn the_course_is_shown_from_three_measurements_on() {
    assert!(two().page().data_attrs("data-trend").is_empty());
    let third = quick("older", "2024-03-02", "1 1 1 1 1 1 1 1 1 1");
    let page =
        comparing(&quick("now", "2026-03-02", NOW), &[quick("old", "2025-03-02", BEFORE), third]).page();
    assert_eq!(page.data_attrs("data-trend").len(), 1);
    assert!(page.says(&message(Language::Dutch, MessageKey::TrendTitle).replace("{n}", "3")));
    let lines = &page.plot(PlotKind::Trend).lines;
    assert_eq!(lines[0].trend, [Some(100), Some(200), Some(300)]);
    assert_eq!(&*lines[2].description, "1,0 · 1,5 · 3,5");
    assert_eq!(
        (&lines[6].trend, &*lines[6].description),
        (&vec![Some(100), None, Some(300)], "1,0 · – · 3,0")
    );
}

#[test]
fn the_way_to_compare_is_offered_from_two_scans_on_and_back_leads_to_the_list() {
    let mut one = comparing(&quick("now", "2026-03-02", NOW), &[]);
    one.go("history");
    assert!(!one.has_button("compare"));
    let mut visitor = two();
    visitor.press("back");
    assert_eq!(visitor.route(), "history");
    visitor.press("compare");
    assert_eq!((visitor.route().as_str(), visitor.view().screen), ("compare", "compare"));
    assert_eq!(visitor.reload().route(), "compare");
}

#[test]
fn names_are_what_the_scans_are_chosen_by() {
    let page = comparing(
        &named("Nameting", quick("now", "2026-03-02", NOW)),
        &[named("Nulmeting", quick("old", "2025-03-02", BEFORE))],
    )
    .page();
    assert_eq!(page.radio("compare-first", "old").label, "Nulmeting · 2 maart 2025");
    assert_eq!(page.radio("compare-second", "now").label, "Nameting · 2 maart 2026");
}
