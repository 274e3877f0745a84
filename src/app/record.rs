//! The record of one scan: what is stored, exported and imported (docs/product.md#the-record).

use super::Config;
use crate::content::Language;
use crate::domain::{
    Ambition, Answers, Keyed, Positions, PrincipleId, QuestionId, Reflections, RoleId, Scope, Set,
    StatementId, TipId,
};
use crate::json::{Fields, Text};

/// What makes a new scan itself: made by the shell, because chance and the clock live there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// Random; tells copies of one scan from two scans and names nobody.
    pub id: Text,
    /// The moment of starting, such as `2026-11-21T09:30:00Z`.
    pub started_at: Text,
}

/// Everything a person entered in one scan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// Id and moment of starting.
    pub stamp: Stamp,
    /// The question set the answers belong to.
    pub question_set: Text,
    /// Quick or full, and the role.
    pub scope: Scope,
    /// The language last used.
    pub language: Language,
    /// A name the person gave the scan; may be empty.
    pub name: Text,
    /// Answers by statement; also those outside the present scope.
    pub answers: Answers,
    /// Notes by statement (*waaraan merk je dat?*).
    pub notes: Keyed<StatementId, Text>,
    /// Ambition by dimension.
    pub ambition: Ambition,
    /// The policy theme at hand, with its principles.
    pub theme: ThemeWork,
    /// Themes that were worked on before, kept side by side.
    pub other_themes: Vec<ThemeWork>,
    /// Answers by reflection question.
    pub reflections: Reflections,
    /// Answers in the optional modules: by module and entry.
    pub modules: Keyed<Text, Keyed<Text, Text>>,
    /// Tips to take along.
    pub starred: Keyed<TipId, ()>,
    /// Fields this version does not know, kept as they were.
    pub unknown: Unknown,
}

/// One policy theme with the work on its principles (docs/product.md#principles).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ThemeWork {
    /// Its name, such as *werkdruk*; may be empty.
    pub name: Text,
    /// Marks by principle.
    pub positions: Positions,
    /// Answers to the scoping questions and the four interests (docs/product.md#three-step-guide).
    pub guide: Keyed<QuestionId, Text>,
    /// Fields this version does not know, beside these.
    pub unknown: Fields,
    /// Fields this version does not know, beside the marks of a principle.
    pub unknown_marks: Keyed<PrincipleId, Fields>,
}

impl ThemeWork {
    /// True while nothing was entered.
    pub fn is_blank(&self) -> bool {
        self.name.is_empty() && self.positions.is_empty() && self.guide.is_empty()
    }
}

/// Fields of newer or other programs, kept when a record is loaded and saved again; those of a theme go with it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unknown {
    /// At the top of the record.
    pub top: Fields,
    /// Beside the answer to a reflection question.
    pub reflections: Keyed<QuestionId, Fields>,
}

impl Record {
    /// An empty scan.
    pub fn new(stamp: Stamp, question_set: Text, language: Language) -> Self {
        Self {
            stamp,
            question_set,
            scope: Scope { set: Set::Quick, role: None },
            language,
            name: Text::default(),
            answers: Answers::default(),
            notes: Keyed::default(),
            ambition: Ambition::default(),
            theme: ThemeWork::default(),
            other_themes: Vec::new(),
            reflections: Reflections::default(),
            modules: Keyed::default(),
            starred: Keyed::default(),
            unknown: Unknown::default(),
        }
    }

    /// The same with the set and the role that the owner of the site wants a scan to begin with.
    #[must_use]
    pub(super) fn with_defaults(mut self, config: &Config) -> Self {
        self.scope.set = config.text("set").and_then(|set| Set::parse(set)).unwrap_or(self.scope.set);
        self.scope.role = config.text("role").and_then(|role| RoleId::parse(role));
        self
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
