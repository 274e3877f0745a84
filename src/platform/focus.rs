//! Moves the focus after the page has changed.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

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

fn focus(selector: &str) {
    let found = super::document().and_then(|document| document.query_selector(selector).ok().flatten());
    if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // An element that cannot be focused leaves the focus where it is.
        let _ignored = element.focus();
    }
}
