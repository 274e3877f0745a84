//! A visitor in front of a pretended browser (`browser.rs`), who finds radios, fields and buttons by their names, as
//! docs/product.md#stable-hooks promises.

use flexkompas::app::view::{Shell, View};
use flexkompas::app::{
    Config, CopyFailed, Effect, Flags, Model, Msg, Route, SaveFailed, StorageScope, Stored,
};
use flexkompas::content::{Language, Part};
use flexkompas::export::Download;
use flexkompas::record::Stamp;
use serde_json::Value;

use super::content::QUESTION_SET;
use super::page::{Opened, open, open_part};
use super::scan::kept;

/// The state of a browser on a first visit to the Dutch site.
pub(crate) fn first_visit() -> Flags {
    Flags {
        question_set: QUESTION_SET.into(),
        asked_language: None,
        browser_languages: vec!["nl-NL".to_owned()],
        stored: Stored::Nothing,
        storage_scope: StorageScope::Device,
        route: None,
        stamp: stamp("first"),
        address: ADDRESS.to_owned(),
        code: None,
        config: Config::default(),
        refused: Vec::new(),
        host: None,
        early: Vec::new(),
        can_share: false,
    }
}

/// Where the product lives.
pub(crate) const ADDRESS: &str = "https://example.org/flexkompas/";

/// The ids of scans in the order they are begun.
const STAMPS: [&str; 6] = ["first", "second", "third", "fourth", "fifth", "sixth"];

/// A stamp of this id; each of the known ones is a day later than the one before.
pub(crate) fn stamp(id: &str) -> Stamp {
    let days = STAMPS.iter().position(|known| *known == id).unwrap_or(0);
    Stamp { id: id.into(), started_at: format!("2026-11-{}T09:30:00Z", 21 + days).into() }
}

/// The stamp after so many.
pub(super) fn next_stamp(made: usize) -> Stamp {
    stamp(STAMPS.get(made).copied().unwrap_or("later"))
}

pub(crate) struct Visitor {
    pub(crate) model: Model,
    /// The content of storage.
    pub(crate) stored: Option<String>,
    /// The archived scans in storage, each with its id and text.
    pub(crate) archive: Vec<(String, String)>,
    /// The content of the clipboard; an error if copying is not allowed.
    pub(crate) clipboard: Result<String, CopyFailed>,
    /// How many stamps were made.
    pub(super) stamps: usize,
    /// The answer of storage when it is asked to keep something.
    pub(crate) storage: Result<(), SaveFailed>,
    /// Parts of the content that do not arrive.
    pub(crate) broken: Vec<(Part, Language)>,
    /// Parts of the content that arrive with another text, whatever the language.
    pub(crate) replaced: Vec<(Part, String)>,
    pub(crate) history: Vec<String>,
    pub(crate) files: Vec<Download>,
    /// Every effect so far, oldest first.
    pub(crate) effects: Vec<Effect>,
}

/// A visitor on a first visit, at the first statement.
#[track_caller]
pub(crate) fn visitor() -> Visitor {
    Visitor::enter(first_visit())
}

/// The same, on the site in this language.
#[track_caller]
pub(crate) fn visitor_in(language: Language) -> Visitor {
    Visitor::enter(Flags { asked_language: Some(language.code().to_owned()), ..first_visit() })
}

impl Visitor {
    #[track_caller]
    pub(crate) fn enter(flags: Flags) -> Self {
        Self::enter_at(flags, &[], &[])
    }

    #[track_caller]
    pub(crate) fn enter_where_broken(flags: Flags, broken: &[(Part, Language)]) -> Self {
        Self::enter_at(flags, broken, &[])
    }

    /// Enters where a server hands over other content.
    #[track_caller]
    pub(crate) fn enter_where_replaced(flags: Flags, replaced: &[(Part, String)]) -> Self {
        Self::enter_at(flags, &[], replaced)
    }

    /// Enters with these scans in the archive.
    #[track_caller]
    pub(crate) fn enter_with(flags: Flags, archive: Vec<(String, String)>) -> Self {
        Self::begin(flags, archive, &[], &[])
    }

    /// Enters with this scan in storage and these in the archive.
    #[track_caller]
    pub(crate) fn at_home(present: &Value, archive: &[Value]) -> Self {
        let stored = Stored::Text(present.to_string());
        Self::enter_with(Flags { stored, ..first_visit() }, kept(archive))
    }

    #[track_caller]
    fn enter_at(flags: Flags, broken: &[(Part, Language)], replaced: &[(Part, String)]) -> Self {
        Self::begin(flags, Vec::new(), broken, replaced)
    }

    #[track_caller]
    fn begin(
        flags: Flags,
        archive: Vec<(String, String)>,
        broken: &[(Part, Language)],
        replaced: &[(Part, String)],
    ) -> Self {
        let stored = if let Stored::Text(text) = &flags.stored { Some(text.clone()) } else { None };
        let history = vec![flags.route.clone().unwrap_or_default()];
        let (model, effects) = Model::init(flags);
        let mut visitor = Self {
            model,
            stored,
            archive,
            clipboard: Ok(String::new()),
            stamps: 1,
            storage: Ok(()),
            broken: broken.to_vec(),
            replaced: replaced.to_vec(),
            history,
            files: Vec::new(),
            effects: Vec::new(),
        };
        visitor.perform(effects);
        visitor
    }

