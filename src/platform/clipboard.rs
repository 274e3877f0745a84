//! Puts text on the clipboard. Without a secure page there is none, and a frame may be denied it.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use yew::Callback;

use crate::app::{CopyFailed, Msg};

/// Copies text and sends what came of it.
pub(super) fn copy(text: &str, dispatch: Callback<Msg>) {
    // Asked for at once, while the press of the button still counts as the person's own wish.
    let written = write(text);
    spawn_local(async move {
        let outcome = match written {
            Some(promise) => JsFuture::from(promise).await.map(|_| ()).map_err(|_| CopyFailed),
            None => Err(CopyFailed),
        };
        dispatch.emit(Msg::Copied(outcome));
    });
}

/// Through reflection, because where there is no clipboard its very name would throw.
fn write(text: &str) -> Option<Promise> {
    let navigator = web_sys::window()?.navigator();
    let clipboard = Reflect::get(&navigator, &"clipboard".into()).ok()?;
    let write: Function = Reflect::get(&clipboard, &"writeText".into()).ok()?.dyn_into().ok()?;
    write.call1(&clipboard, &JsValue::from_str(text)).ok()?.dyn_into().ok()
}
