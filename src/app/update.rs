//! `update(msg) -> effects`: the only writer of state. Moving between places is in `moving.rs`, content that arrives
//! in `loading.rs`.

use super::model::{Ask, Filter, Model, NotKept, Notice, Saving};
use super::{Effect, File, Msg, Place, Record, SaveFailed, Unreadable, export, record_read, record_write};
use crate::domain::{Choice, Keyed, QuestionId, Reflection};
use crate::json::{Text, Value};

impl Model {
    /// Takes in what happened and says what the shell must do.
    ///
    /// Saving is not sprinkled about: whatever changes the record is followed by [`Effect::Save`].
    pub fn update(&mut self, msg: Msg) -> Vec<Effect> {
        let mut before = self.record.clone();
        let mut effects = self.react(msg);
        if self.record.is_blank() {
            // A new stamp alone is nothing to keep: after erasing, storage stays empty until something is entered.
            before.stamp = self.record.stamp.clone();
        }
        if self.record != before && !effects.contains(&Effect::EraseStored) {
            effects.extend(self.save());
        }
        effects
    }

    #[allow(clippy::too_many_lines, reason = "one arm per message: the list is the point")]
    fn react(&mut self, msg: Msg) -> Vec<Effect> {
        match msg {
            Msg::ContentFetched { part, language, text } => return self.take_content(part, language, text),
            Msg::RetryPressed => return self.fetch_missing(),
            Msg::LanguageChosen(language) => return self.choose_language(language),
            Msg::Answered { statement, answer } => {
                self.skip_hint = false;
                self.record.answers.insert(statement, answer);
            }
            Msg::NoteTyped { statement, text } => {
                if text.is_empty() {
                    self.record.notes.remove(statement.as_str());
                } else {
                    self.record.notes.insert(statement, text.into());
                }
            }
            Msg::SetChosen(set) => self.record.scope.set = set,
            Msg::RoleChosen(role) => self.record.scope.role = role,
            Msg::ThemeTyped(name) => self.record.theme.name = name.into(),
            Msg::GuideTyped { question, text } if text.is_empty() => {
                self.record.theme.guide.remove(question.as_str());
            }
            Msg::GuideTyped { question, text } => self.record.theme.guide.insert(question, text.into()),
            Msg::ThemeAdded => {
                let theme = std::mem::take(&mut self.record.theme);
                if !theme.is_blank() {
                    self.record.other_themes.push(theme);
                }
                return vec![Effect::FocusHeading];
            }
            Msg::ThemeOpened(at) => {
                if let Some(other) = self.record.other_themes.get_mut(at) {
                    std::mem::swap(other, &mut self.record.theme);
                    self.record.other_themes.retain(|theme| !theme.is_blank());
                }
                return vec![Effect::FocusHeading];
            }
            Msg::ThemeRemoved => {
                self.record.theme = self.record.other_themes.pop().unwrap_or_default();
                return vec![Effect::FocusHeading];
            }
            Msg::StarToggled(tip) => {
                if self.record.starred.get(tip.as_str()).is_some() {
                    self.record.starred.remove(tip.as_str());
                } else {
                    self.record.starred.insert(tip, ());
                }
            }
            Msg::WhatIf(statement, Some(phase)) => self.what_if.insert(statement, phase),
            Msg::WhatIf(statement, None) => self.what_if.remove(statement.as_str()),
            Msg::WhatIfCleared => self.what_if = Keyed::default(),
            Msg::LibraryThemeChosen(theme) => self.filter.theme = theme,
            Msg::LibraryCoreToggled => self.filter.core = !self.filter.core,
            Msg::LibraryRoleToggled => self.filter.role = !self.filter.role,
            Msg::LibrarySearched(words) => self.filter.search = words.into(),
            Msg::ModuleAnswered { module, entry, value } => self.answer_module(module, entry, value),
            Msg::AmbitionPlaced { dimension, phase: Some(phase) } => {
                self.record.ambition.insert(dimension, phase);
            }
            Msg::AmbitionPlaced { dimension, phase: None } => self.record.ambition.remove(dimension.as_str()),
            Msg::MarkPlaced { principle, mark, stop } => {
                let positions = &mut self.record.theme.positions;
                let mut marks = positions.get(principle.as_str()).cloned().unwrap_or_default();
                marks.place(mark, stop);
                if marks.now.is_none() && marks.desired.is_none() {
                    positions.remove(principle.as_str());
                } else {
                    positions.insert(principle, marks);
                }
            }
            Msg::ReflectionTyped { question, text } => self.reflect_in_words(question, text),
            Msg::GradeGiven { question, grade } => {
                self.put_reflection(question, grade.map(Reflection::Grade));
            }
            Msg::ChoiceMade { question, choice } => self.reflect_by_choice(question, choice),
            Msg::RowAnswered { question, row, choice } => {
                let mut rows = match self.record.reflections.get(question.as_str()) {
                    Some(Reflection::Checklist(rows)) => rows.clone(),
                    _ => Keyed::default(),
                };
                rows.insert(row, choice);
                self.put_reflection(question, Some(Reflection::Checklist(rows)));
            }
            Msg::MoreQuestionsPressed => self.question_rounds += 1,
            Msg::AllTipsToggled => self.all_tips = !self.all_tips,
            Msg::StepsToggled => self.steps_open = !self.steps_open,
            Msg::NextPressed => return self.next(),
            Msg::BackPressed => return self.back(),
            Msg::WentTo(place) => return self.go(place),
            Msg::HistoryMoved(text) => {
                // An entry of somebody else: a link within the page, or the host's own fragment. Nobody moved.
                let Some(place) = text.as_deref().and_then(Place::parse) else {
                    return vec![Effect::Replace(self.place.clone())];
                };
                return self.arrive(place);
            }
            Msg::Saved(Ok(())) => {
                if self.saving == Saving::NotKept(NotKept::Full) {
                    self.saving = Saving::Kept(self.keeping);
                }
            }
            Msg::Saved(Err(SaveFailed::Blocked)) => self.saving = Saving::NotKept(NotKept::Blocked),
            Msg::Saved(Err(SaveFailed::Full)) => self.saving = Saving::NotKept(NotKept::Full),
            Msg::ExportPressed => return self.hand_over(export::file(self)),
            Msg::CopyUnreadablePressed => {
                let text = self.unreadable.clone().unwrap_or_default();
                return self.hand_over(File {
                    name: "flexkompas-unread.json".to_owned(),
                    media_type: "application/json",
                    text,
                });
            }
            Msg::Exported(outcome) => {
                let text = self.handed_over.take().unwrap_or_default();
                self.notice = Some(outcome.map_or(Notice::ExportFailed(text), |()| Notice::Exported));
            }
            Msg::ImportChosen(text) => return self.import(text.ok().as_deref()),
            Msg::RestartPressed => return self.ask(Ask::Restart),
            Msg::ErasePressed => return self.ask(Ask::Erase),
            Msg::Confirmed => return self.confirm(),
            Msg::Cancelled => {
                self.ask = None;
                return vec![Effect::FocusHeading];
            }
            Msg::Stamped(stamp) => {
                let question_set = self.record.question_set.clone();
                self.record = Record::new(stamp, question_set, self.language);
                // Nor may the next person see what was looked for.
                self.filter = Filter::default();
                self.question_rounds = 1;
                self.all_tips = false;
                return self.go(Place::Start);
            }
            Msg::PrintPressed => return vec![Effect::Print],
            Msg::NoticeClosed => self.notice = None,
        }
        Vec::new()
    }

