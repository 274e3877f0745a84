//! Notices, the text they offer for copying by hand, and the message of a failed start.

use flexkompas_browser_tests::Visitor;

/// Replaces printing, because a test cannot close the print dialog, by the events a page gets from it.
pub(crate) const PRINT_STUB: &str = "window.printed = 0;
    window.print = () => {
        window.printed++;
        dispatchEvent(new Event('beforeprint'));
        dispatchEvent(new Event('afterprint'));
    }";

/// The text in the notice for copying by hand, if any.
#[track_caller]
pub(crate) fn offered_text(visitor: &Visitor) -> Option<String> {
    let look = "const field = document.querySelector('[data-notice] textarea'); return field && field.value";
    visitor.execute(look, []).as_str().map(str::to_owned)
}

/// Closes the notice on the page.
#[track_caller]
pub(crate) fn close(visitor: &Visitor) {
    visitor.press("close");
    visitor.wait_until("the notice is closed", || visitor.count("[data-notice]") == 0);
}

/// Waits for the message of a failed start, which index.html contains in both languages.
#[track_caller]
pub(crate) fn expect_failed_start(visitor: &Visitor) {
    visitor.wait_until("the message that it did not start", || visitor.is_visible("#boot-failed"));
    assert!(!visitor.is_visible("#boot-wait"), "the loading message is still visible");
    visitor.expect_text("Flexkompas is niet gestart");
    visitor.expect_text("Flexkompas did not start");
}

/// Waits for the message that the site is at fault, which says nothing of the connection.
#[track_caller]
pub(crate) fn expect_fault_of_site(visitor: &Visitor) {
    expect_failed_start(visitor);
    visitor.expect_text("Meld het aan de beheerder van de site.");
    visitor.expect_text("Please tell the owner of the site.");
    let page = visitor.visible_text();
    assert!(!page.contains("viel weg") && !page.contains("was lost"), "{page}");
}

/// Waits for the message that the connection was lost, which blames no site owner.
#[track_caller]
pub(crate) fn expect_lost_connection(visitor: &Visitor) {
    expect_failed_start(visitor);
    visitor.expect_text("De verbinding viel weg");
    assert!(!visitor.visible_text().contains("beheerder"));
}
