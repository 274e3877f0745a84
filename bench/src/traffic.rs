//! Network traffic, as the DevTools protocol reports it.

use serde_json::Value;

/// Network traffic.
#[derive(Clone, Copy, Debug, Default)]
pub struct Traffic {
    /// Bytes, compressed, including response headers.
    pub bytes: f64,
    /// Requests that left the browser.
    pub requests: u32,
}

/// A number of bytes; the protocol uses -1 for unknown.
pub(crate) fn byte_count(value: &Value) -> f64 {
    value.as_f64().unwrap_or_default().max(0.0)
}

/// Whether a URL needs the network; `data:` URLs do not.
pub(crate) fn is_network_request(url: &Value) -> bool {
    url.as_str().is_some_and(|url| url.starts_with("http"))
}
