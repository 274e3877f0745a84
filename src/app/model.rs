//! The state of the program, and how it begins.

use std::rc::Rc;

use super::archive::{ArchivedScan, Undo};
use super::flags::{Flags, Keeping, Stored};
use super::{Ask, Config, Early, Effect, Notice, Record, Route, Unreadable, record_read};
use crate::content::{Language, Library, Modules, Part, Start};
use crate::domain::{Keyed, Phase, StatementId, ThemeId};
use crate::json::Text;

/// The truth about saving.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Saving {
    /// Every answer is kept.
    Kept(Keeping),
    /// Answers are gone when the window closes.
    NotKept(NotKept),
}

/// Why answers are not kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotKept {
    /// Storage may not be used here.
    Blocked,
    /// There is no room left.
    Full,
    /// Storage holds a scan that cannot be read, and that must not be overwritten.
    Unreadable(Unreadable),
}

/// Something that is being fetched.
#[derive(Debug)]
pub enum Load<T> {
    /// On its way, or not asked for yet.
    Waiting,
    /// There.
    Ready(Rc<T>),
    /// It did not come, or it is wrong.
    Failed,
}

impl<T> Load<T> {
    /// The value, once there.
    pub fn ready(&self) -> Option<&Rc<T>> {
        if let Self::Ready(value) = self { Some(value) } else { None }
    }
}

/// How the library of reflection questions is narrowed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Filter {
    /// Only this theme.
    pub(super) theme: Option<ThemeId>,
    /// Only core questions.
    pub(super) core: bool,
    /// Only questions for the role of the scan.
    pub(super) role: bool,
    /// Only questions with these words.
    pub(super) search: Text,
}

/// All state.
#[derive(Debug)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is a small fact about the page that goes with any other"
)]
pub struct Model {
    pub(super) route: Route,
    /// The visitor's own scan.
    pub(super) record: Record,
    /// A shared or archived scan that is viewed, read-only.
    pub(super) viewed: Option<Record>,
    /// The language of the content that is shown.
    pub(super) language: Language,
    /// The language that was asked for; differs while its content is on the way.
    pub(super) wanted: Language,
    /// What was done before the program ran, until the content is there to do it with.
    pub(super) early: Vec<Early>,
    pub(super) start: Load<Start>,
    pub(super) library: Load<Library>,
    pub(super) modules: Load<Modules>,
    pub(super) saving: Saving,
    pub(super) keeping: Keeping,
    /// What storage holds and this version cannot read.
    pub(super) unreadable: Option<String>,
    /// The other scans on this device, in the order of storage.
    pub(super) archive: Vec<ArchivedScan>,
    /// True once the archive is loaded.
    pub(super) archive_listed: bool,
    /// The scans chosen for comparing; none leaves the choice to the page.
    pub(super) compared: [Option<Text>; 2],
    /// A scan that becomes a new measurement as soon as it has a stamp.
    pub(super) copying: Option<Box<Record>>,
    /// What can still be undone.
    pub(super) undo: Option<Undo>,
    /// Sequence number of the last undo offer, so that a late timer cannot end a newer one.
    pub(super) undo_sequence: u32,
    /// Pictures that show their numbers too.
    pub(super) tables: Keyed<&'static str, ()>,
    pub(super) address: String,
    pub(super) can_share: bool,
    /// What the owner of the site has configured.
    pub(super) config: Config,
    /// The origin of the page around the frame, where the browser tells.
    pub(super) host: Option<Text>,
    /// How many statements were answered, of how many, when the page around the frame was told last.
    pub(super) told: (usize, usize),
    pub(super) ask: Option<Ask>,
    pub(super) notice: Option<Notice>,
    /// A newer release is ready, and nobody has said yet that it can wait.
    pub(super) release_found: bool,
    /// The text of the file last handed over, until the shell says how it went.
    pub(super) handed_over: Option<String>,
    /// Somebody pressed *next* without an answer and was asked whether to skip.
    pub(super) skip_hint: bool,
    /// The skip question was put once; it is not put again.
    pub(super) skip_explained: bool,
    /// How many rounds of reflection questions are shown.
    pub(super) question_rounds: usize,
    pub(super) all_tips: bool,
    /// Answers somebody tries out; they change nothing but the preview.
    pub(super) what_if: Keyed<StatementId, Phase>,
    /// How the library of questions is narrowed.
    pub(super) filter: Filter,
    /// A phone shows the whole list of steps.
    pub(super) steps_open: bool,
}

