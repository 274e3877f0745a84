//! The service worker and its caches, releases, and whether the page can be installed.

use serde_json::{Value, json};

use crate::engine::Engine;
use crate::release::Release;
use crate::visitor::Visitor;
use crate::waiting::wait_for;
use crate::{bundle, chromium};

/// The states of the installing, waiting and active worker.
const WORKER_STATES: &str = "const done = arguments[arguments.length - 1];
    const state = worker => worker && worker.state;
    navigator.serviceWorker.getRegistration().then(found => done(found
        ? { installing: state(found.installing), waiting: state(found.waiting), active: state(found.active) } : null))";

impl Visitor {
    /// Waits until a service worker, of this release or an earlier one, has been installed and activated.
    #[track_caller]
    pub fn wait_for_service_worker(&self) {
        wait_for("an active service worker", || {
            let states = self.worker_states();
            let is_active = states["active"] == json!("activated") && states["installing"].is_null();
            if is_active { Ok(()) } else { Err(format!("the states are {states}")) }
        });
    }

    /// Waits until a service worker controls this page, so that it works offline.
    #[track_caller]
    pub fn wait_for_controlling_worker(&self) {
        self.wait_for_service_worker();
        let controlled = "return !!navigator.serviceWorker.controller";
        self.wait_until("a controlling service worker", || self.execute(controlled, []) == json!(true));
    }

    /// The states of the `installing`, `waiting` and `active` worker; null without a registration.
    #[track_caller]
    pub fn worker_states(&self) -> Value {
        self.execute_async(WORKER_STATES, [])
    }

    /// The names of all caches of the origin.
    #[track_caller]
    pub fn cache_names(&self) -> Vec<String> {
        let look = "const done = arguments[arguments.length - 1]; caches.keys().then(done)";
        let names = self.execute_async(look, []);
        names.as_array().unwrap().iter().map(|name| name.as_str().unwrap().to_owned()).collect()
    }

    /// Deploys another release on the server of this visitor.
    #[track_caller]
    pub fn deploy(&self, release: &Release) {
        self.earlier_paths.borrow_mut().extend(bundle::paths_in(self.folder()));
        release.copy_over(self.folder());
    }

    /// Returns to the tab after using another one, which makes the page check for a newer release.
    #[track_caller]
    pub fn return_to_tab(&self) {
        self.execute("document.dispatchEvent(new Event('visibilitychange'))", []);
    }

    /// The release of the page. Waits for it, because there is none while one document replaces another.
    #[track_caller]
    pub fn release(&self) -> String {
        self.attribute("html[data-release]", "data-release").unwrap()
    }

    /// Chromium's reasons not to offer installing the page.
    #[track_caller]
    pub fn installability_errors(&self) -> Vec<String> {
        assert_eq!(self.engine, Engine::Chromium, "only Chromium reports this");
        self.run("ask whether it can be installed", chromium::installability_errors(self.browser()))
    }
}
