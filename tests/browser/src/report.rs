//! Which engines a test needs, and what is told of each test at the end of a run.

use std::cell::RefCell;
use std::fs::OpenOptions;
use std::io::Write;
use std::time::Instant;

use serde_json::json;

use crate::engine::Engine;
use crate::slot;

/// Declares the engines that a test runs in, and why these: `engines!(all, "focus differs")`,
/// `engines!(Chromium | Firefox, "WebKit has no …")`. The first statement of every test; it ends the test at once in
/// any other engine.
///
/// What depends on the engine runs in all of them: storage, history, focus, pointer and keyboard, service workers,
/// frames and sandboxes, layout, the start of the program and its faults, policies, files, pictures. What is decided
/// by the program alone (words, scores, states of a screen) is the same in each, so one is enough.
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
    /// Why the present test was left out after it had begun.
    static SKIPPED: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Notes at the end of a test how it ended and how long it took.
#[doc(hidden)]
pub struct Record(Instant);

impl Record {
    /// None where the engine of the run is not among these; that is noted.
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
            // A test that must panic does so too; the harness knows which failed.
            _ if std::thread::panicking() => "panicked",
            Some(_) => "left out",
            None => "passed",
        };
        note(outcome, left_out.as_deref().unwrap_or_default(), self.0.elapsed().as_secs_f64());
    }
}

/// Says that the present test cannot run here, and why.
pub(crate) fn skip(why: &str) {
    SKIPPED.set(Some(why.to_owned()));
}

/// Adds a line about the present test to the report that `FLEXKOMPAS_REPORT` names.
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
    // In one go, as other tests write too.
    report.and_then(|mut report| report.write_all(format!("{line}\n").as_bytes())).unwrap();
}