    // Saving

    fn save(&self) -> Option<Effect> {
        let may_write = !matches!(self.saving, Saving::NotKept(NotKept::Blocked | NotKept::Unreadable(_)));
        may_write.then(|| Effect::Save(Value::Object(record_write::write(&self.record)).to_string()))
    }

    fn hand_over(&mut self, file: File) -> Vec<Effect> {
        self.handed_over = Some(file.text.clone());
        vec![Effect::Download(file)]
    }

    fn import(&mut self, text: Option<&str>) -> Vec<Effect> {
        let read = text.ok_or(Unreadable::NotARecord);
        match read.and_then(|text| record_read::read(text, &self.record.question_set)) {
            Err(why) => self.notice = Some(Notice::ImportFailed(why)),
            Ok(record) if self.record.is_blank() => return self.replace_record(record),
            Ok(record) => return self.ask(Ask::Replace(Box::new(record))),
        }
        Vec::new()
    }

    fn replace_record(&mut self, mut record: Record) -> Vec<Effect> {
        // Importing must not turn the page into another language under somebody's eyes.
        record.language = self.language;
        self.record = record;
        self.notice = Some(Notice::Imported);
        let place = if self.first_open().is_some() { Place::Resume } else { Place::Result };
        self.go(place)
    }

    // Questions that wait for yes or no

