//! Taking the record along as a file.

use flexkompas::app::{ExportFailed, Flags, Msg};
use flexkompas::content::{Language, MessageKey};
use flexkompas::record::Stamp;
use serde_json::{Value, json};

use crate::support::content::message;
use crate::support::visitor::{Visitor, first_visit, visitor};

#[track_caller]
fn exported_by(visitor: &mut Visitor) -> Value {
    visitor.press("export-json");
    serde_json::from_str(&visitor.files.last().unwrap().text).unwrap()
}

#[test]
fn the_export_is_the_record_with_the_result_beside_it() {
    let mut visitor = visitor();
    visitor.answer_all("2");
    let mut export = exported_by(&mut visitor);
    let result = export.as_object_mut().unwrap().remove("result").unwrap();
    assert_eq!(export, visitor.record());
    assert_eq!(result["score"], 33); // (2 - 1) / 3 × 100 = 33.33
    assert_eq!(result["band"], json!([33, 33]));
    assert_eq!(result["phase"], 2);
    assert_eq!(result["coverage"], 100);
    assert_eq!(result["dimensions"].as_object().unwrap().len(), 9);
}

#[test]
fn numbers_in_the_export_have_two_decimals_and_a_point() {
    let mut visitor = visitor();
    visitor.answer_all("2");
    visitor.answer_to("kaders-bereik", "1"); // kaders becomes 3 / 2, the position (1.5 + 8 × 2) / 9 = 1.944
    visitor.press("export-json");
    let text = &visitor.files[0].text;
    assert!(text.contains("\"position\":1.94,"), "{text}");
    assert!(text.contains("\"kaders\":1.50,"), "{text}");
    assert!(text.contains("\"regie\":2.00,"), "{text}");
}

#[test]
fn the_export_names_the_tips_that_were_shown() {
    let exports_what_is_shown = |mut visitor: Visitor, count: usize| {
        visitor.go("result");
        let shown = visitor.page().data_attrs("data-tip");
        assert_eq!(exported_by(&mut visitor)["result"]["tips"], json!(shown));
        assert_eq!(shown.len(), count);
    };
    exports_what_is_shown(Visitor::result_of("2 2 2 2 2 2 2 2 2 2"), 6);
    exports_what_is_shown(Visitor::result_of("unknown unknown unknown unknown"), 1);
    // More than three on principles are shown on demand only.
    let mut visitor = Visitor::result_of("3 3 3 3 3 2 3 3 3 3");
    for place in ["p1-wensen p1-personaliseren", "p2-welkan p2-waarden", "p3-ict p3-anticiperen"] {
        let (principle, stop) = place.split_once(' ').unwrap();
        visitor.go(&format!("principle/{principle}"));
        visitor.choose(&format!("{principle}-desired"), stop);
    }
    exports_what_is_shown(visitor, 6 + 1 + 3);
}

#[test]
fn before_there_is_a_result_the_export_gives_coverage_and_no_score() {
    let mut visitor = visitor();
    visitor.answer("2");
    let result = exported_by(&mut visitor)["result"].clone();
    assert_eq!(result, json!({ "coverage": 10, "dimensions": { "richting": 2.0 }, "tips": [] }));
}

#[test]
fn the_file_is_named_after_the_day_the_scan_began() {
    let mut visitor = visitor();
    visitor.press("export-json");
    let file = &visitor.files[0];
    assert_eq!((file.name.as_str(), file.media_type), ("flexkompas-2026-11-21.json", "application/json"));
}

#[test]
fn a_scan_without_a_day_is_named_plainly() {
    let stamp = Stamp { id: "x".into(), started_at: "".into() };
    let mut visitor = Visitor::enter(Flags { stamp, ..first_visit() });
    visitor.press("export-json");
    assert_eq!(visitor.files[0].name, "flexkompas.json");
}

#[test]
fn a_file_that_was_handed_over_is_told() {
    let mut visitor = visitor();
    visitor.press("export-json");
    visitor.send(Msg::Exported(Ok(())));
    assert_eq!(visitor.notice(), Some(message(Language::Dutch, MessageKey::NoticeExported)));
    visitor.press("close");
    assert_eq!(visitor.notice(), None);
}

#[test]
fn where_handing_over_fails_the_text_is_there_to_copy() {
    let mut visitor = visitor();
    visitor.answer("2");
    visitor.press("export-json");
    visitor.send(Msg::Exported(Err(ExportFailed)));
    let notice = visitor.shell().notice.unwrap();
    assert_eq!(*notice.text, message(Language::Dutch, MessageKey::NoticeExportFailed));
    assert!(notice.is_error);
    assert_eq!(notice.copy.as_deref(), Some(&*visitor.model.json().text));
}

#[test]
fn exporting_changes_nothing_that_is_stored() {
    let mut visitor = visitor();
    visitor.answer("2");
    let before = visitor.stored.clone();
    visitor.press("export-json");
    visitor.send(Msg::Exported(Ok(())));
    assert_eq!(visitor.stored, before);
}
