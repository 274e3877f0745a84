//! Keeps the record in localStorage. In a sandboxed frame, or where site data is blocked, the mere mention of
//! localStorage throws; that is an ordinary answer here.

use web_sys::Storage;

use crate::app::{SaveFailed, Stored};

/// Everything this product stores begins with this: an origin is shared by all pages of a site.
const PREFIX: &str = "flexkompas.";

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}

/// The key of the present scan: product, version of the form, question set.
fn key(question_set: &str) -> String {
    [PREFIX, "v1.", question_set].concat()
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

/// Keeps the record of this question set.
pub(super) fn save(question_set: &str, text: &str) -> Result<(), SaveFailed> {
    let storage = storage().ok_or(SaveFailed::Blocked)?;
    storage.set_item(&key(question_set), text).map_err(|_| SaveFailed::Full)
}

/// Removes all that this product stored, of every question set and version.
pub(super) fn erase_all() {
    let Some(storage) = storage() else { return };
    let count = storage.length().unwrap_or(0);
    let keys: Vec<String> = (0..count).filter_map(|at| storage.key(at).ok().flatten()).collect();
    for key in keys.iter().filter(|key| key.starts_with(PREFIX)) {
        // Removing cannot fail once reading worked.
        let _ignored = storage.remove_item(key);
    }
}
