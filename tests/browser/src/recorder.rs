//! Console and requests of browsers that let no test read their logs: a script that runs first in every page sends them
//! to the server of the visitor.

use serde_json::Value;

use crate::engine::{ConsoleLine, text_at};
use crate::visitor::Visitor;

/// The level of a note that is no line of the console but an address that was asked for.
const ASKED: &str = "ASKED";

/// What runs first in every page: the recorder, then these scripts, each in a scope of its own.
pub(crate) fn first_script(others: &[String]) -> String {
    let mut script = include_str!("recorder.js").to_owned();
    for other in others {
        script.extend(["{\n", other, "\n}\n"]);
    }
    script
}

impl Visitor {
    /// What the console said since the start of the visit. What the server did not deliver is told by the server: not
    /// every browser mentions it.
    #[track_caller]
    pub(crate) fn recorded_console(&self) -> Vec<ConsoleLine> {
        let failures = self.server().failures().into_iter();
        let failed = failures
            .map(|path| ConsoleLine { level: "SEVERE".into(), text: format!("failed to load {path}") });
        self.notes().into_iter().filter(|line| line.level != ASKED).chain(failed).collect()
    }

    /// The addresses that were asked for since the start of the visit.
    #[track_caller]
    pub(crate) fn recorded_requests(&self) -> Vec<String> {
        let asked = self.notes().into_iter().filter(|line| line.level == ASKED);
        asked.map(|line| line.text).collect()
    }

    /// All notes, once those of the page that is open have arrived.
    #[track_caller]
    fn notes(&self) -> Vec<ConsoleLine> {
        let arrived = "const done = arguments[arguments.length - 1];
            window.flexkompasNotes ? window.flexkompasNotes().then(() => done(), () => done()) : done()";
        self.execute_async(arrived, []);
        let notes = self.server().notes();
        notes.iter().map(|note| line(&serde_json::from_str(note).unwrap())).collect()
    }
}

fn line(note: &Value) -> ConsoleLine {
    let field = |name: &str| text_at(note, name).unwrap_or_default();
    ConsoleLine { level: field("/level"), text: field("/text") }
}
