//! Regions: parts of a screen that contain blocks.

use super::Block;
use crate::domain::{Answer, Phase, StatementId};
use crate::json::Text;

/// A `data-*` attribute for hosts, tests and assistive scripts (docs/product.md#stable-hooks).
pub type DataAttr = (&'static str, Text);

/// A part of a screen that contains blocks.
#[derive(Clone, Debug, PartialEq)]
pub struct Region {
    /// Its role.
    pub role: Role,
    /// Tells it from its siblings.
    pub key: Text,
    /// Attributes for hosts and tests.
    pub data_attrs: Vec<DataAttr>,
    /// Its content.
    pub blocks: Vec<Block>,
}

impl Region {
    /// A list with these items, the only one among its siblings.
    pub fn list(role: Role, items: Vec<Self>) -> Self {
        let blocks = items.into_iter().map(Block::Region).collect();
        Self { role, key: "list".into(), data_attrs: Vec::new(), blocks }
    }
}

/// The role of a region. `ui` has the element and the class of each (`src/ui/blocks/region.rs`).
#[derive(Clone, Debug, PartialEq)]
pub enum Role {
    /// Blocks that belong together.
    Group,
    /// The introduction of the start page.
    Intro,
    /// A statement: takes the keys 1 to 4, and Enter to go on.
    Statement {
        /// Which statement.
        id: StatementId,
        /// True if the anchors are shown from phase 4 to phase 1.
        reversed: bool,
    },
    /// The whole result.
    Result,
    /// The first part of the result: phase, summary and spectrum.
    ResultHead,
    /// A part with a heading of its own.
    Card,
    /// The head of a viewed result: its maker, and the ways back; not printed.
    ViewedScan,
    /// The exports; not printed.
    Exports,
    /// The title block of the report; only printed.
    ReportHead,
    /// The sources of the report; only printed.
    ReportEnd,
    /// The marks of a principle, summed up.
    Principle,
    /// The warnings of a principle, announced when they change.
    Warnings,
    /// Tips that belong together, with their heading.
    TipGroup,

    /// All statements, numbered.
    Overview,
    /// A statement in the overview.
    StatementRow,
    /// Modules to choose from.
    Modules,
    /// A module in the list of modules.
    ModuleRow,
    /// The entries of a module.
    Entries,
    /// Reflection questions.
    Questions,
    /// A reflection question, or an entry of a module.
    Question,
    /// The ambitions.
    Ambitions,
    /// The ambition of a dimension.
    Ambition,
    /// The two poles of a principle.
    Poles,
    /// A pole of a principle.
    Pole,
    /// The improvements that the next phase requires.
    Improvements,
    /// An improvement.
    Improvement,
    /// Tips.
    Tips,
    /// A tip.
    Tip {
        /// True if the visitor starred it.
        starred: bool,
    },
    /// The scans on this device.
    Scans,
    /// A scan in the list of scans.
    Scan,
}

/// The answer that a key chooses in a [`Role::Statement`]: 1 is the anchor that is shown first, 4 the last.
pub fn answer_of_key(key: &str, reversed: bool) -> Option<Answer> {
    let at = Answer::parse(key)?.rated()?.index();
    let mut phases = Phase::ALL.into_iter();
    let phase = if reversed { phases.nth_back(at) } else { phases.nth(at) };
    phase.map(Answer::Rated)
}
