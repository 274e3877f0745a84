//! The archive: scans that are named, viewed, resumed, copied and compared.

use flexkompas_browser_tests::{Visitor, engines, phone};
use serde_json::{Value, json};

use crate::support::sample::{self, ANSWERS, ID, KEY, NAME, archived_key};

#[track_caller]
fn open_archive(visitor: &Visitor) {
    visitor.press("history");
    visitor.expect_titled_screen("history", &visitor.ui_text("history-title"));
}

fn scans(visitor: &Visitor) -> Vec<String> {
    visitor.attributes("[data-scan]", "data-scan")
}

#[track_caller]
fn press_in_scan(visitor: &Visitor, scan: &str, action: &str) {
    visitor.click(&format!("[data-scan=\"{scan}\"] [data-action=\"{action}\"]"));
}

#[track_caller]
fn stored_json(visitor: &Visitor, key: &str) -> Value {
    serde_json::from_str(&visitor.stored_item(key).unwrap_or_else(|| panic!("nothing under {key}"))).unwrap()
}

/// The row of a dimension in the comparison: name, first and second value, and difference.
#[track_caller]
fn comparison_row(visitor: &Visitor, dimension: &str) -> Vec<String> {
    visitor.texts(&format!("tr[data-compared=\"{dimension}\"] > *"))
}

#[test]
fn a_restart_archives_the_scan_and_both_can_be_compared() {
    engines!(Chromium, "the program keeps the archive, and behaves the same in every engine");
    let visitor = phone().start();
    visitor.open("/");
    sample::complete_scan(&visitor);
    let first = stored_json(&visitor, KEY);
    let first_id = first["id"].as_str().unwrap().to_owned();
    visitor.type_into(&format!("name-{first_id}"), "Voorjaar");
    visitor.wait_until("the name is stored", || stored_json(&visitor, KEY)["name"] == "Voorjaar");
    open_archive(&visitor);
    assert_eq!(scans(&visitor), [first_id.as_str()]);
    visitor.expect_text("Voorjaar · ");
    assert_eq!(visitor.count("[data-action=\"compare\"]"), 0, "there is nothing to compare with");

    visitor.leave_page();
    visitor.open("/");
    visitor.press("restart");
    visitor.press("confirm-restart");
    visitor.expect_statement(1, 10);
    for (at, (statement, answer)) in ANSWERS.into_iter().enumerate() {
        visitor.expect_statement(at + 1, 10);
        visitor.answer(statement, if statement == "leiding-sturen" { "3" } else { answer });
    }
    visitor.expect_screen("ambition");
    visitor.press_next();
    visitor.expect_screen("result");
    visitor.expect_attributes("[data-result]", &[("data-phase", Some("3")), ("data-score", Some("52"))]);
    open_archive(&visitor);
    let second_id = stored_json(&visitor, KEY)["id"].as_str().unwrap().to_owned();
    assert_eq!(scans(&visitor), [second_id.as_str(), first_id.as_str()], "newest first");
    visitor.expect_text(&visitor.ui_text_with("scan-result", &[("n", "2"), ("score", "44")]));
    visitor.expect_text(&visitor.ui_text_with("scan-result", &[("n", "3"), ("score", "52")]));
    let mut archived = stored_json(&visitor, &archived_key(&first_id));
    assert_eq!(archived["name"].take(), "Voorjaar");
    archived["name"] = first["name"].clone();
    assert_eq!(archived, first, "the first scan is what it was");

    visitor.press("compare");
    visitor.expect_titled_screen("compare", &visitor.ui_text("compare-title"));
    visitor.expect_chosen("compare-first", &first_id);
    visitor.expect_chosen("compare-second", &second_id);
    assert_eq!(comparison_row(&visitor, "leiderschap")[1..], ["1,00", "3,00", "+2,00"]);
    assert_eq!(comparison_row(&visitor, "richting")[1..], ["2,00", "2,00", "0,00"]);
    assert_eq!(comparison_row(&visitor, "resultaat")[1..], ["–", "–", "–"]);
    let all = visitor.texts("[data-table=\"compare\"] tbody tr");
    assert!(all[1].contains("44") && all[1].contains("52") && all[1].contains("+8"), "{all:?}");
    assert_eq!(visitor.count("[data-compared]"), 9);
    visitor.choose("compare-first", &second_id);
    visitor.choose("compare-second", &first_id);
    visitor.wait_until("the reverse comparison", || {
        comparison_row(&visitor, "leiderschap")[1..] == ["3,00", "1,00", "−2,00"]
    });
    assert_eq!(visitor.count("[data-trend]"), 0, "two measurements make no course");
    visitor.finish();
}

