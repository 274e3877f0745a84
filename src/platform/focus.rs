//! Moves the focus after the page has changed.

use std::cell::Cell;

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

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

thread_local! {
    /// The elements that had the focus, the latest last.
    static TRAIL: Cell<Vec<HtmlElement>> = const { Cell::new(Vec::new()) };
}

/// How far back the focus is followed: a row of buttons may go at once.
const TRAIL_LENGTH: usize = 12;

/// Moves the focus back to where it was before if its element is gone from the page, such as a closed notice or a removed
/// row. The page does not scroll. Text fields are left out, as they open a keyboard.
pub fn recover_focus() {
    let Some(document) = super::document() else { return };
    let is_lost = || document.active_element().is_none_or(|element| element.local_name() == "body");
    let mut trail = TRAIL.take();
    let is_gone = trail.last().is_some_and(|last| !last.is_connected());
    trail.retain(|element| element.is_connected());
    // Moving the focus adds to the trail.
    TRAIL.set(trail.clone());
    if is_gone && is_lost() {
        let heading = document.query_selector("main h1").ok().flatten();
        let heading = heading.and_then(|heading| heading.dyn_into().ok());
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        for element in trail.iter().rev().chain(&heading) {
            if is_lost()
                && element.matches("button, summary, [type=radio], [type=checkbox], h1").unwrap_or(false)
            {
                let _ignored = element.focus_with_options(&options);
            }
        }
    }
}

/// Notes whatever gets the focus, as long as the listener lives.
pub fn follow_focus() -> Option<Listener> {
    let document = super::document()?;
    Some(Listener(EventListener::new(&document, "focusin", |event| {
        let mut trail = TRAIL.take();
        trail.extend(event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok()));
        let surplus = trail.len().saturating_sub(TRAIL_LENGTH);
        trail.drain(..surplus);
        TRAIL.set(trail);
    })))
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
