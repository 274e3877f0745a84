//! The result as plain lines, to paste into an e-mail or a chat.

use crate::content::{Arg, Library, MessageKey};
use crate::domain::{Evaluation, Mark, Mean, Outcome};
use crate::report::{Report, stop_of};

/// Text in the making.
struct Lines {
    text: String,
}

impl Lines {
    fn line(&mut self, parts: &[&str]) {
        for part in parts {
            self.text.push_str(part);
        }
        self.text.push('\n');
    }

    /// An empty line and the name of what follows.
    fn part(&mut self, heading: &str) {
        self.line(&["\n", heading]);
    }
}

impl Report<'_> {
    /// The result as plain text.
    ///
    /// Notes, reflections, work sheets and the name of the theme stay out: visitors paste this where others read along,
    /// and wrote those for themselves. The name of the scan is in it, because it tells results apart.
    pub fn plain_text(&self) -> String {
        let mut lines = Lines { text: String::new() };
        self.result_lines(&mut lines, &self.evaluation());
        lines.text
    }

    fn result_lines(&self, lines: &mut Lines, evaluation: &Evaluation) {
        let library = self.library;
        lines.line(&[&self.title_line()]);
        match &evaluation.assessment.outcome {
            Ok(outcome) => {
                lines.part(&self.phase_sentence(outcome.phase));
                for definition in self.outcome_definitions(outcome, evaluation) {
                    lines.line(&["- ", &definition.term, ": ", &definition.description]);
                }
                self.why_lines(lines, library, outcome, evaluation);
            }
            Err(needed) => {
                lines.part(&self.message(MessageKey::ResultNeededTitle));
                lines.line(&[&self.missing_answers(*needed)]);
                let coverage = self.coverage_definition(evaluation.assessment.coverage);
                lines.line(&["- ", &coverage.term, ": ", &coverage.description]);
            }
        }
        self.dimension_lines(lines, evaluation);
        if let Some(library) = library {
            self.road_map_lines(lines, library, evaluation);
            self.principle_lines(lines, library);
        }
        lines.part(&self.message(MessageKey::Disclaimer));
    }

    fn why_lines(
        &self,
        lines: &mut Lines,
        library: Option<&Library>,
        outcome: &Outcome,
        evaluation: &Evaluation,
    ) {
        match &evaluation.next {
            None => {
                lines.part(&self.message(MessageKey::WhyTopTitle));
                lines.line(&[&self.message(MessageKey::WhyTopText)]);
            }
            Some(next) => {
                lines.part(&self.why_title(next));
                for factor in &next.limited_by {
                    lines.line(&[&self.limiting_factor_text(*factor, outcome, evaluation, next.phase)]);
                }
                lines.line(&[&self.moves_label(next)]);
                let becomes = self.message(MessageKey::Becomes);
                for step in &next.improvements {
                    if let Some((_, text)) = self.start.statement(&step.statement) {
                        let (from, to) = (&text.anchors[step.from.index()], &text.anchors[step.to.index()]);
                        lines.line(&["- ", &text.name, ": ‘", from, "’ ", &becomes, " ‘", to, "’"]);
                    }
                }
            }
        }
        if let Some(not_asked) = library.and_then(|library| self.not_asked(library)) {
            lines.line(&[&not_asked]);
        }
    }

    fn dimension_lines(&self, lines: &mut Lines, evaluation: &Evaluation) {
        lines.part(&self.message(MessageKey::DimensionsTitle));
        for (text, state) in self.start.dimensions.iter().zip(&evaluation.assessment.dimensions) {
            let now = match state.value().map(Mean::hundredths) {
                Some(value) => {
                    self.format(MessageKey::NowIs, &[("value", Arg::Text(&self.number(value, 1)))])
                }
                None => self.message(MessageKey::NowUnknown),
            };
            let aim = state.ambition.map(|phase| {
                let phase = phase.number().to_string();
                self.format(MessageKey::AmbitionIs, &[("phase", Arg::Text(&phase))])
            });
            let between = if aim.is_some() { " · " } else { "" };
            lines.line(&["- ", &text.name, ". ", &now, between, &aim.unwrap_or_default()]);
        }
    }

    fn road_map_lines(&self, lines: &mut Lines, library: &Library, evaluation: &Evaluation) {
        let mut last = None;
        for tip in self.planned(library, evaluation) {
            if last.is_none() {
                lines.part(&self.message(MessageKey::RoadMapTitle));
            }
            if let Some(horizon) = library.horizons.get(tip.horizon).filter(|_| last != Some(tip.horizon)) {
                lines.part(&horizon.name);
            }
            last = Some(tip.horizon);
            lines.line(&["- ", tip.text]);
        }
    }

    fn principle_lines(&self, lines: &mut Lines, library: &Library) {
        let mut has_any = false;
        for principle in &library.principles {
            let marks = self.marks(&principle.id);
            let [now, desired] = [Mark::Now, Mark::Desired].map(|mark| {
                let stop = stop_of(principle, marks.get(mark));
                stop.map_or_else(|| self.message(MessageKey::NotPlaced), |stop| stop.name.clone())
            });
            if marks.now.is_none() && marks.desired.is_none() {
                continue;
            }
            if !has_any {
                has_any = true;
                lines.part(&self.message(MessageKey::PrinciplesTitle));
            }
            let (label, aim) = (self.message(MessageKey::Now), self.message(MessageKey::Desired));
            lines.line(&["- ", &principle.name, ". ", &label, ": ", &now, " · ", &aim, ": ", &desired]);
            if let Some(reading) = self.reading(principle, &marks) {
                lines.line(&["  ", &reading]);
            }
        }
    }
}