    fn ask(&mut self, ask: Ask) -> Vec<Effect> {
        self.ask = Some(ask);
        self.notice = None;
        vec![Effect::FocusAsk]
    }

    fn confirm(&mut self) -> Vec<Effect> {
        match self.ask.take() {
            None => Vec::new(),
            Some(Ask::Replace(record)) => self.replace_record(*record),
            Some(Ask::Restart) => vec![Effect::Stamp],
            Some(Ask::Erase) => {
                self.unreadable = None;
                let question_set = self.record.question_set.clone();
                self.record = Record::new(self.record.stamp.clone(), question_set, self.language);
                if matches!(self.saving, Saving::NotKept(NotKept::Unreadable(_) | NotKept::Full)) {
                    self.saving = Saving::Kept(self.keeping);
                }
                self.notice = Some(Notice::Erased);
                vec![Effect::EraseStored, Effect::Stamp]
            }
        }
    }

    // Reflection

    fn put_reflection(&mut self, question: QuestionId, reflection: Option<Reflection>) {
        match reflection {
            Some(reflection) => self.record.reflections.insert(question, reflection),
            None => self.record.reflections.remove(question.as_str()),
        }
    }

    fn reflect_in_words(&mut self, question: QuestionId, text: String) {
        let has_choice = self
            .library
            .ready()
            .and_then(|library| library.question(question.as_str()))
            .is_some_and(|known| known.question.kind == crate::domain::QuestionKind::ChoiceOpen);
        let reflection = if has_choice {
            let choice = self.choice_of(&question);
            (choice.is_some() || !text.is_empty()).then_some(Reflection::Choice { choice, text })
        } else {
            (!text.is_empty()).then_some(Reflection::Text(text))
        };
        self.put_reflection(question, reflection);
    }

    fn reflect_by_choice(&mut self, question: QuestionId, choice: Option<Choice>) {
        let text = match self.record.reflections.get(question.as_str()) {
            Some(Reflection::Choice { text, .. }) => text.clone(),
            _ => String::new(),
        };
        let given = choice.is_some() || !text.is_empty();
        self.put_reflection(question, given.then_some(Reflection::Choice { choice, text }));
    }

    fn choice_of(&self, question: &QuestionId) -> Option<Choice> {
        match self.record.reflections.get(question.as_str()) {
            Some(Reflection::Choice { choice, .. }) => *choice,
            _ => None,
        }
    }

    // Modules

    fn answer_module(&mut self, module: Text, entry: Text, value: Option<Text>) {
        let mut entries = self.record.modules.get(&module).cloned().unwrap_or_default();
        match value {
            Some(value) if !value.is_empty() => entries.insert(entry, value),
            _ => entries.remove(&entry),
        }
        if entries.is_empty() {
            self.record.modules.remove(&module);
        } else {
            self.record.modules.insert(module, entries);
        }
    }
}
