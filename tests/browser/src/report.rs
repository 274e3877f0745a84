//! The engines a test needs, and the report on each test at the end of a run.

use std::cell::RefCell;
use std::fs::OpenOptions;
use std::io::Write;
use std::time::Instant;

use serde_json::json;

use crate::engine::Engine;
use crate::slot;

/// Declares the engines a test runs in, with the reason: `engines!(all, "focus differs")`,
/// `engines!(Chromium | Firefox, "WebKit has no …")`. It must be the first statement of every test, and ends the test in any
/// other engine.
///
/// Tests of anything that depends on the engine run in all of them: storage, history, focus, pointer and keyboard, service
/// workers, iframes and sandboxes, layout, starting and failing to start, policies, files and images. Tests of what the
/// program alone decides (texts, scores, states of a screen) run in one.
#[macro_export]
macro_rules! engines {
    (all, $why:literal) => {
        $crate::engines!(Chromium | Firefox | WebKit, $why)
    };
    ($($engine:ident)|+, $why:literal) => {
        let Some(_record) = $crate::report::Record::begin(&[$($crate::engine::Engine::$engine),+], $why) else {
            return;
        };
    };
}

thread_local! {
    /// Why the current test was skipped after it had started.
    static SKIPPED: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Reports at the end of a test how it ended and how long it took.
#[doc(hidden)]
pub struct Record(Instant);

impl Record {
    /// Returns `None`, and reports the test as skipped, if the current engine is not one of these.
    pub fn begin(engines: &[Engine], why: &str) -> Option<Self> {
        if engines.contains(&Engine::current()) {
            return Some(Self(Instant::now()));
        }
        note("left out", why, 0.0);
        None
    }
}

impl Drop for Record {
    fn drop(&mut self) {
        let left_out = SKIPPED.take();
        let outcome = match &left_out {
            // Tests that should panic do so too; the test runner knows which ones failed.
            _ if std::thread::panicking() => "panicked",
            Some(_) => "left out",
            None => "passed",
        };
        note(outcome, left_out.as_deref().unwrap_or_default(), self.0.elapsed().as_secs_f64());
    }
}

/// Marks the current test as skipped.
pub(crate) fn skip(why: &str) {
    SKIPPED.set(Some(why.to_owned()));
}

/// Adds a line about the current test to the file in `FLEXKOMPAS_REPORT`.
fn note(outcome: &str, why: &str, seconds: f64) {
    let Some(path) = std::env::var_os("FLEXKOMPAS_REPORT") else { return };
    let line = json!({
        "test": std::thread::current().name(),
        "engine": Engine::current().name(),
        "outcome": outcome,
        "why": why,
        "seconds": seconds,
        "waited": slot::waited().as_secs_f64(),
    });
    let report = OpenOptions::new().append(true).create(true).open(path);
    // In a single write, because other tests write to the file too.
    report.and_then(|mut report| report.write_all(format!("{line}\n").as_bytes())).unwrap();
}
