//! The view of a [`Visitor`] of the list of scans, and the archive behind it.

use flexkompas::app::Effect;
use serde_json::Value;

use super::visitor::Visitor;

impl Visitor {
    /// Presses the button of this name that stands with a scan in the list.
    #[track_caller]
    pub(crate) fn press_at_scan(&mut self, id: &str, name: &str) -> Vec<Effect> {
        let msg = self.part("data-scan", id).action(name).msg.clone();
        self.send(msg)
    }

    /// The ids of the scans in the list, from the top.
    #[track_caller]
    pub(crate) fn listed(&mut self) -> Vec<String> {
        self.go("history");
        self.page().data_attrs("data-scan")
    }

    /// The heading of a scan in the list.
    #[track_caller]
    pub(crate) fn label(&self, id: &str) -> String {
        self.part("data-scan", id).texts[0].1.clone()
    }

    /// The stored form of an archived scan.
    #[track_caller]
    pub(crate) fn kept(&self, id: &str) -> Value {
        let found = self.archive.iter().find(|(known, _)| known == id);
        let (_, text) = found.unwrap_or_else(|| panic!("{id} is not among {:?}", self.archive));
        serde_json::from_str(text).unwrap()
    }

    /// The ids of the archived scans in storage.
    pub(crate) fn kept_ids(&self) -> Vec<&str> {
        self.archive.iter().map(|(id, _)| id.as_str()).collect()
    }
}
