//! The browser's history: one entry per place, with the place as its state.
//!
//! The address stays as it is: a fragment may be somebody's shared result or belong to the host page.

use gloo::events::EventListener;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{History, PopStateEvent};
use yew::Callback;

use crate::app::{Msg, Place};

fn history() -> Option<History> {
    web_sys::window()?.history().ok()
}

/// Adds an entry. Browsers refuse hundreds of entries in seconds; the page goes on without.
pub(super) fn push(place: &Place) {
    if let Some(history) = history() {
        let _ignored = history.push_state(&JsValue::from_str(&place.to_text()), "");
    }
}

/// Changes the present entry.
pub(super) fn replace(place: &Place) {
    if let Some(history) = history() {
        let _ignored = history.replace_state(&JsValue::from_str(&place.to_text()), "");
    }
}

/// The place in the present entry: after a reload it is still there.
pub(super) fn present() -> Option<String> {
    history()?.state().ok()?.as_string()
}

/// A listener to the browser; it listens as long as it is kept.
#[derive(Debug)]
pub struct Listener(#[allow(dead_code, reason = "kept alive, never looked at")] EventListener);

/// Sends a message whenever the person uses Back or Forward, as long as the listener lives.
pub fn on_move(send: Callback<Msg>) -> Option<Listener> {
    let window = web_sys::window()?;
    Some(Listener(EventListener::new(&window, "popstate", move |event| {
        let state = event.dyn_ref::<PopStateEvent>().and_then(|event| event.state().as_string());
        send.emit(Msg::HistoryMoved(state));
    })))
}
