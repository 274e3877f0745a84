//! Side effects that the core asks the shell to perform; only `platform` performs them.

use super::{HostMessage, Route};
use crate::content::{Language, Part};
use crate::export::{Download, SvgImage};
use crate::json::Text;

/// A side effect.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Fetch a content file; answered by [`Msg::ContentFetched`](super::Msg::ContentFetched).
    Fetch(Part, Language),
    /// Save the record; answered by [`Msg::Saved`](super::Msg::Saved).
    Save(String),
    /// Remove everything this product stored.
    EraseStored,
    /// List the archived scans; answered by [`Msg::ArchiveListed`](super::Msg::ArchiveListed).
    ListArchive,
    /// Save an archived scan by its id; answered by [`Msg::ArchiveSaved`](super::Msg::ArchiveSaved).
    SaveArchived(Text, String),
    /// Delete an archived scan.
    DeleteArchived(Text),
    /// Start the timer of an undo offer; answered by [`Msg::UndoEnded`](super::Msg::UndoEnded) with this number.
    StartUndoTimer(u32),
    /// Make a stamp for a new scan; answered by [`Msg::ScanCreated`](super::Msg::ScanCreated).
    CreateScan,
    /// Make a stamp for a copy of a scan; answered by [`Msg::ScanDuplicated`](super::Msg::ScanDuplicated).
    DuplicateScan,
    /// Add a history entry with this route.
    PushRoute(Route),
    /// Replace the route in the current history entry.
    ReplaceRoute(Route),
    /// Move the focus to the heading of the new screen and show it from the top.
    FocusHeading,
    /// Move the focus to the question that opened.
    FocusAsk,
    /// Download a file; answered by [`Msg::Exported`](super::Msg::Exported).
    Download(Download),
    /// Rasterize an SVG image and download it; answered by [`Msg::Exported`](super::Msg::Exported).
    DownloadImage(SvgImage),
    /// Copy text to the clipboard; answered by [`Msg::Copied`](super::Msg::Copied).
    Copy(String),
    /// Share a link with another app; answered by [`Msg::ShareEnded`](super::Msg::ShareEnded).
    Share {
        /// The title.
        title: Text,
        /// Where it leads.
        link: String,
    },
    /// Post a message to the host page.
    PostMessage(HostMessage),
    /// Remove the fragment from the address: a shared result must not stay in the history.
    ClearFragment,
    /// Put a code that could not be read back into the address, so that the visitor can mend it.
    ShowCode(Text),
    /// Open the print dialog; answered by [`Msg::Printed`](super::Msg::Printed).
    Print,
    /// Activate the newer release and reload.
    UseRelease,
    /// Log a warning for developers and site owners to the console.
    Warn(String),
}
