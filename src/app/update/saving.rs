//! Saving the visitor's own record, and importing one.

use crate::app::model::{Model, SaveStatus, UnsavedReason};
use crate::app::notice::{Ask, Notice};
use crate::app::{Effect, Route};
use crate::record::{self, Record, RecordError};

impl Model {
    /// False if storage is blocked, or holds a record that this version cannot read.
    pub(crate) fn may_write(&self) -> bool {
        !matches!(
            self.save_status,
            SaveStatus::Unsaved(UnsavedReason::Blocked | UnsavedReason::Unreadable(_))
        )
    }

    pub(crate) fn save(&self) -> Option<Effect> {
        self.may_write().then(|| Effect::Save(record::to_json(&self.record)))
    }

    pub(crate) fn import(&mut self, text: Option<&str>) -> Vec<Effect> {
        let read = text.ok_or(RecordError::NotARecord);
        match read.and_then(|text| record::read(text, &self.record.question_set)) {
            Err(why) => self.notice = Some(Notice::ImportFailed(why)),
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
        self.record = record;
        self.notice = Some(Notice::Imported);
        let route = if self.first_open().is_some() { Route::Resume } else { Route::Result };
        effects.extend(self.push_route(route));
        effects
    }
}
