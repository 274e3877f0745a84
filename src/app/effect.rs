//! Side effects that the core asks the shell to perform; only `platform` performs them.

use super::Route;
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
    /// Make a stamp for a new scan; answered by [`Msg::Stamped`](super::Msg::Stamped).
    Stamp,
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
        /// What it is.
        title: Text,
        /// Where it leads.
        link: String,
    },
    /// Post the progress to the host page, without any answers.
    PostMessage(String),
    /// Post a result to the host page, if it has this origin.
    SendResult(String, Text),
    /// Remove the fragment from the address: a shared result must not stay in the history.
    ClearFragment,
    /// Open the print dialog; answered by [`Msg::Printed`](super::Msg::Printed).
    Print,
    /// Activate the newer release and reload.
    UseRelease,
    /// Log a warning for developers and site owners to the console.
    Warn(String),
}
