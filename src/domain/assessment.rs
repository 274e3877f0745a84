//! From answers to dimension values, coverage, position, score, band and phase (docs/product.md#scoring).

use super::{Ambition, Answer, Answers, Mean, Phase, Position, QuestionSet, Scope, Statement};

/// Dimensions that must have a value before a position is shown.
pub const DIMENSIONS_NEEDED: usize = 6;
/// Part of the applicable statements that must be rated, in percent.
pub const COVERAGE_NEEDED_PERCENT: usize = 60;

/// Everything that follows from the answers within a scope.
#[derive(Clone, Debug)]
pub struct Assessment {
    /// One entry per dimension of the set, in its order.
    pub dimensions: Vec<DimensionValue>,
    /// Rated against applicable, over all dimensions.
    pub coverage: Coverage,
    /// The outcome, or what is missing for one.
    pub outcome: Result<Outcome, MissingAnswers>,
}

/// The state of one dimension.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DimensionValue {
    /// Statements shown, less those answered *niet van toepassing*.
    pub applicable: u32,
    /// Statements with a chosen description.
    pub rated: u32,
    /// The sum of the chosen phases.
    pub sum: u32,
    /// The ambition, if placed.
    pub ambition: Option<Phase>,
}

impl DimensionValue {
    /// The mean of the rated statements; exists if at least half of the applicable ones are rated.
    pub fn value(&self) -> Option<Mean> {
        (2 * self.rated >= self.applicable).then(|| Mean::new(self.sum, self.rated)).flatten()
    }

    /// The value if every statement that is not rated were answered with this phase.
    fn value_with_rest_at(&self, phase: u32) -> Option<Mean> {
        Mean::new(self.sum + (self.applicable - self.rated) * phase, self.applicable)
    }
}

/// How much of what was asked has been rated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Coverage {
    /// Statements with a chosen description.
    pub rated: usize,
    /// Statements that could have one.
    pub applicable: usize,
}

impl Coverage {
    /// Whole percent, rounded down so that 60 is never shown before it is reached.
    pub fn percent(self) -> usize {
        (100 * self.rated).checked_div(self.applicable).unwrap_or(0)
    }

    fn is_enough(self) -> bool {
        self.applicable > 0 && 100 * self.rated >= COVERAGE_NEEDED_PERCENT * self.applicable
    }

    /// Rated statements that are missing for enough coverage.
    fn missing(self) -> usize {
        (COVERAGE_NEEDED_PERCENT * self.applicable).div_ceil(100).saturating_sub(self.rated)
    }
}

/// A result that may be shown.
#[derive(Clone, Copy, Debug)]
pub struct Outcome {
    /// Mean of the dimension values.
    pub position: Position,
    /// 0 to 100.
    pub score: u32,
    /// The score if all that is not rated were lowest, and highest.
    pub band: (u32, u32),
    /// The lowest of the three caps.
    pub phase: Phase,
    /// The three caps, which explain the phase.
    pub caps: Caps,
}

/// The highest phase that each of the three rules allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Caps {
    /// By the position on the spectrum.
    pub position: Phase,
    /// Weakest link: no dimension may lag more than one phase behind.
    pub weakest_link: Phase,
    /// The last phase needs every rated statement with a characteristic to be at least 3.
    pub characteristics: Phase,
}

impl Caps {
    /// The phase that all three allow.
    pub fn phase(self) -> Phase {
        self.position.min(self.weakest_link).min(self.characteristics)
    }
}

/// The answers that are missing for a position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MissingAnswers {
    /// Statements to rate for enough coverage; 0 when there is enough.
    pub statements: usize,
    /// Dimensions that still need a value; 0 when there are enough.
    pub dimensions: usize,
}

/// Works out the assessment of these answers.
pub fn assess(set: &QuestionSet, scope: &Scope, answers: &Answers, ambition: &Ambition) -> Assessment {
    let mut dimensions: Vec<DimensionValue> = set
        .dimensions()
        .iter()
        .map(|d| DimensionValue { ambition: ambition.get(d.id.as_str()).copied(), ..Default::default() })
        .collect();
    let mut characteristics = Phase::LAST;
    for (at, statement) in set.shown_by_dimension(scope) {
        let dimension = &mut dimensions[at];
        match answers.get(statement.id.as_str()) {
            Some(Answer::NotApplicable) if statement.allows_not_applicable => continue,
            Some(Answer::Rated(phase)) => {
                dimension.rated += 1;
                dimension.sum += u32::from(phase.number());
                if lacks_characteristic(statement, *phase) {
                    characteristics = CHARACTERISTIC_AT_LEAST;
                }
            }
            Some(Answer::Unknown | Answer::NotApplicable) | None => {}
        }
        dimension.applicable += 1;
    }
    let coverage = Coverage {
        rated: dimensions.iter().map(|d| d.rated as usize).sum(),
        applicable: dimensions.iter().map(|d| d.applicable as usize).sum(),
    };
    let outcome = outcome(&dimensions, coverage, characteristics);
    Assessment { dimensions, coverage, outcome }
}

/// A statement that maps to a characteristic must be rated at least this for phase 4; also the highest phase
/// while one is not.
pub const CHARACTERISTIC_AT_LEAST: Phase = Phase::ALL[2];

/// True when this rating of this statement keeps the last phase out of reach.
pub fn lacks_characteristic(statement: &Statement, rating: Phase) -> bool {
    !statement.characteristics.is_empty() && rating < CHARACTERISTIC_AT_LEAST
}

fn outcome(
    dimensions: &[DimensionValue],
    coverage: Coverage,
    characteristics: Phase,
) -> Result<Outcome, MissingAnswers> {
    let values: Vec<Mean> = dimensions.iter().filter_map(DimensionValue::value).collect();
    let needed = MissingAnswers {
        statements: coverage.missing(),
        dimensions: DIMENSIONS_NEEDED.saturating_sub(values.len()),
    };
    let position = Position::of(&values).filter(|_| coverage.is_enough() && needed.dimensions == 0);
    let Some(position) = position else { return Err(needed) };
    let score_with_rest_at = |phase| {
        let values: Vec<Mean> = dimensions.iter().filter_map(|d| d.value_with_rest_at(phase)).collect();
        Position::of(&values).map_or(0, Position::score)
    };
    let caps = Caps {
        position: position.phase(),
        weakest_link: weakest_link(values.iter().copied()),
        characteristics,
    };
    Ok(Outcome {
        position,
        score: position.score(),
        band: (score_with_rest_at(1), score_with_rest_at(4)),
        phase: caps.phase(),
        caps,
    })
}

/// 1 + max(1, the lowest dimension value rounded half up).
fn weakest_link(values: impl Iterator<Item = Mean>) -> Phase {
    let lowest = values.map(Mean::rounded).min().unwrap_or(Phase::FIRST);
    lowest.next().unwrap_or(Phase::LAST)
}
