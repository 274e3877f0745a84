//! The scans on this device: whatever makes room for another scan is put aside, named, taken up again, copied, removed.

use flexkompas::app::{Flags, Msg, Stored};
use flexkompas::content::{Language, MessageKey};
use serde_json::json;

use crate::support::content::message;
use crate::support::scan::{kept, named, of_everything, quick};
use crate::support::visitor::{Visitor, first_visit, visitor};

const TWOS: &str = "2 2 2 2 2 2 2 2 2 2";
const THREES: &str = "3 3 3 3 3 3 3 3 3 3";

#[test]
fn beginning_again_puts_the_present_scan_aside_and_the_list_shows_both() {
    let mut visitor = visitor();
    visitor.answer("2");
    let before = visitor.stored.clone();
    visitor.restart();
    visitor.answer("3");
    assert_eq!(visitor.archive, [("first".to_owned(), before.unwrap())], "letter for letter");
    assert_eq!(visitor.listed(), ["second", "first"]);
    let here = message(Language::Dutch, MessageKey::HistoryPresent);
    assert!(visitor.part("data-scan", "second").says(&here));
    assert!(!visitor.part("data-scan", "first").says(&here));
}

#[test]
fn an_empty_scan_is_neither_put_aside_nor_listed() {
    let mut visitor = visitor();
    assert_eq!(visitor.listed(), [""; 0]);
    assert!(visitor.page().says(&message(Language::Dutch, MessageKey::HistoryNone)));
    visitor.send(Msg::RestartPressed);
    visitor.press("confirm-restart");
    assert_eq!(visitor.archive, []);
}

#[test]
fn the_list_tells_phase_score_and_scope_of_each_scan() {
    let open = quick("open", "2026-01-02", "2 2");
    let mut visitor =
        Visitor::at_home(&quick("now", "2026-01-03", TWOS), &[of_everything("wide", "2026-01-01"), open]);
    visitor.listed();
    let says = |id: &str, text: &str| visitor.part("data-scan", id).says(text);
    assert!(says("now", "Fase 2, score 33"));
    assert!(says("open", &message(Language::Dutch, MessageKey::ScanNoResult)));
    // richting 1, regie 2, kaders 3.5, leiderschap 2, verbinding 3, inclusie 2, techniek 1, talent 4:
    // 18.5 / 8 = 2.3125 → (1.3125 / 3) 43.75.
    let wide = visitor.part("data-scan", "wide");
    assert!(wide.says("Fase 2, score 44"), "{:?}", wide.texts);
    let set = message(Language::Dutch, MessageKey::SetQuick);
    assert!(says("now", &set));
    assert!(wide.texts.iter().any(|(_, text)| text.starts_with(&format!("{set} · "))));
}

#[test]
fn names_of_the_present_and_of_an_earlier_scan_are_kept_and_survive_a_reload() {
    let mut visitor = Visitor::at_home(&quick("now", "2026-03-02", "2"), &[quick("old", "2025-03-02", "1")]);
    visitor.listed();
    visitor.write("name-now", "Team Zuid");
    visitor.write("name-old", "Team Noord");
    assert_eq!(
        (&visitor.record()["name"], &visitor.kept("old")["name"]),
        (&json!("Team Zuid"), &json!("Team Noord"))
    );
    let visitor = visitor.reload();
    assert_eq!(visitor.route(), "history");
    assert_eq!(visitor.label("now"), "Team Zuid · 2 maart 2026");
    assert_eq!(visitor.label("old"), "Team Noord · 2 maart 2025");
    let page = visitor.page();
    assert_eq!(
        (page.written("name-now"), page.written("name-old")),
        ("Team Zuid".to_owned(), "Team Noord".to_owned())
    );
}

#[test]
fn a_name_changes_nothing_else_of_an_earlier_scan_nor_of_the_present_one() {
    let mut visitor =
        Visitor::at_home(&quick("now", "2026-03-02", "2"), &[of_everything("old", "2025-03-02")]);
    let before = visitor.stored.clone();
    visitor.listed();
    visitor.write("name-old", "Anders");
    assert_eq!(visitor.kept("old"), named("Anders", of_everything("old", "2025-03-02")));
    assert_eq!(visitor.stored, before);
}

#[test]
fn the_name_on_the_result_is_that_of_the_present_scan() {
    let mut visitor = Visitor::result_of(TWOS);
    visitor.write("name-first", "Team Zuid");
    visitor.listed();
    assert_eq!(visitor.label("first"), "Team Zuid · 21 november 2026");
}

#[test]
fn an_earlier_scan_of_another_language_is_shown_in_that_of_the_page() {
    let mut old = quick("old", "2025-03-02", TWOS);
    old["language"] = json!("en");
    let mut visitor = Visitor::at_home(&quick("now", "2026-03-02", "2"), &[old]);
    visitor.listed();
    assert_eq!(visitor.label("old"), "Scan van 2 maart 2025");
    visitor.press_at_scan("old", "look-at");
    assert_eq!(visitor.view().language, "nl");
    assert!(visitor.page().says(&message(Language::Dutch, MessageKey::EarlierResult)));
    assert_eq!(visitor.kept("old")["language"], "en");
}

