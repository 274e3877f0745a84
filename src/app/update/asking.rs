//! Questions that wait for yes or no.

use crate::app::Effect;
use crate::app::model::Model;
use crate::app::notice::Ask;

impl Model {
    pub(crate) fn ask(&mut self, ask: Ask) -> Vec<Effect> {
        self.interaction.ask = Some(ask);
        self.interaction.notice = None;
        vec![Effect::FocusAsk]
    }

    pub(crate) fn confirm(&mut self) -> Vec<Effect> {
        match self.interaction.ask.take() {
            None => Vec::new(),
            Some(Ask::Replace(record)) => {
                let archived = if self.is_same_scan(&record) { None } else { self.archive_current() };
                archived.into_iter().chain(self.replace_record(*record)).collect()
            }
            Some(Ask::Restart) => self.archive_current().into_iter().chain([Effect::CreateScan]).collect(),
            Some(Ask::Erase) => self.erase(),
            Some(Ask::Cleared) => self.save_all(),
        }
    }

    /// Asks before erasing. Undoing needs the complete archive.
    pub(crate) fn ask_to_erase(&mut self) -> Vec<Effect> {
        let mut effects = self.ask(Ask::Erase);
        effects.push(Effect::ListArchive);
        effects
    }

    pub(crate) fn cancel(&mut self) -> Vec<Effect> {
        match self.interaction.ask.take() {
            Some(Ask::Cleared) => self.discard_cleared(),
            _ => vec![Effect::FocusHeading],
        }
    }
}