impl Model {
    /// The state at the start, and the first effects.
    pub fn init(flags: Flags) -> (Self, Vec<Effect>) {
        let mut saving = Saving::Kept(flags.keeping);
        let mut unreadable = None;
        let mut stored = None;
        match flags.stored {
            Stored::Nothing => {}
            Stored::Blocked => saving = Saving::NotKept(NotKept::Blocked),
            Stored::Text(text) => match record_read::read(&text, &flags.question_set) {
                Ok(record) => stored = Some(record),
                Err(why) => {
                    saving = Saving::NotKept(NotKept::Unreadable(why));
                    unreadable = Some(text);
                }
            },
        }
        let asked = flags.asked_language.as_deref();
        let stored_language =
            stored.as_ref().map(|record| record.language).or_else(|| flags.config.language());
        let language = Language::choose(asked, stored_language, &flags.browser_languages);
        let record = match stored {
            // A scan begins with what is entered first, not with the removal of another.
            Some(record) if record.is_blank() => Record { stamp: flags.stamp, ..record },
            Some(record) => record,
            None => Record::new(flags.stamp, flags.question_set, language).with_defaults(&flags.config),
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
            wanted: language,
            early: flags.early,
            start: Load::Waiting,
            library: Load::Waiting,
            modules: Load::Waiting,
            saving,
            keeping: flags.keeping,
            unreadable,
            archive: Vec::new(),
            archive_listed: false,
            compared: [None, None],
            copying: None,
            undo: None,
            undo_sequence: 0,
            tables: Keyed::default(),
            address: flags.address,
            can_share: flags.can_share,
            config: flags.config,
            host: flags.host,
            told: (0, 0),
            ask: None,
            notice: None,
            release_found: false,
            handed_over: None,
            skip_hint: false,
            skip_explained: false,
            question_rounds: 1,
            all_tips: false,
            what_if: Keyed::default(),
            filter: Filter::default(),
            steps_open: false,
        };
        (model, effects)
    }

    /// The record whose result is displayed: the viewed scan or the visitor's own.
    pub(super) fn displayed_record(&self) -> &Record {
        self.viewed.as_ref().unwrap_or(&self.record)
    }

    /// The statements within the scope of the visitor's own scan, in order.
    pub(super) fn shown(&self) -> Vec<StatementId> {
        self.shown_of(&self.record)
    }

    /// The statements within the scope of a scan, in order.
    pub(super) fn shown_of(&self, record: &Record) -> Vec<StatementId> {
        let Some(start) = self.start.ready() else { return Vec::new() };
        start.set.shown(&record.scope).map(|statement| statement.id.clone()).collect()
    }

    /// Where a statement stands among those shown.
    pub(super) fn position_of(&self, id: &StatementId) -> Option<usize> {
        self.shown().iter().position(|shown| shown == id)
    }

    /// The statement of the current page; the first one on the start page.
    pub(super) fn current_statement(&self) -> Option<StatementId> {
        match &self.route {
            Route::Start => self.shown().into_iter().next(),
            Route::Statement(id) => Some(id.clone()),
            _ => None,
        }
    }

    /// The first statement within the scope that has no answer.
    pub(super) fn first_open(&self) -> Option<StatementId> {
        self.shown().into_iter().find(|id| self.record.answers.get(id.as_str()).is_none())
    }
}
