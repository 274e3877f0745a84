//! What no visit may leave behind: errors in the console and requests to anywhere else.

use crate::engine::ConsoleLine;
use crate::visitor::Visitor;
use crate::{bundle, chromium};

/// Addresses that are not asked of any server.
const LOCAL: [&str; 4] = ["data:", "blob:", "about:", "chrome-error:"];

impl Visitor {
    /// What the console said since the last time.
    #[track_caller]
    fn console(&self) -> Vec<ConsoleLine> {
        if self.engine.keeps_logs() {
            self.run("read the console", chromium::console(self.browser()))
        } else {
            self.recorded_console()
        }
    }

    /// The addresses that were asked for since the last time, by any page or frame, wherever they lead.
    #[track_caller]
    fn requests(&self) -> Vec<String> {
        if self.engine.keeps_logs() {
            self.run("read the log of requests", chromium::requests(self.browser()))
        } else {
            self.recorded_requests()
        }
    }

    /// Every error and warning was expected, and every expected one came.
    #[track_caller]
    pub(crate) fn check_console(&self) {
        let lines = self.console();
        let troubles: Vec<_> =
            lines.iter().filter(|line| line.level == "SEVERE" || line.level == "WARNING").collect();
        let expected = self.expected.borrow();
        let surprising: Vec<_> =
            troubles.iter().filter(|line| !expected.iter().any(|text| line.text.contains(text))).collect();
        assert!(surprising.is_empty(), "the console holds {surprising:#?}");
        for text in expected.iter() {
            assert!(
                troubles.iter().any(|line| line.text.contains(text)),
                "the console lacks {text:?}: {lines:#?}"
            );
        }
    }

    /// Nothing was asked of another site; the own server was only read from, and only for what it has.
    #[track_caller]
    pub(crate) fn check_requests(&self) {
        let own = self.own_address();
        let hosts = self.hosts.borrow();
        let allowed = |address: &String| {
            address.starts_with(&own)
                || hosts.iter().any(|host| address.starts_with(host))
                || LOCAL.iter().any(|scheme| address.starts_with(scheme))
        };
        let requests = self.requests();
        assert!(requests.iter().any(|address| address.starts_with(&own)), "the log of requests is empty");
        let foreign: Vec<_> = requests.iter().filter(|address| !allowed(address)).collect();
        assert!(foreign.is_empty(), "requests to elsewhere: {foreign:?}");

        let known = [bundle::paths_in(&self.folder), self.before.borrow().clone()].concat();
        for seen in self.server().requests() {
            assert_eq!(seen.method, "GET", "{seen:?}");
            assert!(
                known.contains(&seen.path) || known.contains(&format!("{}index.html", seen.path)),
                "asked for what is not in the bundle: {seen:?}"
            );
        }
    }
}
