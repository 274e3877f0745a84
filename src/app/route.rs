//! Routes: which page is shown, also stored as the state of history entries.

use crate::domain::{PrincipleId, StatementId, is_id};
use crate::json::Text;

/// A page of the scan. There is no router: routes live in history entries, not in the address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// The introduction with the first statement.
    Start,
    /// The start page of a returning visitor.
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
    /// The principles, until the library says which is first.
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
    /// The link and the code for sharing the result.
    Share,
    /// Every scan on this device.
    Scans,
    /// Two scans side by side, and all of them over time.
    Compare,
    /// The result of an archived scan, by its id, read-only.
    Scan(Text),
    /// The result in a share code, read-only.
    Shared(Text),
}

/// A section of the scan that a site owner can show or hide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// The statements, always shown.
    Statements,
    /// The ambition.
    Ambition,
    /// The result, always shown.
    Result,
    /// The principles.
    Principles,
    /// The reflection questions.
    Reflection,
    /// The optional modules.
    Modules,
}

impl Section {
    /// Every section in the order of the scan.
    pub const ALL: [Self; 6] =
        [Self::Statements, Self::Ambition, Self::Result, Self::Principles, Self::Reflection, Self::Modules];

    /// Its name in the configuration.
    pub fn name(self) -> &'static str {
        match self {
            Self::Statements => "statements",
            Self::Ambition => "ambition",
            Self::Result => "result",
            Self::Principles => "principles",
            Self::Reflection => "reflection",
            Self::Modules => "modules",
        }
    }
}

impl Route {
    /// The state of the history entry.
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
            Self::Scans => "history".to_owned(),
            Self::Compare => "compare".to_owned(),
            Self::Scan(id) => ["earlier/", id].concat(),
            Self::Shared(code) => ["shared/", code].concat(),
        }
    }

    /// Reads what [`Route::to_text`] wrote; returns `None` for anything else.
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
            "history" => Self::Scans,
            "compare" => Self::Compare,
            _ => match text.split_once('/')? {
                ("statement", id) => Self::Statement(StatementId::parse(id)?),
                ("principle", id) => Self::Principle(PrincipleId::parse(id)?),
                ("module", id) if is_id(id) => Self::Module(id.into()),
                ("earlier", id) => Self::Scan(id.into()),
                ("shared", code) => Self::Shared(code.into()),
                _ => return None,
            },
        })
    }

    /// The value of `data-screen` (docs/product.md#stable-hooks).
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
            Self::Scans => "history",
            Self::Compare => "compare",
            Self::Scan(_) => "earlier",
            Self::Shared(_) => "shared",
        }
    }

    /// The section that the page belongs to; pages that are never hidden count as the result.
    pub(crate) fn section(&self) -> Section {
        match self {
            Self::Ambition => Section::Ambition,
            Self::Principle(_) | Self::Principles | Self::Guide | Self::DesignNote => Section::Principles,
            Self::Reflection | Self::Library => Section::Reflection,
            Self::Modules | Self::Module(_) => Section::Modules,
            _ => Section::Result,
        }
    }

    /// True if the page needs the library part of the content.
    pub fn needs_library(&self) -> bool {
        !matches!(
            self,
            Self::Start
                | Self::Resume
                | Self::Statement(_)
                | Self::Overview
                | Self::Ambition
                | Self::Scans
                | Self::Compare
        )
    }

    /// True if the page shows, compares or shares results.
    pub(crate) fn shows_results(&self) -> bool {
        self.needs_archive() || matches!(self, Self::Result | Self::Share)
    }

    /// True if the page shows the scans on this device, or may add one.
    pub(crate) fn needs_archive(&self) -> bool {
        matches!(self, Self::Scans | Self::Compare | Self::Scan(_) | Self::Shared(_))
    }

    /// True if the page needs the modules part of the content.
    pub fn needs_modules(&self) -> bool {
        matches!(self, Self::Modules | Self::Module(_))
    }
}
