//! The vocabulary of pages: every screen is made of these blocks, and `ui` paints each kind in one place.
//!
//! A small vocabulary keeps the screens alike, lets a new screen be a matter of words and order, and keeps the
//! bundle small: what is painted once is paid for once.
//!
//! Longer than 300 lines because it lists every kind of block with a line on each field: one page to look it up.

use crate::app::Msg;
use crate::domain::{Answer, Phase, PrincipleId, QuestionId, StatementId};
use crate::json::Text;

/// An attribute for hosts, testers and assistive scripts (docs/product.md#stable-hooks).
pub type Hook = (&'static str, Text);

/// A part of a page.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// The page's only first heading; the focus comes here when the page changes.
    Title(Text),
    /// A heading of the second to the fourth level.
    Heading(u8, Text),
    /// A paragraph.
    Words(Look, Text),
    /// Buttons side by side.
    Buttons(Row, Vec<Button>),
    /// The way on, within reach of the thumb.
    Onward {
        /// Said once beside it.
        hint: Option<Text>,
        /// The button.
        action: Action,
    },
    /// A part with a border or a name of its own.
    Region(Region),
    /// A list of parts.
    List(Region, Vec<Region>),
    /// Something that is folded away until it is wanted.
    Fold(Fold),
    /// Where a person is in a series.
    Progress {
        /// In words: *Stelling 3 van 10*.
        label: Text,
        /// From 1.
        current: usize,
        /// How many there are.
        count: usize,
    },
    /// A choice of one.
    Radios(Radios),
    /// Room for words.
    Field(Field),
    /// Names with texts.
    Facts(Vec<Fact>),
    /// A track between two poles.
    Track(Track),
    /// A lane over the four phases.
    PhaseTrack(PhaseTrack),
    /// What marks stand for.
    Keys(Vec<(MarkShape, Text)>),
    /// The spectrum as a picture.
    Spectrum(Spectrum),
    /// Marks on lines, one below the other.
    Plot(Plot),
    /// Numbers and words in rows.
    Table(Table),
    /// A link to a page in a tab of its own.
    Link(Link),
    /// A link as a picture for cameras.
    Qr(Qr),
}

/// How a paragraph looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// Ordinary.
    Plain,
    /// The first lines of a page.
    Lead,
    /// Quieter.
    Hint,
    /// The source of what stands above it.
    Source,
    /// Stands out.
    Strong,
    /// Above a heading, saying where it belongs.
    Kicker,
    /// A change that assistive technology reads out.
    Spoken,
    /// What somebody wrote, line by line.
    Quote,
}

/// How buttons stand together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    /// Side by side.
    Beside,
    /// Below each other.
    Stacked,
    /// At the top of a page: back on one side, the rest on the other.
    Ways,
}

/// How a button looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// The one most people want.
    Primary,
    /// An ordinary one.
    Secondary,
    /// As quiet as a link.
    Quiet,
    /// One that destroys.
    Danger,
}

/// What a button does and says.
#[derive(Clone, Debug, PartialEq)]
pub struct Action {
    /// The value of `data-action`.
    pub name: &'static str,
    /// What it says.
    pub label: Text,
    /// What it adds for who cannot see where it stands.
    pub of: Option<Text>,
    /// For a button that stays pressed: whether it is.
    pub pressed: Option<bool>,
    /// What it sends.
    pub msg: Msg,
}

/// A button.
#[derive(Clone, Debug, PartialEq)]
pub struct Button {
    /// How it looks.
    pub weight: Weight,
    /// What it does.
    pub action: Action,
}

/// A part of a page with blocks in it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Region {
    /// What kind it is: decides how it looks.
    pub kind: RegionKind,
    /// Tells it from its siblings.
    pub key: Text,
    /// Attributes for hosts and testers.
    pub hooks: Vec<Hook>,
    /// What is in it.
    pub blocks: Vec<Block>,
}

/// The kinds of region.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum RegionKind {
    /// No looks of its own.
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
    /// A part that stands alone in a screenshot.
    Card,
    /// A part that is not printed.
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
    /// A statement that must move.
    Move,
    /// Tips for a dimension.
    TipGroup,
    /// A tip.
    Tip,
    /// A tip that was marked to take along.
    StarredTip,
    /// A statement in the overview.
    Row,
    /// The marks of a principle, summed up.
    Principle,
}

