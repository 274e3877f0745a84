//! Keeps the record in localStorage. In a sandboxed frame, or where site data is blocked, the mere mention of
//! localStorage throws; that is an ordinary answer here.
//!
//! Several pages share it, and one that was frozen or kept for Back hears nothing of the others. So this page remembers
//! what it last saw under the key of the current scan, and whatever it has not seen is read before the next write.
//!
//! Another program of the same origin may clear all storage. Where this product empties storage itself it leaves a mark, so
//! that a page which finds nothing can tell the two apart, however late it looks.

use std::cell::{Cell, RefCell};

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{EventTarget, Storage, StorageEvent};
use yew::Callback;

use super::history::Listener;
use crate::app::{Msg, SaveFailed, Stored};
use crate::json::Text;

/// Everything this product stores begins with this: an origin is shared by all pages of a site.
const PREFIX: &str = "flexkompas.";

/// The mark that this product emptied storage itself; the next save removes it.
const ERASED: &str = "flexkompas.erased";

/// How the keys of early input end.
const EARLY: &str = ".early";

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}

/// The keys of all scans begin with the product and the version of the form.
const SCANS: &str = "flexkompas.v1.";

/// The key of the current scan of a question set.
fn key(question_set: &str) -> String {
    [SCANS, question_set].concat()
}

/// The key of an archived scan. The id of a scan of another question set is its key, because a scan there may have the same id.
fn archive_key(question_set: &str, id: &str) -> String {
    if id.starts_with(SCANS) { id.to_owned() } else { [SCANS, question_set, ".earlier.", id].concat() }
}

thread_local! {
    /// The current scan as this page last read or wrote it; `None` where storage held none.
    static SEEN: RefCell<Option<String>> = const { RefCell::new(None) };
    /// Whether storage held archived scans when this page last looked.
    static SEEN_ARCHIVE: Cell<bool> = const { Cell::new(false) };
}

fn remember(text: Option<&str>) {
    SEEN.set(text.map(str::to_owned));
}

/// The stored record of this question set.
pub(super) fn read(question_set: &str) -> Stored {
    let Some(storage) = storage() else { return Stored::Blocked };
    let Ok(text) = storage.get_item(&key(question_set)) else { return Stored::Blocked };
    remember(text.as_deref());
    text.map_or(Stored::Nothing, Stored::Text)
}

/// The message about what has changed since this page last looked; `None` if nothing has, or storage is blocked.
pub fn unseen(question_set: &str) -> Option<Msg> {
    let storage = storage()?;
    let text = storage.get_item(&key(question_set)).ok()?;
    let was_cleared = text.is_none()
        && (SEEN.with_borrow(Option::is_some) || SEEN_ARCHIVE.get())
        && !keys(&storage, PREFIX).iter().any(|key| is_kept(key));
    if was_cleared {
        forget();
        return Some(Msg::StorageCleared);
    }
    if SEEN.with_borrow(|seen| *seen == text) {
        return None;
    }
    Some(Msg::StorageChanged(read(question_set)))
}

/// Notes that storage holds no scan.
fn forget() {
    remember(None);
    SEEN_ARCHIVE.set(false);
}

/// True for the key of a scan, and for the mark that there need not be one: only early input may come after a clearing.
fn is_kept(key: &str) -> bool {
    !key.ends_with(EARLY)
}

fn mark_erased(storage: &Storage) {
    // It fails only where storage has room for nothing at all; another page then asks whether to keep its scan.
    let _ignored = storage.set_item(ERASED, "");
}

/// Stores a text; whatever was erased before, storage is in use again.
fn write(key: &str, text: &str) -> Result<Storage, SaveFailed> {
    let storage = storage().ok_or(SaveFailed::Blocked)?;
    storage.set_item(key, text).map_err(|_| SaveFailed::Full)?;
    // Removing cannot fail once writing worked.
    let _ignored = storage.remove_item(ERASED);
    Ok(storage)
}

/// The input from before the program ran, in a visit that ended before it ran.
pub(super) fn read_early(question_set: &str) -> Option<String> {
    storage()?.get_item(&early_key(question_set)).ok()?
}

/// Where the first script of the page (early.js) keeps it.
fn early_key(question_set: &str) -> String {
    [&key(question_set), EARLY].concat()
}

/// Keeps the record of this question set.
pub(super) fn save(question_set: &str, text: &str) -> Result<(), SaveFailed> {
    let storage = write(&key(question_set), text)?;
    remember(Some(text));
    // It is in the record now. Removing cannot fail once writing worked.
    let _ignored = storage.remove_item(&early_key(question_set));
    Ok(())
}

