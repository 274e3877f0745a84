//! The evaluation: everything computed from the answers.

use super::{
    Ambition, Answers, Assessment, Mean, NextPhase, Phase, QuestionSet, Scope, assess, dimension_order,
    next_phase, next_transition,
};

/// Everything that follows from the answers.
#[derive(Debug)]
pub struct Evaluation {
    /// Values, coverage and outcome.
    pub assessment: Assessment,
    /// The requirements of the next phase; `None` at the last phase or without an outcome.
    pub next: Option<NextPhase>,
    /// The dimensions with a value, most worth working on first.
    pub order: Vec<usize>,
}

impl Evaluation {
    /// Evaluates the answers within a scope.
    pub fn of(set: &QuestionSet, scope: &Scope, answers: &Answers, ambition: &Ambition) -> Self {
        let assessment = assess(set, scope, answers, ambition);
        let outcome = assessment.outcome.as_ref().ok();
        let next = outcome.and_then(|outcome| next_phase(set, scope, answers, &assessment, outcome));
        let order = dimension_order(set, &assessment, next.as_ref());
        Self { assessment, next, order }
    }

    /// The value of a dimension in hundredths, by its index; `None` if too little of it is rated.
    pub fn value_at(&self, at: usize) -> Option<u32> {
        self.assessment.dimensions.get(at)?.value().map(Mean::hundredths)
    }

    /// The first dimensions that still have a step before them, each with the phase it starts from.
    pub fn first_steps(&self, count: usize) -> Vec<(usize, Phase)> {
        self.steps().take(count).collect()
    }

    /// All dimensions that still have a step before them, most worth working on first.
    pub fn steps(&self) -> impl Iterator<Item = (usize, Phase)> {
        self.order.iter().filter_map(|at| {
            let value = self.assessment.dimensions.get(*at)?.value()?;
            next_transition(value).map(|(from, _)| (*at, from))
        })
    }
}
