//! What the first script of the page (early.js) caught before the program ran.

use js_sys::{Array, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use crate::app::Early;
use crate::json::{self, Value};

/// Takes over from the script: from now on it catches nothing any more. Where the page was left before the program
/// ever ran, what it caught is still in storage.
pub(super) fn taken(stored: Option<String>) -> Vec<Early> {
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

fn caught() -> Vec<Early> {
    let Some(window) = web_sys::window() else { return Vec::new() };
    let list =
        Reflect::get(&window, &"flexkompasEarly".into()).ok().and_then(|list| list.dyn_into::<Array>().ok());
    let _ignored = Reflect::set(&window, &"flexkompasEarly".into(), &JsValue::NULL);
    let Some(list) = list else { return Vec::new() };
    let entry = |entry: JsValue| {
        let parts: Vec<String> = Array::from(&entry).iter().filter_map(|part| part.as_string()).collect();
        early(&parts.iter().map(String::as_str).collect::<Vec<_>>())
    };
    list.iter().filter_map(entry).collect()
}

fn early(parts: &[&str]) -> Option<Early> {
    match parts {
        [name, value] => Some(Early::Filled { name: (*name).to_owned(), value: (*value).to_owned() }),
        [button] => Some(Early::Pressed((*button).to_owned())),
        _ => None,
    }
}
