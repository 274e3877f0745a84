//! Why not higher? The smallest set of statements to improve to reach the next phase.

use super::{Answers, Assessment, CHARACTERISTIC_AT_LEAST, Caps, Mean, Phase, Position, QuestionSet, Scope};
use super::{Outcome, Ratio, StatementId, lacks_characteristic};

/// The requirements of the next phase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextPhase {
    /// The phase after the current one.
    pub phase: Phase,
    /// The rules that limit the result, at least one.
    pub limited_by: Vec<LimitingFactor>,
    /// The fewest improvements that together reach it, in the order of the statements.
    pub improvements: Vec<Improvement>,
}

/// One of the three rules that bound the phase (docs/product.md#scoring).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LimitingFactor {
    /// The position on the spectrum is too low.
    Position,
    /// A dimension lags more than one phase behind.
    WeakestLink,
    /// A statement with a phase-4 characteristic is below 3.
    Characteristics,
}

/// A statement that needs a higher answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Improvement {
    /// Which statement.
    pub statement: StatementId,
    /// The current answer.
    pub from: Phase,
    /// The lowest sufficient answer, given the other improvements.
    pub to: Phase,
}

/// A rated statement during the search.
struct Rated<'a> {
    id: &'a StatementId,
    dimension: usize,
    from: Phase,
    to: Phase,
    needs_characteristic: bool,
}

/// Finds the improvements; `None` in the last phase.
///
/// The set is the smallest there is. Statements that lack a characteristic must move in any case, as must
/// enough statements of every lagging dimension; within a dimension the lowest answers give the most, and so
/// does the largest step over the smallest dimension for the position. Raising the chosen ones fully, and
/// then lowering each as far as the phase holds, gives the least change.
pub fn next_phase(
    set: &QuestionSet,
    scope: &Scope,
    answers: &Answers,
    assessment: &Assessment,
    outcome: &Outcome,
) -> Option<NextPhase> {
    let phase = outcome.phase.next()?;
    let mut rated: Vec<Rated> = set
        .shown_by_dimension(scope)
        .filter_map(|(dimension, statement)| {
            let from = answers.get(statement.id.as_str())?.rated()?;
            let needs_characteristic = lacks_characteristic(statement, from);
            Some(Rated { id: &statement.id, dimension, from, to: from, needs_characteristic })
        })
        .filter(|rated| {
            assessment.dimensions[rated.dimension].value().is_some() || rated.needs_characteristic
        })
        .collect();
    let sizes: Vec<u32> = assessment.dimensions.iter().map(|d| d.rated).collect();

    if phase == Phase::LAST {
        rated.iter_mut().filter(|r| r.needs_characteristic).for_each(|r| r.to = Phase::LAST);
    }
    while let Some(at) = next_raise(&rated, &sizes, assessment, phase) {
        rated[at].to = Phase::LAST;
    }
    lower_raised(&mut rated, assessment, phase);

    let improvements = rated.iter().filter(|r| r.to > r.from);
    let improvements =
        improvements.map(|r| Improvement { statement: r.id.clone(), from: r.from, to: r.to }).collect();
    Some(NextPhase { phase, limited_by: limited_by(outcome.caps, phase), improvements })
}

fn limited_by(caps: Caps, phase: Phase) -> Vec<LimitingFactor> {
    let rules = [
        (caps.position, LimitingFactor::Position),
        (caps.weakest_link, LimitingFactor::WeakestLink),
        (caps.characteristics, LimitingFactor::Characteristics),
    ];
    rules.into_iter().filter(|(allows, _)| *allows < phase).map(|(_, factor)| factor).collect()
}

/// The dimension values after the improvements chosen so far, each with the index of its dimension.
fn values(rated: &[Rated], assessment: &Assessment) -> Vec<(usize, Mean)> {
    let places = assessment.dimensions.iter().enumerate();
    let with_value = places.filter(|(_, dimension)| dimension.value().is_some());
    let after = with_value.filter_map(|(at, dimension)| {
        let of_dimension = rated.iter().filter(|r| r.dimension == at);
        let gained: u32 = of_dimension.map(|r| u32::from(r.to.number() - r.from.number())).sum();
        Some((at, Mean::new(dimension.sum + gained, dimension.rated)?))
    });
    after.collect()
}

/// The statement to raise next; `None` once position and weakest link allow the phase.
fn next_raise(rated: &[Rated], sizes: &[u32], assessment: &Assessment, phase: Phase) -> Option<usize> {
    let values = values(rated, assessment);
    let lagging = values.iter().find(|(_, mean)| lags(*mean, phase)).map(|(at, _)| *at);
    if lagging.is_none() && position_reaches(&values, phase) {
        return None;
    }
    let can_rise = rated
        .iter()
        .enumerate()
        .filter(|(_, r)| r.to < Phase::LAST && lagging.is_none_or(|at| r.dimension == at) && r.to == r.from);
    // The gain for the position is the step over the size of the dimension.
    let gain = |r: &Rated| Ratio::new(Phase::LAST.number() - r.from.number(), sizes[r.dimension]);
    let best = can_rise.reduce(|best, next| if gain(next.1) > gain(best.1) { next } else { best });
    best.map(|(at, _)| at)
}

/// True when the weakest-link rule keeps this dimension value from the phase.
fn lags(mean: Mean, phase: Phase) -> bool {
    phase.number() > 2 && mean.rounded().number() + 1 < phase.number()
}

fn position_reaches(values: &[(usize, Mean)], phase: Phase) -> bool {
    let means: Vec<Mean> = values.iter().map(|(_, mean)| *mean).collect();
    Position::of(&means).is_some_and(|p| p.reaches_quarters(Position::lower_bound_quarters(phase)))
}

/// Lowers every raised statement step by step while the phase still holds.
fn lower_raised(rated: &mut [Rated], assessment: &Assessment, phase: Phase) {
    for at in 0..rated.len() {
        while rated[at].to > rated[at].from {
            let before = rated[at].to;
            let Some(lower) = Phase::new(before.number() - 1) else { break };
            let keeps_characteristic =
                phase < Phase::LAST || !rated[at].needs_characteristic || lower >= CHARACTERISTIC_AT_LEAST;
            rated[at].to = lower;
            let values = values(rated, assessment);
            let holds = keeps_characteristic
                && values.iter().all(|(_, mean)| !lags(*mean, phase))
                && position_reaches(&values, phase);
            if !holds {
                rated[at].to = before;
                break;
            }
        }
    }
}
