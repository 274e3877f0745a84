//! The page that the server shows while the bundle is being built.

use std::fmt::Write as _;
use std::path::Path;
use std::sync::Mutex;

use axum::body::Body;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;
use xtask::steps::Steps;

use super::lock;
use crate::bundle::page::{Page, escape};

/// Where the page fetches updates. No file of the product has this path.
const UPDATES: &str = "/.progress";

/// The running build, if any.
#[derive(Default)]
pub(super) struct Progress(Mutex<Option<Build>>);

struct Build {
    steps: Steps,
    failure: Option<String>,
}

impl Progress {
    pub(super) fn follow(&self, steps: &Steps) {
        *lock(&self.0) = Some(Build { steps: steps.clone(), failure: None });
    }

    pub(super) fn fail(&self, error: &str) {
        if let Some(build) = lock(&self.0).as_mut() {
            build.failure = Some(error.to_owned());
        }
    }

    pub(super) fn end(&self) {
        *lock(&self.0) = None;
    }

    /// The response during a build; after it only to the pages that still wait.
    pub(super) fn answer(&self, path: &str) -> Option<Response> {
        let build = lock(&self.0);
        let Some(build) = build.as_ref() else {
            return (path == UPDATES).then(|| response(StatusCode::NO_CONTENT, String::new()));
        };
        if path == UPDATES {
            return Some(response(StatusCode::OK, build.status_html()));
        }
        let is_page =
            path.ends_with('/') || Path::new(path).extension().is_some_and(|ending| ending == "html");
        if !is_page {
            return Some(response(StatusCode::SERVICE_UNAVAILABLE, String::new()));
        }
        // With an error status, a service worker would show its copy of an earlier visit.
        Some(response(StatusCode::OK, page(&build.status_html())))
    }
}

impl Build {
    fn status_html(&self) -> String {
        let mut html = String::from("<ol>");
        for line in self.steps.lines() {
            // Writing to a string cannot fail.
            let _ = write!(html, "<li>{}</li>", escape(&line));
        }
        html.push_str("</ol>");
        if let Some(failure) = &self.failure {
            let _ = write!(
                html,
                "<h2>The build failed</h2><pre>{}</pre><p>It is built again once a source file changes.</p>",
                escape(failure)
            );
        }
        html
    }
}

fn page(status: &str) -> String {
    let mut page = Page::new(include_str!("progress.html"));
    // The template has this element, as a test shows.
    let _ = page.set_content("#status", status);
    page.as_str().to_owned()
}

fn response(status: StatusCode, body: String) -> Response {
    let mut response = Response::new(Body::from(body));
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
