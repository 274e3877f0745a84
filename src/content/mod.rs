//! Content as data: typed, checked, and without any text in the program.
//!
//! Editors maintain `content/structure.json` (no language) and `content/<language>.json` (texts by id). The build
//! joins them into three files per language: *start* for the first statements, *library* for the result and the
//! later screens, and *modules* for the optional modules. A site owner may supply files in the joined form.

mod error;
#[cfg(not(target_arch = "wasm32"))]
mod field_log;
mod join;
mod language;
mod library;
mod library_read;
mod messages;
mod modules;
mod reader;
mod start;

pub use error::ContentError;
#[cfg(not(target_arch = "wasm32"))]
pub use field_log::{Field, FieldLog, Kind, Layer, log_fields};
pub use join::{Joined, join};
pub use language::Language;
pub use library::{
    Characteristic, ConditionalTip, Horizon, Library, Pole, Principle, QuestionText, QuestionTheme, Row,
    Stop, Tip, Warning, WorkedExample,
};
pub use messages::{Arg, MessageKey, Messages};
pub use modules::{Entry, Module, ModuleGroup, ModuleKind, Modules};
pub use start::{DimensionText, PhaseText, RoleText, Start, StatementText};

use crate::json::Value;
use reader::Object;

/// The parts of the content of one language, each a file of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Needed by the first statements.
    Start,
    /// Needed by the result, the principles and the reflection.
    Library,
    /// Needed by the optional modules.
    Modules,
}

impl Part {
    /// All parts, in the order in which they are needed.
    pub const ALL: [Self; 3] = [Self::Start, Self::Library, Self::Modules];

    /// The name of the part in its file and in the list of files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Library => "library",
            Self::Modules => "modules",
        }
    }

    /// The lists that the part holds.
    pub fn lists(self) -> &'static [&'static str] {
        match self {
            Self::Start => &["phases", "roles", "dimensions", "statements", "documents"],
            Self::Library => &[
                "characteristics",
                "principles",
                "themes",
                "questions",
                "rows",
                "tips",
                "sliderTips",
                "answerTips",
                "generalTips",
                "horizons",
                "themeOrigins",
                "scopingExample",
                "interests",
            ],
            Self::Modules => &[
                "moduleGroups",
                "modules",
                "cards",
                "leadershipPairs",
                "myths",
                "objectives",
                "hybridModels",
                "guidingPrinciples",
                "workingAgreements",
                "stakeholders",
                "flexPlan",
                "resultAgreement",
                "kpiSteps",
                "implementationPhases",
                "facts",
                "definitions",
                "environments",
                "conversationSteps",
                "workChange",
                "changeModel",
                "teamLeading",
                "glossary",
            ],
        }
    }
}

/// The newest form of content files that this program reads.
pub const CONTENT_VERSION: u32 = 1;

/// Checks format, version and part at the top of a joined file.
fn check_head(top: &Object, part: &str) {
    if top.value("format").and_then(Value::as_text).map(|text| &**text) != Some("flexkompas-content") {
        top.error("format", "must be \"flexkompas-content\"");
    }
    let _version = top.number("version", 1..=CONTENT_VERSION);
    if top.value("part").and_then(Value::as_text).map(|text| &**text) != Some(part) {
        top.error("part", &["must be \"", part, "\""].concat());
    }
}

/// Reports every duplicate id in a list.
fn check_unique<'a>(object: &Object, key: &str, ids: impl Iterator<Item = &'a str>) {
    check_unique_beside(&mut Vec::new(), object, key, ids);
}

/// Like [`check_unique`], but the ids must also be unique across several lists.
fn check_unique_beside<'a>(
    seen: &mut Vec<&'a str>,
    object: &Object,
    key: &str,
    ids: impl Iterator<Item = &'a str>,
) {
    // Inserted in order rather than sorted afterwards: each use of a sort adds kilobytes to the bundle.
    for id in ids {
        match seen.binary_search(&id) {
            Ok(_) => object.error(key, &["this id stands twice: ", id].concat()),
            Err(at) => seen.insert(at, id),
        }
    }
}
