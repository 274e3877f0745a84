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
mod image;
pub mod pointer;
mod print;
mod release;
mod second_press;
mod share;
mod storage;

pub use boot::{Boot, mount, mount_point, show as show_boot};
#[cfg(feature = "web")]
pub use console::install_panic_hook;
pub use flags::flags;
pub use focus::{focus_ask, focus_heading, follow_focus, keep_in_sight, recover_focus};
pub use history::{Listener, on_code, on_move as on_popped_state};
pub use print::unfold_on_paper;
pub use release::on_found as on_release_found;
pub use second_press::{ignore_second_presses, page_changed};
pub use storage::{on_change as on_storage_changed, unseen as unseen_storage};

use yew::Callback;

use crate::app::{Effect, Msg};
use crate::json::Text;

/// Carries out an effect; adapters that answer do so with a message.
///
/// The two effects that move the focus are left to the caller: they must wait until the page is painted.
pub fn perform(effect: Effect, question_set: &Text, dispatch: &Callback<Msg>) {
    match effect {
        Effect::Fetch(part, language) => content::fetch(part, language, dispatch.clone()),
        Effect::Save(text) => dispatch.emit(Msg::Saved(storage::save(question_set, &text))),
        Effect::EraseStored => storage::erase_all(),
        Effect::ListArchive => dispatch.emit(Msg::ArchiveListed(storage::list_archive(question_set))),
        Effect::SaveArchived(id, text) => {
            let outcome = storage::save_archived(question_set, &id, &text);
            dispatch.emit(Msg::ArchiveSaved(id, outcome));
        }
        Effect::DeleteArchived(id) => storage::delete_archived(question_set, &id),
        Effect::StartUndoTimer(number) => clock::start_undo_timer(number, dispatch.clone()),
        Effect::CreateScan => dispatch.emit(Msg::ScanCreated(clock::stamp())),
        Effect::DuplicateScan => dispatch.emit(Msg::ScanDuplicated(clock::stamp())),
        Effect::PushRoute(route) => history::push_route(&route),
        Effect::ReplaceRoute(route) => history::replace_route(&route),
        Effect::Download(file) => dispatch.emit(Msg::Exported(download::download(&file))),
        Effect::DownloadImage(image) => image::download(image, dispatch.clone()),
        Effect::Copy(text) => clipboard::copy(&text, dispatch.clone()),
        Effect::Share { title, link } => share::share(&title, &link, dispatch.clone()),
        Effect::PostMessage(message) => host::post_message(&message),
        Effect::ClearFragment => history::clear_fragment(),
        Effect::ShowCode(code) => history::show_code(&code),
        Effect::Print => dispatch.emit(Msg::Printed(print::print())),
        Effect::UseRelease => release::activate_and_reload(),
        Effect::Warn(text) => console::warn(&text),
        Effect::FocusHeading | Effect::FocusAsk => {}
    }
}

/// Sets the title and the language of the document.
pub fn set_document_meta(title: &str, language: &str) {
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
