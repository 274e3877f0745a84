//! Which dimensions come first, and which step is next for each (docs/product.md#priority-of-dimensions).

use super::{Assessment, LimitingFactor, NextPhase, Phase, QuestionSet, Ratio};

/// The dimensions with a value, most worth working on first, as indices in [`QuestionSet::dimensions`].
///
/// First those that block the next phase by the weakest link or by a missing characteristic, then by the gap
/// between ambition and value, then by rank (docs/product.md#dimensions). Without an ambition, the gap is
/// measured to the next phase of the whole result, so that the lowest values lead.
pub fn dimension_order(set: &QuestionSet, assessment: &Assessment, next: Option<&NextPhase>) -> Vec<usize> {
    let aim = next.map_or(Phase::LAST, |next| next.phase);
    // Inserted in order rather than sorted afterwards: a sort adds kilobytes to the bundle.
    let mut ordered: Vec<Rank> = Vec::new();
    for (at, dimension) in set.dimensions().iter().enumerate() {
        let Some(state) = assessment.dimensions.get(at) else { continue };
        let Some(value) = state.value() else { continue };
        let gap = value.gap_to(state.ambition.unwrap_or(aim));
        let blocks = next.is_some_and(|next| blocks(set, next, dimension.id.as_str(), state));
        let rank = Rank { blocks, gap, priority: dimension.priority, at };
        let place = ordered.partition_point(|other| other.comes_before(&rank));
        ordered.insert(place, rank);
    }
    ordered.iter().map(|rank| rank.at).collect()
}

/// The criteria for the order of dimensions.
struct Rank {
    blocks: bool,
    gap: Ratio,
    priority: u32,
    at: usize,
}

impl Rank {
    fn comes_before(&self, other: &Self) -> bool {
        if self.blocks != other.blocks {
            return self.blocks;
        }
        if self.gap != other.gap {
            return self.gap > other.gap;
        }
        (self.priority, self.at) < (other.priority, other.at)
    }
}

/// The transition a dimension with this value has before it: from its phase to the one after.
pub fn next_transition(value: super::Mean) -> Option<(Phase, Phase)> {
    let from = value.phase();
    from.next().map(|to| (from, to))
}

fn blocks(set: &QuestionSet, next: &NextPhase, dimension: &str, state: &super::DimensionValue) -> bool {
    let lags = next.limited_by.contains(&LimitingFactor::WeakestLink)
        && state.value().is_some_and(|value| value.rounded().number() + 1 < next.phase.number());
    let lacks = next.limited_by.contains(&LimitingFactor::Characteristics)
        && next.improvements.iter().any(|step| {
            set.statement(step.statement.as_str()).is_some_and(|statement| {
                statement.dimension.as_str() == dimension && super::lacks_characteristic(statement, step.from)
            })
        });
    lags || lacks
}
