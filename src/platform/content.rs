//! Fetches content files from beside the program.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::Response;
use yew::Callback;

use crate::app::{FetchFailed, Msg};
use crate::content::{Language, Part};

/// Fetches one part in one language and sends what came of it.
pub(super) fn fetch(part: Part, language: Language, send: Callback<Msg>) {
    spawn_local(async move {
        let text = match address(part, language) {
            Some(address) => load(&address).await,
            None => Err(FetchFailed::NotListed),
        };
        send.emit(Msg::ContentFetched { part, language, text });
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

async fn load(address: &str) -> Result<String, FetchFailed> {
    let window = web_sys::window().ok_or(FetchFailed::Network)?;
    let response = JsFuture::from(window.fetch_with_str(address)).await.map_err(|_| FetchFailed::Network)?;
    let response: Response = response.dyn_into().map_err(|_| FetchFailed::Network)?;
    if !response.ok() {
        return Err(FetchFailed::Status(response.status()));
    }
    let text = response.text().map_err(|_| FetchFailed::Network)?;
    let text = JsFuture::from(text).await.map_err(|_| FetchFailed::Network)?;
    text.as_string().ok_or(FetchFailed::Network)
}
