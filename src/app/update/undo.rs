//! Erasing and removing. Each can be undone for ten seconds, the latest first.

use crate::app::Effect;
use crate::app::archive::{ArchivedScan, Undo};
use crate::app::model::{Model, SaveStatus, UnsavedReason};
use crate::app::notice::Notice;
use crate::record::{PolicyTheme, Record};

impl Model {
    /// Erases everything on this device.
    pub(crate) fn erase(&mut self) -> Vec<Effect> {
        let present = self.record.clone();
        self.record = self.new_record();
        let archived = std::mem::take(&mut self.archive);
        let unreadable = self.unreadable.take().map(|text| (text, self.save_status.clone()));
        let had_content = unreadable.is_some() || !present.is_blank();
        let timer = self.offer_undo(Notice::Erased, had_content.then_some(present), archived);
        if let Some(undo) = self.undo.last_mut() {
            undo.unreadable = unreadable;
        }
        if matches!(self.save_status, SaveStatus::Unsaved(UnsavedReason::Unreadable(_) | UnsavedReason::Full))
        {
            self.save_status = SaveStatus::Saved(self.storage_scope);
        }
        vec![Effect::EraseStored, timer, Effect::CreateScan]
    }

    /// Offers to undo a removal for some seconds.
    pub(crate) fn offer_undo(
        &mut self,
        notice: Notice,
        record: Option<Record>,
        archived: Vec<ArchivedScan>,
    ) -> Effect {
        self.undo_sequence += 1;
        // Otherwise it would hide the offer.
        self.notice = None;
        let number = self.undo_sequence;
        self.undo.push(Undo { number, notice, record, unreadable: None, archived, theme: None });
        Effect::StartUndoTimer(number)
    }

    /// Offers to undo the removal of a policy theme.
    pub(crate) fn offer_undo_of_theme(&mut self, removed: PolicyTheme) -> Effect {
        let timer = self.offer_undo(Notice::ThemeRemoved, None, Vec::new());
        if let Some(undo) = self.undo.last_mut() {
            undo.theme = Some(removed);
        }
        timer
    }

    /// Withdraws the undo offer with this number.
    pub(crate) fn end_undo(&mut self, number: u32) {
        self.undo.retain(|undo| undo.number != number);
    }

    /// Restores what was erased or removed; answers given since are archived.
    pub(crate) fn undo(&mut self) -> Vec<Effect> {
        let Some(undo) = self.undo.pop() else { return Vec::new() };
        // Unless there is more to undo.
        self.notice = self.undo.is_empty().then_some(Notice::BackAgain);
        let mut effects = Vec::new();
        for archived in undo.archived {
            effects.push(Effect::SaveArchived(archived.id.clone(), archived.text.clone()));
            self.archive.push(archived);
        }
        if let Some((text, save_status)) = undo.unreadable {
            effects.push(Effect::Save(text.clone()));
            self.unreadable = Some(text);
            self.save_status = save_status;
        }
        if let Some(record) = undo.record {
            effects.extend(self.archive_current());
            self.set_record(record);
            effects.extend(self.push_route(self.entry_route()));
        }
        if let Some(theme) = undo.theme {
            let record = self.edit();
            let current = std::mem::replace(&mut record.theme, theme);
            if !current.is_blank() {
                record.other_themes.push(current);
            }
        }
        effects
    }
}