/// Something folded away.
#[derive(Clone, Debug, PartialEq)]
pub struct Fold {
    /// Tells it from its siblings.
    pub key: Text,
    /// How it looks.
    pub look: &'static str,
    /// What opens it.
    pub label: Text,
    /// What the label adds for who cannot see where it stands.
    pub of: Option<Text>,
    /// True when it begins open.
    pub open: bool,
    /// What is in it.
    pub blocks: Vec<Block>,
}

/// A choice of one: native radios.
#[derive(Clone, Debug, PartialEq)]
pub struct Radios {
    /// How they look.
    pub look: RadioLook,
    /// True when more than one can be chosen.
    pub multiple: bool,
    /// The name they share.
    pub name: Text,
    /// What is asked; a kicker may stand above it.
    pub kicker: Option<Text>,
    /// The question itself.
    pub legend: Text,
    /// The level of the question as a heading; 0 where it is none.
    pub level: u8,
    /// A remark below the question.
    pub hint: Option<Text>,
    /// What can be chosen.
    pub options: Vec<Radio>,
}

/// How radios look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RadioLook {
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

/// Room for words.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// Whose words they are; also gives the name of the field.
    pub of: FieldOf,
    /// Its label.
    pub label: Text,
    /// A kicker above the label.
    pub kicker: Option<Text>,
    /// True when the label is only for assistive technology.
    pub label_hidden: bool,
    /// A remark below the label.
    pub hint: Option<Text>,
    /// The words so far.
    pub value: Text,
    /// True for more than one line.
    pub long: bool,
}

/// What typed words belong to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldOf {
    /// A note with a statement.
    Note(StatementId),
    /// The theme of the principles.
    Theme,
    /// A reflection question.
    Question(QuestionId),
    /// The words beside a choice.
    Beside(QuestionId),
    /// A question of the guide, for the theme at hand.
    Guide(QuestionId),
    /// Something in a module.
    Entry(Text, Text),
    /// The search in the library.
    Search,
    /// The name of a scan, by its id.
    ScanName(Text),
    /// Nothing: the words are there to be copied, under this name.
    Copying(&'static str),
}

impl FieldOf {
    /// The name and id of the field.
    pub fn name(&self) -> String {
        match self {
            Self::Note(id) => ["note-", id.as_str()].concat(),
            Self::Theme => "theme".to_owned(),
            Self::Question(id) => id.as_str().to_owned(),
            Self::Beside(id) => ["words-", id.as_str()].concat(),
            Self::Guide(id) => ["guide-", id.as_str()].concat(),
            Self::Entry(module, entry) => [module, "-", entry].concat(),
            Self::Search => "search".to_owned(),
            Self::ScanName(id) => ["name-", id].concat(),
            Self::Copying(name) => (*name).to_owned(),
        }
    }

    /// What typing sends.
    pub fn typed(&self, text: String) -> Msg {
        match self.clone() {
            Self::Note(statement) => Msg::NoteTyped { statement, text },
            Self::Theme => Msg::ThemeTyped(text),
            Self::Question(question) | Self::Beside(question) => Msg::ReflectionTyped { question, text },
            Self::Guide(question) => Msg::GuideTyped { question, text },
            Self::Entry(module, entry) => Msg::ModuleAnswered { module, entry, value: Some(text.into()) },
            Self::Search => Msg::LibrarySearched(text),
            Self::ScanName(id) => Msg::ScanNamed { id, name: text },
            // Such a field takes no words: it is painted read-only.
            Self::Copying(_) => Msg::NoticeClosed,
        }
    }
}

/// A name with a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    /// What it is.
    pub name: Text,
    /// What it says.
    pub text: Text,
}

/// The shape of a mark, the same in every picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkShape {
    /// A filled circle.
    Now,
    /// A diamond.
    Desired,
    /// A ring.
    Ambition,
    /// A soft bar.
    Band,
    /// A hollow square: an earlier measurement.
    Before,
}

