//! A browser without room: the scan goes on, says so, and answers can still be taken along.

use flexkompas_browser_tests::{Visitor, engines, phone};
use serde_json::Value;

use crate::sample::{self, KEY};

/// Fills storage to the brim, so that not one more letter can be kept.
#[track_caller]
fn fills_storage(visitor: &Visitor) {
    let fill = "let text = '';
        for (let size = 1 << 23; size >= 1; size >>= 1) {
            try { localStorage.setItem('another-page', text + 'x'.repeat(size)); text += 'x'.repeat(size) } catch {}
        }
        return text.length";
    let length = visitor.script(fill, []).as_u64().unwrap();
    assert!(length > 1_000_000, "storage took only {length} letters");
}

#[test]
fn full_storage_is_told_and_the_scan_goes_on() {
    engines!(all, "how much fits and how the rest is refused is up to the engine");
    let visitor = phone().visitor();
    visitor.opens("/");
    sample::answers_until(&visitor, 3);
    visitor.sees_statement(4, 10);
    visitor.sees_value("[data-saving]", "data-saving", Some("kept"));
    let kept = visitor.stored_text(KEY);
    fills_storage(&visitor);

    visitor.chooses("kaders-bereik", "3");
    visitor.sees_value("[data-saving]", "data-saving", Some("not-kept"));
    visitor.sees_word("saving-full");
    assert_eq!(visitor.stored_text(KEY), kept, "what was kept before is still there");
    visitor.goes_on();
    visitor.sees_statement(5, 10);
    visitor.chooses("leiding-sturen", "1");

    visitor.presses("export-json");
    let (_, text) = visitor.takes_download();
    let file: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(file["answers"]["leiding-sturen"], 1, "the file holds what storage does not");

    visitor.script("localStorage.removeItem('another-page')", []);
    visitor.goes_on();
    visitor.sees_statement(6, 10);
    visitor.chooses("resultaat-afspraken", "4");
    visitor.sees_value("[data-saving]", "data-saving", Some("kept"));
    visitor.sees_word("saving-kept");
    visitor.reloads();
    visitor.sees_statement(6, 10);
    visitor.presses("back");
    visitor.sees_chosen("leiding-sturen", "1");
    visitor.leaves();
}

#[test]
fn storage_that_refuses_from_the_third_answer_on_does_not_stop_the_scan() {
    engines!(Chromium, "a script of the test refuses, not the engine");
    let refuses = "let left = 2; const keep = Storage.prototype.setItem;
        Storage.prototype.setItem = function (...all) {
            if (left-- <= 0) throw new DOMException('full', 'QuotaExceededError');
            return keep.apply(this, all);
        }";
    let visitor = phone().with_script(refuses).visitor();
    visitor.opens("/");
    sample::answers_until(&visitor, 2);
    visitor.sees_statement(3, 10);
    visitor.sees_value("[data-saving]", "data-saving", Some("kept"));
    visitor.chooses("kaders-spelregels", "2");
    visitor.sees_word("saving-full");
    visitor.goes_on();
    for (at, (statement, answer)) in sample::ANSWERS.into_iter().enumerate().skip(3) {
        visitor.sees_statement(at + 1, 10);
        visitor.answers(statement, answer);
    }
    visitor.sees_screen("ambition");
    sample::places_ambition(&visitor);
    sample::sees_the_result(&visitor);
    visitor.sees_value("[data-saving]", "data-saving", Some("not-kept"));
    visitor.leaves();
}
