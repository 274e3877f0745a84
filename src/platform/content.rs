//! Fetches content files from beside the program.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use yew::Callback;

use crate::app::{FetchFailed, Msg};
use crate::content::{Language, Part};

/// Fetches one part in one language and sends what came of it.
pub(super) fn fetch(part: Part, language: Language, dispatch: Callback<Msg>) {
    spawn_local(async move {
        let text = match address(part, language) {
            Some(address) => load(&address).await,
            None => Err(FetchFailed::NotListed),
        };
        dispatch.emit(Msg::ContentFetched { part, language, text });
    });
}

/// The address of a part, from the list that the build writes into the page:
/// `<html data-content="start.nl=content/start.nl.1a2b3c4d.json …">`.
fn address(part: Part, language: Language) -> Option<String> {
    let list = super::page_attribute("data-content")?;
    let name = [part.name(), ".", language.code()].concat();
    let entry =
        list.split_whitespace().find_map(|entry| entry.split_once('=').filter(|(key, _)| *key == name));
    entry.map(|(_, address)| address.to_owned())
}

/// Through the script that started the program (boot.js): it fetches with patience, tries again, and checks that what
/// came is what was built.
async fn load(address: &str) -> Result<String, FetchFailed> {
    let text = asked_for(address).ok_or(FetchFailed::Network)?;
    let text = JsFuture::from(text).await.map_err(|error| {
        let property = |name: &str| Reflect::get(&error, &name.into()).ok();
        if property("altered").is_some_and(|altered| altered.is_truthy()) {
            return FetchFailed::Altered;
        }
        let status = property("status").and_then(|status| status.as_f64());
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a status has three digits; anything else becomes some number in a message for developers"
        )]
        status.map_or(FetchFailed::Network, |status| FetchFailed::Status(status as u16))
    })?;
    text.as_string().ok_or(FetchFailed::Network)
}

fn asked_for(address: &str) -> Option<Promise> {
    let window = web_sys::window()?;
    let fetch: Function = Reflect::get(&window, &"flexkompasText".into()).ok()?.dyn_into().ok()?;
    fetch.call1(&window, &address.into()).ok()?.dyn_into().ok()
}
