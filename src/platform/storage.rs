//! Keeps the record in localStorage. In a sandboxed frame, or where site data is blocked, the mere mention of
//! localStorage throws; that is an ordinary answer here.

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Storage, StorageEvent};
use yew::Callback;

use super::history::Listener;
use crate::app::{Msg, SaveFailed, Stored};
use crate::json::Text;

/// Everything this product stores begins with this: an origin is shared by all pages of a site.
const PREFIX: &str = "flexkompas.";

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}

/// The key of the current scan: product, version of the form, question set.
fn key(question_set: &str) -> String {
    [PREFIX, "v1.", question_set].concat()
}

/// The key of an archived scan.
fn archive_key(question_set: &str, id: &str) -> String {
    [PREFIX, "v1.", question_set, ".earlier.", id].concat()
}

/// What is kept for this question set.
pub(super) fn read(question_set: &str) -> Stored {
    let Some(storage) = storage() else { return Stored::Blocked };
    match storage.get_item(&key(question_set)) {
        Ok(Some(text)) => Stored::Text(text),
        Ok(None) => Stored::Nothing,
        Err(_) => Stored::Blocked,
    }
}

/// What was done before the program ran, in a visit that ended before it ran.
pub(super) fn read_early(question_set: &str) -> Option<String> {
    storage()?.get_item(&early_key(question_set)).ok()?
}

/// Where the first script of the page (early.js) keeps it.
fn early_key(question_set: &str) -> String {
    [&key(question_set), ".early"].concat()
}

/// Keeps the record of this question set.
pub(super) fn save(question_set: &str, text: &str) -> Result<(), SaveFailed> {
    let storage = storage().ok_or(SaveFailed::Blocked)?;
    storage.set_item(&key(question_set), text).map_err(|_| SaveFailed::Full)?;
    // It is in the record now. Removing cannot fail once writing worked.
    let _ignored = storage.remove_item(&early_key(question_set));
    Ok(())
}

/// Removes all that this product stored, of every question set and version.
pub(super) fn erase_all() {
    let Some(storage) = storage() else { return };
    for key in keys(&storage, PREFIX) {
        // Removing cannot fail once reading worked.
        let _ignored = storage.remove_item(&key);
    }
}

/// The keys that begin like this.
fn keys(storage: &Storage, prefix: &str) -> Vec<String> {
    let count = storage.length().unwrap_or(0);
    let all = (0..count).filter_map(|at| storage.key(at).ok().flatten());
    all.filter(|key| key.starts_with(prefix)).collect()
}

/// The archived scans, each with its id and text; `None` if storage is blocked.
pub(super) fn list_archive(question_set: &str) -> Option<Vec<(String, String)>> {
    let storage = storage()?;
    let prefix = archive_key(question_set, "");
    let of_key = |key: String| {
        let text = storage.get_item(&key).ok()??;
        Some((key.strip_prefix(&prefix)?.to_owned(), text))
    };
    Some(keys(&storage, &prefix).into_iter().filter_map(of_key).collect())
}

/// Saves an archived scan.
pub(super) fn save_archived(question_set: &str, id: &str, text: &str) -> Result<(), SaveFailed> {
    let storage = storage().ok_or(SaveFailed::Blocked)?;
    storage.set_item(&archive_key(question_set, id), text).map_err(|_| SaveFailed::Full)
}

/// Deletes an archived scan.
pub(super) fn delete_archived(question_set: &str, id: &str) {
    if let Some(storage) = storage() {
        // Removing cannot fail once reading worked.
        let _ignored = storage.remove_item(&archive_key(question_set, id));
    }
}

/// Sends a message whenever another tab changes what is kept for this question set.
pub fn on_change(question_set: Text, send: Callback<Msg>) -> Option<Listener> {
    let window = web_sys::window()?;
    Some(Listener(EventListener::new(&window, "storage", move |event| {
        let Some(changed) = event.dyn_ref::<StorageEvent>().and_then(StorageEvent::key) else {
            // Everything was cleared, or the event is not what it says.
            return send.emit(Msg::StorageChanged(read(&question_set)));
        };
        if changed == key(&question_set) {
            // What stands there now counts, not what stood there when the event was made.
            send.emit(Msg::StorageChanged(read(&question_set)));
        } else if changed.starts_with(&archive_key(&question_set, "")) {
            send.emit(Msg::ArchiveListed(list_archive(&question_set)));
        }
    })))
}
