//! Answers and results as a table for spreadsheets: one row per thing, in the words of the screen.

use super::table::Table;
use crate::content::{Arg, Library, MessageKey, ModuleKind, QuestionText};
use crate::domain::{Answer, Evaluation, Mark, QuestionSet, Reflection, ScanLength};
use crate::record::PolicyTheme;
use crate::report::{Report, stop_of};

impl Report<'_> {
    /// The scan as a table: separated as spreadsheets in its language expect.
    ///
    /// Questions of the library and the modules are included once those parts of the content are loaded.
    pub fn csv(&self) -> String {
        let mut table = Table::of(self);
        let heads = [
            MessageKey::TablePart,
            MessageKey::TableCode,
            MessageKey::TableAsked,
            MessageKey::TableAnswer,
            MessageKey::TableValue,
            MessageKey::TableNote,
        ];
        for head in heads {
            table.message(head);
        }
        table.end();
        self.scan_rows(&mut table);
        let evaluation = self.evaluation();
        self.result_rows(&mut table, &evaluation);
        self.dimension_rows(&mut table, &evaluation);
        self.statement_rows(&mut table);
        if let Some(library) = self.library {
            let record = self.record;
            for theme in [&record.theme].into_iter().chain(&record.other_themes) {
                self.theme_rows(&mut table, library, theme);
            }
            for text in &library.questions {
                if let Some(reflection) = record.reflections.get(text.question.id.as_str()) {
                    self.reflection_rows(&mut table, library, text, reflection);
                }
            }
            self.module_rows(&mut table);
            for tip in self.starred(library) {
                table.begin(MessageKey::Tips, tip.id.as_str());
                table.message(MessageKey::Starred);
                table.cell(tip.text);
                table.end();
            }
        }
        table.into_text()
    }

    fn scan_rows(&self, table: &mut Table) {
        let record = self.record;
        table.fact(MessageKey::Scan, "name", MessageKey::ScanName);
        table.cell(&record.name);
        let moment = &record.stamp.started_at;
        table.fact(MessageKey::Scan, "date", MessageKey::ScanDate);
        table.value(&self.date(moment));
        table.value(moment.get(..10).unwrap_or_default());
        table.fact(MessageKey::Scan, "set", MessageKey::SetLabel);
        table.message(match record.scope.length {
            ScanLength::Quick => MessageKey::SetQuick,
            ScanLength::Full => MessageKey::SetFull,
        });
        table.fact(MessageKey::Scan, "role", MessageKey::RoleLabel);
        match &record.scope.role {
            None => table.message(MessageKey::RoleNone),
            Some(id) => {
                let known = self.start.roles.iter().find(|role| role.id == *id);
                table.cell(known.map_or(id.as_str(), |role| &role.name));
            }
        }
        table.fact(MessageKey::Scan, "question-set", MessageKey::ScanQuestions);
        table.cell(&record.question_set);
        table.end();
    }

    /// Every row is there in every result, so that tables of several scans can be laid side by side; what is
    /// withheld is empty.
    fn result_rows(&self, table: &mut Table, evaluation: &Evaluation) {
        let outcome = evaluation.assessment.outcome.as_ref();
        let scores = [
            ("score", MessageKey::Score, outcome.map(|outcome| outcome.score)),
            ("score-low", MessageKey::ScoreLow, outcome.map(|outcome| outcome.band.0)),
            ("score-high", MessageKey::ScoreHigh, outcome.map(|outcome| outcome.band.1)),
        ];
        for (id, asked, score) in scores {
            table.fact(MessageKey::StepResult, id, asked);
            if let Ok(score) = score {
                table.text(self.format(MessageKey::ScoreIs, &[("n", Arg::Number(score as usize))]));
                table.number(score as usize);
            }
        }
        table.fact(MessageKey::StepResult, "position", MessageKey::Position);
        if let Ok(outcome) = outcome {
            let value = self.number(outcome.position.hundredths(), 2);
            table.text(self.format(MessageKey::PositionIs, &[("value", Arg::Text(&value))]));
            table.value(&value);
        }
        table.fact(MessageKey::StepResult, "phase", MessageKey::Phase);
        match outcome {
            Ok(outcome) => {
                table.text(self.phase_text(outcome.phase));
                table.phase(Some(outcome.phase));
            }
            Err(needed) => {
                table.cell("");
                table.cell("");
                table.text(self.missing_answers(*needed));
            }
        }
        let coverage = evaluation.assessment.coverage;
        table.fact(MessageKey::StepResult, "coverage", MessageKey::Coverage);
        table.text(self.coverage_definition(coverage).description);
        table.number(coverage.percent());
        table.end();
    }

    fn dimension_rows(&self, table: &mut Table, evaluation: &Evaluation) {
        let dimensions = self.start.set.dimensions().iter().zip(&self.start.dimensions);
        for ((dimension, text), state) in dimensions.zip(&evaluation.assessment.dimensions) {
            let id = dimension.id.as_str();
            let rated = [
                ("done", Arg::Number(state.rated as usize)),
                ("all", Arg::Number(state.applicable as usize)),
            ];
            table.begin(MessageKey::Dimension, id);
            table.cell(&text.name);
            table.joined(&self.message(MessageKey::Rated), ": ", &self.format(MessageKey::DoneOf, &rated));
            if let Some(value) = state.value() {
                table.value(&self.number(value.hundredths(), 2));
            }
            table.end();
            table.begin(MessageKey::Ambition, id);
            table.cell(&text.name);
            match state.ambition {
                Some(phase) => table.text(self.phase_text(phase)),
                None => table.message(MessageKey::AmbitionOpen),
            }
            table.phase(state.ambition);
            table.end();
        }
    }

    /// The statements within the scope, and under another name those outside it that were answered.
    fn statement_rows(&self, table: &mut Table) {
        let record = self.record;
        for (statement, text) in self.start.set.statements().iter().zip(&self.start.statements) {
            let id = statement.id.as_str();
            let answer = record.answers.get(id).copied();
            let note = record.notes.get(id);
            let is_shown = QuestionSet::is_shown(&record.scope, statement);
            if is_shown || answer.is_some() || note.is_some() {
                table.begin(
                    if is_shown { MessageKey::StepStatements } else { MessageKey::StatementsOutside },
                    id,
                );
                table.cell(&text.ask);
                table.text(self.answer_text(text, answer));
                table.phase(answer.and_then(Answer::rated));
                table.cell(note.map_or("", |note| note));
                table.end();
            }
        }
    }

    /// Where the principles stand and what the guide asked; the name of the theme tells themes apart.
    fn theme_rows(&self, table: &mut Table, library: &Library, theme: &PolicyTheme) {
        if theme.is_blank() {
            return;
        }
        table.fact(MessageKey::StepPrinciples, "theme", MessageKey::Theme);
        table.cell(&theme.name);
        table.end();
        for principle in &library.principles {
            let id = principle.id.as_str();
            let Some(marks) = theme.placements.get(id) else { continue };
            for (mark, message) in [(Mark::Now, MessageKey::Now), (Mark::Desired, MessageKey::Desired)] {
                if let Some(stop) = stop_of(principle, marks.get(mark)) {
                    table.message(MessageKey::StepPrinciples);
                    table.joined(id, "-", mark.value());
                    table.joined(&principle.name, ": ", &self.message(message));
                    table.cell(&stop.name);
                    // A position is not a level, so it has no number.
                    table.cell("");
                    table.cell(&theme.name);
                    table.end();
                }
            }
        }
        for text in &library.questions {
            let id = text.question.id.as_str();
            if let Some(answer) = theme.guide.get(id) {
                table.begin(MessageKey::ToGuide, id);
                table.cell(&text.text);
                table.cell(answer);
                table.cell("");
                table.cell(&theme.name);
                table.end();
            }
        }
    }

    fn reflection_rows(&self, table: &mut Table, library: &Library, text: &QuestionText, given: &Reflection) {
        let id = text.question.id.as_str();
        if let Reflection::Checklist(rows) = given {
            // As the page has them: in the order of the question, each with a name of its own.
            for row in &text.question.rows {
                if let (Some(known), Some(choice)) = (library.row(row), rows.get(row.as_str())) {
                    table.message(MessageKey::StepReflection);
                    table.joined(id, "-", row.as_str());
                    table.joined(&text.text, " ", &known.text);
                    table.text(self.choice_text(*choice));
                    table.end();
                }
            }
            return;
        }
        table.begin(MessageKey::StepReflection, id);
        table.cell(&text.text);
        match given {
            Reflection::Choice { choice, text } => {
                table.text(choice.map(|choice| self.choice_text(choice)).unwrap_or_default());
                table.cell("");
                table.cell(text);
            }
            _ => table.text(self.reflection_text(library, given)),
        }
        if let Reflection::Grade(grade) = given {
            table.number(usize::from(*grade));
        }
        table.end();
    }

    fn module_rows(&self, table: &mut Table) {
        for given in self.modules_given() {
            table.message(MessageKey::ModulesTitle);
            table.joined(&given.module.id, "-", &given.entry.id);
            let title = &given.entry.title;
            if let Some(answer) = given.answer {
                table.joined(&given.module.name, ": ", title);
                table.text(answer);
            } else {
                table.cell(&given.module.name);
                table.cell(title);
            }
            if given.module.kind == ModuleKind::Scale {
                table.cell(given.stored);
            }
            table.end();
        }
    }
}
