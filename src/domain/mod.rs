//! The rules: what is asked, what was answered, and what follows from it.
//!
//! Knows no browser, no clock, no language and no words. Everything here is exact: no floating point.

mod assessment;
mod evaluation;
mod id;
mod mean;
mod next_phase;
mod principle;
mod priority;
mod question_set;
mod rating;
mod ratio;
mod reflection;
mod rule;
mod sorted_map;

pub use assessment::{
    Assessment, CHARACTERISTIC_AT_LEAST, COVERAGE_NEEDED_PERCENT, Caps, Coverage, DIMENSIONS_NEEDED,
    DimensionValue, MissingAnswers, Outcome, assess, lacks_characteristic,
};
pub use evaluation::Evaluation;
pub use id::{
    CharacteristicId, DimensionId, EntryId, MAX_ID_LENGTH, ModuleId, NotAnId, PoleId, PrincipleId,
    QuestionId, RoleId, RowId, StatementId, StopId, ThemeId, TipId, WarningId, is_id,
};
pub use mean::{Mean, Position};
pub use next_phase::{Improvement, LimitingFactor, NextPhase, next_phase};
pub use principle::{Mark, Marks, Placements, Side, side};
pub use priority::{dimension_order, next_transition};
pub use question_set::{
    Ambition, Answers, Dimension, QuestionSet, QuestionSetError, ScanLength, Scope, Statement,
};
pub use rating::{Answer, NotAPhase, Phase};
pub use ratio::Ratio;
pub use reflection::{Choice, INITIAL_QUESTIONS, Question, QuestionKind, Reflection, Reflections, pick};
pub use rule::{Comparison, Operand, Rule, Symbol};
pub use sorted_map::SortedMap;
