//! The scans on this device beside the present one: listed, named, taken up again, copied, removed, and had back.
//!
//! A scan that makes room for another is put aside, never thrown away: beginning anew, loading a file and taking up
//! an earlier scan all keep what was there.

use super::model::{Model, NotKept, Saving};
use super::notice::{Ask, Notice};
use super::reading::stored_text;
use super::{Effect, Record, Route, SaveFailed, Stored, Unreadable, record_read};
use crate::json::Text;

/// A scan on this device beside the present one.
#[derive(Clone, Debug)]
pub(super) struct Earlier {
    /// Its id.
    pub(super) id: Text,
    /// The scan, or why it cannot be read; such a one is left alone.
    pub(super) record: Result<Record, Unreadable>,
    /// What storage holds of it.
    text: String,
    /// False when storage had no room for it: it lasts as long as the window.
    kept: bool,
}

impl Earlier {
    /// The scan, where it can be read.
    pub(super) fn scan(&self) -> Option<&Record> {
        self.record.as_ref().ok()
    }
}

/// What was erased or removed a moment ago.
#[derive(Clone, Debug)]
pub(super) struct Undo {
    /// Tells this time from the next.
    pub(super) number: u32,
    /// The present scan as it was, if it went too.
    record: Option<Record>,
    /// What storage held and could not be read, if it went too.
    unreadable: Option<(String, Saving)>,
    /// The earlier scans that went.
    earlier: Vec<Earlier>,
}

impl Model {
    /// An earlier scan that can be read.
    pub(super) fn earlier_scan(&self, id: &str) -> Option<&Record> {
        self.earlier.iter().find(|earlier| *earlier.id == *id)?.scan()
    }

    /// A scan on this device by its id.
    pub(super) fn scan(&self, id: &str) -> Option<&Record> {
        if *self.record.stamp.id == *id { Some(&self.record) } else { self.earlier_scan(id) }
    }

    /// Every scan that can be read, oldest first.
    pub(super) fn scans(&self) -> Vec<&Record> {
        let mut scans: Vec<&Record> = Vec::new();
        let present = Some(&self.record).filter(|record| !record.is_blank());
        // Another tab may have taken one of them up a moment ago.
        let others = self.earlier.iter().filter_map(Earlier::scan).filter(|scan| !self.is_same_scan(scan));
        for scan in others.chain(present) {
            let at = scans.partition_point(|other| other.stamp.started_at <= scan.stamp.started_at);
            scans.insert(at, scan);
        }
        scans
    }

    pub(super) fn take_list(&mut self, list: Option<Vec<(String, String)>>) -> Option<Effect> {
        if let Some(list) = list {
            self.earlier.retain(|earlier| !earlier.kept);
            for (id, text) in list {
                if self.has_earlier(&id) {
                    // What storage had no room for is newer than what it holds.
                    continue;
                }
                let record = record_read::read(&text, &self.record.question_set);
                self.earlier.push(Earlier { id: id.into(), record, text, kept: true });
            }
        }
        self.earlier_listed = true;
        self.replace_if_redirected()
    }

    pub(super) fn learn_whether_kept(&mut self, id: &str, outcome: Result<(), SaveFailed>) {
        for earlier in &mut self.earlier {
            if *earlier.id == *id {
                earlier.kept = outcome.is_ok();
            }
        }
        if outcome == Err(SaveFailed::Full) {
            self.notice = Some(Notice::NoRoom);
        }
    }

    /// Puts a scan among the earlier ones, in the place of one with the same id.
    pub(super) fn put_aside(&mut self, record: Record) -> Effect {
        let (id, text) = (record.stamp.id.clone(), stored_text(&record));
        self.earlier.retain(|earlier| earlier.id != id);
        self.earlier.push(Earlier { id: id.clone(), record: Ok(record), text: text.clone(), kept: true });
        Effect::KeepEarlier(id, text)
    }

    /// Puts the present scan aside, if there is anything in it.
    pub(super) fn put_present_aside(&mut self) -> Option<Effect> {
        (!self.record.is_blank()).then(|| self.put_aside(self.record.clone()))
    }

    fn has_earlier(&self, id: &str) -> bool {
        self.earlier.iter().any(|earlier| *earlier.id == *id)
    }

    /// This id, or where another scan has it already, one beside it.
    pub(super) fn free_id(&self, mut id: Text) -> Text {
        while self.has_earlier(&id) || (self.record.stamp.id == id && !self.record.is_blank()) {
            id = [&*id, "-2"].concat().into();
        }
        id
    }

    /// Takes a scan out of the list because it becomes the present one. Where that may not be saved it stays in storage.
    pub(super) fn take_over(&mut self, id: &str) -> Option<Effect> {
        self.take_out(id)?;
        self.may_write().then(|| Effect::ForgetEarlier(id.into()))
    }

    /// Takes an earlier scan out of the list.
    fn take_out(&mut self, id: &str) -> Option<Earlier> {
        let at = self.earlier.iter().position(|earlier| *earlier.id == *id)?;
        Some(self.earlier.remove(at))
    }

    pub(super) fn name_scan(&mut self, id: &str, name: String) -> Option<Effect> {
        if *self.record.stamp.id == *id {
            self.record.name = name.into();
            return None;
        }
        let mut record = self.earlier_scan(id)?.clone();
        record.name = name.into();
        Some(self.put_aside(record))
    }

