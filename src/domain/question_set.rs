//! Dimensions and statements, without their texts.

use serde::Deserialize;

use super::{CharacteristicId, DimensionId, Phase, RoleId, SortedMap, StatementId};
use crate::domain::Answer;

/// The length of a scan (docs/product.md#statements).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ScanLength {
    /// A selection of the statements.
    Quick,
    /// Every statement.
    Full,
}

impl ScanLength {
    /// The name in the stored record.
    pub fn value(self) -> &'static str {
        match self {
            Self::Quick => "quick",
            Self::Full => "full",
        }
    }

    /// Reads what [`ScanLength::value`] wrote.
    pub fn parse(value: &str) -> Option<Self> {
        match value {
            "quick" => Some(Self::Quick),
            "full" => Some(Self::Full),
            _ => None,
        }
    }
}

/// The scope of a scan: what decides which statements are asked.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Scope {
    /// Quick or full.
    #[serde(rename = "set")]
    pub length: ScanLength,
    /// The role the visitor answers from; `None` shows all statements.
    #[serde(default)]
    pub role: Option<RoleId>,
}

/// A group of statements that gets one value (docs/product.md#dimensions).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dimension {
    /// Its name in the data.
    pub id: DimensionId,
    /// Its rank when dimensions tie, 1 first (docs/product.md#dimensions).
    pub priority: u32,
}

/// One statement: which dimension it tells about and who can answer it (docs/product.md#statements, docs/product.md#roles).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// Its name in the data; also the name of its radios.
    pub id: StatementId,
    /// The dimension it belongs to.
    pub dimension: DimensionId,
    /// Also in the quick set.
    pub quick: bool,
    /// Offers *niet van toepassing*.
    pub allows_not_applicable: bool,
    /// The phase-4 characteristics it maps to (docs/product.md#characteristics); empty for most.
    pub characteristics: Vec<CharacteristicId>,
    /// Roles that cannot judge it: they do not see it.
    pub skip: Vec<RoleId>,
    /// Roles that can only give a perception: they see it with a remark.
    pub perception: Vec<RoleId>,
}

/// Answers by statement.
pub type Answers = SortedMap<StatementId, Answer>;
/// Ambition by dimension.
pub type Ambition = SortedMap<DimensionId, Phase>;

/// The statements of one question set, in the order they are asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuestionSet {
    dimensions: Vec<Dimension>,
    statements: Vec<Statement>,
    /// For each statement, the index of its dimension.
    dimension_of: Vec<usize>,
}

impl QuestionSet {
    /// The maximum number of dimensions, so that exact sums fit in 128 bits.
    pub const MAX_DIMENSIONS: usize = 12;
    /// The maximum number of statements per dimension, for the same reason.
    pub const MAX_STATEMENTS_PER_DIMENSION: usize = 300;

    /// Joins dimensions and statements.
    ///
    /// A statement that names an unknown dimension is refused with its id, as is a set beyond
    /// [`Self::MAX_DIMENSIONS`] or [`Self::MAX_STATEMENTS_PER_DIMENSION`].
    pub fn new(dimensions: Vec<Dimension>, statements: Vec<Statement>) -> Result<Self, QuestionSetError> {
        if dimensions.len() > Self::MAX_DIMENSIONS {
            return Err(QuestionSetError::TooManyDimensions);
        }
        let mut dimension_of = Vec::with_capacity(statements.len());
        let mut sizes = vec![0; dimensions.len()];
        for statement in &statements {
            let Some(at) = dimensions.iter().position(|d| d.id == statement.dimension) else {
                return Err(QuestionSetError::UnknownDimension(statement.id.clone()));
            };
            sizes[at] += 1;
            if sizes[at] > Self::MAX_STATEMENTS_PER_DIMENSION {
                return Err(QuestionSetError::DimensionTooLarge(statement.dimension.clone()));
            }
            dimension_of.push(at);
        }
        Ok(Self { dimensions, statements, dimension_of })
    }

    /// The dimensions in the order of the content.
    pub fn dimensions(&self) -> &[Dimension] {
        &self.dimensions
    }

    /// Every statement in the order of the content.
    pub fn statements(&self) -> &[Statement] {
        &self.statements
    }

    /// The statement with this id.
    pub fn statement(&self, id: &str) -> Option<&Statement> {
        self.statements.iter().find(|s| s.id.as_str() == id)
    }

    /// True when this statement is asked within the scope.
    pub fn is_shown(scope: &Scope, statement: &Statement) -> bool {
        let in_length = scope.length == ScanLength::Full || statement.quick;
        let for_role = scope.role.as_ref().is_none_or(|role| !statement.skip.contains(role));
        in_length && for_role
    }

    /// The statements asked within the scope, in order.
    pub fn shown<'a>(&'a self, scope: &'a Scope) -> impl Iterator<Item = &'a Statement> {
        self.shown_by_dimension(scope).map(|(_, statement)| statement)
    }

    /// As [`Self::shown`], each with the index of its dimension in [`Self::dimensions`].
    pub fn shown_by_dimension<'a>(
        &'a self,
        scope: &'a Scope,
    ) -> impl Iterator<Item = (usize, &'a Statement)> {
        let placed = self.dimension_of.iter().copied().zip(&self.statements);
        placed.filter(|(_, statement)| Self::is_shown(scope, statement))
    }
}

/// Why a question set is invalid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QuestionSetError {
    /// This statement names a dimension that is not there.
    UnknownDimension(StatementId),
    /// This dimension has more statements than can be summed exactly.
    DimensionTooLarge(DimensionId),
    /// There are more dimensions than can be summed exactly.
    TooManyDimensions,
}
