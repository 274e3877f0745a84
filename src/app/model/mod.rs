//! The state of the program, and how it begins. Only `update` and `init` change it.

mod interaction;
mod saving;

use std::rc::Rc;

use super::archive::Archive;
use super::flags::{Flags, Stored};
use super::shown::ShownStatements;
use super::{Config, EarlyInput, Effect, Route};
use crate::content::{Language, Library, MessageKey, Modules, Part, Start};
use crate::domain::{Answer, Evaluation, StatementId};
use crate::json::Text;
use crate::record::{self, Record};
use crate::report::Report;
pub(crate) use interaction::{Filter, Interaction, SkipHint};
pub(crate) use saving::Saving;
pub use saving::{SaveStatus, UnsavedReason};

/// Data that is fetched.
#[derive(Debug)]
pub enum RemoteData<T> {
    /// Loading, or not requested yet.
    Loading,
    /// Loaded and valid.
    Ready(Rc<T>),
    /// Fetching or parsing failed.
    Failed(LoadFault),
}

/// Where the fault lies when data does not load: the visitor may mend the one, the site owner alone the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LoadFault {
    /// The connection was lost, or the server is out of order for a while.
    Connection,
    /// The site lacks the file, or the file is not valid.
    Site,
}

impl<T> RemoteData<T> {
    /// The value, once loaded.
    pub fn ready(&self) -> Option<&Rc<T>> {
        if let Self::Ready(value) = self { Some(value) } else { None }
    }
}

/// All state.
#[derive(Debug)]
pub struct Model {
    pub(super) route: Route,
    /// The visitor's own scan.
    pub(super) record: Record,
    /// A shared or archived scan that is viewed, read-only.
    pub(super) viewed: Option<Record>,
    /// The language of the content that is shown.
    pub(super) language: Language,
    /// The requested language; differs while its content is loading.
    pub(super) requested_language: Language,
    pub(super) start: RemoteData<Start>,
    pub(super) library: RemoteData<Library>,
    pub(super) modules: RemoteData<Modules>,
    /// Input from before the program ran, until the content is loaded.
    pub(super) early: Vec<EarlyInput>,
    /// A code that could not be read: it goes back into the address, where it can be mended.
    pub(super) refused_code: Option<Text>,
    /// The text of the current export, until the shell reports the result.
    pub(super) pending_export: Option<String>,
    /// The address of the page without its fragment.
    pub(super) address: String,
    /// True if the browser can share links with other apps.
    pub(super) can_share: bool,
    /// The configuration of the site owner.
    pub(super) config: Config,
    pub(super) saving: Saving,
    pub(super) archive: Archive,
    pub(super) interaction: Interaction,
    pub(super) host: Host,
}

/// The page around the iframe.
#[derive(Debug)]
pub(super) struct Host {
    /// Its origin, if the browser reveals it.
    pub(super) origin: Option<Text>,
    /// The progress that was last posted to it: answered and total.
    pub(super) last_progress: (usize, usize),
}

