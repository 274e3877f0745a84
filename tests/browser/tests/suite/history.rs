//! Every scan on this device: named, looked at, taken up again, copied, and compared.

use flexkompas_browser_tests::{Visitor, engines, phone};
use serde_json::{Value, json};

use crate::sample::{self, ANSWERS, ID, KEY, NAME, key_of_earlier};

#[track_caller]
fn goes_to_the_list(visitor: &Visitor) {
    visitor.presses("history");
    visitor.sees_titled("history", &visitor.word("history-title"));
}

fn scans(visitor: &Visitor) -> Vec<String> {
    visitor.values("[data-scan]", "data-scan")
}

#[track_caller]
fn presses_of(visitor: &Visitor, scan: &str, action: &str) {
    visitor.clicks(&format!("[data-scan=\"{scan}\"] [data-action=\"{action}\"]"));
}

#[track_caller]
fn stored(visitor: &Visitor, key: &str) -> Value {
    serde_json::from_str(&visitor.stored_text(key).unwrap_or_else(|| panic!("nothing under {key}"))).unwrap()
}

/// The row of a table of differences: what it is of, then, now, and what lies between.
#[track_caller]
fn row(visitor: &Visitor, dimension: &str) -> Vec<String> {
    visitor.texts(&format!("tr[data-compared=\"{dimension}\"] > *"))
}

#[test]
fn beginning_again_keeps_the_first_scan_and_both_can_be_compared() {
    engines!(Chromium, "the list of scans is the program's own, not the history of the browser");
    let visitor = phone().visitor();
    visitor.opens("/");
    sample::answers_all(&visitor);
    sample::places_ambition(&visitor);
    sample::sees_the_result(&visitor);
    let first = stored(&visitor, KEY);
    let first_id = first["id"].as_str().unwrap().to_owned();
    visitor.types(&format!("name-{first_id}"), "Voorjaar");
    visitor.waits_until("the name is kept", || stored(&visitor, KEY)["name"] == "Voorjaar");
    goes_to_the_list(&visitor);
    assert_eq!(scans(&visitor), [first_id.as_str()]);
    visitor.sees("Voorjaar · ");
    assert_eq!(visitor.count("[data-action=\"compare\"]"), 0, "there is nothing to compare with");

    visitor.goes_elsewhere();
    visitor.opens("/");
    visitor.presses("restart");
    visitor.presses("confirm-restart");
    visitor.sees_statement(1, 10);
    for (at, (statement, answer)) in ANSWERS.into_iter().enumerate() {
        visitor.sees_statement(at + 1, 10);
        visitor.answers(statement, if statement == "leiding-sturen" { "3" } else { answer });
    }
    visitor.sees_screen("ambition");
    visitor.goes_on();
    visitor.sees_screen("result");
    visitor.sees_hooks("[data-result]", &[("data-phase", Some("3")), ("data-score", Some("52"))]);
    goes_to_the_list(&visitor);
    let second_id = stored(&visitor, KEY)["id"].as_str().unwrap().to_owned();
    assert_eq!(scans(&visitor), [second_id.as_str(), first_id.as_str()], "newest first");
    visitor.sees(&visitor.filled("scan-result", &[("n", "2"), ("score", "44")]));
    visitor.sees(&visitor.filled("scan-result", &[("n", "3"), ("score", "52")]));
    let mut put_aside = stored(&visitor, &key_of_earlier(&first_id));
    assert_eq!(put_aside["name"].take(), "Voorjaar");
    put_aside["name"] = first["name"].clone();
    assert_eq!(put_aside, first, "the first scan is what it was");

    visitor.presses("compare");
    visitor.sees_titled("compare", &visitor.word("compare-title"));
    visitor.sees_chosen("compare-first", &first_id);
    visitor.sees_chosen("compare-second", &second_id);
    assert_eq!(row(&visitor, "leiderschap")[1..], ["1,00", "3,00", "+2,00"]);
    assert_eq!(row(&visitor, "richting")[1..], ["2,00", "2,00", "0,00"]);
    assert_eq!(row(&visitor, "resultaat")[1..], ["–", "–", "–"]);
    let all = visitor.texts("[data-table=\"compare\"] tbody tr");
    assert!(all[1].contains("44") && all[1].contains("52") && all[1].contains("+8"), "{all:?}");
    assert_eq!(visitor.count("[data-compared]"), 9);
    visitor.chooses("compare-first", &second_id);
    visitor.chooses("compare-second", &first_id);
    visitor.waits_until("the other way round", || {
        row(&visitor, "leiderschap")[1..] == ["3,00", "1,00", "−2,00"]
    });
    assert_eq!(visitor.count("[data-trend]"), 0, "two measurements make no course");
    visitor.leaves();
}

