//! Which dimensions come first, and which step is next for each (product.md, priority of dimensions).

use super::{Assessment, Limit, NextPhase, Phase, QuestionSet};

/// The dimensions with a value, most worth working on first, as places in [`QuestionSet::dimensions`].
///
/// First those that block the next phase by the weakest link or by a missing characteristic, then by the gap
/// between ambition and value, then by the rank of domain B.6 point 5. Where no ambition was placed, the
/// next phase of the whole result stands in for it, so that without any ambition the lowest values lead.
pub fn dimension_order(set: &QuestionSet, assessment: &Assessment, next: Option<&NextPhase>) -> Vec<usize> {
    let aim = next.map_or(Phase::LAST, |next| next.phase);
    let mut keyed: Vec<_> = set
        .dimensions()
        .iter()
        .enumerate()
        .filter_map(|(at, dimension)| {
            let state = assessment.dimensions.get(at)?;
            let gap = state.value()?.gap_to(state.ambition.unwrap_or(aim));
            let blocks = next.is_some_and(|next| blocks(set, next, dimension.id.as_str(), state));
            Some((!blocks, std::cmp::Reverse(gap), dimension.priority, at))
        })
        .collect();
    keyed.sort_by(|a, b| (a.0, &a.1, a.2).cmp(&(b.0, &b.1, b.2)));
    keyed.into_iter().map(|(_, _, _, at)| at).collect()
}

/// The transition a dimension with this value has before it: from its phase to the one after.
pub fn next_transition(value: super::Mean) -> Option<(Phase, Phase)> {
    let from = value.phase();
    from.next().map(|to| (from, to))
}

fn blocks(set: &QuestionSet, next: &NextPhase, dimension: &str, state: &super::DimensionValue) -> bool {
    let lags = next.held_by.contains(&Limit::WeakestLink)
        && state.value().is_some_and(|value| value.rounded().number() + 1 < next.phase.number());
    let lacks = next.held_by.contains(&Limit::Characteristics)
        && next.moves.iter().any(|step| {
            set.statement(step.statement.as_str()).is_some_and(|statement| {
                statement.dimension.as_str() == dimension && super::lacks_characteristic(statement, step.from)
            })
        });
    lags || lacks
}
