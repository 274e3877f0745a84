//! Hands text to other programs on the device (Web Share), where the browser can.

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::Navigator;
use yew::Callback;

use crate::app::{CopyFailed, Msg};

/// True if the browser supports sharing; permission is only known after trying.
pub(super) fn is_supported() -> bool {
    function().is_some()
}

fn function() -> Option<(Navigator, Function)> {
    let navigator = web_sys::window()?.navigator();
    let share: Function = Reflect::get(&navigator, &"share".into()).ok()?.dyn_into().ok()?;
    Some((navigator, share))
}

/// Hands over a link and sends what came of it.
pub(super) fn share(title: &str, link: &str, dispatch: Callback<Msg>) {
    let begun = begin(title, link);
    spawn_local(async move {
        let outcome = match begun {
            Some(promise) => match JsFuture::from(promise).await {
                Ok(_) => Ok(()),
                // A visitor who cancelled needs no message.
                Err(error) if is_cancelled(&error) => Ok(()),
                Err(_) => Err(CopyFailed),
            },
            None => Err(CopyFailed),
        };
        dispatch.emit(Msg::ShareEnded(outcome));
    });
}

fn begin(title: &str, link: &str) -> Option<Promise> {
    let (navigator, share) = function()?;
    let what = Object::new();
    for (key, value) in [("title", title), ("url", link)] {
        Reflect::set(&what, &key.into(), &value.into()).ok()?;
    }
    share.call1(&navigator, &what).ok()?.dyn_into().ok()
}

fn is_cancelled(error: &JsValue) -> bool {
    Reflect::get(error, &"name".into()).ok().and_then(|name| name.as_string()).as_deref()
        == Some("AbortError")
}
