//! What is asked: dimensions and statements, without a word of text.

use super::{CharacteristicId, DimensionId, Keyed, Phase, RoleId, StatementId};
use crate::domain::Answer;

/// Which statements are asked (docs/product.md#statements).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Set {
    /// The short set.
    Quick,
    /// Every statement.
    Full,
}

impl Set {
    /// The name in the stored record.
    pub fn value(self) -> &'static str {
        match self {
            Self::Quick => "quick",
            Self::Full => "full",
        }
    }

    /// Reads what [`Set::value`] wrote.
    pub fn parse(value: &str) -> Option<Self> {
        match value {
            "quick" => Some(Self::Quick),
            "full" => Some(Self::Full),
            _ => None,
        }
    }
}

/// The choice that decides which statements a person sees.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scope {
    /// Quick or full.
    pub set: Set,
    /// The role somebody answers from; none shows all statements.
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
pub type Answers = Keyed<StatementId, Answer>;
/// Ambition by dimension; absent where none was placed.
pub type Ambition = Keyed<DimensionId, Phase>;

/// The statements of one question set, in the order they are asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuestionSet {
    dimensions: Vec<Dimension>,
    statements: Vec<Statement>,
    /// For each statement the place of its dimension.
    dimension_of: Vec<usize>,
}

impl QuestionSet {
    /// Most dimensions a set may have: keeps exact sums within 128 bits.
    pub const MOST_DIMENSIONS: usize = 12;
    /// Most statements a dimension may have, for the same reason.
    pub const MOST_STATEMENTS_IN_DIMENSION: usize = 300;

    /// Joins dimensions and statements.
    ///
    /// A statement that names an unknown dimension is refused with its id, as is a set beyond
    /// [`Self::MOST_DIMENSIONS`] or [`Self::MOST_STATEMENTS_IN_DIMENSION`].
    pub fn new(dimensions: Vec<Dimension>, statements: Vec<Statement>) -> Result<Self, SetProblem> {
        if dimensions.len() > Self::MOST_DIMENSIONS {
            return Err(SetProblem::TooManyDimensions);
        }
        let mut dimension_of = Vec::with_capacity(statements.len());
        let mut sizes = vec![0; dimensions.len()];
        for statement in &statements {
            let Some(at) = dimensions.iter().position(|d| d.id == statement.dimension) else {
                return Err(SetProblem::UnknownDimension(statement.id.clone()));
            };
            sizes[at] += 1;
            if sizes[at] > Self::MOST_STATEMENTS_IN_DIMENSION {
                return Err(SetProblem::DimensionTooLarge(statement.dimension.clone()));
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
        let in_set = scope.set == Set::Full || statement.quick;
        let for_role = scope.role.as_ref().is_none_or(|role| !statement.skip.contains(role));
        in_set && for_role
    }

    /// The statements asked within the scope, in order.
    pub fn shown<'a>(&'a self, scope: &'a Scope) -> impl Iterator<Item = &'a Statement> {
        self.shown_by_dimension(scope).map(|(_, statement)| statement)
    }

    /// As [`Self::shown`], each with the place of its dimension in [`Self::dimensions`].
    pub fn shown_by_dimension<'a>(
        &'a self,
        scope: &'a Scope,
    ) -> impl Iterator<Item = (usize, &'a Statement)> {
        let placed = self.dimension_of.iter().copied().zip(&self.statements);
        placed.filter(|(_, statement)| Self::is_shown(scope, statement))
    }
}

/// Why a question set was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SetProblem {
    /// This statement names a dimension that is not there.
    UnknownDimension(StatementId),
    /// This dimension has more statements than can be summed exactly.
    DimensionTooLarge(DimensionId),
    /// There are more dimensions than can be summed exactly.
    TooManyDimensions,
}
