//! Notices. Most belong to the page they appeared on.

use crate::app::model::Model;
use crate::app::notice::Notice;

impl Model {
    /// Removes the notice when the page changes, unless it has a text to copy or tells of full storage.
    pub(crate) fn forget_notice(&mut self) {
        let must_stay = matches!(
            self.interaction.notice,
            Some(Notice::ExportFailed(_) | Notice::CopyFailed(_) | Notice::NoRoom)
        );
        if !must_stay {
            self.interaction.notice = None;
        }
    }

    /// Closes the notice; if there is none, the latest undo offer, and then the offer of a new release.
    pub(crate) fn close_notice(&mut self) {
        if self.interaction.notice.take().is_none() && self.archive.undo.pop().is_none() {
            self.interaction.release_found = false;
        }
    }
}
