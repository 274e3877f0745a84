//! What the shell is asked to do: values, carried out by `platform` and nowhere else.

use super::Route;
use crate::content::{Language, Part};
use crate::json::Text;

/// One thing for the shell to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Fetch a content file; answered by [`Msg::ContentFetched`](super::Msg::ContentFetched).
    Fetch(Part, Language),
    /// Keep the record; answered by [`Msg::Saved`](super::Msg::Saved).
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
    /// Hand a file over; answered by [`Msg::Exported`](super::Msg::Exported).
    Download(File),
    /// Turn a drawing into points and hand it over; answered by [`Msg::Exported`](super::Msg::Exported).
    DownloadPicture(Drawing),
    /// Put text on the clipboard; answered by [`Msg::Copied`](super::Msg::Copied).
    Copy(String),
    /// Hand text with a link to another program; answered by [`Msg::ShareEnded`](super::Msg::ShareEnded).
    Share {
        /// What it is.
        title: Text,
        /// Where it leads.
        link: String,
    },
    /// Tell the page around the frame how far the visitor is; nothing that was answered.
    Tell(String),
    /// Send a result to the page around the frame, if it is of this origin.
    SendResult(String, Text),
    /// Take the fragment out of the address: a shared result must not stay in the history.
    ClearFragment,
    /// Open the browser's print window; answered by [`Msg::Printed`](super::Msg::Printed).
    Print,
    /// Open the page again in the newer release that was found.
    UseRelease,
    /// A message for the developer or site owner in the console; never shown to a visitor.
    Warn(String),
}

/// A file for the person to keep.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name.
    pub name: String,
    /// Its media type.
    pub media_type: &'static str,
    /// Its text.
    pub text: String,
}

/// A picture as a file of lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawing {
    /// The name of the file without its ending.
    pub name: String,
    /// The drawing as SVG, complete in itself.
    pub svg: String,
    /// Its size in points of an ordinary screen.
    pub size: (u32, u32),
}