    /// An earlier scan becomes the present one.
    pub(super) fn take_up(&mut self, id: &str) -> Vec<Effect> {
        let Some(mut record) = self.earlier_scan(id).cloned() else { return Vec::new() };
        let mut effects: Vec<Effect> = self.put_present_aside().into_iter().collect();
        effects.extend(self.take_over(id));
        record.language = self.language;
        self.record = record;
        effects.extend(self.push_route(Route::Resume));
        effects
    }

    /// A copy of a scan becomes the present one as soon as it has a stamp of its own.
    pub(super) fn copy_scan(&mut self, id: &str) -> Vec<Effect> {
        let Some(record) = self.scan(id).cloned() else { return Vec::new() };
        self.copying = Some(Box::new(record));
        self.put_present_aside().into_iter().chain([Effect::Stamp]).collect()
    }

    /// Removes a scan; the present one leaves an empty one behind.
    pub(super) fn remove_scan(&mut self, id: &str) -> Vec<Effect> {
        if *self.record.stamp.id == *id {
            let present = self.record.clone();
            self.record = self.blank();
            let later = self.can_undo(Notice::Removed, Some(present), Vec::new());
            return vec![later, Effect::Stamp];
        }
        let Some(earlier) = self.take_out(id) else { return Vec::new() };
        vec![Effect::ForgetEarlier(id.into()), self.can_undo(Notice::Removed, None, vec![earlier])]
    }

    /// Erases everything on this device.
    pub(super) fn erase(&mut self) -> Vec<Effect> {
        let present = self.record.clone();
        self.record = self.blank();
        let earlier = std::mem::take(&mut self.earlier);
        let unreadable = self.unreadable.take().map(|text| (text, self.saving.clone()));
        let is_there = unreadable.is_some() || !present.is_blank();
        let later = self.can_undo(Notice::Erased, is_there.then_some(present), earlier);
        if let Some(undo) = &mut self.undo {
            undo.unreadable = unreadable;
        }
        if matches!(self.saving, Saving::NotKept(NotKept::Unreadable(_) | NotKept::Full)) {
            self.saving = Saving::Kept(self.keeping);
        }
        vec![Effect::EraseStored, later, Effect::Stamp]
    }

    /// An empty scan in the place of the present one.
    fn blank(&self) -> Record {
        let Record { stamp, question_set, .. } = self.record.clone();
        Record::new(stamp, question_set, self.language).begun_with(&self.config)
    }

    fn can_undo(&mut self, notice: Notice, record: Option<Record>, earlier: Vec<Earlier>) -> Effect {
        self.undo_count += 1;
        self.notice = Some(notice);
        self.undo = Some(Undo { number: self.undo_count, record, unreadable: None, earlier });
        Effect::UndoLater(self.undo_count)
    }

    /// The time to undo is over.
    pub(super) fn end_undo(&mut self, number: u32) {
        if self.undo.as_ref().is_some_and(|undo| undo.number == number) {
            self.undo = None;
            if matches!(self.notice, Some(Notice::Erased | Notice::Removed)) {
                self.notice = None;
            }
        }
    }

    /// Brings back what was erased or removed; what was filled in since is put aside.
    pub(super) fn undo(&mut self) -> Vec<Effect> {
        let Some(undo) = self.undo.take() else { return Vec::new() };
        self.notice = Some(Notice::BackAgain);
        let mut effects = Vec::new();
        for earlier in undo.earlier {
            effects.push(Effect::KeepEarlier(earlier.id.clone(), earlier.text.clone()));
            self.earlier.push(earlier);
        }
        if let Some((text, saving)) = undo.unreadable {
            effects.push(Effect::Save(text.clone()));
            self.unreadable = Some(text);
            self.saving = saving;
        }
        if let Some(record) = undo.record {
            effects.extend(self.put_present_aside());
            self.record = record;
            effects.extend(self.push_route(self.entry_route()));
        }
        effects
    }

    /// Another tab wrote: the later answer counts, and this tab follows without writing anything itself.
    pub(super) fn follow(&mut self, stored: Stored) -> Vec<Effect> {
        let record = match stored {
            Stored::Blocked => return Vec::new(),
            Stored::Nothing => self.blank(),
            Stored::Text(text) => match record_read::read(&text, &self.record.question_set) {
                Ok(record) => record,
                Err(why) => {
                    // A newer version of the product writes in the other tab: this one must not write over it.
                    self.saving = Saving::NotKept(NotKept::Unreadable(why));
                    self.unreadable = Some(text);
                    return Vec::new();
                }
            },
        };
        if self.unreadable.take().is_some() {
            self.saving = Saving::Kept(self.keeping);
        }
        if record == self.record || (record.is_blank() && self.record.is_blank()) {
            return Vec::new();
        }
        let is_gone = record.is_blank();
        self.record = record;
        self.ask = self.ask.take().filter(|ask| matches!(ask, Ask::Erase));
        self.notice = Some(Notice::Followed);
        if is_gone && !matches!(self.route, Route::Shared(_) | Route::Scans | Route::Scan(_)) {
            return self.push_route(Route::Start);
        }
        self.replace_if_redirected().into_iter().collect()
    }
}
