//! Answers that take more than a line to put into the record: reflections and modules.

use crate::app::Model;
use crate::domain::{Choice, EntryId, ModuleId, QuestionId, QuestionKind, Reflection};
use crate::json::Text;

impl Model {
    pub(crate) fn set_reflection(&mut self, question: QuestionId, reflection: Option<Reflection>) {
        match reflection {
            Some(reflection) => self.record.reflections.insert(question, reflection),
            None => self.record.reflections.remove(question.as_str()),
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
        let mut entries = self.record.modules.get(module.as_str()).cloned().unwrap_or_default();
        match value {
            Some(value) if !value.is_empty() => entries.insert(entry, value),
            _ => entries.remove(entry.as_str()),
        }
        if entries.is_empty() {
            self.record.modules.remove(module.as_str());
        } else {
            self.record.modules.insert(module, entries);
        }
    }
}
