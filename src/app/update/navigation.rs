//! Navigation: next, back, and straight to a route.

use crate::app::model::{Model, RemoteData, SkipHint};
use crate::app::{Ask, Effect, Route, Section};
use crate::domain::SortedMap;

impl Model {
    pub(crate) fn on_next(&mut self) -> Vec<Effect> {
        self.forget_notice();
        self.next()
    }

    pub(crate) fn on_back(&mut self) -> Vec<Effect> {
        self.forget_notice();
        self.back()
    }

    /// Follows a link or a button to a route.
    pub(crate) fn navigate(&mut self, route: Route) -> Vec<Effect> {
        self.forget_notice();
        self.push_route(route)
    }

    /// Shows the route of a history entry. Entries of others (a link within the page, a fragment of the host page) are
    /// given our route again.
    pub(crate) fn on_popped_state(&mut self, text: Option<&str>) -> Vec<Effect> {
        let Some(route) = text.and_then(Route::parse) else {
            return vec![Effect::ReplaceRoute(self.route.clone())];
        };
        self.forget_notice();
        self.show_route(route)
    }

    pub(crate) fn next(&mut self) -> Vec<Effect> {
        match self.route.clone() {
            Route::Start | Route::Statement(_) => self.next_statement(),
            Route::Resume => {
                let open = self.first_open();
                self.push_route(open.map_or(Route::Result, Route::Statement))
            }
            Route::Overview => {
                let open = self.first_open();
                self.push_route(open.map_or(Route::Ambition, Route::Statement))
            }
            Route::Result | Route::Guide => self.push_route(Route::Principles),
            Route::Module(_) => self.push_route(Route::Modules),
            Route::Ambition
            | Route::Reflection
            | Route::Principles
            | Route::Library
            | Route::Modules
            | Route::DesignNote
            | Route::Share
            | Route::Scans
            | Route::Compare
            | Route::Scan(_) => self.push_route(Route::Result),
            Route::Shared(_) => self.push_route(self.entry_route()),
            Route::Principle(id) => {
                let route = self.adjacent_principle(id.as_str(), 1).unwrap_or(Route::Result);
                self.push_route(route)
            }
        }
    }

    fn next_statement(&mut self) -> Vec<Effect> {
        let Some(here) = self.current_statement() else { return Vec::new() };
        let is_open = self.record.answers.get(here.as_str()).is_none();
        if is_open && self.interaction.skip_hint == SkipHint::NotYetShown {
            self.interaction.skip_hint = SkipHint::Shown;
            return Vec::new();
        }
        let shown = self.shown();
        let at = shown.index_of(&here).map_or(0, |at| at + 1);
        let route = shown.ids.get(at).cloned().map_or(Route::Ambition, Route::Statement);
        self.push_route(route)
    }

    pub(crate) fn back(&mut self) -> Vec<Effect> {
        let route = match self.route.clone() {
            Route::Start | Route::Resume => return Vec::new(),
            Route::Statement(id) => {
                let mut shown = self.shown();
                match shown.index_of(&id) {
                    Some(at) if at > 1 => Route::Statement(shown.ids.swap_remove(at - 1)),
                    _ => Route::Start,
                }
            }
            Route::Overview => Route::Start,
            Route::Result if self.config.shows(Section::Ambition) => Route::Ambition,
            Route::Ambition | Route::Result => self.shown().ids.pop().map_or(Route::Start, Route::Statement),
            Route::Scans if self.record.is_blank() => Route::Start,
            Route::Principles | Route::Reflection | Route::Modules | Route::Share | Route::Scans => {
                Route::Result
            }
            Route::Compare | Route::Scan(_) => Route::Scans,
            Route::Shared(_) => self.entry_route(),
            Route::Library => Route::Reflection,
            Route::Guide | Route::DesignNote => Route::Principles,
            Route::Module(_) => Route::Modules,
            Route::Principle(id) => self.adjacent_principle(id.as_str(), -1).unwrap_or(Route::Result),
        };
        self.push_route(route)
    }

    fn adjacent_principle(&self, id: &str, step: isize) -> Option<Route> {
        let library = self.library.ready()?;
        let at = library.principles.iter().position(|principle| principle.id.as_str() == id)?;
        let principle = library.principles.get(at.checked_add_signed(step)?)?;
        Some(Route::Principle(principle.id.clone()))
    }

    /// Shows a route and adds it to the browser history. In a frame all statements share one entry, and all principles: the
    /// history is that of the page around it, and each entry is one more press on Back before the visitor leaves that page.
    pub(crate) fn push_route(&mut self, route: Route) -> Vec<Effect> {
        let shares_entry = self.is_framed();
        let from = self.route.clone();
        let mut effects = self.show_route(route);
        let entry = if shares_entry && from.is_beside(&self.route) {
            Effect::ReplaceRoute
        } else {
            Effect::PushRoute
        };
        effects.insert(0, entry(self.route.clone()));
        effects
    }

    /// Shows a route and leaves the browser history alone, as after its Back or Forward.
    pub(crate) fn show_route(&mut self, route: Route) -> Vec<Effect> {
        self.interaction.skip_hint.hide();
        self.interaction.steps_open = false;
        // The one question that concerns no page.
        self.interaction.ask = self.is_cleared().then_some(Ask::Cleared);
        self.interaction.what_if = SortedMap::default();
        self.route = route;
        self.normalize_route();
        if self.route.section() == Section::Principles
            && self.record.theme.is_blank()
            && self.record.other_themes.is_empty()
        {
            // Only once: a name that was cleared on purpose stays empty.
            if let Some(name) = self.config.theme.take() {
                self.edit().theme.name = name;
            }
        }
        let mut effects = vec![Effect::FocusHeading];
        if self.route.needs_archive() {
            effects.push(Effect::ListArchive);
        }
        if self.route.needs_library() && matches!(self.library, RemoteData::Failed(_)) {
            effects.extend(self.fetch_missing());
        } else if self.wants_modules() && self.modules.ready().is_none() {
            effects.extend(self.fetch_modules());
        }
        effects
    }

    /// The route a visit starts on.
    pub(crate) fn entry_route(&self) -> Route {
        if self.record.is_blank() { Route::Start } else { Route::Resume }
    }

    /// True if the page shows modules or answers to them.
    pub(crate) fn wants_modules(&self) -> bool {
        let shows_answers = matches!(self.route, Route::Result | Route::Scan(_));
        self.route.needs_modules() || (shows_answers && !self.displayed_record().modules.is_empty())
    }

    /// Replaces a route that the configuration hides or the content lacks.
    pub(crate) fn normalize_route(&mut self) {
        if !self.config.shows(self.route.section()) {
            self.route = Route::Result;
        }
        self.load_viewed();
        if self.start.ready().is_some() {
            match &self.route {
                Route::Statement(id) => match self.shown().index_of(id) {
                    None | Some(0) => self.route = Route::Start,
                    Some(_) => {}
                },
                Route::Resume if self.record.is_blank() => self.route = Route::Start,
                _ => {}
            }
        }
        if let Some(library) = self.library.ready() {
            let first = || library.principles.first().map(|principle| Route::Principle(principle.id.clone()));
            let lost = match &self.route {
                Route::Principles => true,
                Route::Principle(id) => library.principle(id.as_str()).is_none(),
                _ => false,
            };
            if lost {
                self.route = first().unwrap_or(Route::Result);
            }
        }
        if let (Some(modules), Route::Module(id)) = (self.modules.ready(), &self.route)
            && modules.module(id).is_none()
        {
            self.route = Route::Modules;
        }
    }
}
