//! The log checks at the end of every visit: no unexpected console errors, and no requests to other sites.

use crate::engine::ConsoleLine;
use crate::visitor::Visitor;
use crate::{bundle, chromium};

/// Schemes of addresses that involve no server.
const LOCAL: [&str; 4] = ["data:", "blob:", "about:", "chrome-error:"];

impl Visitor {
    /// The console lines since the last call.
    #[track_caller]
    fn console(&self) -> Vec<ConsoleLine> {
        if self.engine.has_driver_logs() {
            self.run("read the console", chromium::console(self.browser()))
        } else {
            self.recorded_console()
        }
    }

    /// The addresses requested since the last call, by any page or iframe.
    #[track_caller]
    fn requests(&self) -> Vec<String> {
        if self.engine.has_driver_logs() {
            self.run("read the log of requests", chromium::requests(self.browser()))
        } else {
            self.recorded_requests()
        }
    }

    /// Checks that every error and warning was expected, and that every expected one was logged.
    #[track_caller]
    pub(crate) fn check_console(&self) {
        let lines = self.console();
        let problems: Vec<_> =
            lines.iter().filter(|line| line.level == "SEVERE" || line.level == "WARNING").collect();
        let expected = self.expected.borrow();
        let unexpected: Vec<_> =
            problems.iter().filter(|line| !expected.iter().any(|text| line.text.contains(text))).collect();
        assert!(unexpected.is_empty(), "the console contains {unexpected:#?}");
        for text in expected.iter() {
            assert!(
                problems.iter().any(|line| line.text.contains(text)),
                "the console lacks {text:?}: {lines:#?}"
            );
        }
    }

    /// Checks that nothing was requested from another site, and that the visitor's own server received only GET requests for
    /// existing files.
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
        assert!(foreign.is_empty(), "requests to other sites: {foreign:?}");

        let known = [bundle::paths_in(&self.folder), self.earlier_paths.borrow().clone()].concat();
        for seen in self.server().requests() {
            assert_eq!(seen.method, "GET", "{seen:?}");
            assert!(
                known.contains(&seen.path) || known.contains(&format!("{}index.html", seen.path)),
                "a request for a file that is not in the bundle: {seen:?}"
            );
        }
    }
}
