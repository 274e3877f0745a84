//! The result in words: phase, score and coverage, why the phase is not higher, and answers.

use super::Report;
use crate::content::{Arg, Library, MessageKey, StatementText};
use crate::domain::{
    Answer, CharacteristicId, Choice, Coverage, Evaluation, LimitingFactor, Mean, MissingAnswers, NextPhase,
    Outcome, Phase, Position, Reflection, ScanLength, lacks_characteristic,
};
use crate::json::Text;

/// A term with its description.
#[derive(Clone, Debug, PartialEq)]
pub struct Definition {
    /// The term.
    pub term: Text,
    /// The value in words.
    pub description: Text,
}

impl Report<'_> {
    /// *Jullie zitten in fase 2: Beleid en programma's*.
    pub(crate) fn phase_sentence(&self, phase: Phase) -> Text {
        let values = [
            ("n", Arg::Number(usize::from(phase.number()))),
            ("name", Arg::Text(&self.start.phase(phase).name)),
        ];
        self.format(MessageKey::ResultTitle, &values)
    }

    /// *Fase 2: Beleid en programma's*.
    pub(crate) fn phase_text(&self, phase: Phase) -> Text {
        let name = &self.start.phase(phase).name;
        let number = usize::from(phase.number());
        self.format(MessageKey::PhaseNamed, &[("n", Arg::Number(number)), ("name", Arg::Text(name))])
    }

    pub(crate) fn missing_answers(&self, needed: MissingAnswers) -> Text {
        let count = |message, count| match count {
            0 => Text::default(),
            _ => self.format(message, &[("n", Arg::Number(count))]),
        };
        let statements = count(MessageKey::NeededStatements, needed.statements);
        let dimensions = count(MessageKey::NeededDimensions, needed.dimensions);
        let between = if statements.is_empty() || dimensions.is_empty() { "" } else { " " };
        [&*statements, between, &*dimensions].concat().into()
    }

    /// Score, position, band and coverage in words; a band of one score says nothing and is left out.
    pub(crate) fn outcome_definitions(&self, outcome: &Outcome, evaluation: &Evaluation) -> Vec<Definition> {
        let value = self.number(outcome.position.hundredths(), 2);
        let (low, high) = outcome.band;
        let mut definitions = Vec::with_capacity(4);
        let mut definition = |name: MessageKey, message: MessageKey, values: &[(&str, Arg)]| {
            definitions
                .push(Definition { term: self.message(name), description: self.format(message, values) });
        };
        definition(MessageKey::Score, MessageKey::ScoreIs, &[("n", Arg::Number(outcome.score as usize))]);
        definition(MessageKey::Position, MessageKey::PositionIs, &[("value", Arg::Text(&value))]);
        if low != high {
            let values = [("low", Arg::Number(low as usize)), ("high", Arg::Number(high as usize))];
            definition(MessageKey::Band, MessageKey::BandIs, &values);
        }
        definitions.push(self.coverage_definition(evaluation.assessment.coverage));
        definitions
    }

    /// How many of the statements are rated.
    pub(crate) fn coverage_definition(&self, coverage: Coverage) -> Definition {
        let values = [
            ("rated", Arg::Number(coverage.rated)),
            ("all", Arg::Number(coverage.applicable)),
            ("percent", Arg::Number(coverage.percent())),
        ];
        Definition {
            term: self.message(MessageKey::Coverage),
            description: self.format(MessageKey::CoverageIs, &values),
        }
    }

    pub(crate) fn why_title(&self, next: &NextPhase) -> Text {
        self.format(MessageKey::WhyTitle, &[("n", Arg::Number(usize::from(next.phase.number())))])
    }

    /// One of the rules that hold the phase back.
    pub(crate) fn limiting_factor_text(
        &self,
        factor: LimitingFactor,
        outcome: &Outcome,
        evaluation: &Evaluation,
        phase: Phase,
    ) -> Text {
        let number = Arg::Number(usize::from(phase.number()));
        match factor {
            LimitingFactor::Position => {
                let value = self.number(outcome.position.hundredths(), 2);
                let bound = self.number(25 * Position::lower_bound_quarters(phase), 2);
                let values = [("value", Arg::Text(&value)), ("bound", Arg::Text(&bound)), ("n", number)];
                self.format(MessageKey::HeldByPosition, &values)
            }
            LimitingFactor::WeakestLink => {
                let names = self.lagging_dimensions(evaluation, phase);
                let values = [("n", number), ("names", Arg::Text(&names))];
                self.format(MessageKey::HeldByWeakestLink, &values)
            }
            LimitingFactor::Characteristics => self.message(MessageKey::HeldByCharacteristics),
        }
    }

    /// The names of the dimensions that lag more than one phase behind this phase.
    fn lagging_dimensions(&self, evaluation: &Evaluation, phase: Phase) -> String {
        let dimensions = self.start.dimensions.iter().zip(&evaluation.assessment.dimensions);
        let lags = |value: Mean| value.rounded().next().is_some_and(|next| next < phase);
        let lagging = dimensions.filter(|(_, state)| state.value().is_some_and(lags));
        let names: Vec<&str> = lagging.map(|(text, _)| &*text.name).collect();
        names.join(", ")
    }

    /// What each characteristic of phase 4 means that a rated statement lacks: *Brede definitie: …*.
    pub(crate) fn lacking_characteristics(&self, library: &Library) -> Vec<Text> {
        let answers = &self.record.answers;
        let rated = self
            .start
            .set
            .shown(&self.record.scope)
            .filter_map(|statement| Some((statement, answers.get(statement.id.as_str())?.rated()?)));
        let lacking: Vec<_> = rated
            .filter(|(statement, rating)| lacks_characteristic(statement, *rating))
            .flat_map(|(statement, _)| &statement.characteristics)
            .collect();
        let known = library.characteristics.iter().filter(|known| lacking.contains(&&known.id));
        known.map(|known| [&*known.name, ": ", &*known.meaning].concat().into()).collect()
    }

    /// The heading above the improvements.
    pub(crate) fn moves_label(&self, next: &NextPhase) -> Text {
        let phase = Arg::Number(usize::from(next.phase.number()));
        self.format(MessageKey::MovesLabel, &[("n", Arg::Number(next.improvements.len())), ("phase", phase)])
    }

    /// The characteristics that no statement of the quick set touches; none in the full set, which has them all.
    pub(crate) fn not_asked(&self, library: &Library) -> Option<Text> {
        let scope = &self.record.scope;
        if scope.length != ScanLength::Quick {
            return None;
        }
        let is_asked = |id: &CharacteristicId| {
            self.start.set.shown(scope).any(|statement| statement.characteristics.contains(id))
        };
        let missing = library.characteristics.iter().filter(|known| !is_asked(&known.id));
        let names: Vec<&str> = missing.map(|characteristic| &*characteristic.name).collect();
        // A name may hold a comma, so each has quotes of its own; the message has the outer two.
        let listed = names.join("’, ‘");
        (!names.is_empty()).then(|| self.format(MessageKey::NotAsked, &[("names", Arg::Text(&listed))]))
    }

    pub(crate) fn answer_text(&self, text: &StatementText, answer: Option<Answer>) -> Text {
        match answer {
            Some(Answer::Rated(phase)) => text.anchors[phase.index()].clone(),
            Some(Answer::Unknown) => self.message(MessageKey::AnswerUnknown),
            Some(Answer::NotApplicable) => self.message(MessageKey::AnswerNotApplicable),
            None => self.message(MessageKey::Open),
        }
    }

    pub(crate) fn choice_text(&self, choice: Choice) -> Text {
        self.message(match choice {
            Choice::Yes => MessageKey::Yes,
            Choice::Partly => MessageKey::Partly,
            Choice::No => MessageKey::No,
            Choice::Unknown => MessageKey::AnswerUnknown,
        })
    }

    /// An answer in words, line by line, for the result.
    pub(crate) fn reflection_text(&self, library: &Library, reflection: &Reflection) -> Text {
        match reflection {
            Reflection::Text(text) => text.as_str().into(),
            Reflection::Grade(grade) => {
                self.format(MessageKey::GradeIs, &[("n", Arg::Number(usize::from(*grade)))])
            }
            Reflection::Choice { choice, text } => {
                let choice = choice.map(|choice| self.choice_text(choice)).unwrap_or_default();
                let between = if choice.is_empty() || text.is_empty() { "" } else { ". " };
                [&*choice, between, text].concat().into()
            }
            Reflection::Checklist(rows) => {
                let mut lines = String::new();
                for (id, choice) in rows.iter() {
                    let Some(row) = library.row(id) else { continue };
                    if !lines.is_empty() {
                        lines.push('\n');
                    }
                    lines.push_str(&row.text);
                    lines.push_str(": ");
                    lines.push_str(&self.choice_text(*choice));
                }
                lines.into()
            }
        }
    }
}
