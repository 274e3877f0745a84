//! Which tips fit: by the rules in the content, in their order (docs/product.md#tips).

use super::{Report, stop_index};
use crate::content::{ConditionalTip, Library, Tip};
use crate::domain::{
    Answer, Evaluation, Mark, Mean, Operand, QuestionSet, Ratio, Reflection, Rule, Statement, TipId,
};
use crate::json::Text;

/// How many dimensions the result gives tips for at first (docs/product.md#tips).
pub(crate) const FIRST_DIMENSIONS: usize = 3;
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

/// A tip with its place in the road map.
#[derive(Clone, Copy)]
pub(crate) struct Planned<'t> {
    /// The place of its horizon in the library.
    pub(crate) horizon: usize,
    pub(crate) id: &'t TipId,
    pub(crate) text: &'t Text,
    /// Marked to take along.
    pub(crate) starred: bool,
}

impl<'a> TipSelection<'a> {
    /// Those that are shown at first.
    pub(crate) fn first(&self) -> impl Iterator<Item = &'a ConditionalTip> {
        let answers = self.answers.iter().take(MAX_ANSWER_TIPS);
        answers.chain(self.principles.iter().take(MAX_PRINCIPLE_TIPS)).copied()
    }
}

impl Report<'_> {
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
        let start = self.start;
        let record = self.record;
        let answer_to = |statement: &Statement| record.answers.get(statement.id.as_str());
        match operand {
            Operand::Dimension(id) => {
                let at = start.set.dimensions().iter().position(|dimension| dimension.id == *id)?;
                evaluation.assessment.dimensions.get(at)?.value().map(Mean::ratio)
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
                let at = stop_index(principle, record.theme.placements.get(id.as_str())?.get(*mark))?;
                Some(Ratio::whole(i64::try_from(at).ok()? + 1))
            }
            Operand::Overall => Some(evaluation.assessment.outcome.as_ref().ok()?.position.ratio()),
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
                let is_unknown = |answer: &&Answer| **answer == Answer::Unknown;
                let unknown = start.set.shown(&record.scope).filter_map(answer_to).filter(is_unknown);
                let shown = start.set.shown(&record.scope).count();
                Ratio::new(i64::try_from(unknown.count()).ok()?, i64::try_from(shown).ok()?)
            }
            Operand::AnswersLowest => {
                let ratings = start.set.shown(&record.scope).filter_map(|shown| answer_to(shown)?.rated());
                ratings.min().map(|phase| Ratio::whole(phase.number()))
            }
            Operand::JumpHighest => {
                let jumps = library.principles.iter().filter_map(|principle| {
                    let marks = record.theme.placements.get(principle.id.as_str())?;
                    let at = |mark| stop_index(principle, marks.get(mark));
                    let (now, desired) = (at(Mark::Now)?, at(Mark::Desired)?);
                    i64::try_from(now.abs_diff(desired)).ok()
                });
                jumps.max().map(Ratio::whole)
            }
        }
    }

    /// The tips of the road map, by horizon and in each the starred ones first; none without an outcome.
    pub(crate) fn planned<'t>(&self, library: &'t Library, evaluation: &Evaluation) -> Vec<Planned<'t>> {
        let mut fitting: Vec<Planned> = Vec::new();
        if evaluation.assessment.outcome.is_err() {
            return fitting;
        }
        for (at, from) in evaluation.first_steps(FIRST_DIMENSIONS) {
            if let Some(dimension) = self.start.set.dimensions().get(at) {
                fitting.extend(library.tips_for(&dimension.id, from).map(|tip| self.of_step(tip)));
            }
        }
        fitting.extend(self.tip_selection(library, evaluation).first().map(|tip| self.of_rule(tip)));
        for tip in self.starred(library) {
            if !fitting.iter().any(|known| known.id == tip.id) {
                fitting.push(tip);
            }
        }
        let mut planned = Vec::with_capacity(fitting.len());
        for horizon in 0..library.horizons.len() {
            for starred in [true, false] {
                let here = fitting.iter().filter(|tip| tip.horizon == horizon && tip.starred == starred);
                planned.extend(here.copied());
            }
        }
        planned
    }

    /// All tips that were marked to take along, in the order of the content.
    pub(crate) fn starred<'t>(&self, library: &'t Library) -> Vec<Planned<'t>> {
        let of_steps = library.tips.iter().map(|tip| self.of_step(tip));
        let of_rules = [&library.answer_tips, &library.slider_tips, &library.general_tips];
        let of_rules = of_rules.into_iter().flatten().map(|tip| self.of_rule(tip));
        of_steps.chain(of_rules).filter(|tip| tip.starred).collect()
    }

    fn of_step<'t>(&self, tip: &'t Tip) -> Planned<'t> {
        // A step from the first phase belongs in the first part of the road map (docs/product.md#road-map).
        self.plan(tip.from.index(), &tip.id, &tip.text)
    }

    fn of_rule<'t>(&self, tip: &'t ConditionalTip) -> Planned<'t> {
        self.plan(tip.horizon, &tip.id, &tip.text)
    }

    fn plan<'t>(&self, horizon: usize, id: &'t TipId, text: &'t Text) -> Planned<'t> {
        Planned { horizon, id, text, starred: self.record.starred.get(id.as_str()).is_some() }
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
    evaluation
        .assessment
        .dimensions
        .iter()
        .filter_map(|dimension| Some(dimension.value()?.gap_to(dimension.ambition?)))
}
