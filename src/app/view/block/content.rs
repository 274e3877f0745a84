//! Blocks to read.

use super::{Block, DataAttr};
use crate::json::Text;

/// The style of a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextStyle {
    /// Body text.
    Body,
    /// The first lines of a page.
    Lead,
    /// Small print.
    Hint,
    /// The source of the text above.
    Source,
    /// Emphasised.
    Strong,
    /// A small line above a heading.
    Eyebrow,
    /// A change that screen readers announce (`role="status"`).
    Status,
    /// Text the visitor wrote, with its line breaks.
    Quote,
}

/// A table.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// Tells it from its siblings.
    pub key: &'static str,
    /// Its accessible name.
    pub label: Text,
    /// True if it is visible; otherwise only screen readers get it.
    pub shown: bool,
    /// The heads of the columns.
    pub heads: Vec<Text>,
    /// The rows; the first cell of each is its head.
    pub rows: Vec<TableRow>,
}

/// A row of a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TableRow {
    /// Attributes for hosts and tests.
    pub data_attrs: Vec<DataAttr>,
    /// The cells in the order of the heads.
    pub cells: Vec<Text>,
}

/// A link that opens in a new tab.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// The value of `data-action`.
    pub name: &'static str,
    /// Its label.
    pub label: Text,
    /// Where it leads.
    pub address: Text,
}

/// A disclosure (`<details>`).
#[derive(Clone, Debug, PartialEq)]
pub struct Disclosure {
    /// Its kind.
    pub kind: DisclosureKind,
    /// Tells it from its siblings; the value of `data-fold`.
    pub key: Text,
    /// Its summary.
    pub label: Text,
    /// Context that is added to the label for screen readers.
    pub screen_reader_suffix: Option<Text>,
    /// True if it is initially open.
    pub open: bool,
    /// Its content.
    pub blocks: Vec<Block>,
}

impl Disclosure {
    /// A closed disclosure.
    pub fn new(kind: DisclosureKind, label: Text, blocks: Vec<Block>) -> Self {
        Self { kind, key: kind.name().into(), label, screen_reader_suffix: None, open: false, blocks }
    }
}

/// The kind of a disclosure, by its content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DisclosureKind {
    /// Which statements, and from which role.
    Settings,
    /// The meaning of the four phases.
    Phases,
    /// The note to a statement.
    Note,
    /// The what-if preview.
    WhatIf,
    /// How the result is computed.
    Computed,
    /// The characteristics of phase 4.
    Characteristics,
    /// A worked example.
    Example,
    /// The themes of the library.
    Themes,
}

impl DisclosureKind {
    /// The value of `data-fold` where there is one of its kind.
    fn name(self) -> &'static str {
        match self {
            Self::Settings => "settings",
            Self::Phases => "legend",
            Self::Note => "note",
            Self::WhatIf => "what-if",
            Self::Computed => "computed",
            Self::Characteristics => "characteristics",
            Self::Example => "example",
            Self::Themes => "themes",
        }
    }
}

/// A QR code.
#[derive(Clone, Debug, PartialEq)]
pub struct Qr {
    /// A description in words.
    pub label: Text,
    /// Its modules, row by row; true for dark.
    pub modules: Vec<Vec<bool>>,
}
