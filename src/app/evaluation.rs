//! What follows from the answers: the result, what stands before the next phase, and what comes first.

use super::Model;
use crate::domain::{Answer, Assessment, Mean, NextPhase, Phase, assess, dimension_order, next_phase};
use crate::record::Record;

/// Everything that follows from the answers.
#[derive(Debug)]
pub struct Evaluation {
    /// Values, coverage and outcome.
    pub assessment: Assessment,
    /// What stands before the next phase; none at the last phase or without an outcome.
    pub next: Option<NextPhase>,
    /// The dimensions with a value, most worth working on first.
    pub order: Vec<usize>,
}

impl Evaluation {
    /// The value of a dimension in hundredths, by its place; none where too little is rated.
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
            crate::domain::next_transition(value).map(|(from, _)| (*at, from))
        })
    }
}

/// How many dimensions the result gives tips for at first (docs/product.md#tips).
pub(crate) const FIRST_DIMENSIONS: usize = 3;

impl Model {
    /// Works out the result that is shown; none before the content is there.
    pub fn evaluation(&self) -> Option<Evaluation> {
        self.evaluation_of(self.displayed_record())
    }

    /// Works out the result as it would be with the answers that are tried out; none when nothing is.
    pub(crate) fn tried_evaluation(&self) -> Option<Evaluation> {
        if self.what_if.is_empty() {
            return None;
        }
        let mut tried = self.record.clone();
        for (statement, phase) in self.what_if.iter() {
            tried.answers.insert(statement.clone(), Answer::Rated(*phase));
        }
        self.evaluation_of(&tried)
    }

    /// Works out the result of a scan; none before the content is there.
    pub(crate) fn evaluation_of(&self, record: &Record) -> Option<Evaluation> {
        let start = self.start.ready()?;
        let answers = &record.answers;
        let assessment = assess(&start.set, &record.scope, answers, &record.ambition);
        let next = assessment
            .outcome
            .as_ref()
            .ok()
            .and_then(|outcome| next_phase(&start.set, &record.scope, answers, &assessment, outcome));
        let order = dimension_order(&start.set, &assessment, next.as_ref());
        Some(Evaluation { assessment, next, order })
    }

    /// The ambition over all dimensions that have one, in hundredths: for the spectrum picture.
    pub(crate) fn mean_ambition(&self) -> Option<u32> {
        let ambition = &self.displayed_record().ambition;
        let placed: u32 = ambition.iter().map(|(_, phase)| u32::from(phase.number())).sum();
        let count = u32::try_from(ambition.len()).ok().filter(|count| *count > 0)?;
        Some((200 * placed + count) / (2 * count))
    }
}
