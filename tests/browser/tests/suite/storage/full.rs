//! Full storage: the scan continues, reports it, and answers can still be exported.

use flexkompas_browser_tests::{Visitor, engines, phone};
use serde_json::Value;

use crate::support::sample::{self, KEY};

/// Fills storage completely.
#[track_caller]
fn fill_storage(visitor: &Visitor) {
    let fill = "let text = '';
        for (let size = 1 << 23; size >= 1; size >>= 1) {
            try { localStorage.setItem('another-page', text + 'x'.repeat(size)); text += 'x'.repeat(size) } catch {}
        }
        return text.length";
    let length = visitor.execute(fill, []).as_u64().unwrap();
    assert!(length > 1_000_000, "storage took only {length} letters");
}

#[test]
fn full_storage_is_reported_and_the_scan_continues() {
    engines!(all, "each engine has its own quota and error");
    let visitor = phone().start();
    visitor.open("/");
    sample::answer_until(&visitor, 3);
    visitor.expect_statement(4, 10);
    visitor.expect_attribute("[data-saving]", "data-saving", Some("kept"));
    let kept = visitor.stored_item(KEY);
    fill_storage(&visitor);

    visitor.choose("kaders-bereik", "3");
    visitor.expect_attribute("[data-saving]", "data-saving", Some("not-kept"));
    visitor.expect_ui_text("saving-full");
    assert_eq!(visitor.stored_item(KEY), kept, "the stored record is unchanged");
    visitor.press_next();
    visitor.expect_statement(5, 10);
    visitor.choose("leiding-sturen", "1");

    visitor.press("export-json");
    let (_, text) = visitor.wait_for_json_download();
    let file: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(file["answers"]["leiding-sturen"], 1, "the file holds what storage does not");

    visitor.execute("localStorage.removeItem('another-page')", []);
    visitor.press_next();
    visitor.expect_statement(6, 10);
    visitor.choose("resultaat-afspraken", "4");
    visitor.expect_attribute("[data-saving]", "data-saving", Some("kept"));
    visitor.expect_ui_text("saving-kept");
    visitor.reload();
    visitor.expect_statement(6, 10);
    visitor.press("back");
    visitor.expect_chosen("leiding-sturen", "1");
    visitor.finish();
}

#[test]
fn a_quota_error_during_the_scan_does_not_stop_it() {
    engines!(Chromium, "the test, not the engine, causes the error");
    let refuses = "let left = 2; const keep = Storage.prototype.setItem;
        Storage.prototype.setItem = function (...all) {
            if (left-- <= 0) throw new DOMException('full', 'QuotaExceededError');
            return keep.apply(this, all);
        }";
    let visitor = phone().with_init_script(refuses).start();
    visitor.open("/");
    sample::answer_until(&visitor, 2);
    visitor.expect_statement(3, 10);
    visitor.expect_attribute("[data-saving]", "data-saving", Some("kept"));
    visitor.choose("kaders-spelregels", "2");
    visitor.expect_ui_text("saving-full");
    visitor.press_next();
    for (at, (statement, answer)) in sample::ANSWERS.into_iter().enumerate().skip(3) {
        visitor.expect_statement(at + 1, 10);
        visitor.answer(statement, answer);
    }
    visitor.expect_screen("ambition");
    sample::choose_ambition(&visitor);
    sample::expect_result(&visitor);
    visitor.expect_attribute("[data-saving]", "data-saving", Some("not-kept"));
    visitor.finish();
}
