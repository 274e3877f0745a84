//! Mounting the program: it replaces the prerendered page or the boot message.

use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, FocusOptions, HtmlElement};
use yew::Callback;

use super::early;
use crate::app::{LoadFault, Msg};

/// The boot state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Boot {
    /// Content is loading.
    Loading,
    /// Content failed to load.
    Failed(LoadFault),
    /// The page is shown.
    Ready,
}

/// Shows the message of `index.html` that fits.
pub fn show(boot: Boot) {
    hide("boot-wait", boot != Boot::Loading);
    hide("boot-failed", !matches!(boot, Boot::Failed(_)));
    let root = super::document().and_then(|document| document.document_element());
    if let (Boot::Failed(LoadFault::Site), Some(root)) = (boot, root) {
        // It can be set in every browser; there is nothing to do where it fails.
        let _done = root.set_attribute("data-fault", "site");
    }
}

fn hide(id: &str, hidden: bool) {
    let Some(element) = super::document().and_then(|document| document.get_element_by_id(id)) else { return };
    if element.has_attribute("hidden") == hidden {
        return;
    }
    // `hidden` can be set in every browser; there is nothing to do where it fails.
    let _done = if hidden { element.set_attribute("hidden", "") } else { element.remove_attribute("hidden") };
}

/// The id of the prerendered page; the program takes it over.
const APP: &str = "app";
/// The id of the program until it is mounted.
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
const MAX_PRESSED_CHECKS: u32 = 100;

/// Replaces the prerendered page with the program, and dispatches the input it captured meanwhile.
///
/// A click is a press and a release on one and the same element: while something is held down, its page stays.
pub fn mount(dispatch: Callback<Msg>) {
    mount_unless_pressed(dispatch, MAX_PRESSED_CHECKS);
}

fn mount_unless_pressed(dispatch: Callback<Msg>, checks_left: u32) {
    if checks_left > 0 && is_pressed() {
        Timeout::new(PRESSED_MS, move || mount_unless_pressed(dispatch, checks_left - 1)).forget();
        return;
    }
    swap_roots();
    let rest = early::rest();
    if !rest.is_empty() {
        dispatch.emit(Msg::EarlyInputCaptured(rest));
    }
}

/// True while a mouse button, a finger or a key holds something down on the prerendered page.
fn is_pressed() -> bool {
    let pressed = super::document().and_then(|document| document.query_selector("#app :active").ok()?);
    pressed.is_some()
}

/// Swaps the two pages, which look the same: focus, open disclosures and scroll position are kept.
fn swap_roots() {
    let Some(document) = super::document() else { return };
    let Some(next) = document.get_element_by_id(NEXT) else { return };
    let before = document.get_element_by_id(APP);
    let focused = before.as_ref().and_then(|before| counterpart(before, &document, &next));
    if let Some(before) = &before {
        copy_open_details(before, &next);
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

/// The element of the new page that corresponds to the focused element of the old one.
fn counterpart(before: &Element, document: &Document, next: &Element) -> Option<HtmlElement> {
    let focused = document.active_element().filter(|focused| before.contains(Some(focused)))?;
    let attribute =
        |name: &str| focused.get_attribute(name).map(|value| ["[", name, "=\"", &value, "\"]"].concat());
    let selector = match focused.tag_name().as_str() {
        "INPUT" => ["input", &attribute("name")?, &attribute("value").unwrap_or_default()].concat(),
        "TEXTAREA" => ["textarea", &attribute("name")?].concat(),
        "SUMMARY" => {
            let disclosure = focused.parent_element()?.get_attribute("data-fold")?;
            ["[data-fold=\"", &disclosure, "\"] > summary"].concat()
        }
        _ => attribute("data-action").or_else(|| attribute("href"))?,
    };
    next.query_selector(&selector).ok()??.dyn_into().ok()
}

fn copy_open_details(before: &Element, next: &Element) {
    let Ok(open) = before.query_selector_all("details[open]") else { return };
    for at in 0..open.length() {
        let disclosure = open.get(at).and_then(|node| node.dyn_into::<Element>().ok());
        let Some(key) = disclosure.and_then(|disclosure| disclosure.get_attribute("data-fold")) else {
            continue;
        };
        if let Ok(Some(same)) = next.query_selector(&["[data-fold=\"", &key, "\"]"].concat()) {
            let _done = same.set_attribute("open", "");
        }
    }
}