/// Removes all that this product stored, of every question set and version.
pub(super) fn erase_all() {
    let Some(storage) = storage() else { return };
    // First, because other pages may look at any moment.
    mark_erased(&storage);
    for key in keys(&storage, PREFIX).iter().filter(|key| **key != ERASED) {
        // Removing cannot fail once reading worked.
        let _ignored = storage.remove_item(key);
    }
    // Full storage had no room before.
    mark_erased(&storage);
    forget();
}

/// The keys that begin like this.
fn keys(storage: &Storage, prefix: &str) -> Vec<String> {
    let count = storage.length().unwrap_or(0);
    let all = (0..count).filter_map(|at| storage.key(at).ok().flatten());
    all.filter(|key| key.starts_with(prefix)).collect()
}

/// The archived scans and all scans of other question sets, each with its id and text; `None` if storage is blocked.
pub(super) fn list_archive(question_set: &str) -> Option<Vec<(String, String)>> {
    let storage = storage()?;
    let (current, prefix) = (key(question_set), archive_key(question_set, ""));
    let is_other = |key: &String| *key != current && is_kept(key);
    let of_key = |key: String| {
        let text = storage.get_item(&key).ok()??;
        Some((key.strip_prefix(&prefix).map_or_else(|| key.clone(), str::to_owned), text))
    };
    let list: Vec<_> = keys(&storage, SCANS).into_iter().filter(is_other).filter_map(of_key).collect();
    SEEN_ARCHIVE.set(!list.is_empty());
    Some(list)
}

/// Saves an archived scan.
pub(super) fn save_archived(question_set: &str, id: &str, text: &str) -> Result<(), SaveFailed> {
    write(&archive_key(question_set, id), text)?;
    SEEN_ARCHIVE.set(true);
    Ok(())
}

/// Deletes an archived scan.
pub(super) fn delete_archived(question_set: &str, id: &str) {
    let Some(storage) = storage() else { return };
    let gone = archive_key(question_set, id);
    if !keys(&storage, PREFIX).iter().any(|key| is_kept(key) && *key != gone) {
        mark_erased(&storage);
    }
    // Removing cannot fail once reading worked.
    let _ignored = storage.remove_item(&gone);
    SEEN_ARCHIVE.set(!keys(&storage, &archive_key(question_set, "")).is_empty());
}

/// Sends a message whenever another page changes what is kept for this question set, also for what changed while this
/// page was frozen or kept for Back. The messages end with the listeners.
pub fn on_change(question_set: &Text, dispatch: &Callback<Msg>) -> [Option<Listener>; 5] {
    let Some(window) = web_sys::window() else { return [const { None }; 5] };
    let (set, emit) = (question_set.clone(), dispatch.clone());
    let listener = EventListener::new(&window, "storage", move |event| {
        match event.dyn_ref::<StorageEvent>().and_then(StorageEvent::key) {
            // A program of the same origin has cleared all of it; this product removes its own keys alone.
            None => emit_unseen(&set, &emit),
            Some(changed) if changed == key(&set) => emit_unseen(&set, &emit),
            Some(changed) if changed.starts_with(&archive_key(&set, "")) => {
                emit.emit(Msg::ArchiveListed(list_archive(&set)));
            }
            Some(_) => {}
        }
    });
    let document = window.document();
    let on_return = |target: &EventTarget, event: &'static str| {
        let (question_set, dispatch) = (question_set.clone(), dispatch.clone());
        Listener(EventListener::new(target, event, move |_| {
            // A page that goes away or into the background has nothing to look at, and may be torn down meanwhile.
            if event == "visibilitychange" && is_hidden() {
                return;
            }
            emit_unseen(&question_set, &dispatch);
            dispatch.emit(Msg::ArchiveListed(list_archive(&question_set)));
        }))
    };
    [
        Some(Listener(listener)),
        Some(on_return(&window, "pageshow")),
        Some(on_return(&window, "focus")),
        document.as_ref().map(|document| on_return(document, "visibilitychange")),
        document.as_ref().map(|document| on_return(document, "resume")),
    ]
}

/// Whether the page is in the background, or about to go away.
fn is_hidden() -> bool {
    web_sys::window().and_then(|window| window.document()).is_some_and(|document| document.hidden())
}

/// Sends what another page has stored, if anything: what stands there now, not what stood there when an event was made.
fn emit_unseen(question_set: &Text, dispatch: &Callback<Msg>) {
    if let Some(msg) = unseen(question_set) {
        dispatch.emit(msg);
    }
}
