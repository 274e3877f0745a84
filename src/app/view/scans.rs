//! The scans on this device: name, view, resume, copy or remove them.

use super::block::{Action, Block, Field, FieldOf, Look, Region, RegionKind, Row, Weight};
use super::{Screen, Source};
use crate::app::{Msg, Record, Route};
use crate::content::{Fill, Word};
use crate::json::Text;

impl<'a> Source<'a> {
    /// The page with every scan on this device, newest first.
    pub(super) fn scans_screen(&'a self) -> Screen<'a> {
        let name = self.word(Word::HistoryTitle);
        let mut page = self.build();
        page.back();
        page.title(name.clone());
        page.word(Look::Lead, Word::HistoryIntro);
        let scans = self.model.scans();
        let mut items: Vec<Region> = scans.iter().rev().map(|scan| self.scan_row(scan)).collect();
        items.extend(self.unreadable_rows());
        if items.is_empty() {
            page.word(Look::Plain, Word::HistoryNone);
        }
        page.list("scans", items);
        if scans.len() > 1 {
            let compare = self.action("compare", Word::ToCompare, Msg::Navigate(Route::Compare));
            page.button(Row::Stacked, Weight::Secondary, compare);
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
            row.word(Look::Strong, Word::HistoryPresent);
        }
        let findings = self.model.findings_of(scan);
        let outcome = findings.as_ref().and_then(|findings| findings.assessment.outcome.as_ref().ok());
        match outcome {
            Some(outcome) => {
                let values = [
                    ("n", Fill::Number(usize::from(outcome.phase.number()))),
                    ("score", Fill::Number(outcome.score as usize)),
                ];
                row.fill(Look::Plain, Word::ScanResult, &values);
            }
            None => row.word(Look::Plain, Word::ScanNoResult),
        }
        row.words(Look::Hint, self.scope_in_words(scan));
        row.add(Block::Field(self.name_field(scan)));
        let mut button = |name, word, msg| {
            let action = Action { of: Some(title.clone()), ..self.action(name, word, msg) };
            row.button(Row::Beside, Weight::Secondary, action);
        };
        let route = if is_present { Route::Result } else { Route::Scan(id.clone()) };
        button("look-at", Word::LookAt, Msg::Navigate(route));
        if !is_present {
            button("take-up", Word::TakeUp, Msg::ScanResumed(id.clone()));
        }
        button("copy-scan", Word::CopyScan, Msg::ScanCopied(id.clone()));
        button("remove-scan", Word::RemoveScan, Msg::ScanRemoved(id.clone()));
        row.into_region(RegionKind::Scan, id, vec![("data-scan", id.clone())])
    }

    /// Scans that this version cannot read: they stay untouched until they are removed.
    fn unreadable_rows(&'a self) -> impl Iterator<Item = Region> {
        let unreadable = self.model.archive.iter().filter(|archived| archived.record.is_err());
        unreadable.map(|archived| {
            let mut row = self.build();
            row.word(Look::Plain, Word::HistoryUnreadable);
            let msg = Msg::ScanRemoved(archived.id.clone());
            row.button(Row::Beside, Weight::Secondary, self.action("remove-scan", Word::RemoveScan, msg));
            row.into_region(RegionKind::Scan, &archived.id, vec![("data-scan", archived.id.clone())])
        })
    }

    /// The name somebody gave a scan, with its date; the date alone where there is no name.
    pub(super) fn scan_name(&self, scan: &Record) -> Text {
        let date = self.date(&scan.stamp.started_at);
        match (scan.name.is_empty(), date.is_empty()) {
            (true, true) => self.word(Word::ScanWithoutDate),
            (true, false) => self.fill(Word::ScanOf, &[("date", Fill::Text(&date))]),
            (false, true) => scan.name.clone(),
            (false, false) => [&*scan.name, " · ", &*date].concat().into(),
        }
    }

    /// Which statements a scan asked, and from which role it was answered.
    pub(super) fn scope_in_words(&self, scan: &Record) -> Text {
        let set = self.word(match scan.scope.set {
            crate::domain::Set::Quick => Word::SetQuick,
            crate::domain::Set::Full => Word::SetFull,
        });
        let role = self.start.roles.iter().find(|role| Some(&role.id) == scan.scope.role.as_ref());
        match role {
            Some(role) => [&*set, " · ", &*role.name].concat().into(),
            None => set,
        }
    }

    /// The field for the name of a scan.
    pub(super) fn name_field(&self, scan: &Record) -> Field {
        Field {
            of: FieldOf::ScanName(scan.stamp.id.clone()),
            label: self.word(Word::ScanName),
            kicker: None,
            label_hidden: false,
            hint: Some(self.word(Word::ScanNameHint)),
            value: scan.name.clone(),
            long: false,
        }
    }

    /// The name of a scan, with a number where an older one has the same name.
    pub(super) fn scan_label(&self, scan: &Record) -> Text {
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
