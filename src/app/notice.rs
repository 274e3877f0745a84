//! Notices, shown once, and questions asked before something happens.

use crate::record::{Record, RecordError};
use crate::share_code::DecodeError;

/// A question that waits for yes or no.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ask {
    /// Begin again with an empty scan?
    Restart,
    /// Erase everything on this device?
    Erase,
    /// Save again what another program has cleared, or discard it?
    Cleared,
    /// Replace the current answers with this file?
    Replace(Box<Record>),
}

/// A notice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The file was downloaded.
    Exported,
    /// The file was downloaded inside a frame, which may drop it silently; here is its text too.
    ExportedInFrame(String),
    /// The download failed; here is the text to copy.
    ExportFailed(String),
    /// The answers of a file are loaded.
    Imported,
    /// A file could not be used.
    ImportFailed(RecordError),
    /// Everything is erased.
    Erased,
    /// A scan was removed.
    Removed,
    /// A policy theme was removed.
    ThemeRemoved,
    /// The erased or removed scans are restored.
    BackAgain,
    /// The viewed scan is archived.
    KeptHere,
    /// The viewed scan is on this device already.
    AlreadyHere,
    /// This device has a scan with other statements, such as those of an earlier version.
    OtherSetHere,
    /// Storage had no room to archive a scan.
    NoRoom,
    /// A new measurement starts with the answers of an existing scan.
    NewMeasurement,
    /// Another tab changed the scan, and this tab shows the change.
    Followed,
    /// A code could not be used.
    CodeRefused(DecodeError),
    /// The text is on the clipboard.
    Copied,
    /// Copying failed; here is the text to copy manually.
    CopyFailed(String),
    /// The print window may not open here; this link leads to the same result in a tab of its own.
    PrintFailed(String),
    /// The result was sent to the page around the frame.
    Sent,
    /// Another language could not be loaded.
    LanguageFailed,
}
