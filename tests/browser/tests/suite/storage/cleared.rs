//! Another program of the same origin clears all storage while a scan is open.

use flexkompas_browser_tests::{engines, phone};

use crate::support::sample::{self, KEY, archived_key};

#[test]
fn a_scan_whose_storage_was_cleared_stays_on_the_screen_and_can_be_saved_again() {
    engines!(Chromium | WebKit, "Firefox's driver cannot open a tab next to a popup window");
    let visitor = phone().start();
    sample::resume_at_result(&visitor, "/");
    let scan = visitor.current_tab();
    let _other = visitor.open_tab();
    visitor.open_without_waiting("/statements.html");
    visitor.execute("localStorage.clear()", []);
    visitor.switch_to_tab(&scan);
    visitor.expect_ui_text("ask-cleared-title");
    visitor.expect_ui_text("saving-cleared");
    assert_eq!(visitor.stored_item(KEY), None);
    sample::expect_result(&visitor);
    visitor.press("confirm-save");
    visitor.wait_until("it is stored again", || visitor.stored_item(KEY).is_some());
    visitor.expect_ui_text("saving-kept");
    visitor.finish();
}

#[test]
fn a_press_before_the_page_has_heard_of_the_clearing_erases_nothing() {
    engines!(all, "storage is part of the engine");
    let visitor = phone().start();
    sample::resume_at_result(&visitor, "/");
    // Its own page hears nothing of it, and neither does another one at once.
    visitor.execute("localStorage.clear()", []);
    visitor.press("star");
    visitor.expect_ui_text("ask-cleared-title");
    sample::expect_result(&visitor);
    visitor.press("confirm-save");
    visitor.wait_until("it is stored again", || visitor.stored_item(KEY).is_some());
    visitor.finish();
}

#[test]
fn earlier_scans_without_a_current_one_stay_too() {
    engines!(all, "storage is part of the engine");
    let visitor = phone().start();
    sample::resume_at_result(&visitor, "/");
    let scan = visitor.stored_item(KEY).unwrap();
    visitor.press("erase");
    visitor.press("confirm-erase");
    visitor.expect_statement(1, 10);
    visitor.leave_page();
    visitor.open("/statements.html");
    visitor.execute("localStorage.clear()", []);
    let earlier = archived_key(sample::ID);
    visitor.store_item(&earlier, &scan);
    visitor.open("/");
    visitor.expect_statement(1, 10);
    visitor.execute("localStorage.clear()", []);
    visitor.choose("richting-betekenis", "2");
    visitor.expect_ui_text("ask-cleared-title");
    visitor.press("confirm-save");
    visitor.wait_until("it is stored again", || visitor.stored_item(&earlier).as_ref() == Some(&scan));
    visitor.finish();
}
