//! Which tips fit: by the rules in the content, in their order (docs/product.md#tips).

use super::{Evaluation, Model};
use crate::content::{ConditionalTip, Library};
use crate::domain::{Answer, Mark, Operand, QuestionSet, Ratio, Reflection, Rule};

/// How many tips on remarkable answers are shown at first (docs/product.md#tips-on-answers).
pub(crate) const MAX_ANSWER_TIPS: usize = 3;
/// How many tips on the principles are shown at first.
pub(crate) const MAX_PRINCIPLE_TIPS: usize = 3;

/// Tips whose rule holds.
#[derive(Debug)]
pub(crate) struct TipSelection<'a> {
    /// On remarkable answers, in the order of the content.
    pub(crate) answers: Vec<&'a ConditionalTip>,
    /// On positions of the principles: rules that combine things come first, because they say most.
    pub(crate) principles: Vec<&'a ConditionalTip>,
}

impl<'a> TipSelection<'a> {
    /// Those that are shown at first.
    pub(crate) fn first(&self) -> impl Iterator<Item = &'a ConditionalTip> {
        let answers = self.answers.iter().take(MAX_ANSWER_TIPS);
        answers.chain(self.principles.iter().take(MAX_PRINCIPLE_TIPS)).copied()
    }
}

impl Model {
    /// The tips that fit the present answers.
    pub(crate) fn tip_selection<'a>(
        &self,
        library: &'a Library,
        evaluation: &Evaluation,
    ) -> TipSelection<'a> {
        let holds = |tip: &&ConditionalTip| {
            tip.when
                .as_ref()
                .is_some_and(|rule| rule.holds(&|operand| self.value(library, evaluation, operand)))
        };
        // Without a result most comparisons would speak from a few answers; that much is unknown can be said.
        let may_speak = |tip: &&ConditionalTip| {
            let operands = tip.when.as_ref().map(|rule| rule.operands()).unwrap_or_default();
            evaluation.assessment.outcome.is_ok()
                || operands.iter().all(|operand| **operand == Operand::UnknownShare)
        };
        let answers = library.answer_tips.iter().filter(may_speak).filter(holds).collect();
        let mut principles: Vec<&ConditionalTip> = Vec::new();
        for tip in library.slider_tips.iter().filter(holds) {
            let at = principles.partition_point(|other| weight(other) >= weight(tip));
            principles.insert(at, tip);
        }
        TipSelection { answers, principles }
    }

    fn value(&self, library: &Library, evaluation: &Evaluation, operand: &Operand) -> Option<Ratio> {
        let start = self.start.ready()?;
        let record = self.displayed_record();
        match operand {
            Operand::Dimension(id) => {
                let at = start.set.dimensions().iter().position(|dimension| dimension.id == *id)?;
                let (sum, count) = evaluation.assessment.dimensions.get(at)?.value()?.fraction();
                Ratio::new(sum, count)
            }
            Operand::Statement(id) => {
                let shown = start.set.statement(id.as_str())?;
                let rating = record.answers.get(id.as_str())?.rated()?;
                QuestionSet::is_shown(&record.scope, shown).then(|| Ratio::whole(rating.number()))
            }
            Operand::Question(id) => match record.reflections.get(id.as_str())? {
                Reflection::Grade(grade) => Some(Ratio::whole(*grade)),
                _ => None,
            },
            Operand::Principle(id, mark) => {
                let principle = library.principle(id.as_str())?;
                let stop = record.theme.placements.get(id.as_str())?.get(*mark)?;
                let at = principle.stops.iter().position(|known| known.id == *stop)?;
                Some(Ratio::whole(i64::try_from(at).ok()? + 1))
            }
            Operand::Overall => evaluation.assessment.outcome.as_ref().ok()?.position.ratio(),
            Operand::AmbitionHighest => {
                record.ambition.iter().map(|(_, phase)| Ratio::whole(phase.number())).max()
            }
            Operand::AmbitionMissing => {
                let asked =
                    evaluation.assessment.dimensions.iter().filter(|dimension| dimension.applicable > 0);
                let missing =
                    asked.filter(|dimension| dimension.ambition.is_none() || dimension.value().is_none());
                Some(Ratio::whole(i64::try_from(missing.count()).ok()?))
            }
            Operand::GapHighest => gaps(evaluation).max(),
            Operand::GapLowest => gaps(evaluation).min(),
            Operand::UnknownShare => {
                let shown = self.shown_of(record);
                let is_unknown = |answer: &&Answer| **answer == Answer::Unknown;
                let unknown =
                    shown.iter().filter_map(|id| record.answers.get(id.as_str())).filter(is_unknown);
                Ratio::new(i64::try_from(unknown.count()).ok()?, i64::try_from(shown.len()).ok()?)
            }
            Operand::AnswersLowest => {
                let shown = self.shown_of(record);
                let ratings = shown.iter().filter_map(|id| record.answers.get(id.as_str())?.rated());
                ratings.min().map(|phase| Ratio::whole(phase.number()))
            }
            Operand::JumpHighest => {
                let jumps = library.principles.iter().filter_map(|principle| {
                    let marks = record.theme.placements.get(principle.id.as_str())?;
                    let at = |mark| {
                        let stop = marks.get(mark)?;
                        principle.stops.iter().position(|known| known.id == *stop)
                    };
                    let (now, desired) = (at(Mark::Now)?, at(Mark::Desired)?);
                    i64::try_from(now.abs_diff(desired)).ok()
                });
                jumps.max().map(Ratio::whole)
            }
        }
    }
}

/// How many different things the rule of a tip asks about.
fn weight(tip: &ConditionalTip) -> usize {
    let operands = tip.when.as_ref().map(Rule::operands).unwrap_or_default();
    let is_first = |at: &usize| !operands[..*at].contains(&operands[*at]);
    (0..operands.len()).filter(is_first).count()
}

/// Ambition minus value, for each dimension that has both.
fn gaps(evaluation: &Evaluation) -> impl Iterator<Item = Ratio> {
    evaluation.assessment.dimensions.iter().filter_map(|dimension| {
        let (sum, count) = dimension.value()?.fraction();
        let (sum, count) = (i64::from(sum), i64::from(count));
        Ratio::new(i64::from(dimension.ambition?.number()) * count - sum, count)
    })
}
