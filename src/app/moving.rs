//! Moving between places: onward, back, and straight to one.

use super::model::{Load, Model};
use super::{Effect, Place};
use crate::domain::Keyed;

impl Model {
    pub(super) fn next(&mut self) -> Vec<Effect> {
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
            Place::Result | Place::Guide => self.go(Place::Principles),
            Place::Module(_) => self.go(Place::Modules),
            Place::Ambition
            | Place::Reflection
            | Place::Principles
            | Place::Library
            | Place::Modules
            | Place::DesignNote
            | Place::Share
            | Place::History
            | Place::Compare
            | Place::Earlier(_) => self.go(Place::Result),
            Place::Shared(_) => self.go(self.home()),
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

    pub(super) fn back(&mut self) -> Vec<Effect> {
        let place = match self.place.clone() {
            Place::Start | Place::Resume => return Vec::new(),
            Place::Statement(id) => match self.position_of(&id) {
                Some(at) if at > 1 => Place::Statement(self.shown().swap_remove(at - 1)),
                _ => Place::Start,
            },
            Place::Overview => Place::Start,
            Place::Result if self.config.shows("ambition") => Place::Ambition,
            Place::Ambition | Place::Result => self.shown().pop().map_or(Place::Start, Place::Statement),
            Place::History if self.record.is_blank() => Place::Start,
            Place::Principles | Place::Reflection | Place::Modules | Place::Share | Place::History => {
                Place::Result
            }
            Place::Compare | Place::Earlier(_) => Place::History,
            Place::Shared(_) => self.home(),
            Place::Library => Place::Reflection,
            Place::Guide | Place::DesignNote => Place::Principles,
            Place::Module(_) => Place::Modules,
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
    pub(super) fn go(&mut self, place: Place) -> Vec<Effect> {
        let mut effects = self.arrive(place);
        effects.insert(0, Effect::Push(self.place.clone()));
        effects
    }

    /// Shows a place without touching the history: somebody used the browser's Back or Forward.
    pub(super) fn arrive(&mut self, place: Place) -> Vec<Effect> {
        self.skip_hint = false;
        self.steps_open = false;
        self.ask = None;
        self.what_if = Keyed::default();
        self.place = place;
        self.settle();
        if self.place.part() == "principles"
            && self.record.theme.is_blank()
            && self.record.other_themes.is_empty()
        {
            // Once: who takes the name away means it.
            self.record.theme.name = self.config.take("theme").unwrap_or_default();
        }
        let mut effects = vec![Effect::FocusHeading];
        if self.place.needs_earlier() {
            effects.push(Effect::ListEarlier);
        }
        if self.place.needs_library() && matches!(self.library, Load::Failed) {
            effects.extend(self.fetch_missing());
        } else if self.wants_modules() && self.modules.ready().is_none() {
            effects.extend(self.fetch_modules());
        }
        effects
    }

    /// Where somebody begins, or comes back to.
    pub(super) fn home(&self) -> Place {
        if self.record.is_blank() { Place::Start } else { Place::Resume }
    }

    /// True where modules are shown, or what was answered in them.
    pub(super) fn wants_modules(&self) -> bool {
        let shows_answers = matches!(self.place, Place::Result | Place::Earlier(_));
        self.place.needs_modules() || (shows_answers && !self.seen().modules.is_empty())
    }

    /// Turns a place that the content does not have into one it has.
    pub(super) fn settle(&mut self) {
        if !self.config.shows(self.place.part()) {
            self.place = Place::Result;
        }
        self.settle_reading();
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
        if let (Some(modules), Place::Module(id)) = (self.modules.ready(), &self.place)
            && modules.module(id).is_none()
        {
            self.place = Place::Modules;
        }
    }
}
