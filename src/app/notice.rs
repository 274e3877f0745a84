//! What is told once, and what is asked before something happens.

use super::{Record, Undecodable, Unreadable};

/// A question that waits for yes or no.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ask {
    /// Begin again with an empty scan?
    Restart,
    /// Erase everything on this device?
    Erase,
    /// Let this file take the place of the present answers?
    Replace(Box<Record>),
}

/// Something to tell once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The file was handed over.
    Exported,
    /// The file was handed over inside a frame, which may drop it without a word; here is its text all the same.
    ExportedInFrame(String),
    /// The file could not be handed over; here is its text to copy.
    ExportFailed(String),
    /// The answers of a file are loaded.
    Imported,
    /// A file could not be used.
    ImportFailed(Unreadable),
    /// Everything is erased.
    Erased,
    /// A scan was removed.
    Removed,
    /// What was erased or removed is back.
    BackAgain,
    /// The result that was looked at is kept among the earlier scans.
    KeptHere,
    /// It was here already.
    AlreadyHere,
    /// A scan could not be kept among the earlier ones: there is no room.
    NoRoom,
    /// A new measurement begins with the answers of an earlier one.
    NewMeasurement,
    /// Another tab changed the scan, and this one follows.
    Followed,
    /// A code could not be used.
    CodeRefused(Undecodable),
    /// The text is on the clipboard.
    Copied,
    /// It is not; here it is to copy by hand.
    CopyFailed(String),
    /// The print window may not open here; this link leads to the same result in a tab of its own.
    PrintFailed(String),
    /// The result was sent to the page around the frame.
    Sent,
    /// Another language could not be loaded.
    LanguageFailed,
}
