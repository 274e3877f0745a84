//! The end of a visit: the final checks, reuse of the session, and diagnostics after a failure.

use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::chromium;
use crate::visitor::Visitor;

impl Visitor {
    /// Ends the visit. Checks that the console has no error, that nothing was requested from other sites, and that only files
    /// of the bundle were requested from the server.
    #[track_caller]
    pub fn finish(mut self) {
        self.check_console();
        self.check_requests();
        if let Some(session) = self.session.take().filter(|_| !self.fresh) {
            session.give_back();
        }
    }

    /// Ends a visit whose final checks must fail with a message that contains this text.
    #[track_caller]
    pub fn finish_expecting(mut self, text: &str) {
        let checks = catch_unwind(AssertUnwindSafe(|| {
            self.check_console();
            self.check_requests();
        }));
        let Err(said) = checks else { panic!("the checks did not fail") };
        let said = said.downcast_ref::<String>().map_or("", String::as_str);
        assert!(said.contains(text), "the checks failed with another message than {text:?}: {said}");
        if let Some(session) = self.session.take() {
            session.give_back();
        }
    }
}

impl Drop for Visitor {
    fn drop(&mut self) {
        let is_unfinished = self.session.is_some();
        if std::thread::panicking() {
            self.print_page_state();
        }
        // Not reused: its state is unknown.
        self.session = None;
        assert!(
            !is_unfinished || std::thread::panicking(),
            "a visit must end with `finish`, which makes the final checks"
        );
    }
}

impl Visitor {
    /// Prints the state of the page when a test fails.
    fn print_page_state(&self) {
        let Some(session) = &self.session else { return };
        let browser = session.browser();
        let name = std::thread::current().name().unwrap_or("test").replace("::", "-");
        let picture = std::env::temp_dir().join(format!("flexkompas-{name}.png"));
        session.runtime.block_on(async {
            let look =
                "return [document.title, location.href, document.body.innerText.slice(0, 1500)].join('\\n')";
            let page = browser.execute(look, Vec::new()).await.map(|page| page.json().clone());
            let page = page.ok().and_then(|page| page.as_str().map(str::to_owned)).unwrap_or_default();
            let taken = browser.screenshot(&picture).await.is_ok();
            let console = if self.engine.has_driver_logs() {
                let lines = chromium::console(browser).await.unwrap_or_default();
                lines.into_iter().map(|line| line.text).collect()
            } else {
                self.server().notes()
            };
            eprintln!("--- page ---\n{page}\n--- console ---\n{console:#?}");
            if taken {
                eprintln!("--- screenshot: {} ---", picture.display());
            }
        });
    }
}
