//! Blocks that take input: radios and fields.

use crate::app::Msg;
use crate::domain::{QuestionId, StatementId};
use crate::json::Text;

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
    /// The level of the question if it is a heading, 1 or 2.
    pub heading: Option<u8>,
    /// A hint below the question, which describes the group.
    pub hint: Option<Text>,
    /// The id of what describes the group where there is no hint.
    pub described_by: Option<&'static str>,
    /// The choices, in order.
    pub options: Vec<Radio>,
}

impl Radios {
    /// Large options, one below the other.
    pub fn cards(name: Text, legend: Text, options: Vec<Radio>) -> Self {
        Self::new(RadioStyle::Cards, name, legend, options)
    }

    /// Small options side by side.
    pub fn small(name: Text, legend: Text, options: Vec<Radio>) -> Self {
        Self::new(RadioStyle::Small, name, legend, options)
    }

    /// A row of grades.
    pub fn grades(name: Text, legend: Text, options: Vec<Radio>) -> Self {
        Self::new(RadioStyle::Grades, name, legend, options)
    }

    fn new(style: RadioStyle, name: Text, legend: Text, options: Vec<Radio>) -> Self {
        Self {
            style,
            multiple: false,
            name,
            eyebrow: None,
            legend,
            heading: None,
            hint: None,
            described_by: None,
            options,
        }
    }

    /// Makes them checkboxes if several may be chosen.
    #[must_use]
    pub fn multiple(mut self, multiple: bool) -> Self {
        self.multiple = multiple;
        self
    }

    /// Adds a small line above the question.
    #[must_use]
    pub fn eyebrow(mut self, eyebrow: impl Into<Option<Text>>) -> Self {
        self.eyebrow = eyebrow.into();
        self
    }

    /// Makes the question a heading of this level.
    #[must_use]
    pub fn heading(mut self, level: u8) -> Self {
        self.heading = Some(level);
        self
    }

    /// Adds a hint below the question.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<Option<Text>>) -> Self {
        self.hint = hint.into();
        self
    }

    /// Names what describes the group where there is no hint.
    #[must_use]
    pub fn described_by(mut self, id: &'static str) -> Self {
        self.described_by = Some(id);
        self
    }
}

/// The style of radios.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RadioStyle {
    /// Large options, for the descriptions of a statement.
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
    /// Its label.
    pub label: Text,
    /// True when chosen.
    pub checked: bool,
    /// Less prominent than the others.
    pub quiet: bool,
    /// The message sent when it is chosen.
    pub msg: Msg,
}

impl Radio {
    /// A radio as prominent as the others.
    pub fn new(value: Text, label: Text, checked: bool, msg: Msg) -> Self {
        Self { value, label, checked, quiet: false, msg }
    }
}

/// A text field.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// The subject of the text; also gives the name of the field.
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

impl Field {
    /// A field of one line.
    pub fn short(id: FieldId, label: Text, value: Text) -> Self {
        Self { id, label, eyebrow: None, label_hidden: false, hint: None, value, long: false }
    }

    /// A field of several lines.
    pub fn long(id: FieldId, label: Text, value: Text) -> Self {
        Self { long: true, ..Self::short(id, label, value) }
    }

    /// A text to select and copy, under this name.
    pub fn read_only(name: &'static str, label: Text, value: Text) -> Self {
        Self::short(FieldId::ReadOnly(name), label, value)
    }

    /// The text for paper: a field itself shows a few lines of it.
    pub fn value_on_paper(&self) -> Option<&Text> {
        (!self.value.is_empty() && !self.id.is_read_only()).then_some(&self.value)
    }

    /// Adds a small line above the label.
    #[must_use]
    pub fn eyebrow(mut self, eyebrow: impl Into<Option<Text>>) -> Self {
        self.eyebrow = eyebrow.into();
        self
    }

    /// Adds a hint below the label.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<Option<Text>>) -> Self {
        self.hint = hint.into();
        self
    }

    /// Leaves the label to screen readers.
    #[must_use]
    pub fn label_hidden(mut self) -> Self {
        self.label_hidden = true;
        self
    }
}

/// The subject of the text of a field.
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

    /// True if the visitor can only read and copy the text.
    pub fn is_read_only(&self) -> bool {
        matches!(self, Self::ReadOnly(_))
    }

    /// The message for a new text; `None` for a read-only field.
    pub fn on_input(&self, text: String) -> Option<Msg> {
        Some(match self.clone() {
            Self::Note(statement) => Msg::NoteTyped { statement, text },
            Self::Theme => Msg::ThemeTyped(text),
            Self::Question(question) | Self::Comment(question) => Msg::ReflectionTyped { question, text },
            Self::Guide(question) => Msg::GuideTyped { question, text },
            Self::Entry(module, entry) => Msg::ModuleAnswered { module, entry, value: Some(text.into()) },
            Self::Search => Msg::LibrarySearched(text),
            Self::ScanName(id) => Msg::ScanNamed { id, name: text },
            Self::ReadOnly(_) => return None,
        })
    }
}
