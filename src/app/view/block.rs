//! The blocks that every screen is made of; `ui` paints each kind in one place.
//!
//! A small set of blocks keeps the screens consistent and the bundle small: each kind is painted by one function.
//!
//! Longer than 300 lines because it lists every kind of block with a line on each field: a reference on one page.

use crate::app::Msg;
use crate::domain::{Answer, PrincipleId, QuestionId, StatementId};
use crate::json::Text;
pub use crate::report::{Definition, MarkShape, Plot, PlotLine, Spectrum};

/// A `data-*` attribute for hosts, tests and assistive scripts (docs/product.md#stable-hooks).
pub type DataAttr = (&'static str, Text);

/// A part of a page.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// The only `<h1>` of the page; it gets the focus when the page changes.
    Title(Text),
    /// A heading of level 2 to 4.
    Heading(u8, Text),
    /// A paragraph.
    Paragraph(TextStyle, Text),
    /// A group of buttons.
    Buttons(ButtonLayout, Vec<Button>),
    /// The main button of the page, fixed at the bottom on a phone.
    PrimaryAction {
        /// A hint next to the button.
        hint: Option<Text>,
        /// The button.
        action: Action,
    },
    /// A region with its own element.
    Region(Region),
    /// A list of regions.
    List(Region, Vec<Region>),
    /// A disclosure (`<details>`).
    Disclosure(Disclosure),
    /// Progress through a series.
    Progress {
        /// As text: *Stelling 3 van 10*.
        label: Text,
        /// From 1.
        current: usize,
        /// How many there are.
        count: usize,
    },
    /// A group of radios.
    Radios(Radios),
    /// A text field.
    Field(Field),
    /// A definition list (`<dl>`).
    DefinitionList(Vec<Definition>),
    /// A track between two poles.
    Track(Track),
    /// A scale with the four phases.
    PhaseTrack(PhaseTrack),
    /// What the marks mean.
    Legend(Vec<(MarkShape, Text)>),
    /// The spectrum as a picture.
    Spectrum(Spectrum),
    /// Marks on lines, one below the other.
    Plot(Plot),
    /// A table.
    Table(Table),
    /// A link that opens in a new tab.
    Link(Link),
    /// A QR code.
    Qr(Qr),
}

/// How a paragraph looks.
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

/// The layout of a group of buttons.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ButtonLayout {
    /// Side by side.
    Inline,
    /// One below the other.
    Stacked,
    /// At the top of the page: *back* on one side, the rest on the other.
    Toolbar,
}

/// The style of a button.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ButtonStyle {
    /// The most likely choice.
    Primary,
    /// An ordinary button.
    Secondary,
    /// As inconspicuous as a link.
    Quiet,
    /// A destructive button.
    Danger,
}

/// The action of a button, with its label.
#[derive(Clone, Debug, PartialEq)]
pub struct Action {
    /// The value of `data-action`.
    pub name: &'static str,
    /// Its label.
    pub label: Text,
    /// Context that is added to the label for screen readers.
    pub screen_reader_suffix: Option<Text>,
    /// The state of a toggle button; `None` for other buttons.
    pub pressed: Option<bool>,
    /// What it sends.
    pub msg: Msg,
}

/// A button.
#[derive(Clone, Debug, PartialEq)]
pub struct Button {
    /// Its style.
    pub style: ButtonStyle,
    /// What it does.
    pub action: Action,
}

/// A part of a page that contains blocks.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Region {
    /// Its kind, which decides its style.
    pub kind: RegionKind,
    /// Tells it from its siblings.
    pub key: Text,
    /// Attributes for hosts and tests.
    pub data_attrs: Vec<DataAttr>,
    /// What is in it.
    pub blocks: Vec<Block>,
}

/// The kinds of region.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum RegionKind {
    /// Without a style.
    #[default]
    Plain,
    /// The introduction of the start page.
    Intro,
    /// A statement: takes the keys 1 to 4, and Enter to go on.
    Statement(StatementId),
    /// The whole result.
    Result,
    /// The first part of the result.
    Head,
    /// A card.
    Card,
    /// A card that is not printed.
    ScreenOnly,
    /// A part that is printed only.
    PaperOnly,
    /// A scan in the list of all.
    Scan,
    /// A reflection question.
    Question,
    /// The ambition of a dimension.
    Ambition,
    /// One end of a track.
    Pole,
    /// Warnings.
    Warnings,
    /// An improvement that the next phase requires.
    Improvement,
    /// Tips for a dimension.
    TipGroup,
    /// A tip.
    Tip,
    /// A starred tip.
    StarredTip,
    /// A statement in the overview.
    Row,
    /// The marks of a principle, summed up.
    Principle,
}

/// A disclosure (`<details>`).
#[derive(Clone, Debug, PartialEq)]
pub struct Disclosure {
    /// Tells it from its siblings.
    pub key: Text,
    /// Its style.
    pub style: &'static str,
    /// Its summary.
    pub label: Text,
    /// Context that is added to the label for screen readers.
    pub screen_reader_suffix: Option<Text>,
    /// True if it is initially open.
    pub open: bool,
    /// What is in it.
    pub blocks: Vec<Block>,
}

/// A group of native radios or checkboxes.
#[derive(Clone, Debug, PartialEq)]
pub struct Radios {
    /// Their style.
    pub style: RadioStyle,
    /// True for checkboxes.
    pub multiple: bool,
    /// The name they share.
    pub name: Text,
    /// A small line above the question.
    pub eyebrow: Option<Text>,
    /// The question itself.
    pub legend: Text,
    /// The heading level of the question; 0 if it is not a heading.
    pub level: u8,
    /// A hint below the question.
    pub hint: Option<Text>,
    /// What can be chosen.
    pub options: Vec<Radio>,
}

