//! Opens the print window, and finds out whether it opened.

use std::cell::Cell;
use std::rc::Rc;

use gloo::events::EventListener;
use web_sys::Element;

use super::history::Listener;
use crate::app::PrintFailed;

/// Opens the print window. A sandboxed frame without `allow-modals` ignores the wish without a word, but then it
/// does not announce either that it will print.
pub(super) fn print() -> Result<(), PrintFailed> {
    let window = web_sys::window().ok_or(PrintFailed)?;
    let announced = Rc::new(Cell::new(false));
    let listener = {
        let announced = announced.clone();
        EventListener::new(&window, "beforeprint", move |_| announced.set(true))
    };
    window.print().map_err(|_| PrintFailed)?;
    drop(listener);
    if announced.get() { Ok(()) } else { Err(PrintFailed) }
}

/// Marks what was unfolded for paper alone.
const UNFOLDED: &str = "data-unfolded";

/// Unfolds every folded part while the page is printed, as long as the listeners live: what cannot be opened on paper would
/// be lost there.
pub fn unfold_on_paper() -> [Option<Listener>; 2] {
    let Some(window) = web_sys::window() else { return [None, None] };
    let on = |event: &'static str, change: fn(&Element)| {
        Some(Listener(EventListener::new(&window, event, move |_| {
            let Some(document) = super::document() else { return };
            let parts = document.get_elements_by_tag_name("details");
            (0..parts.length()).filter_map(|at| parts.item(at)).for_each(|part| change(&part));
        })))
    };
    [on("beforeprint", unfold), on("afterprint", fold)]
}

// Attributes of elements can be set in every browser; there is nothing to do where it fails.

fn unfold(part: &Element) {
    if !part.has_attribute("open") {
        let _set = part.set_attribute(UNFOLDED, "").and_then(|()| part.set_attribute("open", ""));
    }
}

fn fold(part: &Element) {
    if part.has_attribute(UNFOLDED) {
        let _removed = part.remove_attribute(UNFOLDED).and_then(|()| part.remove_attribute("open"));
    }
}
