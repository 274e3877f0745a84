//! Read-only scans: a shared result, or a scan from the archive.
//!
//! They live in `Model::viewed` and never in `Model::record`, so that viewing cannot overwrite the visitor's answers.

use crate::app::archive::ArchivedScan;
use crate::app::model::Model;
use crate::app::notice::Notice;
use crate::app::{Effect, Route};
use crate::record::Record;
use crate::share_code;

impl Model {
    /// Loads the scan that the route shows. An invalid code leads to the entry route, with a notice that says why.
    pub(crate) fn load_viewed(&mut self) {
        self.viewed = match &self.route {
            Route::Shared(code) => {
                let (Some(start), Some(library)) = (self.start.ready(), self.library.ready()) else {
                    self.viewed = None;
                    return;
                };
                match share_code::read_received(code, start, library, self.language) {
                    Ok(record) => Some(record),
                    Err(why) => {
                        self.refused_code = Some(code.clone());
                        self.interaction.notice = Some(Notice::CodeRefused(why));
                        self.route = self.entry_route();
                        None
                    }
                }
            }
            Route::Scan(id) => {
                let found = self.archived_record(id).cloned();
                if found.is_none() && self.archive.is_listed {
                    self.route = Route::Scans;
                }
                found
            }
            _ => None,
        };
    }

    /// The share code of the displayed scan; `None` until the content is loaded.
    pub(crate) fn code(&self) -> Option<String> {
        Some(share_code::write(self.displayed_record(), self.start.ready()?, self.library.ready()?))
    }

    /// The link to the displayed result.
    pub(crate) fn link(&self) -> Option<String> {
        Some([&self.address, share_code::FRAGMENT_PREFIX, &self.code()?].concat())
    }

    /// Shows the result in a share code that appeared in the address.
    pub(crate) fn on_code_found(&mut self, code: String) -> Vec<Effect> {
        let mut effects = self.navigate(Route::Shared(code.into()));
        effects.insert(0, Effect::ClearFragment);
        effects
    }

    /// Archives the viewed scan unless it is on this device already.
    pub(crate) fn keep_viewed(&mut self) -> Vec<Effect> {
        let (Some(mut record), Some(start), Some(library)) =
            (self.viewed.clone(), self.start.ready(), self.library.ready())
        else {
            return Vec::new();
        };
        let code = share_code::write(&record, start, library);
        let is_same = |other: &Record| share_code::write(other, start, library) == code;
        let is_known =
            is_same(&self.record) || self.archive.scans.iter().filter_map(ArchivedScan::scan).any(is_same);
        if is_known {
            self.interaction.notice = Some(Notice::AlreadyHere);
            return Vec::new();
        }
        self.interaction.notice = Some(Notice::KeptHere);
        record.stamp.id = self.unique_id(record.stamp.id);
        let mut effects = vec![self.archive(record)];
        effects.extend(self.push_route(Route::Scans));
        effects
    }
}
