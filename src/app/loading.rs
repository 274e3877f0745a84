//! Content that arrives, or does not.

use std::rc::Rc;

use super::model::{Load, Model};
use super::notice::Notice;
use super::{Effect, FetchFailed, Route};
use crate::content::{ContentError, Language, Library, Modules, Part, Start};
use crate::json::{self, Value};

impl Model {
    pub(super) fn choose_language(&mut self, language: Language) -> Vec<Effect> {
        if language == self.wanted && language == self.language {
            return Vec::new();
        }
        self.wanted = language;
        self.forget_notice();
        if language == self.language {
            return Vec::new();
        }
        vec![Effect::Fetch(Part::Start, language)]
    }

    pub(super) fn fetch_missing(&mut self) -> Vec<Effect> {
        if self.start.ready().is_none() {
            self.start = Load::Waiting;
            return vec![Effect::Fetch(Part::Start, self.wanted)];
        }
        if self.library.ready().is_none() {
            self.library = Load::Waiting;
            return vec![Effect::Fetch(Part::Library, self.language)];
        }
        self.fetch_modules()
    }

    /// Modules are fetched when somebody opens them, and need the library to be read.
    pub(super) fn fetch_modules(&mut self) -> Vec<Effect> {
        self.modules = Load::Waiting;
        if self.library.ready().is_some() {
            vec![Effect::Fetch(Part::Modules, self.language)]
        } else {
            Vec::new()
        }
    }

    pub(super) fn take_content(
        &mut self,
        part: Part,
        language: Language,
        text: Result<String, FetchFailed>,
    ) -> Vec<Effect> {
        let mut effects = Vec::new();
        let value = text.map_err(|why| fetch_problem(part, language, &why)).and_then(|text| {
            json::parse(&text).map_err(|error| {
                let position = [&error.line.to_string(), ":", &error.column.to_string()].concat();
                problem(part, language, &[&position, ": ", error.what].concat())
            })
        });
        match part {
            Part::Start if language != self.wanted => {}
            Part::Library | Part::Modules if language != self.language => {}
            Part::Start => {
                let read = value.and_then(|value| {
                    let start = Start::read(&value).map_err(|errors| list(part, language, &errors))?;
                    // Answers to other statements would be taken for answers to these.
                    if start.question_set == self.record.question_set {
                        Ok(start)
                    } else {
                        let other = ["its questionSet is not ", &*self.record.question_set].concat();
                        Err(problem(part, language, &other))
                    }
                });
                match read {
                    Ok(start) => effects.extend(self.begin_with(start, language)),
                    Err(warning) => {
                        effects.push(Effect::Warn(warning));
                        self.start_failed();
                    }
                }
            }
            Part::Library => {
                match value.and_then(|value| self.read_library(&value, &mut effects)) {
                    Ok(library) => {
                        self.library = Load::Ready(Rc::new(library));
                        effects.extend(self.replace_if_redirected());
                    }
                    Err(warning) => {
                        effects.push(Effect::Warn(warning));
                        self.library = Load::Failed;
                    }
                }
                if self.wants_modules() && self.library.ready().is_some() {
                    effects.extend(self.fetch_modules());
                }
            }
            Part::Modules => {
                let read = value.and_then(|value| {
                    let library =
                        self.library.ready().ok_or_else(|| problem(part, language, "came too early"))?;
                    Modules::read(&value, library).map_err(|errors| list(part, language, &errors))
                });
                match read {
                    Ok(modules) => {
                        self.modules = Load::Ready(Rc::new(modules));
                        effects.extend(self.replace_if_redirected());
                    }
                    Err(warning) => {
                        effects.push(Effect::Warn(warning));
                        self.modules = Load::Failed;
                    }
                }
            }
        }
        effects
    }

    /// Normalizes the route, and replaces the history entry if that changed it.
    pub(super) fn replace_if_redirected(&mut self) -> Option<Effect> {
        let before = self.route.clone();
        self.normalize_route();
        (self.route != before).then(|| Effect::ReplaceRoute(self.route.clone()))
    }

    fn begin_with(&mut self, start: Start, language: Language) -> Vec<Effect> {
        let first_time = self.start.ready().is_none();
        self.start = Load::Ready(Rc::new(start));
        self.library = Load::Waiting;
        self.modules = Load::Waiting;
        self.language = language;
        // A link in another language must not touch what somebody filled in themselves.
        let is_looking = matches!(self.route, Route::Shared(_));
        if !is_looking && (!self.record.is_blank() || !first_time) {
            self.record.language = language;
        }
        self.normalize_route();
        let mut effects = vec![Effect::Fetch(Part::Library, language)];
        if first_time {
            effects.extend(self.check_role());
            effects.push(Effect::ReplaceRoute(self.route.clone()));
            effects.extend(self.ready());
            effects.extend(self.catch_up());
        }
        effects
    }

    /// Which roles there are, the content alone knows.
    fn check_role(&mut self) -> Option<Effect> {
        let known = &self.start.ready()?.roles;
        let role = self.config.text("role")?;
        if known.iter().any(|known| *known.id.as_str() == **role) {
            return None;
        }
        let role = self.config.take("role")?;
        self.record.scope.role = self.record.scope.role.take().filter(|chosen| *chosen.as_str() != *role);
        let known: Vec<&str> = known.iter().map(|known| known.id.as_str()).collect();
        let warning = ["Flexkompas: role \"", &role, "\" is not used: it must be one of ", &known.join(", ")];
        Some(Effect::Warn(warning.concat()))
    }

    /// The library with the tips that the owner of the site has configured, if nothing is wrong with them.
    fn read_library(&self, value: &Value, effects: &mut Vec<Effect>) -> Result<Library, String> {
        let language = self.language;
        let start = self.start.ready().ok_or_else(|| problem(Part::Library, language, "came too early"))?;
        let read = |value: &Value| {
            Library::read(value, &start.set).map_err(|errors| list(Part::Library, language, &errors))
        };
        if let Some(own) = self.config.library_with_tips(value, language) {
            match read(&own) {
                Ok(library) => return Ok(library),
                Err(errors) => {
                    let warning = ["Flexkompas: tips in flexkompas-config are not used. ", &errors];
                    effects.push(Effect::Warn(warning.concat()));
                }
            }
        }
        read(value)
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

fn list(part: Part, language: Language, errors: &[ContentError]) -> String {
    let lines: Vec<String> = errors.iter().map(ToString::to_string).collect();
    problem(part, language, &lines.join("\n"))
}
