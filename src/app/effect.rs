//! What the shell is asked to do: values, carried out by `platform` and nowhere else.

use super::Place;
use crate::content::{Language, Part};

/// One thing for the shell to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Fetch a content file; answered by [`Msg::ContentFetched`](super::Msg::ContentFetched).
    Fetch(Part, Language),
    /// Keep the record; answered by [`Msg::Saved`](super::Msg::Saved).
    Save(String),
    /// Remove everything this product stored.
    EraseStored,
    /// Make a stamp for a new scan; answered by [`Msg::Stamped`](super::Msg::Stamped).
    Stamp,
    /// Add a place to the browser's history.
    Push(Place),
    /// Put a place in the present entry of the browser's history.
    Replace(Place),
    /// Move the focus to the heading of the new screen and show it from the top.
    FocusHeading,
    /// Move the focus to the question that opened.
    FocusAsk,
    /// Hand a file over; answered by [`Msg::Exported`](super::Msg::Exported).
    Download(File),
    /// Open the browser's print window.
    Print,
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
