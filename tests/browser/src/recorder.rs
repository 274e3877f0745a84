//! Console and requests in browsers whose driver provides no logs: a script that runs first in every page sends them to the
//! server of the visitor.

use serde_json::Value;

use crate::engine::{ConsoleLine, text_at};
use crate::visitor::Visitor;

/// The level of a note that is not a console line but a requested address.
const REQUESTED: &str = "REQUESTED";

/// The script that runs first in every page: the recorder, then these scripts, each in its own scope.
pub(crate) fn first_script(others: &[String]) -> String {
    let mut script = include_str!("recorder.js").to_owned();
    for other in others {
        script.extend(["{\n", other, "\n}\n"]);
    }
    script
}

impl Visitor {
    /// The console lines since the start of the visit. Failed requests come from the server, because not every browser logs
    /// them.
    #[track_caller]
    pub(crate) fn recorded_console(&self) -> Vec<ConsoleLine> {
        let failures = self.server().failures().into_iter();
        let failed = failures
            .map(|path| ConsoleLine { level: "SEVERE".into(), text: format!("failed to load {path}") });
        self.notes().into_iter().filter(|line| line.level != REQUESTED).chain(failed).collect()
    }

    /// The addresses requested since the start of the visit.
    #[track_caller]
    pub(crate) fn recorded_requests(&self) -> Vec<String> {
        let asked = self.notes().into_iter().filter(|line| line.level == REQUESTED);
        asked.map(|line| line.text).collect()
    }

    /// All notes, once those of the current page have arrived.
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