/// The style of radios.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RadioStyle {
    /// Large cards, for the descriptions of a statement.
    Cards,
    /// Small ones side by side.
    Small,
    /// A row of grades.
    Grades,
}

/// One radio.
#[derive(Clone, Debug, PartialEq)]
pub struct Radio {
    /// Its value.
    pub value: Text,
    /// What it says.
    pub label: Text,
    /// True when chosen.
    pub checked: bool,
    /// Less prominent than the others.
    pub quiet: bool,
    /// What choosing it sends.
    pub msg: Msg,
}

/// A text field.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// What the text belongs to; also gives the name of the field.
    pub id: FieldId,
    /// Its label.
    pub label: Text,
    /// A small line above the label.
    pub eyebrow: Option<Text>,
    /// True if only screen readers get the label.
    pub label_hidden: bool,
    /// A hint below the label.
    pub hint: Option<Text>,
    /// Its text.
    pub value: Text,
    /// True for a `<textarea>`.
    pub long: bool,
}

/// What the text of a field belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldId {
    /// A note with a statement.
    Note(StatementId),
    /// The theme of the principles.
    Theme,
    /// A reflection question.
    Question(QuestionId),
    /// A comment on a choice.
    Comment(QuestionId),
    /// A question of the guide, for the current theme.
    Guide(QuestionId),
    /// Something in a module.
    Entry(Text, Text),
    /// The search in the library.
    Search,
    /// The name of a scan, by its id.
    ScanName(Text),
    /// Nothing: a read-only text for copying, under this name.
    ReadOnly(&'static str),
}

impl FieldId {
    /// The name and id of the field.
    pub fn name(&self) -> String {
        match self {
            Self::Note(id) => ["note-", id.as_str()].concat(),
            Self::Theme => "theme".to_owned(),
            Self::Question(id) => id.as_str().to_owned(),
            Self::Comment(id) => ["words-", id.as_str()].concat(),
            Self::Guide(id) => ["guide-", id.as_str()].concat(),
            Self::Entry(module, entry) => [module, "-", entry].concat(),
            Self::Search => "search".to_owned(),
            Self::ScanName(id) => ["name-", id].concat(),
            Self::ReadOnly(name) => (*name).to_owned(),
        }
    }

    /// The message for an `input` event.
    pub fn on_input(&self, text: String) -> Msg {
        match self.clone() {
            Self::Note(statement) => Msg::NoteTyped { statement, text },
            Self::Theme => Msg::ThemeTyped(text),
            Self::Question(question) | Self::Comment(question) => Msg::ReflectionTyped { question, text },
            Self::Guide(question) => Msg::GuideTyped { question, text },
            Self::Entry(module, entry) => Msg::ModuleAnswered { module, entry, value: Some(text.into()) },
            Self::Search => Msg::LibrarySearched(text),
            Self::ScanName(id) => Msg::ScanNamed { id, name: text },
            // Painted read-only: it never gets an `input` event.
            Self::ReadOnly(_) => Msg::NoticeClosed,
        }
    }
}

/// A scale: native radios along a line.
#[derive(Clone, Debug, PartialEq)]
pub struct Scale {
    /// The shape of its mark.
    pub mark: MarkShape,
    /// The name of the radios.
    pub name: Text,
    /// The accessible name of the group.
    pub label: Text,
    /// The index of the selected stop.
    pub selected: Option<usize>,
    /// The stops in order.
    pub stops: Vec<ScaleStop>,
}

/// A stop of a scale.
#[derive(Clone, Debug, PartialEq)]
pub struct ScaleStop {
    /// The value of the radio.
    pub value: Text,
    /// Its accessible name.
    pub label: Text,
    /// What choosing it sends.
    pub msg: Msg,
}

/// The track of a principle, with two scales.
#[derive(Clone, Debug, PartialEq)]
pub struct Track {
    /// Which principle.
    pub principle: PrincipleId,
    /// Its accessible name.
    pub label: Text,
    /// The heading of each scale.
    pub headings: [Text; 2],
    /// Now and desired.
    pub scales: [Scale; 2],
    /// What each stop is.
    pub stops: Vec<TrackStop>,
    /// Says what an example belongs to.
    pub example_label: Text,
}

/// What a stop of a track is.
#[derive(Clone, Debug, PartialEq)]
pub struct TrackStop {
    /// The value of its radios.
    pub value: Text,
    /// Its name.
    pub name: Text,
    /// What choosing it means.
    pub meaning: Text,
    /// The worked example.
    pub example: Text,
}

/// A scale with the four phases, and the current value below it.
#[derive(Clone, Debug, PartialEq)]
pub struct PhaseTrack {
    /// The mark to place.
    pub scale: Scale,
    /// The present value in hundredths.
    pub now: Option<u32>,
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
    /// What it says.
    pub label: Text,
    /// Where it leads.
    pub address: Text,
}

/// A QR code.
#[derive(Clone, Debug, PartialEq)]
pub struct Qr {
    /// What it is, in words.
    pub label: Text,
    /// How many modules it has on a side, with the quiet zone.
    pub size: u32,
    /// The dark modules as the path of a drawing.
    pub path: Text,
}

/// Which answer the keys 1 to 4 stand for.
pub fn answer_of_key(key: &str) -> Option<Answer> {
    Answer::parse(key).filter(|answer| answer.rated().is_some())
}
