//! Handing the result on by the clipboard and by other programs, and what happens where neither may.

use flexkompas_browser_tests::{Visitor, Wishes, engines, phone};
use serde_json::{Value, json};

use crate::sample::{self, NAME, NOTE, REFLECTION};

#[track_caller]
fn at_the_result(wishes: Wishes) -> Visitor {
    let visitor = wishes.visitor();
    sample::comes_back_to_the_result(&visitor, "/");
    visitor
}

/// What is on the clipboard, or why it cannot be read.
fn clipboard(visitor: &Visitor) -> Value {
    let read = "const done = arguments[arguments.length - 1];
        navigator.clipboard.readText().then(done, error => done({ error: String(error) }))";
    visitor.script_to_the_end(read, [])
}

/// The text that is offered to copy by hand.
#[track_caller]
fn offered(visitor: &Visitor) -> String {
    visitor.sees_word("notice-copy-failed");
    let offered = visitor.script("return document.querySelector('[data-notice] textarea').value", []);
    assert_eq!(visitor.count("[data-notice] textarea[readonly]"), 1);
    offered.as_str().unwrap().to_owned()
}

#[test]
fn the_result_can_be_pasted_as_plain_text_without_private_words() {
    engines!(Chromium, "only there a test may read the clipboard");
    let visitor = at_the_result(phone());
    visitor.allows_the_clipboard();
    visitor.presses("copy-text");
    visitor.sees_word("notice-copied");
    let copied = clipboard(&visitor);
    let copied = copied.as_str().unwrap_or_else(|| panic!("{copied}"));
    assert!(copied.starts_with(&format!("{} · {NAME} · ", visitor.word("app-name"))), "{copied}");
    for words in [
        visitor.filled("score-is", &[("n", "44")]),
        visitor.word("road-map-title"),
        visitor.word("disclaimer"),
    ] {
        assert!(copied.contains(&words), "it lacks {words}: {copied}");
    }
    for private in [NOTE, REFLECTION, "werkdruk"] {
        assert!(!copied.contains(private), "{private} is for oneself: {copied}");
    }
    visitor.leaves();
}

#[test]
fn link_and_code_can_be_pasted() {
    engines!(Chromium, "only there a test may read the clipboard");
    let visitor = at_the_result(phone());
    visitor.allows_the_clipboard();
    visitor.presses("share");
    visitor.sees_titled("share", &visitor.word("share-title"));
    for what in ["link", "code"] {
        visitor.presses(&format!("copy-{what}"));
        let shown = visitor.typed_in(&format!("share-{what}"));
        visitor.waits_until("it is on the clipboard", || clipboard(&visitor) == json!(shown));
        visitor.sees_word("notice-copied");
    }
    visitor.leaves();
}

#[test]
fn where_there_is_no_clipboard_or_it_refuses_the_text_is_offered() {
    engines!(Chromium, "a script of the test takes the place of the engine's clipboard");
    let ways = [
        "Object.defineProperty(Navigator.prototype, 'clipboard', { get: () => undefined })",
        "Object.defineProperty(Navigator.prototype, 'clipboard', { get: () => ({}) })",
        "Object.defineProperty(Navigator.prototype, 'clipboard', { get() { throw new DOMException('no', 'SecurityError') } })",
        "if (window.Clipboard) Clipboard.prototype.writeText = () => { throw new DOMException('no', 'NotAllowedError') }",
        "if (window.Clipboard) Clipboard.prototype.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'))",
    ];
    for way in ways {
        let visitor = at_the_result(phone().with_script(way));
        visitor.presses("copy-text");
        let text = offered(&visitor);
        assert!(text.contains(&visitor.word("disclaimer")), "{way}: {text}");
        visitor.presses("share");
        visitor.sees_screen("share");
        assert_eq!(offered(&visitor), text, "it stays until it is closed");
        visitor.presses("copy-link");
        let link = visitor.typed_in("share-link");
        visitor.waits_until("the link is offered", || offered(&visitor) == link);
        visitor.presses("close");
        visitor.waits_until("the message is gone", || visitor.count("[data-notice]") == 0);
        visitor.leaves();
    }
}

#[test]
fn in_the_strictest_sandbox_the_text_is_offered() {
    engines!(Chromium, "elsewhere a sandboxed page may write to the clipboard");
    let visitor = phone().visitor();
    visitor.expects_in_console_of_chromium("The Clipboard API has been blocked");
    let _host = visitor.opens_in_frame(Some("allow-scripts"));
    sample::answers_all(&visitor);
    sample::places_ambition(&visitor);
    sample::sees_the_result(&visitor);
    visitor.presses("copy-text");
    assert!(offered(&visitor).contains(&visitor.word("disclaimer")));
    visitor.leaves();
}

/// A browser that can hand a link to other programs, which end like this.
fn sharing(ending: &str) -> Wishes {
    phone().with_script(format!("navigator.share = what => {{ window.shared = what; return {ending} }}"))
}

#[track_caller]
fn shares(ending: &str) -> Visitor {
    let visitor = at_the_result(sharing(ending));
    visitor.presses("share");
    visitor.sees_screen("share");
    visitor.presses("share-send");
    let wanted = json!({ "title": visitor.word("app-name"), "url": visitor.typed_in("share-link") });
    visitor.waits_until("the other program has it", || visitor.script("return window.shared", []) == wanted);
    visitor
}

#[test]
fn a_link_that_another_program_took_needs_no_message() {
    engines!(Chromium, "a script of the test takes the place of the engine's sharing");
    let visitor = shares("Promise.resolve()");
    visitor.comes_to_rest();
    assert_eq!(visitor.count("[data-notice]"), 0);
    visitor.leaves();
}

#[test]
fn who_changes_their_mind_gets_no_message() {
    engines!(Chromium, "a script of the test takes the place of the engine's sharing");
    let visitor = shares("Promise.reject(new DOMException('no', 'AbortError'))");
    visitor.comes_to_rest();
    assert_eq!(visitor.count("[data-notice]"), 0);
    visitor.leaves();
}

#[test]
fn a_link_that_no_other_program_may_have_is_offered() {
    engines!(Chromium, "a script of the test takes the place of the engine's sharing");
    for ending in ["Promise.reject(new DOMException('no', 'NotAllowedError'))", "undefined"] {
        let visitor = shares(ending);
        assert_eq!(offered(&visitor), visitor.typed_in("share-link"));
        visitor.leaves();
    }
}

#[test]
fn where_links_cannot_be_handed_on_there_is_no_button_for_it() {
    engines!(Chromium, "a script of the test takes the place of the engine's sharing");
    let visitor = at_the_result(phone().with_script("delete Navigator.prototype.share"));
    visitor.presses("share");
    visitor.sees_screen("share");
    assert!(visitor.is_visible("[data-action=\"copy-link\"]"));
    assert_eq!(visitor.count("[data-action=\"share-send\"]"), 0);
    visitor.leaves();
}
