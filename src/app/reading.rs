//! Scans that are looked at and not filled in: the result behind a code, or an earlier scan.
//!
//! They live in `Model::reading` and never in the visitor's own record, so that nothing a person does while looking
//! can overwrite what they filled in themselves.

use super::code::{read, write};
use super::earlier::Earlier;
use super::model::Model;
use super::notice::Notice;
use super::{Effect, Record, Route, record_write};
use crate::json::Value;

/// What stands before a code in the fragment of an address.
pub const CODE_FRAGMENT: &str = "#r=";

impl Model {
    /// Finds the scan that the present place shows. A code that cannot be used leads home with a word about why.
    pub(super) fn settle_reading(&mut self) {
        self.reading = match &self.route {
            Route::Shared(code) => {
                let (Some(start), Some(library)) = (self.start.ready(), self.library.ready()) else {
                    self.reading = None;
                    return;
                };
                match read(code, start, library, self.language) {
                    Ok(record) => Some(record),
                    Err(why) => {
                        self.notice = Some(Notice::CodeRefused(why));
                        self.route = self.entry_route();
                        None
                    }
                }
            }
            Route::Scan(id) => {
                let found = self.earlier_scan(id).cloned();
                if found.is_none() && self.earlier_listed {
                    self.route = Route::Scans;
                }
                found
            }
            _ => None,
        };
    }

    /// The code of the scan whose result is shown; none before the content is there.
    pub(super) fn code(&self) -> Option<String> {
        Some(write(self.seen(), self.start.ready()?, self.library.ready()?))
    }

    /// The link that shows this result to somebody else.
    pub(super) fn link(&self) -> Option<String> {
        Some([&self.address, CODE_FRAGMENT, &self.code()?].concat())
    }

    /// Keeps the result that is looked at among the earlier scans, unless it is here already.
    pub(super) fn keep_reading(&mut self) -> Vec<Effect> {
        let (Some(mut record), Some(start), Some(library)) =
            (self.reading.clone(), self.start.ready(), self.library.ready())
        else {
            return Vec::new();
        };
        let code = write(&record, start, library);
        let is_same = |other: &Record| write(other, start, library) == code;
        let is_here = is_same(&self.record) || self.earlier.iter().filter_map(Earlier::scan).any(is_same);
        if is_here {
            self.notice = Some(Notice::AlreadyHere);
            return Vec::new();
        }
        self.notice = Some(Notice::KeptHere);
        record.stamp.id = self.free_id(record.stamp.id);
        let mut effects = vec![self.put_aside(record)];
        effects.extend(self.push_route(Route::Scans));
        effects
    }
}

/// A record as the text that is stored.
pub(super) fn stored_text(record: &Record) -> String {
    Value::Object(record_write::write(record)).to_string()
}
