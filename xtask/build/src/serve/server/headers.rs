//! Adds the headers of `crate::serve::headers` to responses, and the current policy of the bundle.

use std::collections::BTreeMap;
use std::fs::Metadata;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::time::SystemTime;

use anyhow::{Context, Result};
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use axum::response::Response;

use super::lock;
use crate::serve::headers;
use crate::serve::policy::{self, Policy};

/// Adds the headers that the file service does not set.
pub(super) fn complete(path: &str, policy: Option<&str>, response: &mut Response) {
    let found = response.status().is_success() || response.status() == StatusCode::NOT_MODIFIED;
    let content_type = headers::file_type(path)
        .filter(|_| response.status().is_success())
        .map(headers::FileType::content_type);
    let named = headers::for_path(path, found, policy).into_iter();
    let named = named.map(|(name, value)| (HeaderName::try_from(name), value));
    for (name, value) in named.chain(content_type.map(|value| (Ok(CONTENT_TYPE), value))) {
        if let (Ok(name), Ok(value)) = (name, HeaderValue::try_from(value)) {
            response.headers_mut().insert(name, value);
        }
    }
}

/// The policy of a bundle that may be rebuilt while it is served.
pub(super) struct BundlePolicy {
    bundle: PathBuf,
    /// The source expression for this server.
    self_source: Mutex<String>,
}

/// Identifies a state of the files: their modification times and lengths.
type Stamps = Vec<(PathBuf, Option<(SystemTime, u64)>)>;

/// Cached policies: every test has its own server, and most serve the same bundle.
static KNOWN: Mutex<BTreeMap<Stamps, Policy>> = Mutex::new(BTreeMap::new());

impl BundlePolicy {
    pub(super) fn new(bundle: &Path) -> Self {
        let self_source = Mutex::new(policy::SELF.to_owned());
        Self { bundle: bundle.to_owned(), self_source }
    }

    pub(super) fn set_self_source(&self, self_source: &str) {
        self_source.clone_into(&mut lock(&self.self_source));
    }

    /// The current policy; `None`, with the reason on the console, for a bundle that no strict policy allows.
    pub(super) fn current(&self) -> Option<String> {
        // While a bundle is being replaced its folder may be missing.
        let sources = policy::sources(&self.bundle).unwrap_or_default();
        let stamps: Stamps = sources.into_iter().map(|file| stamped(file.path)).collect();
        let known = lock(&KNOWN).get(&stamps).cloned();
        let policy = known.map_or_else(|| Policy::read(&self.bundle), Ok);
        match policy {
            Ok(policy) => {
                let written = policy.to_header(&lock(&self.self_source));
                lock(&KNOWN).insert(stamps, policy);
                Some(written)
            }
            Err(error) => {
                eprintln!("no content security policy: {error:#}");
                None
            }
        }
    }
}

fn stamped(path: PathBuf) -> (PathBuf, Option<(SystemTime, u64)>) {
    let stamp = |metadata: Metadata| Some((metadata.modified().ok()?, metadata.len()));
    let stamp = path.metadata().ok().and_then(stamp);
    (path, stamp)
}

/// The headers that a test overrides; `None` removes one.
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
