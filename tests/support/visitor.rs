//! A visitor in front of a pretended browser: storage, history, a server with the real content, and buttons that
//! are found by the name in their `data-action`.

use std::collections::VecDeque;

use flexkompas::app::view::{Action, Page, ResultView, StatementView, View};
use flexkompas::app::{
    Effect, FetchFailed, File, Flags, Keeping, Model, Msg, Place, SaveFailed, Stamp, Stored,
};
use flexkompas::content::{Language, Part};
use flexkompas::domain::Answer;

use super::content::{QUESTION_SET, served};

/// What a browser tells on a first visit to the Dutch site.
pub(crate) fn first_visit() -> Flags {
    Flags {
        question_set: QUESTION_SET.into(),
        asked_language: None,
        browser_languages: vec!["nl-NL".to_owned()],
        stored: Stored::Nothing,
        keeping: Keeping::OnDevice,
        place: None,
        stamp: stamp("first"),
    }
}

pub(crate) fn stamp(id: &str) -> Stamp {
    Stamp { id: id.into(), started_at: "2026-11-21T09:30:00Z".into() }
}

pub(crate) struct Visitor {
    pub(crate) model: Model,
    /// What storage holds.
    pub(crate) stored: Option<String>,
    /// What storage answers when it is asked to keep something.
    pub(crate) storage: Result<(), SaveFailed>,
    /// Languages whose part of the content does not arrive.
    pub(crate) broken: Vec<(Part, Language)>,
    pub(crate) history: Vec<String>,
    pub(crate) files: Vec<File>,
    /// Every effect so far, oldest first.
    pub(crate) effects: Vec<Effect>,
}

/// Somebody who comes for the first time and sees the first statement.
#[track_caller]
pub(crate) fn visitor() -> Visitor {
    Visitor::enter(first_visit())
}

impl Visitor {
    #[track_caller]
    pub(crate) fn enter(flags: Flags) -> Self {
        Self::enter_where_broken(flags, &[])
    }

    #[track_caller]
    pub(crate) fn enter_where_broken(flags: Flags, broken: &[(Part, Language)]) -> Self {
        let stored = if let Stored::Text(text) = &flags.stored { Some(text.clone()) } else { None };
        let history = vec![flags.place.clone().unwrap_or_default()];
        let (model, effects) = Model::init(flags);
        let mut visitor = Self {
            model,
            stored,
            storage: Ok(()),
            broken: broken.to_vec(),
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
        Self::enter(Flags { stored, place: self.history.last().cloned(), ..first_visit() })
    }

    /// Sends a message and all that follows from it; the effects are those of the message itself.
    #[track_caller]
    pub(crate) fn send(&mut self, msg: Msg) -> Vec<Effect> {
        let effects = self.model.update(msg);
        self.perform(effects.clone());
        effects
    }

    fn perform(&mut self, effects: Vec<Effect>) {
        let mut waiting = VecDeque::from(effects);
        while let Some(effect) = waiting.pop_front() {
            self.effects.push(effect.clone());
            if let Some(answer) = self.browser_does(effect) {
                waiting.extend(self.model.update(answer));
            }
        }
    }

    fn browser_does(&mut self, effect: Effect) -> Option<Msg> {
        match effect {
            Effect::Fetch(part, language) => {
                let is_broken = self.broken.contains(&(part, language));
                let text = if is_broken { Err(FetchFailed::Network) } else { Ok(served(part, language)) };
                return Some(Msg::ContentFetched { part, language, text });
            }
            Effect::Save(text) => {
                if self.storage.is_ok() {
                    self.stored = Some(text);
                }
                return Some(Msg::Saved(self.storage));
            }
            Effect::EraseStored => self.stored = None,
            Effect::Stamp => return Some(Msg::Stamped(stamp("second"))),
            Effect::Push(place) => self.history.push(place.to_text()),
            Effect::Replace(place) => *self.history.last_mut().unwrap() = place.to_text(),
            Effect::Download(file) => self.files.push(file),
            Effect::FocusHeading | Effect::FocusAsk | Effect::Print | Effect::Warn(_) => {}
        }
        None
    }

    pub(crate) fn view(&self) -> View {
        self.model.view()
    }

    /// Presses the button of this name.
    #[track_caller]
    pub(crate) fn press(&mut self, name: &str) -> Vec<Effect> {
        let view = self.view();
        let msg = action(&view, name).unwrap_or_else(|| panic!("there is no button {name}")).msg.clone();
        self.send(msg)
    }

    pub(crate) fn has_button(&self, name: &str) -> bool {
        action(&self.view(), name).is_some()
    }

    /// Uses the browser's own Back button.
    #[track_caller]
    pub(crate) fn press_browser_back(&mut self) -> Vec<Effect> {
        self.history.pop();
        let place = self.history.last().cloned();
        self.send(Msg::HistoryMoved(place))
    }

    #[track_caller]
    pub(crate) fn go(&mut self, place: &str) -> Vec<Effect> {
        self.send(Msg::WentTo(Place::parse(place).unwrap()))
    }

    /// Answers the statement on the page with this value.
    #[track_caller]
    pub(crate) fn answer(&mut self, value: &str) -> Vec<Effect> {
        let (statement, answer) = (self.statement().id, Answer::parse(value).unwrap());
        self.send(Msg::Answered { statement, answer })
    }

    /// Answers this and all statements after it, and goes on behind the last.
    #[track_caller]
    pub(crate) fn answer_all(&mut self, value: &str) {
        for _ in self.statement().place..=self.statement().count {
            self.answer(value);
            self.press("next");
        }
    }

    /// The statement on the page.
    #[track_caller]
    pub(crate) fn statement(&self) -> StatementView {
        match self.view().page {
            Page::Start(page) => page.statement.unwrap(),
            Page::Statement(page) => *page,
            page => panic!("no statement on {page:?}"),
        }
    }

    /// The value of the radio that is on.
    #[track_caller]
    pub(crate) fn chosen(&self) -> Option<&'static str> {
        let options = self.statement().options;
        options.into_iter().find(|option| option.checked).map(|option| option.answer.value())
    }