impl MarkShape {
    /// The word for it in class names.
    pub fn name(self) -> &'static str {
        match self {
            Self::Now => "now",
            Self::Desired => "desired",
            Self::Ambition => "ambition",
            Self::Band => "band",
            Self::Before => "before",
        }
    }

    /// Its outline around the origin, twelve to sixteen points wide: the same on the page and in files.
    pub fn outline(self) -> &'static str {
        match self {
            Self::Now => "M-6 0a6 6 0 1 0 12 0a6 6 0 1 0-12 0Z",
            Self::Ambition => "M-8 0a8 8 0 1 0 16 0a8 8 0 1 0-16 0Z",
            Self::Desired => "M-8 0 0-8 8 0 0 8Z",
            Self::Before => "M-6-6H6V6H-6Z",
            Self::Band => "M-8-4H8V4H-8Z",
        }
    }
}

/// A lane of native radios along a line.
#[derive(Clone, Debug, PartialEq)]
pub struct Lane {
    /// The shape of its mark.
    pub mark: MarkShape,
    /// The name of the radios.
    pub name: Text,
    /// The accessible name of the group.
    pub label: Text,
    /// Where the mark stands.
    pub at: Option<usize>,
    /// The stops in order.
    pub stops: Vec<LaneStop>,
}

/// A stop of a lane.
#[derive(Clone, Debug, PartialEq)]
pub struct LaneStop {
    /// The value of the radio.
    pub value: Text,
    /// Its accessible name.
    pub label: Text,
    /// What choosing it sends.
    pub msg: Msg,
}

/// The track of a principle, with two lanes.
#[derive(Clone, Debug, PartialEq)]
pub struct Track {
    /// Which principle.
    pub principle: PrincipleId,
    /// Its accessible name.
    pub label: Text,
    /// The name of each lane as it is read above it.
    pub headings: [Text; 2],
    /// Now and desired.
    pub lanes: [Lane; 2],
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

/// One lane over the four phases, with the present value below it.
#[derive(Clone, Debug, PartialEq)]
pub struct PhaseTrack {
    /// The mark to place.
    pub lane: Lane,
    /// The present value in hundredths.
    pub now: Option<u32>,
}

/// The spectrum as one picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Spectrum {
    /// What it shows, in words.
    pub label: Text,
    /// The four phases.
    pub phases: Vec<Text>,
    /// The phase reached.
    pub phase: Phase,
    /// The position in hundredths.
    pub position: u32,
    /// The band in hundredths of the position, when its ends differ.
    pub band: Option<(u32, u32)>,
    /// The mean ambition in hundredths.
    pub ambition: Option<u32>,
}

/// Marks on lines, one below the other; the numbers stand in the [`Table`] that goes with it.
#[derive(Clone, Debug, PartialEq)]
pub struct Plot {
    /// Tells it from its siblings, and is its name in style sheets.
    pub key: &'static str,
    /// What it shows, in words.
    pub label: Text,
    /// What stands at both ends of every line, if that is the same for all.
    pub ends: Option<[Text; 2]>,
    /// The lines in order.
    pub lines: Vec<PlotLine>,
}

/// A line of a plot.
#[derive(Clone, Debug, PartialEq)]
pub struct PlotLine {
    /// What it is about.
    pub name: Text,
    /// What stands at both its ends.
    pub ends: Option<[Text; 2]>,
    /// How many stops it has, at least two.
    pub stops: u32,
    /// The marks from back to front, in hundredths: the first stop is 100, the second 200.
    pub marks: Vec<(MarkShape, u32)>,
    /// What the marks say.
    pub description: Text,
    /// Values over time in hundredths from 100 to 400, for a line instead of marks.
    pub trend: Vec<Option<u32>>,
}

/// Numbers and words in rows.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// Tells it from its siblings.
    pub key: &'static str,
    /// Its accessible name.
    pub label: Text,
    /// True when it is seen; else it is there for assistive technology alone.
    pub shown: bool,
    /// The heads of the columns.
    pub heads: Vec<Text>,
    /// The rows; the first cell of each is its head.
    pub rows: Vec<TableRow>,
}

/// A row of a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TableRow {
    /// Attributes for hosts and testers.
    pub hooks: Vec<Hook>,
    /// The cells in the order of the heads.
    pub cells: Vec<Text>,
}

/// A link to a page in a tab of its own.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// The value of `data-action`.
    pub name: &'static str,
    /// What it says.
    pub label: Text,
    /// Where it leads.
    pub address: Text,
}

/// A link as a picture for cameras.
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
