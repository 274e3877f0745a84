//! Answers: what a visitor enters goes into the record.

use crate::app::Model;
use crate::domain::{
    Answer, Choice, DimensionId, EntryId, ModuleId, Phase, QuestionId, QuestionKind, Reflection, RoleId,
    RowId, ScanLength, SortedMap, StatementId, TipId,
};
use crate::json::Text;

impl Model {
    pub(crate) fn answer(&mut self, statement: StatementId, answer: Answer) {
        self.interaction.skip_hint.hide();
        if self.record.answers.get(statement.as_str()) != Some(&answer) {
            self.edit().answers.insert(statement, answer);
        }
    }

    pub(crate) fn set_note(&mut self, statement: StatementId, text: &str) {
        let before = self.record.notes.get(statement.as_str()).map_or("", |note| note);
        if before == text {
            return;
        }
        if text.is_empty() {
            self.edit().notes.remove(statement.as_str());
        } else {
            self.edit().notes.insert(statement, text.into());
        }
    }

    pub(crate) fn set_length(&mut self, length: ScanLength) {
        if self.record.scope.length != length {
            self.edit().scope.length = length;
        }
    }

    pub(crate) fn set_role(&mut self, role: Option<RoleId>) {
        if self.record.scope.role != role {
            self.edit().scope.role = role;
        }
    }

    pub(crate) fn set_ambition(&mut self, dimension: DimensionId, phase: Option<Phase>) {
        if self.record.ambition.get(dimension.as_str()) == phase.as_ref() {
            return;
        }
        match phase {
            Some(phase) => self.edit().ambition.insert(dimension, phase),
            None => self.edit().ambition.remove(dimension.as_str()),
        }
    }

    pub(crate) fn toggle_star(&mut self, tip: TipId) {
        let starred = &mut self.edit().starred;
        if starred.get(tip.as_str()).is_some() {
            starred.remove(tip.as_str());
        } else {
            starred.insert(tip, ());
        }
    }

    pub(crate) fn answer_row(&mut self, question: QuestionId, row: RowId, choice: Choice) {
        let mut rows = match self.record.reflections.get(question.as_str()) {
            Some(Reflection::Checklist(rows)) => rows.clone(),
            _ => SortedMap::default(),
        };
        rows.insert(row, choice);
        self.set_reflection(question, Some(Reflection::Checklist(rows)));
    }

    pub(crate) fn set_reflection(&mut self, question: QuestionId, reflection: Option<Reflection>) {
        if self.record.reflections.get(question.as_str()) == reflection.as_ref() {
            return;
        }
        match reflection {
            Some(reflection) => self.edit().reflections.insert(question, reflection),
            None => self.edit().reflections.remove(question.as_str()),
        }
    }

    pub(crate) fn set_reflection_text(&mut self, question: QuestionId, text: String) {
        let has_choice = self
            .library
            .ready()
            .and_then(|library| library.question(question.as_str()))
            .is_some_and(|known| known.question.kind == QuestionKind::ChoiceOpen);
        let reflection = if has_choice {
            let choice = self.choice_of(&question);
            (choice.is_some() || !text.is_empty()).then_some(Reflection::Choice { choice, text })
        } else {
            (!text.is_empty()).then_some(Reflection::Text(text))
        };
        self.set_reflection(question, reflection);
    }

    pub(crate) fn set_reflection_choice(&mut self, question: QuestionId, choice: Option<Choice>) {
        let text = match self.record.reflections.get(question.as_str()) {
            Some(Reflection::Choice { text, .. }) => text.clone(),
            _ => String::new(),
        };
        let given = choice.is_some() || !text.is_empty();
        self.set_reflection(question, given.then_some(Reflection::Choice { choice, text }));
    }

    fn choice_of(&self, question: &QuestionId) -> Option<Choice> {
        match self.record.reflections.get(question.as_str()) {
            Some(Reflection::Choice { choice, .. }) => *choice,
            _ => None,
        }
    }

    pub(crate) fn answer_module(&mut self, module: &str, entry: &str, value: Option<Text>) {
        let (Some(module), Some(entry)) = (ModuleId::parse(module), EntryId::parse(entry)) else { return };
        let value = value.filter(|value| !value.is_empty());
        let mut entries = self.record.modules.get(module.as_str()).cloned().unwrap_or_default();
        if entries.get(entry.as_str()) == value.as_ref() {
            return;
        }
        match value {
            Some(value) => entries.insert(entry, value),
            None => entries.remove(entry.as_str()),
        }
        if entries.is_empty() {
            self.edit().modules.remove(module.as_str());
        } else {
            self.edit().modules.insert(module, entries);
        }
    }
}
