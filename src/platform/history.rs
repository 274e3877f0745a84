//! Browser history: the state of each entry is its route.
//!
//! The address stays the same: its fragment may hold a shared result or belong to the host page.

use gloo::events::EventListener;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{History, PopStateEvent};
use yew::Callback;

use crate::app::{Msg, Route};
use crate::share_code::FRAGMENT_PREFIX;

fn history() -> Option<History> {
    web_sys::window()?.history().ok()
}

/// Adds an entry. Browsers reject hundreds of entries within seconds; the page works without them.
pub(super) fn push_route(route: &Route) {
    if let Some(history) = history() {
        let _ignored = history.push_state(&JsValue::from_str(&route.to_text()), "");
    }
}

/// Replaces the current entry.
pub(super) fn replace_route(route: &Route) {
    if let Some(history) = history() {
        let _ignored = history.replace_state(&JsValue::from_str(&route.to_text()), "");
    }
}

/// Puts a code into the fragment of the address; the route stays.
pub(super) fn show_code(code: &str) {
    replace_fragment(&[FRAGMENT_PREFIX, code].concat());
}

/// Removes the fragment from the address; the route stays.
pub(super) fn clear_fragment() {
    replace_fragment("");
}

fn replace_fragment(fragment: &str) {
    let (Some(history), Some(window)) = (history(), web_sys::window()) else { return };
    let location = window.location();
    let path = location.pathname().unwrap_or_default();
    let search = location.search().unwrap_or_default();
    let state = history.state().unwrap_or(JsValue::NULL);
    let _ignored = history.replace_state_with_url(&state, "", Some(&[&path, &search, fragment].concat()));
}

/// The address of the page without its fragment.
pub(super) fn address() -> String {
    let href = web_sys::window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    href.split('#').next().unwrap_or_default().to_owned()
}

/// How often mail programs and chats may have encoded a link.
const MAX_ENCODINGS: usize = 2;

/// The code of a result in the fragment, with whatever came along; `None` for a fragment of the host page's own.
pub(super) fn code() -> Option<String> {
    let mut hash = web_sys::window()?.location().hash().ok()?;
    for _ in 0..MAX_ENCODINGS {
        if let Ok(decoded) = js_sys::decode_uri_component(&hash) {
            hash = decoded.into();
        }
    }
    hash.strip_prefix(FRAGMENT_PREFIX).map(str::to_owned)
}

/// The route in the current entry; it survives a reload.
pub(super) fn current_route() -> Option<String> {
    history()?.state().ok()?.as_string()
}

/// A listener to the browser; it listens as long as it is kept.
#[derive(Debug)]
pub struct Listener(#[allow(dead_code, reason = "kept alive, never looked at")] pub(super) EventListener);

/// Sends a message whenever the person uses Back or Forward, as long as the listener lives.
pub fn on_move(dispatch: Callback<Msg>) -> Option<Listener> {
    let window = web_sys::window()?;
    Some(Listener(EventListener::new(&window, "popstate", move |event| {
        let state = event.dyn_ref::<PopStateEvent>().and_then(|event| event.state().as_string());
        dispatch.emit(Msg::PoppedState(state));
    })))
}

/// Sends a message when the visitor opens the link to a result in this very tab.
pub fn on_code(dispatch: Callback<Msg>) -> Option<Listener> {
    let window = web_sys::window()?;
    Some(Listener(EventListener::new(&window, "hashchange", move |_| {
        if let Some(code) = code() {
            dispatch.emit(Msg::CodeFound(code));
        }
    })))
}
