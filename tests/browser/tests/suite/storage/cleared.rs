//! Another program of the same origin clears all storage while a scan is open.

use flexkompas_browser_tests::{engines, phone};

use crate::support::sample::{self, KEY};

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
