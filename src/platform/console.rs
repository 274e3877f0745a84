//! Words for the developer or site owner, and what happens should the program ever fail.

#[cfg(feature = "web")]
use super::boot::{Boot, show};

/// Writes a warning to the console.
pub(super) fn warn(text: &str) {
    web_sys::console::warn_1(&text.into());
}

/// Nothing here may panic; if something does all the same, the visitor is told instead of left with a page
/// that looks alive. Every answer was stored when it was given, so reloading loses nothing.
///
/// Not there when screens are only rendered to text: Yew then runs no program that could fail.
#[cfg(feature = "web")]
pub fn guard_against_silence() {
    yew::set_custom_panic_hook(Box::new(|info| {
        web_sys::console::error_1(&info.to_string().into());
        show(Boot::Failed);
    }));
}
