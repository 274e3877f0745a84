//! What no visit may leave behind: errors in the console and requests to anywhere else.

use crate::bundle;
use crate::visitor::Visitor;

/// Addresses that are not asked of any server.
const LOCAL: [&str; 4] = ["data:", "blob:", "about:", "chrome-error:"];

impl Visitor {
    /// Every error and warning was expected, and every expected one came.
    #[track_caller]
    pub(crate) fn check_console(&self) {
        let lines = self.run("read the console", self.engine.console(self.browser()));
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
        let own = self.server().url();
        let hosts = self.hosts.borrow();
        let allowed = |address: &String| {
            address.starts_with(&own)
                || hosts.iter().any(|host| address.starts_with(host))
                || LOCAL.iter().any(|scheme| address.starts_with(scheme))
        };
        let requests = self.run("read the log of requests", self.engine.requests(self.browser()));
        assert!(requests.iter().any(|address| address.starts_with(&own)), "the log of requests is empty");
        let foreign: Vec<_> = requests.iter().filter(|address| !allowed(address)).collect();
        assert!(foreign.is_empty(), "requests to elsewhere: {foreign:?}");

        let known = bundle::paths();
        for seen in self.server().seen() {
            assert_eq!(seen.method, "GET", "{seen:?}");
            assert!(
                known.contains(&seen.path) || known.contains(&format!("{}index.html", seen.path)),
                "asked for what is not in the bundle: {seen:?}"
            );
        }
    }
}
