//! Where in the scan a person is; also what the browser's history remembers.

use crate::domain::{PrincipleId, StatementId, is_id};
use crate::json::Text;

/// A page of the scan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// The introduction with the first statement.
    Start,
    /// The way back in for somebody who has been here before.
    Resume,
    /// One statement.
    Statement(StatementId),
    /// All statements, with what is open.
    Overview,
    /// The ambition per dimension.
    Ambition,
    /// Score, explanation and tips.
    Result,
    /// One principle.
    Principle(PrincipleId),
    /// The principles, before it is known which is first.
    Principles,
    /// The guide before the principles: theme, scoping questions, interests.
    Guide,
    /// The design note of a theme, on one page.
    DesignNote,
    /// Reflection questions.
    Reflection,
    /// All reflection questions.
    Library,
    /// The optional modules.
    Modules,
    /// One optional module.
    Module(Text),
    /// The link and the code that show the result to somebody else.
    Share,
    /// Every scan on this device.
    History,
    /// Two scans beside each other, and all of them over time.
    Compare,
    /// The result of an earlier scan, by its id, to look at.
    Earlier(Text),
    /// The result that a code holds, to look at.
    Shared(Text),
}

impl Place {
    /// The text kept in the browser's history.
    pub fn to_text(&self) -> String {
        match self {
            Self::Start => "start".to_owned(),
            Self::Resume => "resume".to_owned(),
            Self::Statement(id) => ["statement/", id.as_str()].concat(),
            Self::Overview => "overview".to_owned(),
            Self::Ambition => "ambition".to_owned(),
            Self::Result => "result".to_owned(),
            Self::Principle(id) => ["principle/", id.as_str()].concat(),
            Self::Principles => "principles".to_owned(),
            Self::Guide => "guide".to_owned(),
            Self::DesignNote => "design-note".to_owned(),
            Self::Reflection => "reflection".to_owned(),
            Self::Library => "library".to_owned(),
            Self::Modules => "modules".to_owned(),
            Self::Module(id) => ["module/", id].concat(),
            Self::Share => "share".to_owned(),
            Self::History => "history".to_owned(),
            Self::Compare => "compare".to_owned(),
            Self::Earlier(id) => ["earlier/", id].concat(),
            Self::Shared(code) => ["shared/", code].concat(),
        }
    }

    /// Reads what [`Place::to_text`] wrote; anything else is no place.
    pub fn parse(text: &str) -> Option<Self> {
        Some(match text {
            "start" => Self::Start,
            "resume" => Self::Resume,
            "overview" => Self::Overview,
            "ambition" => Self::Ambition,
            "result" => Self::Result,
            "principles" => Self::Principles,
            "guide" => Self::Guide,
            "design-note" => Self::DesignNote,
            "reflection" => Self::Reflection,
            "library" => Self::Library,
            "modules" => Self::Modules,
            "share" => Self::Share,
            "history" => Self::History,
            "compare" => Self::Compare,
            _ => match text.split_once('/')? {
                ("statement", id) => Self::Statement(StatementId::parse(id)?),
                ("principle", id) => Self::Principle(PrincipleId::parse(id)?),
                ("module", id) if is_id(id) => Self::Module(id.into()),
                ("earlier", id) => Self::Earlier(id.into()),
                ("shared", code) => Self::Shared(code.into()),
                _ => return None,
            },
        })
    }

    /// The value of `data-screen` (product.md, stable hooks).
    pub fn screen(&self) -> &'static str {
        match self {
            Self::Start | Self::Resume => "start",
            Self::Statement(_) => "statement",
            Self::Overview => "overview",
            Self::Ambition => "ambition",
            Self::Result => "result",
            Self::Principle(_) | Self::Principles => "principles",
            Self::Guide => "guide",
            Self::DesignNote => "design-note",
            Self::Reflection => "reflection",
            Self::Library => "library",
            Self::Modules => "modules",
            Self::Module(_) => "module",
            Self::Share => "share",
            Self::History => "history",
            Self::Compare => "compare",
            Self::Earlier(_) => "earlier",
            Self::Shared(_) => "shared",
        }
    }

    /// The part of the scan that the place belongs to, as a site owner names it.
    pub(super) fn part(&self) -> &'static str {
        match self {
            Self::Ambition => "ambition",
            Self::Principle(_) | Self::Principles | Self::Guide | Self::DesignNote => "principles",
            Self::Reflection | Self::Library => "reflection",
            Self::Modules | Self::Module(_) => "modules",
            _ => "result",
        }
    }

    /// True where the library part of the content is needed to show anything.
    pub fn needs_library(&self) -> bool {
        !matches!(
            self,
            Self::Start
                | Self::Resume
                | Self::Statement(_)
                | Self::Overview
                | Self::Ambition
                | Self::History
                | Self::Compare
        )
    }

    /// True where results are shown, compared or handed on.
    pub(super) fn shows_results(&self) -> bool {
        self.needs_earlier() || matches!(self, Self::Result | Self::Share)
    }

    /// True where the scans on this device are shown, or another may join them.
    pub(super) fn needs_earlier(&self) -> bool {
        matches!(self, Self::History | Self::Compare | Self::Earlier(_) | Self::Shared(_))
    }

    /// True where the modules part of the content is needed to show anything.
    pub fn needs_modules(&self) -> bool {
        matches!(self, Self::Modules | Self::Module(_))
    }
}
