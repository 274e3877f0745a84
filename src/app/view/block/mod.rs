//! The vocabulary of the screens: every screen is a list of blocks, and `ui` paints each kind in one place
//! (docs/decisions/0004-a-vocabulary-of-blocks.md).
//!
//! A block says what a part of a screen is and what it means. Elements, classes and shapes are the business of `ui`.

mod button;
mod content;
mod input;
mod region;
mod scale;

pub use crate::report::{Definition, MarkShape, Plot, PlotKind, PlotLine, Spectrum};
pub use button::{Action, Button, ButtonLayout, ButtonStyle, PrimaryAction};
pub use content::{Disclosure, DisclosureKind, Link, Qr, Table, TableRow, TextStyle};
pub use input::{Field, FieldId, Radio, RadioStyle, Radios};
pub use region::{DataAttr, Region, Role, answer_of_key};
pub use scale::{PhaseTrack, Scale, ScaleStop, Track, TrackStop};

use crate::json::Text;

/// A part of a page.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// The only `<h1>` of the page; it gets the focus when the page changes.
    Title(Text),
    /// A heading of level 2 to 4.
    Heading(u8, Text),
    /// A paragraph.
    Paragraph(TextStyle, Text),
    /// A definition list (`<dl>`).
    DefinitionList(Vec<Definition>),
    /// A table.
    Table(Table),
    /// A link that opens in a new tab.
    Link(Link),
    /// Progress through a series.
    Progress {
        /// As text: *Stelling 3 van 10*.
        label: Text,
        /// From 1.
        current: usize,
        /// How many there are.
        count: usize,
    },
    /// A disclosure (`<details>`).
    Disclosure(Disclosure),
    /// A part with an element of its own: a section, a list or an item of one.
    Region(Region),
    /// A group of buttons.
    Buttons(ButtonLayout, Vec<Button>),
    /// The main button of the page.
    PrimaryAction(PrimaryAction),
    /// A group of radios or checkboxes.
    Radios(Radios),
    /// A text field.
    Field(Field),
    /// A track between two poles.
    Track(Track),
    /// A scale with the four phases.
    PhaseTrack(PhaseTrack),
    /// The meaning of the marks.
    Legend(Vec<(MarkShape, Text)>),
    /// The spectrum as a picture.
    Spectrum(Spectrum),
    /// Marks on lines, one below the other.
    Plot(Plot),
    /// A QR code.
    Qr(Qr),
}
