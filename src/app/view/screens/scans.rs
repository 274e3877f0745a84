//! The scans on this device: name, view, resume, copy or remove them.

use crate::app::view::block::{Block, ButtonLayout, ButtonStyle, Field, FieldId, Region, Role, TextStyle};
use crate::app::view::{Screen, ViewContext};
use crate::app::{Msg, Route};
use crate::content::{Arg, MessageKey};
use crate::json::Text;
use crate::record::Record;

impl<'a> ViewContext<'a> {
    /// The page with every scan on this device, newest first.
    pub(crate) fn scans_screen(&'a self) -> Screen<'a> {
        let name = self.message(MessageKey::HistoryTitle);
        let mut page = self.build();
        page.back();
        page.title(name.clone());
        page.message(TextStyle::Lead, MessageKey::HistoryIntro);
        let scans = self.model.scans();
        let mut items: Vec<Region> = scans.iter().rev().map(|scan| self.scan_row(scan)).collect();
        items.extend(self.unreadable_rows());
        if items.is_empty() {
            page.message(TextStyle::Body, MessageKey::HistoryNone);
        }
        page.list(Role::Scans, items);
        if scans.len() > 1 {
            let compare = self.action("compare", MessageKey::ToCompare, Msg::Navigate(Route::Compare));
            page.button(ButtonLayout::Stacked, ButtonStyle::Secondary, compare);
        }
        Screen { name, page }
    }

    fn scan_row(&'a self, scan: &Record) -> Region {
        let id = &scan.stamp.id;
        let is_present = *id == self.model.record.stamp.id;
        let mut row = self.build();
        let title = self.scan_label(scan);
        row.add(Block::Heading(2, title.clone()));
        if is_present {
            row.message(TextStyle::Strong, MessageKey::HistoryPresent);
        }
        match scan.assess(&self.start.set).outcome {
            Ok(outcome) => {
                let values = [
                    ("n", Arg::Number(usize::from(outcome.phase.number()))),
                    ("score", Arg::Number(outcome.score as usize)),
                ];
                row.formatted(TextStyle::Body, MessageKey::ScanResult, &values);
            }
            Err(_) => row.message(TextStyle::Body, MessageKey::ScanNoResult),
        }
        row.paragraph(TextStyle::Hint, self.scope_text(scan));
        row.field(self.name_field(scan));
        let mut button = |name, message, msg| {
            let action = self.action(name, message, msg).about(title.clone());
            row.button(ButtonLayout::Inline, ButtonStyle::Secondary, action);
        };
        let route = if is_present { Route::Result } else { Route::Scan(id.clone()) };
        button("look-at", MessageKey::LookAt, Msg::Navigate(route));
        if !is_present {
            button("take-up", MessageKey::TakeUp, Msg::ScanResumed(id.clone()));
        }
        button("copy-scan", MessageKey::CopyScan, Msg::ScanCopied(id.clone()));
        button("remove-scan", MessageKey::RemoveScan, Msg::ScanRemoved(id.clone()));
        row.into_region(Role::Scan, id, vec![("data-scan", id.clone())])
    }

    /// Scans that this version cannot read: they stay untouched until they are removed.
    fn unreadable_rows(&'a self) -> impl Iterator<Item = Region> {
        let unreadable = self.model.archive.scans.iter().filter(|archived| archived.record.is_err());
        unreadable.map(|archived| {
            let mut row = self.build();
            let is_of_other_set = archived.is_of_other_set();
            let why =
                if is_of_other_set { MessageKey::HistoryOtherSet } else { MessageKey::HistoryUnreadable };
            row.message(TextStyle::Body, why);
            for (name, message, msg) in [
                ("download-scan", MessageKey::DownloadScan, Msg::ScanDownloaded(archived.id.clone())),
                ("remove-scan", MessageKey::RemoveScan, Msg::ScanRemoved(archived.id.clone())),
            ] {
                let action = self.action(name, message, msg).about(self.message(why));
                row.button(ButtonLayout::Inline, ButtonStyle::Secondary, action);
            }
            row.into_region(Role::Scan, &archived.id, vec![("data-scan", archived.id.clone())])
        })
    }

    /// The name of a scan with its date; the date alone if it has no name.
    pub(crate) fn scan_name(&self, scan: &Record) -> Text {
        let date = self.date(&scan.stamp.started_at);
        match (scan.name.is_empty(), date.is_empty()) {
            (true, true) => self.message(MessageKey::ScanWithoutDate),
            (true, false) => self.format(MessageKey::ScanOf, &[("date", Arg::Text(&date))]),
            (false, true) => scan.name.clone(),
            (false, false) => [&*scan.name, " · ", &*date].concat().into(),
        }
    }

    /// Which statements a scan asked, and from which role it was answered.
    pub(crate) fn scope_text(&self, scan: &Record) -> Text {
        let set = self.message(match scan.scope.length {
            crate::domain::ScanLength::Quick => MessageKey::SetQuick,
            crate::domain::ScanLength::Full => MessageKey::SetFull,
        });
        let role = self.start.roles.iter().find(|role| Some(&role.id) == scan.scope.role.as_ref());
        match role {
            Some(role) => [&*set, " · ", &*role.name].concat().into(),
            None => set,
        }
    }

    /// The field for the name of a scan.
    pub(crate) fn name_field(&self, scan: &Record) -> Field {
        let id = FieldId::ScanName(scan.stamp.id.clone());
        let field = Field::short(id, self.message(MessageKey::ScanName), scan.name.clone());
        field.hint(self.message(MessageKey::ScanNameHint))
    }

    /// The name of a scan, with a number where an older one has the same name.
    pub(crate) fn scan_label(&self, scan: &Record) -> Text {
        let name = self.scan_name(scan);
        let scans = self.model.scans();
        let older = scans.iter().take_while(|other| other.stamp.id != scan.stamp.id);
        let same = older.filter(|other| self.scan_name(other) == name).count();
        if same == 0 {
            return name;
        }
        [&*name, " (", &(same + 1).to_string(), ")"].concat().into()
    }
}