#[test]
fn looking_at_an_earlier_scan_shows_its_result_and_nothing_that_changes_it() {
    let mut visitor =
        Visitor::at_home(&quick("now", "2026-03-02", THREES), &[quick("old", "2025-03-02", TWOS)]);
    let (stored, archive) = (visitor.stored.clone(), visitor.archive.clone());
    visitor.listed();
    visitor.press_at_scan("old", "look-at");
    assert_eq!((visitor.route().as_str(), visitor.view().screen), ("earlier/old", "earlier"));
    assert_eq!(visitor.page().data_attr("data-score").as_deref(), Some("33"));
    for button in ["star", "what-if", "open-statement", "principles", "reflection", "share", "complete"] {
        assert!(!visitor.has_button(button), "{button}");
    }
    assert!(visitor.page().fields.is_empty() && visitor.page().radios.is_empty());
    let visitor = visitor.reload();
    assert_eq!(
        (visitor.route().as_str(), visitor.page().data_attr("data-score").as_deref()),
        ("earlier/old", Some("33"))
    );
    assert_eq!((visitor.stored, visitor.archive), (stored, archive));
}

#[test]
fn looking_at_the_present_scan_leads_to_its_own_result() {
    let mut visitor = Visitor::at_home(&quick("now", "2026-03-02", THREES), &[]);
    visitor.listed();
    visitor.press_at_scan("now", "look-at");
    assert_eq!(visitor.route(), "result");
    assert!(visitor.has_button("share"));
}

#[test]
fn a_reload_beside_an_empty_scan_finds_the_earlier_one_that_was_looked_at() {
    let mut visitor = Visitor::enter_with(first_visit(), kept(&[quick("old", "2025-03-02", TWOS)]));
    visitor.listed();
    visitor.press_at_scan("old", "look-at");
    assert_eq!(visitor.reload().route(), "earlier/old");
}

#[test]
fn an_earlier_scan_that_is_not_there_leads_to_the_list() {
    for route in ["earlier/gone", "earlier/"] {
        let mut visitor = Visitor::at_home(&quick("now", "2026-03-02", "2"), &[]);
        visitor.go(route);
        assert_eq!(visitor.route(), "history", "{route}");
        assert_eq!(visitor.history.last().unwrap(), "history");
        let after = Visitor::enter(Flags {
            stored: Stored::Text(quick("now", "2026-03-02", "2").to_string()),
            route: Some(route.to_owned()),
            ..first_visit()
        });
        assert_eq!(after.route(), "history", "{route}");
    }
}

#[test]
fn scans_are_listed_by_date_newest_first_whatever_their_order_in_storage() {
    let archive = ["2026-01-05", "2024-12-31", "2026-11-01", "", "2025-06-30"]
        .map(|day| quick(if day.is_empty() { "undated" } else { day }, day, "1"));
    let mut visitor = Visitor::at_home(&quick("now", "2026-01-04", "2"), &archive);
    assert_eq!(visitor.listed(), ["2026-11-01", "2026-01-05", "now", "2025-06-30", "2024-12-31", "undated"]);
    assert_eq!(visitor.label("undated"), message(Language::Dutch, MessageKey::ScanWithoutDate));
}

#[test]
fn scans_of_one_name_and_day_are_told_apart_also_by_who_hears_the_buttons() {
    let twice = |id| named("Team", quick(id, "2026-01-05", TWOS));
    let mut visitor = Visitor::at_home(
        &twice("a"),
        &[twice("b"), twice("c"), named("Team", quick("d", "2025-01-05", TWOS))],
    );
    let listed = visitor.listed();
    let labels: Vec<String> = listed.iter().map(|id| visitor.label(id)).collect();
    assert_eq!(
        labels,
        [
            "Team · 5 januari 2026 (3)",
            "Team · 5 januari 2026 (2)",
            "Team · 5 januari 2026",
            "Team · 5 januari 2025"
        ]
    );
    for (id, label) in listed.iter().zip(&labels) {
        let row = visitor.part("data-scan", id);
        assert!(
            row.actions.iter().all(|action| action.screen_reader_suffix.as_deref() == Some(label)),
            "{id}"
        );
    }
    visitor.go("compare");
    let page = visitor.page();
    let choices: Vec<&str> =
        page.radios.iter().filter(|radio| radio.name == "compare-first").map(|radio| &*radio.label).collect();
    assert_eq!(choices, labels.iter().rev().map(String::as_str).collect::<Vec<_>>());
}

#[test]
fn from_the_list_back_leads_to_the_result_or_to_the_start() {
    let mut visitor = Visitor::at_home(&quick("now", "2026-03-02", TWOS), &[]);
    visitor.listed();
    visitor.press("back");
    assert_eq!(visitor.route(), "result");
    let mut empty = crate::support::visitor::visitor();
    empty.listed();
    empty.press("back");
    assert_eq!(empty.route(), "start");
}
