//! Messages to the page around the frame.

use js_sys::JSON;

use crate::app::HostMessage;

/// Posts a message to the page around the frame.
pub(super) fn post_message(message: &HostMessage) {
    let parent = web_sys::window().and_then(|window| window.parent().ok().flatten());
    let (Some(parent), Ok(value)) = (parent, JSON::parse(&message.to_json())) else { return };
    // The configuration has checked the origin. If the host page has another, the browser drops the message.
    let _dropped = parent.post_message(&value, message.target_origin());
}