#[test]
fn three_scans_show_a_course_and_every_pair_can_be_compared() {
    engines!(Chromium, "the list of scans is the program's own, not the history of the browser");
    let visitor = phone().visitor();
    let second = sample::another("AnotherScan", "2026-03-01", "Team Zuid", "leiding-sturen", 3);
    let mut third = sample::another("ThirdScanXx", "2025-10-05", "", "richting-betekenis", 4);
    third["role"] = json!("medewerker");
    sample::comes_back_with(&visitor, "/", &[sample::record(), second, third]);
    visitor.presses("continue");
    sample::sees_the_result(&visitor);
    goes_to_the_list(&visitor);
    assert_eq!(scans(&visitor), [ID, "AnotherScan", "ThirdScanXx"]);
    visitor.sees(&visitor.filled("scan-of", &[("date", "5 oktober 2025")]));
    visitor.presses("compare");
    visitor.sees_screen("compare");
    visitor.sees_chosen("compare-first", "AnotherScan");
    visitor.sees_chosen("compare-second", ID);
    visitor.sees(&visitor.filled("trend-title", &[("n", "3")]));
    let trend = visitor.texts("[data-trend] .plot__line");
    assert_eq!(trend.len(), 9);
    assert!(trend[0].ends_with("4,0 · 2,0 · 2,0"), "{}", trend[0]);
    assert!(trend[3].ends_with("1,0 · 3,0 · 1,0"), "{}", trend[3]);
    assert_eq!(visitor.count("[data-trend] svg"), 9);
    assert!(!visitor.visible_text().contains(&visitor.word("compare-scopes")));
    visitor.chooses("compare-first", "ThirdScanXx");
    visitor.sees_word("compare-scopes");
    assert_eq!(row(&visitor, "richting")[1..], ["4,00", "2,00", "−2,00"]);
    visitor.presses("back");
    visitor.sees_screen("history");
    visitor.leaves();
}

#[test]
fn a_copy_begins_a_new_measurement_with_the_same_answers() {
    engines!(Chromium, "the list of scans is the program's own, not the history of the browser");
    let visitor = phone().visitor();
    sample::comes_back_to_the_result(&visitor, "/");
    goes_to_the_list(&visitor);
    presses_of(&visitor, ID, "copy-scan");
    visitor.sees_titled("overview", &visitor.word("overview-title"));
    visitor.sees_word("notice-new-measurement");
    let mut copy = stored(&visitor, KEY);
    assert_eq!(stored(&visitor, &key_of_earlier(ID)), sample::record());
    let copy_id = copy["id"].as_str().unwrap().to_owned();
    assert_ne!(copy_id, ID);
    for field in ["id", "startedAt"] {
        assert_ne!(copy[field], sample::record()[field]);
        copy[field] = sample::record()[field].clone();
    }
    assert_eq!(copy, sample::record());
    visitor.takes_step("result");
    sample::sees_the_result(&visitor);
    goes_to_the_list(&visitor);
    assert_eq!(visitor.stored().len(), 2);
    assert!(scans(&visitor).contains(&copy_id));
    visitor.leaves();
}

#[test]
fn an_earlier_scan_can_be_looked_at_and_taken_up_again() {
    engines!(Chromium, "the list of scans is the program's own, not the history of the browser");
    let visitor = phone().visitor();
    let present = sample::another("AnotherScan", "2026-11-22", "Team Zuid", "leiding-sturen", 3);
    sample::comes_back_with(&visitor, "/", &[present.clone(), sample::record()]);
    visitor.presses("continue");
    visitor.sees_screen("result");
    let before = visitor.stored();
    goes_to_the_list(&visitor);
    presses_of(&visitor, ID, "look-at");
    visitor.sees_screen("earlier");
    visitor.sees_word("earlier-result");
    visitor.sees(NAME);
    visitor.sees_hooks("[data-result]", &[("data-score", Some("44")), ("data-phase", Some("2"))]);
    assert_eq!(visitor.count("[data-action=\"star\"]"), 0);
    visitor.reloads();
    visitor.sees_screen("earlier");
    visitor.sees_hooks("[data-result]", &[("data-score", Some("44"))]);
    assert_eq!(visitor.stored(), before, "looking changes nothing");

    visitor.presses("take-up");
    visitor.sees_titled("start", &visitor.word("resume-title"));
    visitor.presses("continue");
    sample::sees_the_result(&visitor);
    assert_eq!(stored(&visitor, KEY), sample::record());
    assert_eq!(stored(&visitor, &key_of_earlier("AnotherScan")), present);
    assert_eq!(visitor.stored().len(), 2);
    visitor.leaves();
}

#[test]
fn a_scan_of_a_newer_version_is_listed_and_left_alone() {
    engines!(Chromium, "the list of scans is the program's own, not the history of the browser");
    let visitor = phone().visitor();
    sample::comes_back_to_the_result(&visitor, "/");
    let newer = "{\"format\":\"flexkompas\",\"version\":2,\"id\":\"NewerScanXx\"}";
    visitor.stores(&key_of_earlier("NewerScanXx"), newer);
    visitor.stores(&key_of_earlier("OddScanXxxx"), "no record");
    goes_to_the_list(&visitor);
    visitor.waits_until("all are listed", || scans(&visitor).len() == 3);
    visitor.sees_word("history-unreadable");
    presses_of(&visitor, ID, "look-at");
    sample::sees_the_result(&visitor);
    assert_eq!(visitor.stored_text(&key_of_earlier("NewerScanXx")).as_deref(), Some(newer));
    goes_to_the_list(&visitor);
    presses_of(&visitor, "NewerScanXx", "remove-scan");
    visitor.sees_word("notice-removed");
    assert_eq!(visitor.stored_text(&key_of_earlier("NewerScanXx")), None);
    visitor.presses("undo");
    visitor.sees_word("notice-back-again");
    assert_eq!(visitor.stored_text(&key_of_earlier("NewerScanXx")).as_deref(), Some(newer));
    visitor.leaves();
}
