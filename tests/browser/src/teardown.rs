//! The end of a visit: the last checks, what becomes of the session, and what is told where a test has failed.

use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::chromium;
use crate::visitor::Visitor;

impl Visitor {
    /// Ends the visit: the console holds no error, nothing was asked of any other site, and nothing of the server but
    /// files of the bundle.
    #[track_caller]
    pub fn finish(mut self) {
        self.check_console();
        self.check_requests();
        if let Some(session) = self.session.take().filter(|_| !self.fresh) {
            session.give_back();
        }
    }

    /// Ends a visit in which the last checks must find something, which they put into these words.
    #[track_caller]
    pub fn finish_expecting(mut self, words: &str) {
        let checks = catch_unwind(AssertUnwindSafe(|| {
            self.check_console();
            self.check_requests();
        }));
        let Err(said) = checks else { panic!("the checks found nothing") };
        let said = said.downcast_ref::<String>().map_or("", String::as_str);
        assert!(said.contains(words), "the checks found something else than {words:?}: {said}");
        if let Some(session) = self.session.take() {
            session.give_back();
        }
    }
}

impl Drop for Visitor {
    fn drop(&mut self) {
        let forgotten = self.session.is_some();
        if std::thread::panicking() {
            self.print_page_state();
        }
        // It may be in any state, so it serves nobody else.
        self.session = None;
        assert!(
            !forgotten || std::thread::panicking(),
            "a visit must end with `leaves`: it holds the last checks"
        );
    }
}

impl Visitor {
    /// Where a test has failed: what the page was like at that moment.
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
            eprintln!("--- the page at that moment ---\n{page}\n--- its console ---\n{console:#?}");
            if taken {
                eprintln!("--- its picture: {} ---", picture.display());
            }
        });
    }
}
