//! The record of one scan: what is stored, exported and imported (docs/product.md#the-record).

mod decode;
mod encode;

pub use decode::{FORMAT, RecordError, VERSION, read};
pub use encode::{to_json, write};

use serde::Deserialize;

use crate::content::Language;
use crate::domain::{
    Ambition, Answers, Assessment, EntryId, Evaluation, ModuleId, Placements, PrincipleId, QuestionId,
    QuestionSet, Reflections, ScanLength, Scope, SortedMap, StatementId, TipId, assess,
};
use crate::json::{Fields, Text};

/// The identity of a scan: created by the shell, which owns randomness and the clock.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Stamp {
    /// Random and anonymous; tells a copy of a scan from another scan.
    #[serde(deserialize_with = "decode::not_empty")]
    pub id: Text,
    /// When the scan was started, such as `2026-11-21T09:30:00Z`.
    #[serde(default)]
    pub started_at: Text,
}

/// Everything that was entered in a scan. Two dots mark a [group](crate::json::GROUP) of stored fields.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Record {
    /// Id and start time.
    #[serde(rename = "..stamp")]
    pub stamp: Stamp,
    /// The question set the answers belong to.
    #[serde(deserialize_with = "decode::not_empty")]
    pub question_set: Text,
    /// Quick or full, and the role.
    #[serde(rename = "..scope")]
    pub scope: Scope,
    /// The language last used.
    #[serde(default, deserialize_with = "decode::language")]
    pub language: Language,
    /// The name of the scan; may be empty.
    #[serde(default)]
    pub name: Text,
    /// Answers by statement, including those outside the current scope.
    #[serde(default)]
    pub answers: Answers,
    /// Notes by statement (*waaraan merk je dat?*).
    #[serde(default)]
    pub notes: SortedMap<StatementId, Text>,
    /// Ambition by dimension.
    #[serde(default)]
    pub ambition: Ambition,
    /// The current policy theme, with its principles.
    #[serde(default, rename = "principles")]
    pub theme: PolicyTheme,
    /// The other policy themes.
    #[serde(default, rename = "..other_themes", deserialize_with = "decode::other_themes")]
    pub other_themes: Vec<PolicyTheme>,
    /// Answers by reflection question.
    #[serde(default, rename = "reflection")]
    pub reflections: Reflections,
    /// Answers in the optional modules: by module and entry.
    #[serde(default)]
    pub modules: SortedMap<ModuleId, SortedMap<EntryId, Text>>,
    /// Tips to take along.
    #[serde(default, deserialize_with = "decode::starred")]
    pub starred: SortedMap<TipId, ()>,
    /// Fields this version does not know, kept as they were.
    #[serde(skip)]
    pub unknown: UnknownFields,
}

/// A policy theme with its principles (docs/product.md#principles).
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct PolicyTheme {
    /// Its name, such as *werkdruk*; may be empty.
    #[serde(rename = "theme")]
    pub name: Text,
    /// Marks by principle.
    #[serde(rename = "positions")]
    pub placements: Placements,
    /// Answers to the scoping questions and the four interests (docs/product.md#three-step-guide).
    pub guide: SortedMap<QuestionId, Text>,
    /// Fields of the theme that this version does not know.
    #[serde(skip)]
    pub unknown: Fields,
    /// Fields of marks that this version does not know, by principle.
    #[serde(skip)]
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
