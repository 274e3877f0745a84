//! The headers a good static host sends.

use anyhow::{Context, Result};
use axum::http::header::{
    ACCESS_CONTROL_ALLOW_ORIGIN, CACHE_CONTROL, REFERRER_POLICY, VARY, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use axum::response::Response;

/// Adds the headers that the file service leaves open.
pub(super) fn complete(path: &str, response: &mut Response) {
    let found = response.status().is_success() || response.status() == StatusCode::NOT_MODIFIED;
    let caching = if found { caching(path) } else { "no-cache" };
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static(caching));
    // A frame with a strict sandbox has no origin of its own and may load the files only if everybody may.
    headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    headers.insert(VARY, HeaderValue::from_static("accept-encoding"));
}

/// A file whose name changes with its bytes may be kept for good; any other must be asked for again.
fn caching(path: &str) -> &'static str {
    let name = path.rsplit('/').next().unwrap_or_default();
    if name.split(['-', '.', '_']).any(is_hash) { "public, max-age=31536000, immutable" } else { "no-cache" }
}

/// Eight digits are ours; sixteen are Trunk's, which leaves out leading zeros.
fn is_hash(word: &str) -> bool {
    let hex = word.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
    hex && (word.len() == 8 || (14..=16).contains(&word.len()))
}

/// The headers a test wants otherwise; `None` leaves one out.
#[derive(Default)]
pub(super) struct Changes(Vec<(HeaderName, Option<HeaderValue>)>);

impl Changes {
    pub(super) fn set(&mut self, name: &str, value: Option<&str>) -> Result<()> {
        let name = HeaderName::try_from(name).with_context(|| format!("{name:?} is no name of a header"))?;
        let value = value.map(HeaderValue::try_from).transpose().context("not a value of a header")?;
        self.0.retain(|(other, _)| *other != name);
        self.0.push((name, value));
        Ok(())
    }

    pub(super) fn apply(&self, headers: &mut HeaderMap) {
        for (name, value) in &self.0 {
            match value {
                Some(value) => headers.insert(name, value.clone()),
                None => headers.remove(name),
            };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_name_with_a_hash_is_kept_for_good() {
        for path in [
            "/flexkompas-0123456789abcdef_bg.wasm",
            "/styles-123456789abcde.css",
            "/content/start.nl.1a2b3c4d.json",
        ] {
            assert!(caching(path).ends_with("immutable"), "{path}");
        }
        for path in
            ["/", "/index.html", "/boot.js", "/sw.js", "/content/start.nl.json", "/1a2b3c4d/index.html"]
        {
            assert_eq!(caching(path), "no-cache", "{path}");
        }
    }
}
