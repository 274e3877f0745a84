//! The other scans on this device, and the removals that can still be undone.

use super::{Notice, SaveStatus};
use crate::json::Text;
use crate::record::{PolicyTheme, Record, RecordError};

/// A scan in the archive.
#[derive(Clone, Debug)]
pub(crate) struct ArchivedScan {
    /// Its id.
    pub(crate) id: Text,
    /// The scan, or why it cannot be read; an unreadable scan is left untouched.
    pub(crate) record: Result<Record, RecordError>,
    /// Its text in storage.
    pub(crate) text: String,
    /// False if storage was full: the scan lasts until the page is closed.
    pub(crate) saved: bool,
}

impl ArchivedScan {
    /// The scan, if it is readable.
    pub(crate) fn scan(&self) -> Option<&Record> {
        self.record.as_ref().ok()
    }

    /// True if it answers other statements than the present ones.
    pub(crate) fn is_of_other_set(&self) -> bool {
        matches!(self.record, Err(RecordError::OtherQuestionSet(_)))
    }
}

/// The other scans on this device, and those just removed.
#[derive(Debug, Default)]
pub(crate) struct Archive {
    /// The scans in the order of storage.
    pub(crate) scans: Vec<ArchivedScan>,
    /// True once they are loaded.
    pub(crate) is_listed: bool,
    /// The scan to copy, until the copy has a stamp.
    pub(crate) pending_copy: Option<Box<Record>>,
    /// The removals that can still be undone; the last one is undone first.
    pub(crate) undo: Vec<Undo>,
    /// Sequence number of the last undo offer, so that a late timer cannot end a newer one.
    pub(crate) undo_sequence: u32,
}

/// A removal that can still be undone. There can be several.
#[derive(Clone, Debug)]
pub(crate) struct Undo {
    /// Sequence number of this offer.
    pub(crate) number: u32,
    /// The notice that offers it.
    pub(crate) notice: Notice,
    /// The removed parts, which come back.
    pub(crate) removed: Removed,
}

/// The parts that an erasure or a removal took away.
#[derive(Clone, Debug, Default)]
pub(crate) struct Removed {
    /// The current scan as it was, if it was removed.
    pub(crate) record: Option<Record>,
    /// The unreadable record that storage held, if it was removed.
    pub(crate) unreadable: Option<(String, SaveStatus)>,
    /// The archived scans that were removed.
    pub(crate) archived: Vec<ArchivedScan>,
    /// The policy theme that was removed, and the id of the scan it belongs to.
    pub(crate) theme: Option<(Text, PolicyTheme)>,
}
