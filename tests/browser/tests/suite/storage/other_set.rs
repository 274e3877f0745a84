//! A scan of an earlier question set in storage is announced, and can be downloaded or removed.

use flexkompas_browser_tests::{engines, phone};
use serde_json::json;

use crate::support::sample;

/// Where the first release with another question set kept the current scan.
const KEY: &str = "flexkompas.v1.flexkompas-2026";

#[test]
fn a_scan_of_an_earlier_question_set_is_found_downloaded_and_removed() {
    engines!(Chromium, "storage is read the same way in every engine");
    let visitor = phone().start();
    let mut record = sample::record();
    record["questionSet"] = json!("flexkompas-2026");
    let stored = record.to_string();
    visitor.open("/");
    visitor.expect_statement(1, 10);
    visitor.store_item(KEY, &stored);
    visitor.reload();
    visitor.expect_ui_text("notice-other-set-here");
    visitor.press("to-scans");
    visitor.expect_screen("history");
    visitor.expect_ui_text("history-other-set");
    visitor.press("download-scan");
    let (_, copy) = visitor.wait_for_json_download();
    assert_eq!(copy, stored);

    visitor.press("remove-scan");
    visitor.wait_until("it is gone", || visitor.stored_item(KEY).is_none());
    visitor.press("undo");
    visitor.wait_until("it is back", || visitor.stored_item(KEY).as_deref() == Some(&*stored));
    visitor.finish();
}
