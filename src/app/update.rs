//! `update(msg) -> effects`: the only writer of state.
//!
//! Longer than 300 lines because everything that changes state stands here and nowhere else.

use std::rc::Rc;

use super::model::{Ask, Load, Model, NotKept, Notice, Saving};
use super::{Effect, FetchFailed, File, Msg, Place, Record, SaveFailed, Unreadable, export, record_form};
use crate::content::{Language, Library, Mistake, Part, Start};
use crate::domain::{Choice, Keyed, QuestionId, Reflection};
use crate::json::{self, Value};

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
            Msg::ThemeTyped(theme) => self.record.theme = theme.into(),
            Msg::AmbitionPlaced { dimension, phase: Some(phase) } => {
                self.record.ambition.insert(dimension, phase);
            }
            Msg::AmbitionPlaced { dimension, phase: None } => self.record.ambition.remove(dimension.as_str()),
            Msg::MarkPlaced { principle, mark, stop } => {
                let mut marks = self.record.positions.get(principle.as_str()).cloned().unwrap_or_default();
                marks.place(mark, stop);
                if marks.now.is_none() && marks.desired.is_none() {
                    self.record.positions.remove(principle.as_str());
                } else {
                    self.record.positions.insert(principle, marks);
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
                let place = text.as_deref().and_then(Place::parse).unwrap_or(Place::Start);
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
        may_write.then(|| Effect::Save(Value::Object(record_form::write(&self.record)).to_string()))
    }

    fn hand_over(&mut self, file: File) -> Vec<Effect> {
        self.handed_over = Some(file.text.clone());
        vec![Effect::Download(file)]
    }

    fn import(&mut self, text: Option<&str>) -> Vec<Effect> {
        let read = text.ok_or(Unreadable::NotARecord);
        match read.and_then(|text| record_form::read(text, &self.record.question_set)) {
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

    // Moving about

    fn next(&mut self) -> Vec<Effect> {
        match self.place.clone() {
            Place::Start | Place::Statement(_) => self.next_statement(),
            Place::Resume => {
                let open = self.first_open();
                self.go(open.map_or(Place::Result, Place::Statement))
            }
            Place::Overview => {
                let open = self.first_open();
                self.go(open.map_or(Place::Ambition, Place::Statement))
            }
            Place::Ambition | Place::Reflection | Place::Principles => self.go(Place::Result),
            Place::Result => self.go(Place::Principles),
            Place::Principle(id) => {
                let place = self.principle_beside(id.as_str(), 1).unwrap_or(Place::Result);
                self.go(place)
            }
        }
    }

    fn next_statement(&mut self) -> Vec<Effect> {
        let Some(here) = self.statement_here() else { return Vec::new() };
        let is_open = self.record.answers.get(here.as_str()).is_none();
        if is_open && !self.skip_explained {
            self.skip_explained = true;
            self.skip_hint = true;
            return Vec::new();
        }
        let at = self.position_of(&here).map_or(0, |at| at + 1);
        let place = self.shown().get(at).cloned().map_or(Place::Ambition, Place::Statement);
        self.go(place)
    }

    fn back(&mut self) -> Vec<Effect> {
        let place = match self.place.clone() {
            Place::Start | Place::Resume => return Vec::new(),
            Place::Statement(id) => match self.position_of(&id) {
                Some(at) if at > 1 => Place::Statement(self.shown().swap_remove(at - 1)),
                _ => Place::Start,
            },
            Place::Overview => Place::Start,
            Place::Ambition => self.shown().pop().map_or(Place::Start, Place::Statement),
            Place::Result => Place::Ambition,
            Place::Principles | Place::Reflection => Place::Result,
            Place::Principle(id) => self.principle_beside(id.as_str(), -1).unwrap_or(Place::Result),
        };
        self.go(place)
    }

    fn principle_beside(&self, id: &str, step: isize) -> Option<Place> {
        let library = self.library.ready()?;
        let at = library.principles.iter().position(|principle| principle.id.as_str() == id)?;
        let principle = library.principles.get(at.checked_add_signed(step)?)?;
        Some(Place::Principle(principle.id.clone()))
    }

    /// Goes to a place and remembers it in the history.
    fn go(&mut self, place: Place) -> Vec<Effect> {
        let mut effects = self.arrive(place);
        effects.insert(0, Effect::Push(self.place.clone()));
        effects
    }

    /// Shows a place without touching the history: somebody used the browser's Back or Forward.
    fn arrive(&mut self, place: Place) -> Vec<Effect> {
        self.skip_hint = false;
        self.steps_open = false;
        self.ask = None;
        self.place = place;
        self.settle();
        let mut effects = vec![Effect::FocusHeading];
        if self.place.needs_library() && matches!(self.library, Load::Failed) {
            effects.extend(self.fetch_missing());
        }
        effects
    }

    /// Turns a place that the content does not have into one it has.
    fn settle(&mut self) {
        if self.start.ready().is_some() {
            match &self.place {
                Place::Statement(id) => match self.position_of(id) {
                    None | Some(0) => self.place = Place::Start,
                    Some(_) => {}
                },
                Place::Resume if self.record.is_blank() => self.place = Place::Start,
                _ => {}
            }
        }
        if let Some(library) = self.library.ready() {
            let first = || library.principles.first().map(|principle| Place::Principle(principle.id.clone()));
            let lost = match &self.place {
                Place::Principles => true,
                Place::Principle(id) => library.principle(id.as_str()).is_none(),
                _ => false,
            };
            if lost {
                self.place = first().unwrap_or(Place::Result);
            }
        }
    }

    // Content

    fn choose_language(&mut self, language: Language) -> Vec<Effect> {
        if language == self.wanted && language == self.language {
            return Vec::new();
        }
        self.wanted = language;
        self.notice = None;
        if language == self.language {
            return Vec::new();
        }
        vec![Effect::Fetch(Part::Start, language)]
    }

    fn fetch_missing(&mut self) -> Vec<Effect> {
        if self.start.ready().is_none() {
            self.start = Load::Waiting;
            return vec![Effect::Fetch(Part::Start, self.wanted)];
        }
        self.library = Load::Waiting;
        vec![Effect::Fetch(Part::Library, self.language)]
    }

    fn take_content(
        &mut self,
        part: Part,
        language: Language,
        text: Result<String, FetchFailed>,
    ) -> Vec<Effect> {
        let mut effects = Vec::new();
        let value = text.map_err(|why| fetch_problem(part, language, &why)).and_then(|text| {
            json::parse(&text).map_err(|error| {
                let place = [&error.line.to_string(), ":", &error.column.to_string()].concat();
                problem(part, language, &[&place, ": ", error.what].concat())
            })
        });
        match part {
            Part::Start if language != self.wanted => {}
            Part::Start => {
                let read = value.and_then(|value| {
                    Start::read(&value).map_err(|mistakes| list(part, language, &mistakes))
                });
                match read {
                    Ok(start) => effects.extend(self.begin_with(start, language)),
                    Err(warning) => {
                        effects.push(Effect::Warn(warning));
                        self.start_failed();
                    }
                }
            }
            Part::Library if language != self.language => {}
            Part::Library => {
                let read = value.and_then(|value| {
                    Library::read(&value).map_err(|mistakes| list(part, language, &mistakes))
                });
                match read {
                    Ok(library) => {
                        self.library = Load::Ready(Rc::new(library));
                        let before = self.place.clone();
                        self.settle();
                        if self.place != before {
                            effects.push(Effect::Replace(self.place.clone()));
                        }
                    }
                    Err(warning) => {
                        effects.push(Effect::Warn(warning));
                        self.library = Load::Failed;
                    }
                }
            }
        }
        effects
    }

    fn begin_with(&mut self, start: Start, language: Language) -> Vec<Effect> {
        let first_time = self.start.ready().is_none();
        self.start = Load::Ready(Rc::new(start));
        self.library = Load::Waiting;
        self.language = language;
        if !self.record.is_blank() || !first_time {
            self.record.language = language;
        }
        self.settle();
        let mut effects = vec![Effect::Fetch(Part::Library, language)];
        if first_time {
            effects.push(Effect::Replace(self.place.clone()));
        }
        effects
    }

    fn start_failed(&mut self) {
        if self.start.ready().is_some() {
            // The page stays as it is, in the language it has.
            self.wanted = self.language;
            self.notice = Some(Notice::LanguageFailed);
        } else {
            self.start = Load::Failed;
        }
    }
}

fn problem(part: Part, language: Language, what: &str) -> String {
    ["Flexkompas content ", part.name(), ".", language.code(), ": ", what].concat()
}

fn fetch_problem(part: Part, language: Language, why: &FetchFailed) -> String {
    match why {
        FetchFailed::NotListed => problem(part, language, "no file is listed in data-content"),
        FetchFailed::Network => problem(part, language, "the network failed"),
        FetchFailed::Status(status) => {
            problem(part, language, &["the server answered ", &status.to_string()].concat())
        }
    }
}

fn list(part: Part, language: Language, mistakes: &[Mistake]) -> String {
    let lines: Vec<String> = mistakes.iter().map(ToString::to_string).collect();
    problem(part, language, &lines.join("\n"))
}
