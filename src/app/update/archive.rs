//! The archive: scans are named, resumed, copied, removed and restored.
//!
//! A scan that is replaced is archived first: starting over, importing a file and resuming a scan lose nothing.

use crate::app::archive::{ArchivedScan, Removed};
use crate::app::model::{Filter, Model, SaveStatus, UnsavedReason};
use crate::app::notice::{Ask, Notice};
use crate::app::{Effect, Route, SaveFailed, Stored};
use crate::json::Text;
use crate::record::{self, Record, Stamp};

impl Model {
    /// A readable scan in the archive.
    pub(crate) fn archived_record(&self, id: &str) -> Option<&Record> {
        self.archive.scans.iter().find(|archived| *archived.id == *id)?.scan()
    }

    /// A scan on this device by its id.
    pub(crate) fn scan(&self, id: &str) -> Option<&Record> {
        if *self.record.stamp.id == *id { Some(&self.record) } else { self.archived_record(id) }
    }

    /// True if the record is another version of the current scan; it then replaces the scan.
    pub(crate) fn is_same_scan(&self, record: &Record) -> bool {
        record.stamp.id == self.record.stamp.id
    }

    /// Every readable scan, oldest first.
    pub(crate) fn scans(&self) -> Vec<&Record> {
        let mut scans: Vec<&Record> = Vec::new();
        let present = Some(&self.record).filter(|record| !record.is_blank());
        // Another tab may have just resumed one of them.
        let others =
            self.archive.scans.iter().filter_map(ArchivedScan::scan).filter(|scan| !self.is_same_scan(scan));
        for scan in others.chain(present) {
            let at = scans.partition_point(|other| other.stamp.started_at <= scan.stamp.started_at);
            scans.insert(at, scan);
        }
        scans
    }

    pub(crate) fn on_archive_listed(&mut self, list: Option<Vec<(String, String)>>) -> Option<Effect> {
        if let Some(list) = list {
            self.archive.scans.retain(|archived| !archived.saved);
            for (id, text) in list {
                if self.is_archived(&id) {
                    // The scan that did not fit in storage is newer than the stored one.
                    continue;
                }
                let record = record::read(&text, &self.record.question_set);
                self.archive.scans.push(ArchivedScan { id: id.into(), record, text, saved: true });
            }
        }
        let has_other_set = self.archive.scans.iter().any(ArchivedScan::is_of_other_set);
        if !self.archive.is_listed && has_other_set && self.record.is_blank() {
            // Otherwise returning visitors would take their answers for lost.
            self.interaction.notice.get_or_insert(Notice::OtherSetHere);
        }
        self.archive.is_listed = true;
        self.replace_if_redirected()
    }

    pub(crate) fn on_archive_saved(&mut self, id: &str, outcome: Result<(), SaveFailed>) {
        for archived in &mut self.archive.scans {
            if *archived.id == *id {
                archived.saved = outcome.is_ok();
            }
        }
        if outcome == Err(SaveFailed::Full) {
            self.interaction.notice = Some(Notice::NoRoom);
        }
    }

    /// Notes that storage holds no archived scan any more.
    pub(crate) fn archive_unsaved(&mut self) {
        for archived in &mut self.archive.scans {
            archived.saved = false;
        }
    }

    /// The effects that save every archived scan.
    pub(crate) fn saving_of_archive(&self) -> Vec<Effect> {
        let save = |archived: &ArchivedScan| Effect::SaveArchived(archived.id.clone(), archived.text.clone());
        self.archive.scans.iter().map(save).collect()
    }

    /// Archives a scan, and replaces one with the same id.
    pub(crate) fn archive(&mut self, record: Record) -> Effect {
        let (id, text) = (record.stamp.id.clone(), record::to_json(&record));
        self.archive.scans.retain(|archived| archived.id != id);
        self.archive.scans.push(ArchivedScan {
            id: id.clone(),
            record: Ok(record),
            text: text.clone(),
            saved: true,
        });
        Effect::SaveArchived(id, text)
    }

    /// Archives the current scan unless it is blank.
    pub(crate) fn archive_current(&mut self) -> Option<Effect> {
        (!self.record.is_blank()).then(|| self.archive(self.record.clone()))
    }

    fn is_archived(&self, id: &str) -> bool {
        self.archive.scans.iter().any(|archived| *archived.id == *id)
    }

    /// This id, with a suffix if another scan has it already.
    pub(crate) fn unique_id(&self, mut id: Text) -> Text {
        while self.is_archived(&id) || (self.record.stamp.id == id && !self.record.is_blank()) {
            id = [&*id, "-2"].concat().into();
        }
        id
    }

    /// Deletes a scan that becomes the current one. It stays in storage if the current scan cannot be saved.
    pub(crate) fn delete_archived(&mut self, id: &str) -> Option<Effect> {
        self.remove_archived(id)?;
        self.may_write().then(|| Effect::DeleteArchived(id.into()))
    }

