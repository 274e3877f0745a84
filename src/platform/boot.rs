//! Taking over the page: from the first statement as it was prerendered, or from the message that stands in its place.

use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, FocusOptions, HtmlElement};
use yew::Callback;

use super::early;
use crate::app::Msg;

/// How far the product has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Boot {
    /// Content is on its way.
    Waiting,
    /// Content did not come.
    Failed,
    /// The page speaks for itself.
    Ready,
}

/// Shows the message of `index.html` that fits.
pub fn show(boot: Boot) {
    hide("boot-wait", boot != Boot::Waiting);
    hide("boot-failed", boot != Boot::Failed);
}

fn hide(id: &str, hidden: bool) {
    let Some(element) = super::document().and_then(|document| document.get_element_by_id(id)) else { return };
    if element.has_attribute("hidden") == hidden {
        return;
    }
    // `hidden` can be set in every browser; there is nothing to do where it fails.
    let _done = if hidden { element.set_attribute("hidden", "") } else { element.remove_attribute("hidden") };
}

/// The prerendered page; the program takes its place and its id.
const APP: &str = "app";
/// The program while it still waits for its content.
const NEXT: &str = "app-next";

/// Where the program is mounted: beside the prerendered page and out of sight, until it has something to show.
pub fn mount_point() -> Option<Element> {
    let document = super::document()?;
    let next = document.create_element("div").ok()?;
    next.set_id(NEXT);
    next.set_attribute("hidden", "").ok()?;
    match document.get_element_by_id(APP) {
        Some(app) => app.insert_adjacent_element("afterend", &next).ok()??,
        None => document.body()?.append_child(&next).ok()?.dyn_into().ok()?,
    };
    Some(next)
}

/// How often it is looked whether a press has ended, and how often at most: a press that never ends must not keep the
/// program away.
const PRESSED_MS: u32 = 50;
const MOST_LOOKS: u32 = 100;

/// Puts the program in the place of the prerendered page, and sends what was done there since the program began.
///
/// A click is a press and a release on one and the same element: while something is held down, its page stays.
pub fn take_over(send: Callback<Msg>) {
    take_over_unless_pressed(send, MOST_LOOKS);
}

fn take_over_unless_pressed(send: Callback<Msg>, looks: u32) {
    if looks > 0 && is_pressed() {
        Timeout::new(PRESSED_MS, move || take_over_unless_pressed(send, looks - 1)).forget();
        return;
    }
    change_places();
    let rest = early::rest();
    if !rest.is_empty() {
        send.emit(Msg::CaughtEarly(rest));
    }
}

/// True while a mouse button, a finger or a key holds something down on the prerendered page.
fn is_pressed() -> bool {
    let pressed = super::document().and_then(|document| document.query_selector("#app :active").ok()?);
    pressed.is_some()
}

/// What has the focus keeps it, what was unfolded stays so, and nothing moves, because both pages look the same.
fn change_places() {
    let Some(document) = super::document() else { return };
    let Some(next) = document.get_element_by_id(NEXT) else { return };
    let before = document.get_element_by_id(APP);
    let focused = before.as_ref().and_then(|before| same_place(before, &document, &next));
    if let Some(before) = &before {
        unfold_alike(before, &next);
        before.remove();
    }
    // Both can be set in every browser; there is nothing to do where it fails.
    let _shown = next.remove_attribute("hidden");
    next.set_id(APP);
    if let Some(root) = document.document_element() {
        let _ignored = root.remove_attribute("data-prerendered");
    }
    if let Some(element) = focused {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ignored = element.focus_with_options(&options);
    }
}

/// The element in the new page that stands where the focus is in the old one.
fn same_place(before: &Element, document: &Document, next: &Element) -> Option<HtmlElement> {
    let focused = document.active_element().filter(|focused| before.contains(Some(focused)))?;
    let attribute =
        |name: &str| focused.get_attribute(name).map(|value| ["[", name, "=\"", &value, "\"]"].concat());
    let selector = match focused.tag_name().as_str() {
        "INPUT" => ["input", &attribute("name")?, &attribute("value").unwrap_or_default()].concat(),
        "TEXTAREA" => ["textarea", &attribute("name")?].concat(),
        "SUMMARY" => {
            let fold = focused.parent_element()?.get_attribute("data-fold")?;
            ["[data-fold=\"", &fold, "\"] > summary"].concat()
        }
        _ => attribute("data-action").or_else(|| attribute("href"))?,
    };
    next.query_selector(&selector).ok()??.dyn_into().ok()
}

fn unfold_alike(before: &Element, next: &Element) {
    let Ok(open) = before.query_selector_all("details[open]") else { return };
    for at in 0..open.length() {
        let fold = open.get(at).and_then(|node| node.dyn_into::<Element>().ok());
        let Some(key) = fold.and_then(|fold| fold.get_attribute("data-fold")) else { continue };
        if let Ok(Some(same)) = next.query_selector(&["[data-fold=\"", &key, "\"]"].concat()) {
            let _done = same.set_attribute("open", "");
        }
    }
}
