//! Copying and sharing the result, and the fallback where neither is allowed.

use flexkompas_browser_tests::{SessionOptions, Visitor, engines, phone};
use serde_json::{Value, json};

use crate::support::notices;
use crate::support::sample::{self, NAME, NOTE, REFLECTION};

#[track_caller]
fn start_at_result(options: SessionOptions) -> Visitor {
    let visitor = options.start();
    sample::resume_at_result(&visitor, "/");
    visitor
}

/// The text on the clipboard, or the error of reading it.
fn clipboard_text(visitor: &Visitor) -> Value {
    let read = "const done = arguments[arguments.length - 1];
        navigator.clipboard.readText().then(done, error => done({ error: String(error) }))";
    visitor.execute_async(read, [])
}

/// The text in the notice, for copying by hand.
#[track_caller]
fn offered(visitor: &Visitor) -> String {
    visitor.expect_ui_text("notice-copy-failed");
    assert_eq!(visitor.count("[data-notice] textarea[readonly]"), 1);
    notices::offered_text(visitor).unwrap()
}

#[test]
fn copied_text_contains_the_result_and_nothing_private() {
    engines!(Chromium, "only its driver can allow reading the clipboard");
    let visitor = start_at_result(phone());
    visitor.grant_clipboard_access();
    visitor.press("copy-text");
    visitor.expect_ui_text("notice-copied");
    let copied = clipboard_text(&visitor);
    let copied = copied.as_str().unwrap_or_else(|| panic!("{copied}"));
    assert!(copied.starts_with(&format!("{} · {NAME} · ", visitor.ui_text("app-name"))), "{copied}");
    for words in [
        visitor.ui_text_with("score-is", &[("n", "44")]),
        visitor.ui_text("road-map-title"),
        visitor.ui_text("disclaimer"),
    ] {
        assert!(copied.contains(&words), "it lacks {words}: {copied}");
    }
    for private in [NOTE, REFLECTION, "werkdruk"] {
        assert!(!copied.contains(private), "{private} is private: {copied}");
    }
    visitor.finish();
}

#[test]
fn link_and_code_can_be_copied() {
    engines!(Chromium, "only its driver can allow reading the clipboard");
    let visitor = start_at_result(phone());
    visitor.grant_clipboard_access();
    visitor.press("share");
    visitor.expect_titled_screen("share", &visitor.ui_text("share-title"));
    for what in ["link", "code"] {
        visitor.press(&format!("copy-{what}"));
        let shown = visitor.field_value(&format!("share-{what}"));
        visitor.wait_until("it is on the clipboard", || clipboard_text(&visitor) == json!(shown));
        visitor.expect_ui_text("notice-copied");
    }
    visitor.finish();
}

#[test]
fn text_is_offered_when_the_clipboard_is_unavailable() {
    engines!(Chromium, "the test replaces the clipboard API");
    let ways = [
        "Object.defineProperty(Navigator.prototype, 'clipboard', { get: () => undefined })",
        "Object.defineProperty(Navigator.prototype, 'clipboard', { get: () => ({}) })",
        "Object.defineProperty(Navigator.prototype, 'clipboard', { get() { throw new DOMException('no', 'SecurityError') } })",
        "if (window.Clipboard) Clipboard.prototype.writeText = () => { throw new DOMException('no', 'NotAllowedError') }",
        "if (window.Clipboard) Clipboard.prototype.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'))",
    ];
    for way in ways {
        let visitor = start_at_result(phone().with_init_script(way));
        visitor.press("copy-text");
        let text = offered(&visitor);
        assert!(text.contains(&visitor.ui_text("disclaimer")), "{way}: {text}");
        visitor.press("share");
        visitor.expect_screen("share");
        assert_eq!(offered(&visitor), text, "it stays until it is closed");
        visitor.press("copy-link");
        let link = visitor.field_value("share-link");
        visitor.wait_until("the link is offered", || offered(&visitor) == link);
        notices::close(&visitor);
        visitor.finish();
    }
}

#[test]
fn text_is_offered_in_the_strictest_sandbox() {
    engines!(Chromium, "the other engines let a sandboxed page write to the clipboard");
    let visitor = phone().start();
    visitor.expect_console_in_chromium("The Clipboard API has been blocked");
    let _host = visitor.open_in_iframe(Some("allow-scripts"));
    sample::import_result(&visitor);
    visitor.press("copy-text");
    assert!(offered(&visitor).contains(&visitor.ui_text("disclaimer")));
    visitor.finish();
}

/// A browser with the share API, which returns this promise.
fn with_share_api(ending: &str) -> SessionOptions {
    phone().with_init_script(format!("navigator.share = what => {{ window.shared = what; return {ending} }}"))
}

#[track_caller]
fn share_link(ending: &str) -> Visitor {
    let visitor = start_at_result(with_share_api(ending));
    visitor.press("share");
    visitor.expect_screen("share");
    visitor.press("share-send");
    let wanted = json!({ "title": visitor.ui_text("app-name"), "url": visitor.field_value("share-link") });
    visitor.wait_until("the other program has it", || visitor.execute("return window.shared", []) == wanted);
    visitor
}

#[test]
fn sharing_a_link_shows_no_notice() {
    engines!(Chromium, "the test replaces the share API");
    let visitor = share_link("Promise.resolve()");
    visitor.wait_until_idle();
    assert_eq!(visitor.count("[data-notice]"), 0);
    visitor.finish();
}

#[test]
fn cancelling_a_share_shows_no_notice() {
    engines!(Chromium, "the test replaces the share API");
    let visitor = share_link("Promise.reject(new DOMException('no', 'AbortError'))");
    visitor.wait_until_idle();
    assert_eq!(visitor.count("[data-notice]"), 0);
    visitor.finish();
}

#[test]
fn the_link_is_offered_when_sharing_fails() {
    engines!(Chromium, "the test replaces the share API");
    for ending in ["Promise.reject(new DOMException('no', 'NotAllowedError'))", "undefined"] {
        let visitor = share_link(ending);
        assert_eq!(offered(&visitor), visitor.field_value("share-link"));
        visitor.finish();
    }
}

#[test]
fn the_share_button_is_absent_without_the_share_api() {
    engines!(Chromium, "the test replaces the share API");
    let visitor = start_at_result(phone().with_init_script("delete Navigator.prototype.share"));
    visitor.press("share");
    visitor.expect_screen("share");
    assert!(visitor.is_visible("[data-action=\"copy-link\"]"));
    assert_eq!(visitor.count("[data-action=\"share-send\"]"), 0);
    visitor.finish();
}
