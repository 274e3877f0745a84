//! Moves the focus after the page has changed.

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

use super::history::Listener;

/// To the heading of the page, shown from the top.
pub fn focus_heading() {
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
    focus("main h1");
}

/// To the question that opened.
pub fn focus_ask() {
    focus("[data-ask] h2");
}

/// Keeps what the keyboard leads to in sight and clear of the bar at the bottom, as long as the listeners live. Most
/// browsers do so by themselves; `WebKit` heeds no bar, and does not scroll at all to a radio that arrow keys lead to.
pub fn keep_in_sight() -> [Option<Listener>; 2] {
    // A pointer leads only to what is in sight, and the page must not move under it. `WebKit` takes arrow keys among
    // radios for a pointer, hence the key itself.
    [show_after("focusin", ":focus-visible"), show_after("keyup", "input[type=radio]")]
}

/// Shows the target of an event, with its label, where it matches.
fn show_after(event: &'static str, selector: &'static str) -> Option<Listener> {
    let document = super::document()?;
    Some(Listener(EventListener::new(&document, event, move |event| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let Some(element) = target.filter(|element| element.matches(selector).unwrap_or(false)) else {
            return;
        };
        let whole = element.closest("label").ok().flatten().unwrap_or(element);
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        options.set_inline(ScrollLogicalPosition::Nearest);
        whole.scroll_into_view_with_scroll_into_view_options(&options);
    })))
}

fn focus(selector: &str) {
    let found = super::document().and_then(|document| document.query_selector(selector).ok().flatten());
    if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // An element that cannot be focused leaves the focus where it is.
        let _ignored = element.focus();
    }
}