impl Model {
    /// The initial state and effects.
    pub fn init(flags: Flags) -> (Self, Vec<Effect>) {
        let mut status = SaveStatus::Saved(flags.storage_scope);
        let mut unreadable = None;
        let mut stored = None;
        match flags.stored {
            Stored::Nothing => {}
            Stored::Blocked => status = SaveStatus::Unsaved(UnsavedReason::Blocked),
            Stored::Text(text) => match record::read(&text, &flags.question_set) {
                Ok(record) => stored = Some(record),
                Err(why) => {
                    status = SaveStatus::Unsaved(UnsavedReason::Unreadable(why));
                    unreadable = Some(text);
                }
            },
        }
        let asked = flags.asked_language.as_deref();
        let stored_language = stored.as_ref().map(|record| record.language).or(flags.config.language);
        let language = Language::choose(asked, stored_language, &flags.browser_languages);
        let record = match stored {
            // A scan begins with what is entered first, not with the removal of another.
            Some(record) if record.is_blank() => Record { stamp: flags.stamp, ..record },
            Some(record) => record,
            None => flags.config.new_record(flags.stamp, flags.question_set, language),
        };
        let kept_route = flags.route.as_deref().and_then(Route::parse);
        let route = match kept_route {
            _ if flags.code.is_some() => Route::Shared(flags.code.unwrap_or_default().into()),
            // After a reload a person is where they were.
            Some(route) if !record.is_blank() || route.needs_archive() => route,
            Some(route @ Route::Shared(_)) => route,
            _ if record.is_blank() => Route::Start,
            _ => Route::Resume,
        };
        let mut effects = vec![Effect::ReplaceRoute(route.clone()), Effect::Fetch(Part::Start, language)];
        if matches!(route, Route::Shared(_)) {
            effects.insert(0, Effect::ClearFragment);
        }
        // Listed from the start: undoing an erasure needs it, and new ids must be unique in it.
        effects.push(Effect::ListArchive);
        for warning in flags.refused {
            effects.push(Effect::Warn(warning));
        }
        let model = Self {
            route,
            record,
            viewed: None,
            language,
            requested_language: language,
            start: RemoteData::Loading,
            library: RemoteData::Loading,
            modules: RemoteData::Loading,
            early: flags.early,
            refused_code: None,
            pending_export: None,
            address: flags.address,
            can_share: flags.can_share,
            config: flags.config,
            saving: Saving { status, scope: flags.storage_scope, record_changed: false, unreadable },
            archive: Archive::default(),
            interaction: Interaction::default(),
            host: Host { origin: flags.host, last_progress: (0, 0) },
        };
        (model, effects)
    }

    /// The record whose result is displayed: the viewed scan or the visitor's own.
    pub(crate) fn displayed_record(&self) -> &Record {
        self.viewed.as_ref().unwrap_or(&self.record)
    }

    /// The statements within the scope of the visitor's own scan; none until the content is loaded.
    pub(crate) fn shown(&self) -> ShownStatements {
        let ids = self.start.ready().map(|start| {
            let shown = start.set.shown(&self.record.scope);
            shown.map(|statement| statement.id.clone()).collect()
        });
        ShownStatements { ids: ids.unwrap_or_default() }
    }

    /// The statement of the current page; the first one on the start page.
    pub(crate) fn current_statement(&self) -> Option<StatementId> {
        match &self.route {
            Route::Start => self.shown().ids.into_iter().next(),
            Route::Statement(id) => Some(id.clone()),
            _ => None,
        }
    }

    /// The first statement within the scope that has no answer.
    pub(crate) fn first_open(&self) -> Option<StatementId> {
        self.shown().first_open(&self.record.answers).cloned()
    }

    /// The displayed scan as a report; `None` until the content is loaded.
    pub fn report(&self) -> Option<Report<'_>> {
        let start = self.start.ready()?;
        Some(Report {
            record: self.displayed_record(),
            start,
            library: self.library.ready().map(|library| &**library),
            modules: self.modules.ready().map(|modules| &**modules),
            brand: self.brand(start),
        })
    }

    /// The name of the product, or the one that the site owner gave it.
    pub(crate) fn brand(&self, start: &Start) -> Text {
        self.config.title.clone().unwrap_or_else(|| start.messages.get(MessageKey::AppName))
    }

    /// Evaluates the scan with the what-if answers; `None` if there are none.
    pub(crate) fn what_if_evaluation(&self) -> Option<Evaluation> {
        if self.interaction.what_if.is_empty() {
            return None;
        }
        let mut answers = self.record.answers.clone();
        for (statement, phase) in self.interaction.what_if.iter() {
            answers.insert(statement.clone(), Answer::Rated(*phase));
        }
        let set = &self.start.ready()?.set;
        Some(Evaluation::of(set, &self.record.scope, &answers, &self.record.ambition))
    }
}
