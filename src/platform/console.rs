//! Words for the developer or site owner, and what happens should the program ever fail.

#[cfg(feature = "web")]
use super::boot::{Boot, show};
#[cfg(feature = "web")]
use crate::app::LoadFault;

/// Writes a warning to the console.
pub(super) fn warn(text: &str) {
    web_sys::console::warn_1(&text.into());
}

/// Shows the boot error if the program panics, which it should not, instead of a page that no longer responds. Every answer was stored when it was given, so reloading loses nothing.
///
/// Not there when screens are only rendered to text: Yew then runs no program that could fail.
#[cfg(feature = "web")]
pub fn install_panic_hook() {
    yew::set_custom_panic_hook(Box::new(|info| {
        web_sys::console::error_1(&info.to_string().into());
        show(Boot::Failed(LoadFault::Connection));
    }));
}