    /// Removes a scan from the archive, but not from storage.
    fn remove_archived(&mut self, id: &str) -> Option<ArchivedScan> {
        let at = self.archive.scans.iter().position(|archived| *archived.id == *id)?;
        Some(self.archive.scans.remove(at))
    }

    pub(crate) fn name_scan(&mut self, id: &str, name: String) -> Option<Effect> {
        if *self.record.stamp.id == *id {
            if *self.record.name != *name {
                self.edit().name = name.into();
            }
            return None;
        }
        let mut record = self.archived_record(id)?.clone();
        record.name = name.into();
        Some(self.archive(record))
    }

    /// Makes an archived scan the current one.
    pub(crate) fn resume(&mut self, id: &str) -> Vec<Effect> {
        let Some(mut record) = self.archived_record(id).cloned() else { return Vec::new() };
        let mut effects: Vec<Effect> = self.archive_current().into_iter().collect();
        effects.extend(self.delete_archived(id));
        record.language = self.language;
        self.set_record(record);
        effects.extend(self.push_route(Route::Resume));
        effects
    }

    /// Makes a copy of a scan the current one, once it has its own stamp.
    pub(crate) fn copy_scan(&mut self, id: &str) -> Vec<Effect> {
        let Some(record) = self.scan(id).cloned() else { return Vec::new() };
        self.archive.pending_copy = Some(Box::new(record));
        self.archive_current().into_iter().chain([Effect::DuplicateScan]).collect()
    }

    /// The copy has a stamp: it becomes the current scan.
    pub(crate) fn on_scan_duplicated(&mut self, stamp: Stamp) -> Vec<Effect> {
        let Some(record) = self.archive.pending_copy.take() else { return Vec::new() };
        self.set_record(Record { stamp, language: self.language, ..*record });
        if self.interaction.notice != Some(Notice::NoRoom) {
            self.interaction.notice = Some(Notice::NewMeasurement);
        }
        self.push_route(Route::Overview)
    }

    /// A new scan has a stamp: it becomes the current one.
    pub(crate) fn on_scan_created(&mut self, stamp: Stamp) -> Vec<Effect> {
        let question_set = self.record.question_set.clone();
        self.set_record(self.config.new_record(stamp, question_set, self.language));
        // Reset the search too: the next visitor must not see it.
        self.interaction.filter = Filter::default();
        self.interaction.more_questions = 0;
        self.interaction.all_tips = false;
        self.push_route(Route::Start)
    }

    /// Removes a scan; the current one is replaced by a blank scan.
    pub(crate) fn remove_scan(&mut self, id: &str) -> Vec<Effect> {
        if *self.record.stamp.id == *id {
            let present = self.record.clone();
            self.set_record(self.new_record());
            let removed = Removed { record: Some(present), ..Removed::default() };
            let timer = self.offer_undo(Notice::Removed, removed);
            return vec![timer, Effect::CreateScan];
        }
        let Some(archived) = self.remove_archived(id) else { return Vec::new() };
        let removed = Removed { archived: vec![archived], ..Removed::default() };
        vec![Effect::DeleteArchived(id.into()), self.offer_undo(Notice::Removed, removed)]
    }

    /// A blank scan with the current stamp.
    pub(crate) fn new_record(&self) -> Record {
        let Record { stamp, question_set, .. } = self.record.clone();
        self.config.new_record(stamp, question_set, self.language)
    }

    /// Adopts what another tab wrote, as the later answer wins; writes nothing.
    pub(crate) fn on_storage_changed(&mut self, stored: Stored) -> Vec<Effect> {
        let record = match stored {
            Stored::Blocked => return Vec::new(),
            Stored::Nothing if self.is_cleared() => return Vec::new(),
            Stored::Nothing => self.new_record(),
            Stored::Text(text) => match record::read(&text, &self.record.question_set) {
                Ok(record) => record,
                Err(why) => {
                    // The other tab runs a newer version: do not overwrite its record.
                    self.saving.status = SaveStatus::Unsaved(UnsavedReason::Unreadable(why));
                    self.saving.unreadable = Some(text);
                    return Vec::new();
                }
            },
        };
        if self.saving.unreadable.take().is_some() || self.is_cleared() {
            self.saving.status = SaveStatus::Saved(self.saving.scope);
        }
        self.interaction.ask = self.interaction.ask.take().filter(|ask| !matches!(ask, Ask::Cleared));
        if record == self.record || (record.is_blank() && self.record.is_blank()) {
            return Vec::new();
        }
        let is_gone = record.is_blank();
        self.record = record;
        self.interaction.ask = self.interaction.ask.take().filter(|ask| matches!(ask, Ask::Erase));
        self.interaction.notice = Some(Notice::Followed);
        if is_gone && !matches!(self.route, Route::Shared(_) | Route::Scans | Route::Scan(_)) {
            return self.push_route(Route::Start);
        }
        self.replace_if_redirected().into_iter().collect()
    }
}
