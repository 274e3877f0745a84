//! The input that the first script of the page (early.js) captured before the program ran.

use js_sys::{Array, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use crate::app::EarlyInput;
use crate::json::{self, Value};

/// The input captured so far; the script continues. If the visitor left before the program ever ran, the input is still
/// in storage.
pub(super) fn taken(stored: Option<String>) -> Vec<EarlyInput> {
    let caught = caught();
    if !caught.is_empty() {
        return caught;
    }
    let stored = stored.and_then(|text| json::parse(&text).ok());
    let entries = stored.as_ref().and_then(Value::as_list).unwrap_or_default();
    let entry = |entry: &Value| {
        let parts: Vec<&str> =
            entry.as_list()?.iter().filter_map(|part| part.as_text().map(|text| &**text)).collect();
        early(&parts)
    };
    entries.iter().filter_map(entry).collect()
}

/// Takes over from the script: what it has caught since, as from now on it catches nothing any more.
pub(super) fn rest() -> Vec<EarlyInput> {
    let rest = caught();
    if let Some(window) = web_sys::window() {
        let _ignored = Reflect::set(&window, &LIST.into(), &JsValue::NULL);
    }
    rest
}

/// Where the script keeps what it catches.
const LIST: &str = "flexkompasEarly";

/// Takes what is in the list out of it.
fn caught() -> Vec<EarlyInput> {
    let Some(window) = web_sys::window() else { return Vec::new() };
    let list = Reflect::get(&window, &LIST.into()).ok().and_then(|list| list.dyn_into::<Array>().ok());
    let Some(list) = list else { return Vec::new() };
    let entries = list.to_vec();
    list.set_length(0);
    let entry = |entry: JsValue| {
        let parts: Vec<String> = Array::from(&entry).iter().filter_map(|part| part.as_string()).collect();
        early(&parts.iter().map(String::as_str).collect::<Vec<_>>())
    };
    entries.into_iter().filter_map(entry).collect()
}

fn early(parts: &[&str]) -> Option<EarlyInput> {
    match parts {
        [name, value] => Some(EarlyInput::Filled { name: (*name).to_owned(), value: (*value).to_owned() }),
        [button] => Some(EarlyInput::Pressed((*button).to_owned())),
        _ => None,
    }
}
