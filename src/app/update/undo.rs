//! Erasing and removing. Each can be undone for ten seconds, the latest first.

use crate::app::Effect;
use crate::app::archive::{Removed, Undo};
use crate::app::model::{Model, SaveStatus, UnsavedReason};
use crate::app::notice::Notice;
use crate::record::{PolicyTheme, Record};

impl Model {
    /// Erases everything on this device.
    pub(crate) fn erase(&mut self) -> Vec<Effect> {
        let present = self.record.clone();
        self.record = self.new_record();
        let archived = std::mem::take(&mut self.archive.scans);
        let unreadable = self.saving.unreadable.take().map(|text| (text, self.saving.status.clone()));
        let had_content = unreadable.is_some() || !present.is_blank();
        let record = had_content.then_some(present);
        let removed = Removed { record, unreadable, archived, ..Removed::default() };
        let timer = self.offer_undo(Notice::Erased, removed);
        if matches!(
            self.saving.status,
            SaveStatus::Unsaved(UnsavedReason::Unreadable(_) | UnsavedReason::Full)
        ) {
            self.saving.status = SaveStatus::Saved(self.saving.scope);
        }
        vec![Effect::EraseStored, timer, Effect::CreateScan]
    }

    /// Offers to undo a removal for some seconds.
    pub(crate) fn offer_undo(&mut self, notice: Notice, removed: Removed) -> Effect {
        self.archive.undo_sequence += 1;
        // Otherwise it would hide the offer.
        self.interaction.notice = None;
        let number = self.archive.undo_sequence;
        self.archive.undo.push(Undo { number, notice, removed });
        Effect::StartUndoTimer(number)
    }

    /// Withdraws the undo offer with this number.
    pub(crate) fn end_undo(&mut self, number: u32) {
        self.archive.undo.retain(|undo| undo.number != number);
    }

    /// Restores what was erased or removed; answers given since are archived.
    pub(crate) fn undo(&mut self) -> Vec<Effect> {
        let Some(Undo { removed, .. }) = self.archive.undo.pop() else { return Vec::new() };
        // Unless there is more to undo.
        self.interaction.notice = self.archive.undo.is_empty().then_some(Notice::BackAgain);
        let mut effects = Vec::new();
        for archived in removed.archived {
            effects.push(Effect::SaveArchived(archived.id.clone(), archived.text.clone()));
            self.archive.scans.push(archived);
        }
        if let Some((text, save_status)) = removed.unreadable {
            effects.push(Effect::Save(text.clone()));
            self.saving.unreadable = Some(text);
            self.saving.status = save_status;
        }
        if let Some(record) = removed.record {
            effects.extend(self.archive_current());
            self.set_record(record);
            effects.extend(self.push_route(self.entry_route()));
        }
        if let Some((scan, theme)) = removed.theme {
            effects.extend(self.restore_theme(&scan, theme));
        }
        effects
    }

    /// Makes a removed theme the current one of its scan, which may be in the archive by now.
    fn restore_theme(&mut self, scan: &str, theme: PolicyTheme) -> Option<Effect> {
        let put_back = |record: &mut Record| {
            let current = std::mem::replace(&mut record.theme, theme);
            if !current.is_blank() {
                record.other_themes.push(current);
            }
        };
        if *self.record.stamp.id == *scan {
            put_back(self.edit());
            return None;
        }
        let mut record = self.archived_record(scan)?.clone();
        put_back(&mut record);
        Some(self.archive(record))
    }
}
