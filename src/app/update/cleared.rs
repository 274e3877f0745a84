//! Storage that another program of the same origin has cleared: the scan on the screen is kept until the visitor says
//! whether to save it again or to discard it.

use crate::app::Effect;
use crate::app::model::{Model, SaveStatus, UnsavedReason};
use crate::app::notice::Ask;

const CLEARED: SaveStatus = SaveStatus::Unsaved(UnsavedReason::Cleared);

impl Model {
    pub(crate) fn on_storage_cleared(&mut self) -> Vec<Effect> {
        if self.record.is_blank() && self.archive.scans.is_empty() {
            return Vec::new();
        }
        self.archive_unsaved();
        self.saving.status = CLEARED;
        self.ask(Ask::Cleared)
    }

    /// Saves again all that was cleared.
    pub(crate) fn save_all(&mut self) -> Vec<Effect> {
        self.saving.status = SaveStatus::Saved(self.saving.scope);
        let archived = self.saving_of_archive();
        self.save().into_iter().chain(archived).chain([Effect::FocusHeading]).collect()
    }

    /// Erases what was cleared from the screen too; it can still be undone.
    pub(crate) fn discard_cleared(&mut self) -> Vec<Effect> {
        self.saving.status = SaveStatus::Saved(self.saving.scope);
        self.erase()
    }

    /// True while storage is empty and the scan on the screen is the only one there is.
    pub(crate) fn is_cleared(&self) -> bool {
        self.saving.status == CLEARED
    }
}