#[test]
fn three_scans_show_a_trend_and_any_two_can_be_compared() {
    engines!(Chromium, "the program keeps the archive, and behaves the same in every engine");
    let visitor = phone().start();
    let second = sample::other_record("AnotherScan", "2026-03-01", "Team Zuid", "leiding-sturen", 3);
    let mut third = sample::other_record("ThirdScanXx", "2025-10-05", "", "richting-betekenis", 4);
    third["role"] = json!("medewerker");
    sample::resume_with(&visitor, "/", &[sample::record(), second, third]);
    visitor.press("continue");
    sample::expect_result(&visitor);
    open_archive(&visitor);
    assert_eq!(scans(&visitor), [ID, "AnotherScan", "ThirdScanXx"]);
    visitor.expect_text(&visitor.ui_text_with("scan-of", &[("date", "5 oktober 2025")]));
    visitor.press("compare");
    visitor.expect_screen("compare");
    visitor.expect_chosen("compare-first", "AnotherScan");
    visitor.expect_chosen("compare-second", ID);
    visitor.expect_text(&visitor.ui_text_with("trend-title", &[("n", "3")]));
    let trend = visitor.texts("[data-trend] .plot__line");
    assert_eq!(trend.len(), 9);
    assert!(trend[0].ends_with("4,0 · 2,0 · 2,0"), "{}", trend[0]);
    assert!(trend[3].ends_with("1,0 · 3,0 · 1,0"), "{}", trend[3]);
    assert_eq!(visitor.count("[data-trend] svg"), 9);
    assert!(!visitor.visible_text().contains(&visitor.ui_text("compare-scopes")));
    visitor.choose("compare-first", "ThirdScanXx");
    visitor.expect_ui_text("compare-scopes");
    assert_eq!(comparison_row(&visitor, "richting")[1..], ["4,00", "2,00", "−2,00"]);
    visitor.press("back");
    visitor.expect_screen("history");
    visitor.finish();
}

#[test]
fn a_copy_starts_a_new_scan_with_the_same_answers() {
    engines!(Chromium, "the program keeps the archive, and behaves the same in every engine");
    let visitor = phone().start();
    sample::resume_at_result(&visitor, "/");
    open_archive(&visitor);
    press_in_scan(&visitor, ID, "copy-scan");
    visitor.expect_titled_screen("overview", &visitor.ui_text("overview-title"));
    visitor.expect_ui_text("notice-new-measurement");
    let mut copy = stored_json(&visitor, KEY);
    assert_eq!(stored_json(&visitor, &archived_key(ID)), sample::record());
    let copy_id = copy["id"].as_str().unwrap().to_owned();
    assert_ne!(copy_id, ID);
    for field in ["id", "startedAt"] {
        assert_ne!(copy[field], sample::record()[field]);
        copy[field] = sample::record()[field].clone();
    }
    assert_eq!(copy, sample::record());
    visitor.go_to_step("result");
    sample::expect_result(&visitor);
    open_archive(&visitor);
    assert_eq!(visitor.stored_items().len(), 2);
    assert!(scans(&visitor).contains(&copy_id));
    visitor.finish();
}

#[test]
fn an_archived_scan_can_be_viewed_and_resumed() {
    engines!(Chromium, "the program keeps the archive, and behaves the same in every engine");
    let visitor = phone().start();
    let present = sample::other_record("AnotherScan", "2026-11-22", "Team Zuid", "leiding-sturen", 3);
    sample::resume_with(&visitor, "/", &[present.clone(), sample::record()]);
    visitor.press("continue");
    visitor.expect_screen("result");
    let before = visitor.stored_items();
    open_archive(&visitor);
    press_in_scan(&visitor, ID, "look-at");
    visitor.expect_screen("earlier");
    visitor.expect_ui_text("earlier-result");
    visitor.expect_text(NAME);
    visitor.expect_attributes("[data-result]", &[("data-score", Some("44")), ("data-phase", Some("2"))]);
    assert_eq!(visitor.count("[data-action=\"star\"]"), 0);
    visitor.reload();
    visitor.expect_screen("earlier");
    visitor.expect_attributes("[data-result]", &[("data-score", Some("44"))]);
    assert_eq!(visitor.stored_items(), before, "viewing changes nothing");

    visitor.press("take-up");
    visitor.expect_titled_screen("start", &visitor.ui_text("resume-title"));
    visitor.press("continue");
    sample::expect_result(&visitor);
    assert_eq!(stored_json(&visitor, KEY), sample::record());
    assert_eq!(stored_json(&visitor, &archived_key("AnotherScan")), present);
    assert_eq!(visitor.stored_items().len(), 2);
    visitor.finish();
}

#[test]
fn a_scan_of_a_newer_version_is_listed_but_not_changed() {
    engines!(Chromium, "the program keeps the archive, and behaves the same in every engine");
    let visitor = phone().start();
    sample::resume_at_result(&visitor, "/");
    let newer = "{\"format\":\"flexkompas\",\"version\":2,\"id\":\"NewerScanXx\"}";
    visitor.store_item(&archived_key("NewerScanXx"), newer);
    visitor.store_item(&archived_key("OddScanXxxx"), "no record");
    open_archive(&visitor);
    visitor.wait_until("all scans are listed", || scans(&visitor).len() == 3);
    visitor.expect_ui_text("history-unreadable");
    press_in_scan(&visitor, ID, "look-at");
    sample::expect_result(&visitor);
    assert_eq!(visitor.stored_item(&archived_key("NewerScanXx")).as_deref(), Some(newer));
    open_archive(&visitor);
    press_in_scan(&visitor, "NewerScanXx", "remove-scan");
    visitor.expect_ui_text("notice-removed");
    assert_eq!(visitor.stored_item(&archived_key("NewerScanXx")), None);
    visitor.press("undo");
    visitor.expect_ui_text("notice-back-again");
    assert_eq!(visitor.stored_item(&archived_key("NewerScanXx")).as_deref(), Some(newer));
    visitor.finish();
}
