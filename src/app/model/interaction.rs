//! The state of the page apart from the scan: open parts, filters, notices. Never saved, and gone after a reload.

use crate::app::{Ask, Notice};
use crate::domain::{Phase, SortedMap, StatementId, ThemeId};
use crate::json::Text;

/// Everything the visitor has opened, filtered or been told.
#[derive(Debug, Default)]
pub(crate) struct Interaction {
    pub(in crate::app) ask: Option<Ask>,
    pub(in crate::app) notice: Option<Notice>,
    /// A newer release is ready and was not dismissed.
    pub(in crate::app) release_found: bool,
    pub(in crate::app) skip_hint: SkipHint,
    /// The list of steps is open (on a phone).
    pub(in crate::app) steps_open: bool,
    /// How often the visitor asked for more reflection questions.
    pub(in crate::app) more_questions: usize,
    /// The filter of the question library.
    pub(in crate::app) filter: Filter,
    pub(in crate::app) all_tips: bool,
    /// What-if answers; they change only the preview.
    pub(in crate::app) what_if: SortedMap<StatementId, Phase>,
    /// The figures whose table is shown.
    pub(in crate::app) tables: SortedMap<&'static str, ()>,
    /// The scans chosen for comparing; `None` selects the latest two.
    pub(in crate::app) compared: [Option<Text>; 2],
}

impl Interaction {
    /// Shows the table of a figure, or hides it.
    pub(crate) fn toggle_table(&mut self, key: &'static str) {
        if self.tables.get(key).is_some() {
            self.tables.remove(key);
        } else {
            self.tables.insert(key, ());
        }
    }
}

/// The hint on skipping, shown once, when *Next* is pressed without an answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum SkipHint {
    #[default]
    NotYetShown,
    Shown,
    Dismissed,
}

impl SkipHint {
    /// Hides the hint if it is shown.
    pub(crate) fn hide(&mut self) {
        if *self == Self::Shown {
            *self = Self::Dismissed;
        }
    }
}

/// The filter of the question library.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Filter {
    /// Only this theme.
    pub(crate) theme: Option<ThemeId>,
    /// Only core questions.
    pub(crate) core: bool,
    /// Only questions for the role of the scan.
    pub(crate) role: bool,
    /// Only questions with these words.
    pub(crate) search: Text,
}