    /// Closes the page and opens it again in the same tab.
    #[track_caller]
    pub(crate) fn reload(self) -> Self {
        let stored = self.stored.map_or(Stored::Nothing, Stored::Text);
        let stamp = next_stamp(self.stamps);
        let flags = Flags { stored, route: self.history.last().cloned(), stamp, ..first_visit() };
        let mut visitor = Self::enter_with(flags, self.archive);
        visitor.stamps = self.stamps + 1;
        visitor
    }

    /// Sends a message and all that follows from it; the effects are those of the message itself.
    #[track_caller]
    pub(crate) fn send(&mut self, msg: Msg) -> Vec<Effect> {
        let effects = self.model.update(msg);
        self.perform(effects.clone());
        effects
    }

    pub(crate) fn view(&self) -> View {
        self.model.view()
    }

    pub(crate) fn page(&self) -> Opened {
        open(&self.view())
    }

    /// The shell around the page.
    #[track_caller]
    pub(crate) fn shell(&self) -> Shell {
        self.view().shell.unwrap()
    }

    /// The current route, such as `statement/regie-top`.
    pub(crate) fn route(&self) -> String {
        self.view().key.to_string()
    }

    /// Presses the button of this name.
    #[track_caller]
    pub(crate) fn press(&mut self, name: &str) -> Vec<Effect> {
        let msg = self.page().action(name).msg.clone();
        self.send(msg)
    }

    /// The part of the page that is marked by this hook.
    #[track_caller]
    pub(crate) fn part(&self, name: &str, value: &str) -> Opened {
        open_part(&self.view(), name, value).unwrap_or_else(|| panic!("no part has {name}={value}"))
    }

    /// Begins again.
    #[track_caller]
    pub(crate) fn restart(&mut self) {
        self.go("resume");
        self.press("restart");
        self.press("confirm-restart");
    }

    /// The code of the result, as the page to share it shows it.
    #[track_caller]
    pub(crate) fn code(&mut self) -> String {
        self.go("share");
        self.page().data_attr("data-code").unwrap()
    }

    pub(crate) fn has_button(&self, name: &str) -> bool {
        self.page().actions.iter().any(|action| action.name == name)
    }

    /// Chooses the radio of this name and value.
    #[track_caller]
    pub(crate) fn choose(&mut self, name: &str, value: &str) -> Vec<Effect> {
        let msg = self.page().radio(name, value).msg.clone();
        self.send(msg)
    }

    /// Types into the field of this name.
    #[track_caller]
    pub(crate) fn write(&mut self, name: &str, text: &str) -> Vec<Effect> {
        let msg = self.page().field(name).id.on_input(text.to_owned());
        let msg = msg.unwrap_or_else(|| panic!("{name} is read-only"));
        self.send(msg)
    }

    #[track_caller]
    pub(crate) fn go(&mut self, route: &str) -> Vec<Effect> {
        self.send(Msg::Navigate(Route::parse(route).unwrap()))
    }

    /// The statement on the page.
    #[track_caller]
    pub(crate) fn statement(&self) -> String {
        self.page().statement.unwrap()
    }

    /// Number of the statement on the page and the count of all.
    #[track_caller]
    pub(crate) fn progress(&self) -> (usize, usize) {
        self.page().progress.unwrap()
    }

    /// Answers the statement on the page with this value.
    #[track_caller]
    pub(crate) fn answer(&mut self, value: &str) -> Vec<Effect> {
        self.choose(&self.statement(), value)
    }

    /// The answer to the statement on the page.
    #[track_caller]
    pub(crate) fn chosen(&self) -> Option<String> {
        self.page().checked(&self.statement())
    }

    /// Goes to a statement and answers it.
    #[track_caller]
    pub(crate) fn answer_to(&mut self, id: &str, value: &str) {
        self.go(&format!("statement/{id}"));
        self.answer(value);
    }

    /// Answers this and all statements after it, and goes on behind the last.
    #[track_caller]
    pub(crate) fn answer_all(&mut self, value: &str) {
        let (current, count) = self.progress();
        for _ in current..=count {
            self.answer(value);
            self.press("next");
        }
    }

    /// Gives these answers to the statements from the first on, leaves the rest open, and goes to the result.
    #[track_caller]
    pub(crate) fn result_of(answers: &str) -> Self {
        let mut visitor = visitor();
        for value in answers.split_whitespace() {
            visitor.answer(value);
            visitor.press("next");
        }
        visitor.go("result");
        visitor
    }

    /// The last announcement.
    #[track_caller]
    pub(crate) fn notice(&self) -> Option<String> {
        self.shell().notice.map(|notice| notice.text.to_string())
    }
}
