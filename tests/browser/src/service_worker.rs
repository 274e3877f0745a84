//! The copy of the product that a browser keeps for when there is no network: what of it a test can ask.

use serde_json::{Value, json};

use crate::engine::Engine;
use crate::release::Release;
use crate::visitor::Visitor;
use crate::waiting::wait_for;
use crate::{bundle, chromium};

/// What there is of a service worker: its states by role.
const ROLES: &str = "const done = arguments[arguments.length - 1];
    const state = worker => worker && worker.state;
    navigator.serviceWorker.getRegistration().then(found => done(found
        ? { installing: state(found.installing), waiting: state(found.waiting), active: state(found.active) } : null))";

impl Visitor {
    /// Waits until a copy of this page's release, or of an earlier one, is kept and in use.
    #[track_caller]
    pub fn wait_for_service_worker(&self) {
        wait_for("a copy on the device", || {
            let roles = self.worker_states();
            let is_kept = roles["active"] == json!("activated") && roles["installing"].is_null();
            if is_kept { Ok(()) } else { Err(format!("its worker is {roles}")) }
        });
    }

    /// The same, and this very page goes on with it when the network goes.
    #[track_caller]
    pub fn wait_for_controlling_worker(&self) {
        self.wait_for_service_worker();
        let in_use = "return !!navigator.serviceWorker.controller";
        self.wait_until("a copy in use", || self.execute(in_use, []) == json!(true));
    }

    /// The states of the service worker of the page: `installing`, `waiting` and `active`; null where there is none.
    #[track_caller]
    pub fn worker_states(&self) -> Value {
        self.execute_async(ROLES, [])
    }

    /// The names of everything that is kept by service workers of the origin.
    #[track_caller]
    pub fn cache_names(&self) -> Vec<String> {
        let look = "const done = arguments[arguments.length - 1]; caches.keys().then(done)";
        let names = self.execute_async(look, []);
        names.as_array().unwrap().iter().map(|name| name.as_str().unwrap().to_owned()).collect()
    }

    /// Somebody puts another release in the place of what the server has.
    #[track_caller]
    pub fn deploy(&self, release: &Release) {
        self.before.borrow_mut().extend(bundle::paths_in(self.folder()));
        release.copy_over(self.folder());
    }

    /// Comes back to the tab after a while in another one: then a page asks whether there is a newer release.
    #[track_caller]
    pub fn return_to_tab(&self) {
        self.execute("document.dispatchEvent(new Event('visibilitychange'))", []);
    }

    /// The release that the page is of, once it says so: while one page gives way to another there is an empty one.
    #[track_caller]
    pub fn release(&self) -> String {
        self.attribute("html[data-release]", "data-release").unwrap()
    }

    /// Why the product could not be installed as a program, in Chromium's words.
    #[track_caller]
    pub fn installability_errors(&self) -> Vec<String> {
        assert_eq!(self.engine, Engine::Chromium, "no other can be asked");
        self.run("ask whether it can be installed", chromium::installability_errors(self.browser()))
    }
}