    #[track_caller]
    pub(crate) fn result(&self) -> ResultView {
        match self.view().page {
            Page::Result(page) => *page,
            page => panic!("no result on {page:?}"),
        }
    }

    /// What the line about saving says.
    #[track_caller]
    pub(crate) fn saving_line(&self) -> String {
        self.view().saving.unwrap().text.to_string()
    }

    /// What was told last.
    pub(crate) fn notice(&self) -> Option<String> {
        self.view().notice.map(|notice| notice.text.to_string())
    }

    pub(crate) fn has_saved(&self) -> bool {
        self.effects.iter().any(|effect| matches!(effect, Effect::Save(_)))
    }

    /// The files that were fetched since the last time this was asked, such as `start.nl`.
    pub(crate) fn fetched(&mut self) -> Vec<String> {
        let effects = std::mem::take(&mut self.effects);
        let fetched = effects.iter().filter_map(|effect| match effect {
            Effect::Fetch(part, language) => Some(format!("{}.{}", part.name(), language.code())),
            _ => None,
        });
        fetched.collect()
    }
}

fn action(view: &View, name: &str) -> Option<Action> {
    let mut actions: Vec<Action> = Vec::new();
    match view.page.clone() {
        Page::Loading(_) | Page::Failed { .. } => {}
        Page::Start(page) => actions.extend(page.statement.into_iter().flat_map(of_statement)),
        Page::Statement(page) => actions.extend(of_statement(*page)),
        Page::Resume(page) => actions.extend(page.others.into_iter().chain([page.next])),
        Page::Overview(page) => actions.push(page.next),
        Page::Ambition(page) => actions.extend([page.next, page.back]),
        Page::Principle(page) => actions.extend([page.next, page.back]),
        Page::Reflection(page) => actions.extend(page.more.into_iter().chain([page.next, page.back])),
        Page::Result(page) => {
            let buttons = page.complete.into_iter().chain(page.tips_toggle).chain([page.back]);
            actions.extend(buttons.chain(page.offers).chain(page.take_along));
        }
    }
    actions.extend(view.ask.iter().flat_map(|ask| [ask.yes.clone(), ask.no.clone()]));
    actions.extend(view.notice.iter().map(|notice| notice.close.clone()));
    actions.extend(
        view.saving.iter().flat_map(|line| [line.actions.clone(), vec![line.erase.clone()]].concat()),
    );
    actions.into_iter().find(|action| action.name == name)
}

fn of_statement(statement: StatementView) -> Vec<Action> {
    statement.back.into_iter().chain([statement.next, statement.overview]).collect()
}
