//! A newer release of the product that waits to be used. The service worker is the business of the script that started the
//! program (boot.js): here the mere mention of it could end the program in a sandbox.

use gloo::events::EventListener;
use js_sys::{Function, Reflect};
use wasm_bindgen::JsCast;
use yew::Callback;

use super::history::Listener;
use crate::app::Msg;

/// Sends a message when the script finds one, as long as the listener lives.
pub fn on_found(dispatch: Callback<Msg>) -> Option<Listener> {
    let window = web_sys::window()?;
    Some(Listener(EventListener::new(&window, "flexkompas-release", move |_| {
        dispatch.emit(Msg::ReleaseFound);
    })))
}

/// Activates the newer release and reloads the page; does nothing if there is none.
pub(super) fn activate_and_reload() {
    let Some(window) = web_sys::window() else { return };
    let function: Option<Function> =
        Reflect::get(&window, &"flexkompasRelease".into()).ok().and_then(|found| found.dyn_into().ok());
    if let Some(function) = function {
        let _ignored = function.call0(&window);
    }
}
