//! Saving the visitor's own record, and importing one.

use crate::app::model::{Model, SaveStatus, UnsavedReason};
use crate::app::notice::{Ask, Notice};
use crate::app::{Effect, Msg, Route, SaveFailed};
use crate::record::{self, Record, RecordError};

impl Model {
    /// The record, to change it: it is saved at the end of the update.
    pub(crate) fn edit(&mut self) -> &mut Record {
        self.saving.record_changed = true;
        &mut self.record
    }

    /// Replaces the record, and saves it if that changes more than the stamp of a blank scan: after erasing, storage
    /// stays empty until something is entered.
    pub(crate) fn set_record(&mut self, record: Record) {
        let mut previous = std::mem::replace(&mut self.record, record);
        if self.record.is_blank() {
            previous.stamp = self.record.stamp.clone();
        }
        self.saving.record_changed |= self.record != previous;
    }

    /// True if the message changes nothing, so that neither an update nor a new view is needed: saving worked, as the page
    /// says already. Every answer is followed by such a message.
    pub fn is_unaffected_by(&self, msg: &Msg) -> bool {
        matches!(msg, Msg::Saved(Ok(()))) && self.saving.status != SaveStatus::Unsaved(UnsavedReason::Full)
    }

    pub(crate) fn on_saved(&mut self, outcome: Result<(), SaveFailed>) {
        match outcome {
            Ok(()) if self.saving.status == SaveStatus::Unsaved(UnsavedReason::Full) => {
                self.saving.status = SaveStatus::Saved(self.saving.scope);
            }
            Ok(()) => {}
            Err(SaveFailed::Blocked) => self.saving.status = SaveStatus::Unsaved(UnsavedReason::Blocked),
            Err(SaveFailed::Full) => self.saving.status = SaveStatus::Unsaved(UnsavedReason::Full),
        }
    }

    /// False if storage is blocked, holds a record that this version cannot read, or was cleared by another program.
    pub(crate) fn may_write(&self) -> bool {
        !matches!(
            self.saving.status,
            SaveStatus::Unsaved(
                UnsavedReason::Blocked | UnsavedReason::Cleared | UnsavedReason::Unreadable(_)
            )
        )
    }

    pub(crate) fn save(&self) -> Option<Effect> {
        self.may_write().then(|| Effect::Save(record::to_json(&self.record)))
    }

    pub(crate) fn import(&mut self, text: Option<&str>) -> Vec<Effect> {
        let read = text.ok_or(RecordError::NotARecord);
        match read.and_then(|text| record::read(text, &self.record.question_set)) {
            Err(why) => self.interaction.notice = Some(Notice::ImportFailed(why)),
            Ok(record) if self.record.is_blank() => return self.replace_record(record),
            Ok(record) => return self.ask(Ask::Replace(Box::new(record))),
        }
        Vec::new()
    }

    pub(crate) fn replace_record(&mut self, mut record: Record) -> Vec<Effect> {
        let mut effects = Vec::new();
        let id = record.stamp.id.clone();
        if self.archived_record(&id) == Some(&record) {
            effects.extend(self.delete_archived(&id));
        } else if !self.is_same_scan(&record) {
            record.stamp.id = self.unique_id(id);
        }
        // An import does not switch the language of the page.
        record.language = self.language;
        self.set_record(record);
        self.interaction.notice = Some(Notice::Imported);
        let route = if self.first_open().is_some() { Route::Resume } else { Route::Result };
        effects.extend(self.push_route(route));
        effects
    }
}
