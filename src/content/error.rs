//! Errors in a content file, collected while it is read.

use std::cell::RefCell;

/// An error in a content file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContentError {
    /// Its path, such as `statements[3] (regie-top).anchors`.
    pub path: String,
    /// The fault, in English, for the editor of the file.
    pub reason: String,
}

impl std::fmt::Display for ContentError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.path)?;
        f.write_str(": ")?;
        f.write_str(&self.reason)
    }
}

/// Collects errors while a file is read; in tools it also logs the fields.
#[derive(Debug, Default)]
pub(super) struct ContentErrors {
    list: RefCell<Vec<ContentError>>,
    #[cfg(not(target_arch = "wasm32"))]
    field_log: RefCell<super::FieldLog>,
}

impl ContentErrors {
    pub(super) fn add(&self, path: String, reason: &str) {
        self.list.borrow_mut().push(ContentError { path, reason: reason.to_owned() });
    }

    /// All errors in the order they were found.
    pub(super) fn into_list(self) -> Vec<ContentError> {
        self.list.into_inner()
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl ContentErrors {
    pub(super) fn record_field(&self, list: &str, key: &str, layer: super::Layer, kind: super::Kind) {
        self.field_log.borrow_mut().record_field(list, key, layer, kind);
    }

    pub(super) fn record_object(&self, list: &str) {
        self.field_log.borrow_mut().record_object(list);
    }

    /// The fields read so far.
    pub(super) fn field_log(&self) -> super::FieldLog {
        self.field_log.borrow().clone()
    }
}
