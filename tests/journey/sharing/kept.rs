//! Keeping a shared result among the scans of the device.

use std::collections::BTreeSet;

use flexkompas::app::{Flags, Msg, Stored};
use flexkompas::content::{Language, MessageKey};
use serde_json::{Value, json};

use super::shared::{code_of, opened, opened_beside_own, sent};
use crate::support::content::message;
use crate::support::scan::{kept, of_everything, quick};
use crate::support::visitor::{Visitor, first_visit};

#[test]
fn a_shared_result_that_is_kept_stands_among_the_scans_once() {
    let code = code_of(&sent());
    let mut visitor = opened_beside_own(&code);
    visitor.press("keep");
    assert_eq!(visitor.notice(), Some(message(Language::Dutch, MessageKey::NoticeKeptHere)));
    assert_eq!(
        (visitor.route().as_str(), visitor.page().data_attrs("data-scan")),
        ("history", ["k7Qm2", "own00", "old00"].map(str::to_owned).to_vec(),)
    );
    for again in 0..2 {
        visitor.go(&format!("shared/{code}"));
        visitor.press("keep");
        assert_eq!(
            visitor.notice(),
            Some(message(Language::Dutch, MessageKey::NoticeAlreadyHere)),
            "{again}"
        );
        assert_eq!(visitor.archive.len(), 2);
        visitor = visitor.reload();
    }
}

#[test]
fn a_result_that_was_kept_and_named_keeps_its_name() {
    let code = code_of(&sent());
    let mut visitor = opened(&code);
    visitor.press("keep");
    visitor.write("name-k7Qm2", "Team Oost");
    visitor.go(&format!("shared/{code}"));
    let mut visitor = visitor.reload();
    visitor.press("keep");
    visitor.listed();
    assert_eq!(visitor.page().written("name-k7Qm2"), "Team Oost");
}

#[test]
fn on_the_device_of_the_sender_it_is_here_already() {
    let scan = of_everything("k7Qm2xB1c9A", "2026-11-21");
    let code = code_of(&scan);
    let flags = Flags { code: Some(code), ..first_visit() };
    let as_present = Flags { stored: Stored::Text(scan.to_string()), ..flags.clone() };
    for mut visitor in [Visitor::enter(as_present), Visitor::enter_with(flags, kept(&[scan]))] {
        let archive = visitor.archive.clone();
        visitor.press("keep");
        assert_eq!(visitor.notice(), Some(message(Language::Dutch, MessageKey::NoticeAlreadyHere)));
        assert_eq!(visitor.archive, archive);
    }
}

#[test]
fn a_later_state_of_a_scan_is_kept_beside_the_one_before() {
    let before = quick("k7Qm2", "2026-11-21", "1 1 1 1 1 1 1 1 1 1");
    let mut later = before.clone();
    later["ambition"] = json!({ "regie": 4 });
    let answered = quick("k7Qm2", "2026-11-21", "3 3 3 3 3 3 3 3 3 3");
    let mut visitor = opened(&code_of(&before));
    visitor.press("keep");
    for (scan, count) in [(&later, 2), (&answered, 3)] {
        visitor.send(Msg::CodeFound(code_of(scan)));
        visitor.press("keep");
        assert_eq!(visitor.notice(), Some(message(Language::Dutch, MessageKey::NoticeKeptHere)));
        assert_eq!(visitor.listed().iter().collect::<BTreeSet<_>>().len(), count);
    }
    let kept: Vec<Value> =
        visitor.archive.iter().map(|(_, text)| serde_json::from_str(text).unwrap()).collect();
    for scan in [&before, &later, &answered] {
        assert!(
            kept.iter()
                .any(|kept| kept["answers"] == scan["answers"] && kept["ambition"] == scan["ambition"])
        );
    }
    for scan in [&before, &later, &answered] {
        visitor.send(Msg::CodeFound(code_of(scan)));
        visitor.press("keep");
        assert_eq!(visitor.notice(), Some(message(Language::Dutch, MessageKey::NoticeAlreadyHere)));
    }
}

#[test]
fn a_kept_result_can_be_taken_up_and_answered() {
    let mut visitor = opened_beside_own(&code_of(&sent()));
    visitor.press("keep");
    visitor.press_at_scan("k7Qm2", "take-up");
    visitor.answer_to("regie-top", "4");
    let record = visitor.record();
    assert_eq!((&record["id"], &record["answers"]["regie-top"]), (&json!("k7Qm2"), &json!(4)));
    assert!(visitor.archive.iter().any(|(id, _)| id == "own00"));
}
