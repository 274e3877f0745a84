//! Whether and where the visitor's own scan is saved.

use crate::app::flags::StorageScope;
use crate::record::RecordError;

/// The state of saving.
#[derive(Debug)]
pub(crate) struct Saving {
    pub(in crate::app) status: SaveStatus,
    pub(in crate::app) scope: StorageScope,
    /// The record was changed and is not saved yet.
    pub(in crate::app) record_changed: bool,
    /// The stored record that this version cannot read.
    pub(in crate::app) unreadable: Option<String>,
}

/// Whether answers are saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaveStatus {
    /// Every answer is saved.
    Saved(StorageScope),
    /// Answers are lost when the page is closed.
    Unsaved(UnsavedReason),
}

/// Why answers are not saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UnsavedReason {
    /// Storage is blocked.
    Blocked,
    /// Storage is full.
    Full,
    /// Another program has cleared storage.
    Cleared,
    /// Storage holds an unreadable record, which must not be overwritten.
    Unreadable(RecordError),
}
