//! The rules: what is asked, what was answered, and what follows from it.
//!
//! Knows no browser, no clock, no language and no words. Everything here is exact: no floating point.

mod assessment;
mod id;
mod keyed;
mod mean;
mod next_phase;
mod number;
mod principle;
mod priority;
mod question_set;
mod rating;
mod reflection;
mod rule;

pub use assessment::{
    Assessment, CHARACTERISTIC_AT_LEAST, COVERAGE_NEEDED_PERCENT, Coverage, DIMENSIONS_NEEDED,
    DimensionValue, Limits, Outcome, StillNeeded, assess, lacks_characteristic,
};
pub use id::{
    CharacteristicId, DimensionId, PoleId, PrincipleId, QuestionId, RoleId, RowId, StatementId, StopId,
    ThemeId, TipId, WarningId, is_id,
};
pub use keyed::Keyed;
pub use mean::{Gap, Mean, Position};
pub use next_phase::{Limit, Move, NextPhase, next_phase};
pub use number::Number;
pub use principle::{Mark, Marks, Positions, Side, side};
pub use priority::{dimension_order, next_transition};
pub use question_set::{Ambition, Answers, Dimension, QuestionSet, Scope, Set, SetProblem, Statement};
pub use rating::{Answer, Phase};
pub use reflection::{Choice, HANDFUL, Question, QuestionKind, Reflection, Reflections, pick};
pub use rule::{Comparison, Known, Operand, Rule};
