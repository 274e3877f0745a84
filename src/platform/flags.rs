//! Collects the flags of the program, once, at the start.

use js_sys::Reflect;
use web_sys::UrlSearchParams;

use super::{clock, early, history, share, storage};
use crate::app::{BLOCK, Config, Flags, StorageScope};

/// Collects the flags. Nothing in here can fail in a way the visitor would notice.
pub fn flags() -> Flags {
    let question_set = super::page_attribute("data-question-set").unwrap_or_default();
    let block = super::document().and_then(|document| document.get_element_by_id(BLOCK));
    let block = block.and_then(|block| block.text_content());
    let (config, refused) = Config::read(block.as_deref(), &parameter);
    Flags {
        asked_language: parameter("lang").or_else(|| super::page_attribute("data-language")),
        browser_languages: browser_languages(),
        stored: storage::read(&question_set),
        storage_scope: if is_embedded() { StorageScope::Site } else { StorageScope::Device },
        route: history::current_route(),
        stamp: clock::stamp(),
        address: history::address(),
        code: history::code(),
        early: early::taken(storage::read_early(&question_set)),
        config,
        refused,
        host: super::page_attribute("data-framed").filter(|host| !host.is_empty()).map(Into::into),
        can_share: share::is_supported(),
        question_set: question_set.into(),
    }
}

/// A parameter of the address.
fn parameter(name: &str) -> Option<String> {
    let search = web_sys::window()?.location().search().ok()?;
    UrlSearchParams::new_with_str(&search).ok()?.get(name)
}

fn browser_languages() -> Vec<String> {
    let Some(window) = web_sys::window() else { return Vec::new() };
    window.navigator().languages().iter().filter_map(|language| language.as_string()).collect()
}

/// True inside a frame of another page. Comparing windows is allowed across origins, reading them is not.
fn is_embedded() -> bool {
    let Some(window) = web_sys::window() else { return false };
    Reflect::get(&window, &"top".into()).map_or(true, |top| !js_sys::Object::is(&top, &window))
}
