//! Everything the shell knows when a page opens: the address, the browser, storage, and the configuration.

use super::{Config, EarlyInput};
use crate::json::Text;
use crate::record::Stamp;

/// Everything the shell knows at the start.
#[derive(Clone, Debug)]
pub struct Flags {
    /// The question set of the content that will be fetched; part of the storage key.
    pub question_set: Text,
    /// The language asked for in the address (`?lang=`).
    pub asked_language: Option<String>,
    /// The languages the browser lists, most wanted first.
    pub browser_languages: Vec<String>,
    /// The stored record.
    pub stored: Stored,
    /// Whether storage is likely to last.
    pub storage_scope: StorageScope,
    /// The route in the current history entry.
    pub route: Option<String>,
    /// For a new scan, if there is none.
    pub stamp: Stamp,
    /// The address of the page without its fragment: links to a result begin with it.
    pub address: String,
    /// The code of a result in the address (`#r=`).
    pub code: Option<String>,
    /// Input on the prerendered page before the program ran.
    pub early: Vec<EarlyInput>,
    /// The configuration of the site owner.
    pub config: Config,
    /// Warnings about settings that were not accepted.
    pub refused: Vec<String>,
    /// The origin of the page around the frame, where the browser tells.
    pub host: Option<Text>,
    /// Whether the browser can hand text to other programs (Web Share).
    pub can_share: bool,
}

/// The content of storage at the start.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stored {
    /// It works and holds no scan.
    Nothing,
    /// It works and holds this text.
    Text(String),
    /// It may not be used here.
    Blocked,
}

/// How long stored answers are likely to last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StorageScope {
    /// On this device, until the visitor clears it.
    Device,
    /// Inside another site: browsers keep it apart and may clear it.
    Site,
}
