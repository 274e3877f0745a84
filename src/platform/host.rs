//! Messages to the page around the frame.

use js_sys::JSON;

/// Sends a message, a JSON text, to the page around the frame if it is of this origin; `*` is any.
pub(super) fn post_message(message: &str, origin: &str) {
    let parent = web_sys::window().and_then(|window| window.parent().ok().flatten());
    let (Some(parent), Ok(message)) = (parent, JSON::parse(message)) else { return };
    // An origin is checked when the configuration is read. Where the page is of another, the browser drops the message.
    let _dropped = parent.post_message(&message, origin);
}
