//! The only part that touches the browser. Every failure here becomes a value.
//!
//! One file per capability. Whatever may throw in a strict sandbox, a private window or an old browser is
//! called through an interface that returns `Result` or `Option`; gloo's storage and routers are not used,
//! because they throw.

mod boot;
mod clipboard;
mod clock;
mod console;
mod content;
mod download;
mod early;
pub mod event;
mod flags;
mod focus;
mod history;
mod host;
mod picture;
pub mod pointer;
mod print;
mod release;
mod share;
mod storage;

pub use boot::{Boot, mount_point, show as show_boot, take_over};
#[cfg(feature = "web")]
pub use console::guard_against_silence;
pub use flags::flags;
pub use focus::{focus_ask, focus_heading, follow_focus, keep_in_sight, recover_focus};
pub use history::{Listener, on_code, on_move as on_history_moved};
pub use release::on_found as on_release_found;
pub use storage::on_change as on_stored_elsewhere;

use yew::Callback;

use crate::app::{Effect, Msg};
use crate::json::Text;

/// Carries out an effect; adapters that answer do so with a message.
///
/// The two effects that move the focus are left to the caller: they must wait until the page is painted.
pub fn perform(effect: Effect, question_set: &Text, send: &Callback<Msg>) {
    match effect {
        Effect::Fetch(part, language) => content::fetch(part, language, send.clone()),
        Effect::Save(text) => send.emit(Msg::Saved(storage::save(question_set, &text))),
        Effect::EraseStored => storage::erase_all(),
        Effect::ListArchive => send.emit(Msg::ArchiveListed(storage::list_archive(question_set))),
        Effect::SaveArchived(id, text) => {
            let outcome = storage::save_archived(question_set, &id, &text);
            send.emit(Msg::ArchiveSaved(id, outcome));
        }
        Effect::DeleteArchived(id) => storage::delete_archived(question_set, &id),
        Effect::StartUndoTimer(number) => clock::start_undo_timer(number, send.clone()),
        Effect::Stamp => send.emit(Msg::Stamped(clock::stamp())),
        Effect::PushRoute(route) => history::push_route(&route),
        Effect::ReplaceRoute(route) => history::replace_route(&route),
        Effect::Download(file) => send.emit(Msg::Exported(download::hand_over(&file))),
        Effect::DownloadPicture(drawing) => picture::hand_over(drawing, send.clone()),
        Effect::Copy(text) => clipboard::copy(&text, send.clone()),
        Effect::Share { title, link } => share::share(&title, &link, send.clone()),
        Effect::Tell(message) => host::tell(&message, "*"),
        Effect::SendResult(message, origin) => host::tell(&message, &origin),
        Effect::ClearFragment => history::clear_fragment(),
        Effect::Print => send.emit(Msg::Printed(print::print())),
        Effect::UseRelease => release::use_it(),
        Effect::Warn(text) => console::warn(&text),
        Effect::FocusHeading | Effect::FocusAsk => {}
    }
}

/// Sets the title and the language of the document.
pub fn describe(title: &str, language: &str) {
    let Some(document) = document() else { return };
    if !title.is_empty() && document.title() != title {
        document.set_title(title);
    }
    // To set it to what it is has Chromium work out the style of the whole page anew.
    if let Some(root) = document
        .document_element()
        .filter(|root| root.get_attribute("lang").is_none_or(|now| now != language))
    {
        // Attributes of the root can be set in every browser; there is nothing to do where it fails.
        let _set = root.set_attribute("lang", language);
    }
}

fn document() -> Option<web_sys::Document> {
    web_sys::window()?.document()
}

/// An attribute of `<html>`: where the build writes what the program must know of the page.
fn page_attribute(name: &str) -> Option<String> {
    document()?.document_element()?.get_attribute(name)
}
