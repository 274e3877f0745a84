//! A script that a test injects into every page, before all others, and the notes it sends.

use std::sync::Mutex;

use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE, ETAG, LAST_MODIFIED};
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;

use super::lock;
use crate::bundle::page::Page;

/// Paths that no file of the product has.
const SCRIPT: &str = "/.first.js";
const NOTES: &str = "/.notes";

#[derive(Default)]
pub(super) struct InjectedScript {
    script: Mutex<Option<String>>,
    notes: Mutex<Vec<String>>,
}

impl InjectedScript {
    pub(super) fn set(&self, script: &str) {
        *lock(&self.script) = Some(script.to_owned());
    }

    pub(super) fn is_set(&self) -> bool {
        lock(&self.script).is_some()
    }

    pub(super) fn notes(&self) -> Vec<String> {
        lock(&self.notes).clone()
    }

    pub(super) fn handles(&self, path: &str) -> bool {
        self.is_set() && [SCRIPT, NOTES].contains(&path)
    }

    /// The script, or an acknowledgement of a note.
    pub(super) async fn answer(&self, request: Request) -> Response {
        let mut response = Response::new(Body::empty());
        if request.uri().path() == SCRIPT {
            *response.body_mut() = Body::from(lock(&self.script).clone().unwrap_or_default());
            response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("text/javascript"));
            return response;
        }
        match to_bytes(request.into_body(), usize::MAX).await {
            Ok(note) => {
                lock(&self.notes).push(String::from_utf8_lossy(&note).into_owned());
                *response.status_mut() = StatusCode::NO_CONTENT;
            }
            Err(_) => *response.status_mut() = StatusCode::BAD_REQUEST,
        }
        response
    }
}

/// Whether a path belongs to a page; other files stay untouched.
pub(super) fn is_page(path: &str) -> bool {
    path.ends_with('/') || path.ends_with("/index.html") || path.ends_with("/embed.html")
}

/// Injects the script into a page; leaves any other response unchanged.
pub(super) async fn inject(mut response: Response) -> Response {
    let kind = response.headers().get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    if !response.status().is_success() || !kind.is_some_and(|kind| kind.starts_with("text/html")) {
        return response;
    }
    let body = std::mem::take(response.body_mut());
    let body = to_bytes(body, usize::MAX).await.unwrap_or_default();
    let mut page = Page::new(String::from_utf8_lossy(&body));
    // A page without a head stays as it is.
    let _ = page.prepend("head", &format!("<script src=\"{SCRIPT}\"></script>"));
    // They describe the original page.
    for header in [CONTENT_LENGTH, ETAG, LAST_MODIFIED] {
        response.headers_mut().remove(header);
    }
    *response.body_mut() = Body::from(page.as_str().to_owned());
    response
}
