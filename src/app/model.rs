//! The state of the program, and how it begins.

use std::rc::Rc;

use super::archive::{ArchivedScan, Undo};
use super::flags::{Flags, StorageScope, Stored};
use super::shown::ShownStatements;
use super::{Ask, Config, EarlyInput, Effect, Notice, Route};
use crate::content::{Language, Library, MessageKey, Modules, Part, Start};
use crate::domain::{Answer, Evaluation, Phase, SortedMap, StatementId, ThemeId};
use crate::json::Text;
use crate::record::{self, Record, RecordError};
use crate::report::Report;

/// Whether answers are saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaveStatus {
    /// Every answer is saved.
    Saved(StorageScope),
    /// Answers are lost when the page is closed.
    Unsaved(UnsavedReason),
}

/// Why answers are not saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UnsavedReason {
    /// Storage is blocked.
    Blocked,
    /// Storage is full.
    Full,
    /// Another program has cleared storage.
    Cleared,
    /// Storage holds an unreadable record, which must not be overwritten.
    Unreadable(RecordError),
}

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

/// The filter of the question library.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Filter {
    /// Only this theme.
    pub(crate) theme: Option<ThemeId>,
    /// Only core questions.
    pub(crate) core: bool,
    /// Only questions for the role of the scan.
    pub(crate) role: bool,
    /// Only questions with these words.
    pub(crate) search: Text,
}

/// All state.
#[derive(Debug)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is a small fact about the page that goes with any other"
)]
pub struct Model {
    pub(crate) route: Route,
    /// The visitor's own scan.
    pub(crate) record: Record,
    /// The record was changed and is not saved yet.
    pub(crate) record_changed: bool,
    /// A shared or archived scan that is viewed, read-only.
    pub(crate) viewed: Option<Record>,
    /// The language of the content that is shown.
    pub(crate) language: Language,
    /// The requested language; differs while its content is loading.
    pub(crate) requested_language: Language,
    /// Input from before the program ran, until the content is loaded.
    pub(crate) early: Vec<EarlyInput>,
    pub(crate) start: RemoteData<Start>,
    pub(crate) library: RemoteData<Library>,
    pub(crate) modules: RemoteData<Modules>,
    pub(crate) save_status: SaveStatus,
    pub(crate) storage_scope: StorageScope,
    /// The stored record that this version cannot read.
    pub(crate) unreadable: Option<String>,
    /// The other scans on this device, in the order of storage.
    pub(crate) archive: Vec<ArchivedScan>,
    /// True once the archive is loaded.
    pub(crate) archive_listed: bool,
    /// The scans chosen for comparing; `None` selects the latest two.
    pub(crate) compared: [Option<Text>; 2],
    /// The scan to copy, until the copy has a stamp.
    pub(crate) pending_copy: Option<Box<Record>>,
    /// A code that could not be read: it goes back into the address, where it can be mended.
    pub(crate) refused_code: Option<Text>,
    /// What can still be undone, the last one first to be.
    pub(crate) undo: Vec<Undo>,
    /// Sequence number of the last undo offer, so that a late timer cannot end a newer one.
    pub(crate) undo_sequence: u32,
    /// The figures whose table is shown.
    pub(crate) tables: SortedMap<&'static str, ()>,
    pub(crate) address: String,
    pub(crate) can_share: bool,
    /// The configuration of the site owner.
    pub(crate) config: Config,
    /// The origin of the host page, if the browser reveals it.
    pub(crate) host_origin: Option<Text>,
    /// The progress that was last posted to the host page: answered and total.
    pub(crate) last_progress: (usize, usize),
    pub(crate) ask: Option<Ask>,
    pub(crate) notice: Option<Notice>,
    /// A newer release is ready and was not dismissed.
    pub(crate) release_found: bool,
    /// The text of the current export, until the shell reports the result.
    pub(crate) pending_export: Option<String>,
    /// *Next* was pressed without an answer: the hint on skipping is shown.
    pub(crate) skip_hint: bool,
    /// The hint on skipping was shown; it is shown only once.
    pub(crate) skip_explained: bool,
    /// The number of rounds of reflection questions on the page.
    pub(crate) question_rounds: usize,
    pub(crate) all_tips: bool,
    /// What-if answers; they change only the preview.
    pub(crate) what_if: SortedMap<StatementId, Phase>,
    /// The filter of the question library.
    pub(crate) filter: Filter,
    /// The list of steps is open (on a phone).
    pub(crate) steps_open: bool,
}

impl Model {
    /// The initial state and effects.
    pub fn init(flags: Flags) -> (Self, Vec<Effect>) {
        let mut save_status = SaveStatus::Saved(flags.storage_scope);
        let mut unreadable = None;
        let mut stored = None;
        match flags.stored {
            Stored::Nothing => {}
            Stored::Blocked => save_status = SaveStatus::Unsaved(UnsavedReason::Blocked),
            Stored::Text(text) => match record::read(&text, &flags.question_set) {
                Ok(record) => stored = Some(record),
                Err(why) => {
                    save_status = SaveStatus::Unsaved(UnsavedReason::Unreadable(why));
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
            record_changed: false,
            viewed: None,
            language,
            requested_language: language,
            early: flags.early,
            start: RemoteData::Loading,
            library: RemoteData::Loading,
            modules: RemoteData::Loading,
            save_status,
            storage_scope: flags.storage_scope,
            unreadable,
            archive: Vec::new(),
            archive_listed: false,
            compared: [None, None],
            pending_copy: None,
            refused_code: None,
            undo: Vec::new(),
            undo_sequence: 0,
            tables: SortedMap::default(),
            address: flags.address,
            can_share: flags.can_share,
            config: flags.config,
            host_origin: flags.host,
            last_progress: (0, 0),
            ask: None,
            notice: None,
            release_found: false,
            pending_export: None,
            skip_hint: false,
            skip_explained: false,
            question_rounds: 1,
            all_tips: false,
            what_if: SortedMap::default(),
            filter: Filter::default(),
            steps_open: false,
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
        if self.what_if.is_empty() {
            return None;
        }
        let mut answers = self.record.answers.clone();
        for (statement, phase) in self.what_if.iter() {
            answers.insert(statement.clone(), Answer::Rated(*phase));
        }
        let set = &self.start.ready()?.set;
        Some(Evaluation::of(set, &self.record.scope, &answers, &self.record.ambition))
    }
}
