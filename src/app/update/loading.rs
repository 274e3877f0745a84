//! Loading content.

use std::rc::Rc;

use crate::app::model::{Model, RemoteData};
use crate::app::notice::Notice;
use crate::app::{Effect, FetchFailed, LoadFault, Route};
use crate::content::{ContentError, Language, Library, Modules, Part, Start};
use crate::json::{self, Value};

impl Model {
    pub(crate) fn choose_language(&mut self, language: Language) -> Vec<Effect> {
        if language == self.requested_language && language == self.language {
            return Vec::new();
        }
        self.requested_language = language;
        self.forget_notice();
        if language == self.language {
            return Vec::new();
        }
        vec![Effect::Fetch(Part::Start, language)]
    }

    pub(crate) fn fetch_missing(&mut self) -> Vec<Effect> {
        if self.start.ready().is_none() {
            self.start = RemoteData::Loading;
            return vec![Effect::Fetch(Part::Start, self.requested_language)];
        }
        if self.library.ready().is_none() {
            self.library = RemoteData::Loading;
            return vec![Effect::Fetch(Part::Library, self.language)];
        }
        self.fetch_modules()
    }

    /// Fetches the modules on demand; reading them needs the library.
    pub(crate) fn fetch_modules(&mut self) -> Vec<Effect> {
        self.modules = RemoteData::Loading;
        if self.library.ready().is_some() {
            vec![Effect::Fetch(Part::Modules, self.language)]
        } else {
            Vec::new()
        }
    }

    pub(crate) fn on_content(
        &mut self,
        part: Part,
        language: Language,
        text: Result<String, FetchFailed>,
    ) -> Vec<Effect> {
        let mut effects = Vec::new();
        let fault = text.as_ref().err().map_or(LoadFault::Site, fault_of);
        let value = text.map_err(|why| fetch_problem(part, language, &why)).and_then(|text| {
            json::parse(&text).map_err(|error| {
                let position = [&error.line.to_string(), ":", &error.column.to_string()].concat();
                problem(part, language, &[&position, ": ", error.reason].concat())
            })
        });
        match part {
            Part::Start if language != self.requested_language => {}
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
                    Ok(start) => effects.extend(self.start_with(start, language)),
                    Err(warning) => {
                        effects.push(Effect::Warn(warning));
                        self.start_failed(fault);
                    }
                }
            }
            Part::Library => {
                match value.and_then(|value| self.read_library(&value, &mut effects)) {
                    Ok(library) => {
                        self.library = RemoteData::Ready(Rc::new(library));
                        effects.extend(self.replace_if_redirected());
                    }
                    Err(warning) => {
                        effects.push(Effect::Warn(warning));
                        self.library = RemoteData::Failed(fault);
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
                        self.modules = RemoteData::Ready(Rc::new(modules));
                        effects.extend(self.replace_if_redirected());
                    }
                    Err(warning) => {
                        effects.push(Effect::Warn(warning));
                        self.modules = RemoteData::Failed(fault);
                    }
                }
            }
        }
        effects
    }

    /// Normalizes the route, and replaces the history entry if that changed it.
    pub(crate) fn replace_if_redirected(&mut self) -> Option<Effect> {
        let before = self.route.clone();
        self.normalize_route();
        (self.route != before).then(|| Effect::ReplaceRoute(self.route.clone()))
    }

    fn start_with(&mut self, start: Start, language: Language) -> Vec<Effect> {
        let first_time = self.start.ready().is_none();
        self.start = RemoteData::Ready(Rc::new(start));
        self.library = RemoteData::Loading;
        self.modules = RemoteData::Loading;
        self.language = language;
        // A link in another language must not change the visitor's own record.
        let is_looking = matches!(self.route, Route::Shared(_));
        let is_own = !is_looking && (!self.record.is_blank() || !first_time);
        if is_own && self.record.language != language {
            self.edit().language = language;
        }
        self.normalize_route();
        let mut effects = vec![Effect::Fetch(Part::Library, language)];
        if first_time {
            effects.extend(self.check_role());
            effects.push(Effect::ReplaceRoute(self.route.clone()));
            effects.extend(self.announce_ready());
            effects.extend(self.replay_early_input());
        }
        effects
    }

    /// Checks the configured role against the content.
    fn check_role(&mut self) -> Option<Effect> {
        let known = &self.start.ready()?.roles;
        let role = self.config.role.as_ref()?;
        if known.iter().any(|known| known.id == *role) {
            return None;
        }
        let known: Vec<&str> = known.iter().map(|known| known.id.as_str()).collect();
        let known = known.join(", ");
        let role = self.config.role.take()?;
        if self.record.scope.role.as_ref() == Some(&role) {
            self.edit().scope.role = None;
        }
        let warning = ["Flexkompas: role \"", role.as_str(), "\" is not used: it must be one of ", &known];
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

    fn start_failed(&mut self, fault: LoadFault) {
        if self.start.ready().is_some() {
            // The page stays as it is, in the language it has.
            self.requested_language = self.language;
            self.interaction.notice = Some(Notice::LanguageFailed);
        } else {
            self.start = RemoteData::Failed(fault);
        }
    }
}

fn fault_of(why: &FetchFailed) -> LoadFault {
    match why {
        FetchFailed::Network | FetchFailed::Status(500..) => LoadFault::Connection,
        FetchFailed::NotListed | FetchFailed::Status(_) | FetchFailed::Altered => LoadFault::Site,
    }
}

fn problem(part: Part, language: Language, what: &str) -> String {
    ["Flexkompas content ", part.name(), ".", language.code(), ": ", what].concat()
}

fn fetch_problem(part: Part, language: Language, why: &FetchFailed) -> String {
    match why {
        FetchFailed::NotListed => problem(part, language, "no file is listed in data-content"),
        FetchFailed::Network => problem(part, language, "the network failed"),
        FetchFailed::Altered => problem(part, language, "the file was altered"),
        FetchFailed::Status(status) => {
            problem(part, language, &["the server answered ", &status.to_string()].concat())
        }
    }
}

fn list(part: Part, language: Language, errors: &[ContentError]) -> String {
    let lines: Vec<String> = errors.iter().map(ToString::to_string).collect();
    problem(part, language, &lines.join("\n"))
}
