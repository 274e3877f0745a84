//! The record of one scan: what is stored, exported and imported (docs/product.md#the-record).

mod decode;
mod encode;

pub use decode::{FORMAT, RecordError, VERSION, read};
pub use encode::{to_json, write};

use crate::content::Language;
use crate::domain::{
    Ambition, Answers, Assessment, Evaluation, Placements, PrincipleId, QuestionId, QuestionSet, Reflections,
    ScanLength, Scope, SortedMap, StatementId, TipId, assess,
};
use crate::json::{Fields, Text};

/// The identity of a scan: created by the shell, which owns randomness and the clock.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// Random and anonymous; tells a copy of a scan from another scan.
    pub id: Text,
    /// When the scan was started, such as `2026-11-21T09:30:00Z`.
    pub started_at: Text,
}

/// Everything that was entered in a scan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// Id and start time.
    pub stamp: Stamp,
    /// The question set the answers belong to.
    pub question_set: Text,
    /// Quick or full, and the role.
    pub scope: Scope,
    /// The language last used.
    pub language: Language,
    /// The name of the scan; may be empty.
    pub name: Text,
    /// Answers by statement, including those outside the current scope.
    pub answers: Answers,
    /// Notes by statement (*waaraan merk je dat?*).
    pub notes: SortedMap<StatementId, Text>,
    /// Ambition by dimension.
    pub ambition: Ambition,
    /// The current policy theme, with its principles.
    pub theme: PolicyTheme,
    /// The other policy themes.
    pub other_themes: Vec<PolicyTheme>,
    /// Answers by reflection question.
    pub reflections: Reflections,
    /// Answers in the optional modules: by module and entry.
    pub modules: SortedMap<Text, SortedMap<Text, Text>>,
    /// Tips to take along.
    pub starred: SortedMap<TipId, ()>,
    /// Fields this version does not know, kept as they were.
    pub unknown: UnknownFields,
}

/// A policy theme with its principles (docs/product.md#principles).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PolicyTheme {
    /// Its name, such as *werkdruk*; may be empty.
    pub name: Text,
    /// Marks by principle.
    pub placements: Placements,
    /// Answers to the scoping questions and the four interests (docs/product.md#three-step-guide).
    pub guide: SortedMap<QuestionId, Text>,
    /// Fields of the theme that this version does not know.
    pub unknown: Fields,
    /// Fields of marks that this version does not know, by principle.
    pub unknown_marks: SortedMap<PrincipleId, Fields>,
}

impl PolicyTheme {
    /// True while nothing was entered.
    pub fn is_blank(&self) -> bool {
        self.name.is_empty() && self.placements.is_empty() && self.guide.is_empty()
    }
}

/// Fields of newer or other programs, kept when a record is loaded and saved again; those of a theme go with it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UnknownFields {
    /// At the top of the record.
    pub top: Fields,
    /// Beside the answer to a reflection question.
    pub reflections: SortedMap<QuestionId, Fields>,
}

impl Record {
    /// An empty scan.
    pub fn new(stamp: Stamp, question_set: Text, language: Language) -> Self {
        Self {
            stamp,
            question_set,
            scope: Scope { length: ScanLength::Quick, role: None },
            language,
            name: Text::default(),
            answers: Answers::default(),
            notes: SortedMap::default(),
            ambition: Ambition::default(),
            theme: PolicyTheme::default(),
            other_themes: Vec::new(),
            reflections: Reflections::default(),
            modules: SortedMap::default(),
            starred: SortedMap::default(),
            unknown: UnknownFields::default(),
        }
    }

    /// Values, coverage and outcome of the answers, without the search for improvements.
    pub fn assess(&self, set: &QuestionSet) -> Assessment {
        assess(set, &self.scope, &self.answers, &self.ambition)
    }

    /// Evaluates the answers with the statements they belong to.
    pub fn evaluate(&self, set: &QuestionSet) -> Evaluation {
        Evaluation::of(set, &self.scope, &self.answers, &self.ambition)
    }

    /// True while nothing was entered that could be lost.
    pub fn is_blank(&self) -> bool {
        self.answers.is_empty()
            && self.notes.is_empty()
            && self.ambition.is_empty()
            && self.theme.is_blank()
            && self.other_themes.is_empty()
            && self.reflections.is_empty()
            && self.modules.is_empty()
            && self.starred.is_empty()
    }
}
