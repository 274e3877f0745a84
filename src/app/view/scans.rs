//! The scans on this device: to name, look at, take up, copy, remove, and to compare.

use super::block::{
    Action, Block, Field, FieldOf, Look, MarkShape, Plot, PlotLine, Radio, RadioLook, Radios, Region,
    RegionKind, Row, TableRow, Weight,
};
use super::builder::Builder;
use super::{Screen, Source};
use crate::app::{Findings, Msg, Place, Record};
use crate::content::{Fill, Word};
use crate::domain::Mean;
use crate::json::Text;

/// From so many measurements on there is a course to see.
const TREND_FROM: usize = 3;

impl<'a> Source<'a> {
    /// The page with every scan on this device, newest first.
    pub(super) fn history_screen(&'a self) -> Screen<'a> {
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
            let compare = self.action("compare", Word::ToCompare, Msg::WentTo(Place::Compare));
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
        let place = if is_present { Place::Result } else { Place::Earlier(id.clone()) };
        button("look-at", Word::LookAt, Msg::WentTo(place));
        if !is_present {
            button("take-up", Word::TakeUp, Msg::ScanTaken(id.clone()));
        }
        button("copy-scan", Word::CopyScan, Msg::ScanCopied(id.clone()));
        button("remove-scan", Word::RemoveScan, Msg::ScanRemoved(id.clone()));
        row.into_region(RegionKind::Scan, id, vec![("data-scan", id.clone())])
    }

    /// Scans that this version cannot read: they are left alone until somebody removes them.
    fn unreadable_rows(&'a self) -> impl Iterator<Item = Region> {
        let unreadable = self.model.earlier.iter().filter(|earlier| earlier.record.is_err());
        unreadable.map(|earlier| {
            let mut row = self.build();
            row.word(Look::Plain, Word::HistoryUnreadable);
            let msg = Msg::ScanRemoved(earlier.id.clone());
            row.button(Row::Beside, Weight::Secondary, self.action("remove-scan", Word::RemoveScan, msg));
            row.into_region(RegionKind::Scan, &earlier.id, vec![("data-scan", earlier.id.clone())])
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

    /// Two measurements beside each other, and all of them over time.
    pub(super) fn compare_screen(&'a self) -> Screen<'a> {
        let name = self.word(Word::CompareTitle);
        let mut page = self.build();
        page.back();
        page.title(name.clone());
        let measured: Vec<(&Record, Findings)> = self
            .model
            .scans()
            .into_iter()
            .filter_map(|scan| Some((scan, self.model.findings_of(scan)?)))
            .filter(|(_, findings)| findings.assessment.outcome.is_ok())
            .collect();
        if measured.len() < 2 {
            page.word(Look::Lead, Word::CompareNeed);
            return Screen { name, page };
        }
        page.word(Look::Lead, Word::CompareIntro);
        let last = measured.len() - 1;
        let place = |second: bool| {
            let chosen = self.model.compared[usize::from(second)].as_ref();
            let found = chosen.and_then(|id| measured.iter().position(|(scan, _)| scan.stamp.id == *id));
            found.unwrap_or(if second { last } else { last - 1 })
        };
        let (first, second) = (place(false), place(true));
        for (is_second, word, chosen) in
            [(false, Word::CompareFirst, first), (true, Word::CompareSecond, second)]
        {
            let options = measured.iter().enumerate().map(|(at, (scan, _))| Radio {
                value: scan.stamp.id.clone(),
                label: self.scan_label(scan),
                checked: at == chosen,
                quiet: false,
                msg: Msg::CompareChosen { second: is_second, id: scan.stamp.id.clone() },
            });
            page.add(Block::Radios(Radios {
                look: RadioLook::Small,
                multiple: false,
                name: if is_second { "compare-second" } else { "compare-first" }.into(),
                kicker: None,
                legend: self.word(word),
                level: 2,
                hint: None,
                options: options.collect(),
            }));
        }
        if let (Some(first), Some(second)) = (measured.get(first), measured.get(second)) {
            if first.0.scope != second.0.scope {
                page.word(Look::Strong, Word::CompareScopes);
            }
            self.differences(&mut page, &first.1, &second.1);
        }
        if measured.len() >= TREND_FROM {
            self.trend(&mut page, &measured);
        }
        Screen { name, page }
    }

    /// The name of a scan, with a number where an older one has the same name.
    fn scan_label(&self, scan: &Record) -> Text {
        let name = self.scan_name(scan);
        let scans = self.model.scans();
        let older = scans.iter().take_while(|other| other.stamp.id != scan.stamp.id);
        let same = older.filter(|other| self.scan_name(other) == name).count();
        if same == 0 {
            return name;
        }
        [&*name, " (", &(same + 1).to_string(), ")"].concat().into()
    }

    fn differences(&'a self, page: &mut Builder<'a>, first: &Findings, second: &Findings) {
        let mut inside = self.build();
        let label = self.word(Word::DimensionsTitle);
        inside.heading(Word::Difference);
        let mut lines = Vec::new();
        let heads = [Word::Dimension, Word::Before, Word::Now, Word::Difference];
        let mut table = self.seen_table("compare", label.clone(), &heads);
        if let (Ok(before), Ok(now)) = (&first.assessment.outcome, &second.assessment.outcome) {
            let number = |number: u32| Text::from(number.to_string());
            let scores = (Word::Score, before.score, now.score);
            let phases = (Word::Phase, u32::from(before.phase.number()), u32::from(now.phase.number()));
            for (word, before, now) in [phases, scores] {
                let change = change(i64::from(now) - i64::from(before), number);
                let cells = vec![self.word(word), number(before), number(now), change];
                table.rows.push(TableRow { hooks: Vec::new(), cells });
            }
        }
        let states = first.assessment.dimensions.iter().zip(&second.assessment.dimensions);
        let ids = self.start.set.dimensions().iter().zip(&self.start.dimensions);
        for ((dimension, text), (before, now)) in ids.zip(states) {
            let before = before.value().map(Mean::hundredths);
            let now = now.value().map(Mean::hundredths);
            let in_words = |value: Option<u32>| {
                value.map_or_else(|| self.word(Word::NoValue), |value| self.number(value, 2))
            };
            let difference = before.zip(now).map(|(before, now)| i64::from(now) - i64::from(before));
            let words = difference.map_or_else(
                || self.word(Word::NoValue),
                |difference| change(difference, |by| self.number(by, 2)),
            );
            let cells = vec![text.name.clone(), in_words(before), in_words(now), words.clone()];
            let hooks = vec![("data-compared", dimension.id.as_str().into())];
            table.rows.push(TableRow { hooks, cells });
            let marks = before.map(|before| (MarkShape::Before, before)).into_iter();
            lines.push(PlotLine {
                name: text.name.clone(),
                ends: None,
                stops: 4,
                marks: marks.chain(now.map(|now| (MarkShape::Now, now))).collect(),
                words,
                trend: Vec::new(),
            });
        }
        inside.add(Block::Plot(Plot { key: "compare", label, ends: Some(self.phase_ends()), lines }));
        let keys = [(MarkShape::Before, Word::CompareFirst), (MarkShape::Now, Word::CompareSecond)];
        inside.add(Block::Keys(keys.map(|(shape, word)| (shape, self.word(word))).to_vec()));
        inside.add(Block::Table(table));
        page.region(RegionKind::Card, "differences", vec![("data-differences", Text::default())], inside);
    }

    /// A small line per dimension, from the oldest measurement to the newest.
    fn trend(&'a self, page: &mut Builder<'a>, measured: &[(&Record, Findings)]) {
        let mut inside = self.build();
        let label = self.fill(Word::TrendTitle, &[("n", Fill::Number(measured.len()))]);
        inside.add(Block::Heading(2, label.clone()));
        inside.word(Look::Hint, Word::TrendIntro);
        let lines = self.start.dimensions.iter().enumerate().map(|(at, text)| {
            let trend: Vec<Option<u32>> =
                measured.iter().map(|(_, findings)| findings.value_at(at)).collect();
            let mut words = String::new();
            for value in &trend {
                if !words.is_empty() {
                    words.push_str(" · ");
                }
                words
                    .push_str(&value.map_or_else(|| self.word(Word::NoValue), |value| self.number(value, 1)));
            }
            PlotLine {
                name: text.name.clone(),
                ends: None,
                stops: 4,
                marks: Vec::new(),
                words: words.into(),
                trend,
            }
        });
        let lines = lines.collect();
        inside.add(Block::Plot(Plot { key: "trend", label, ends: None, lines }));
        page.region(RegionKind::Card, "trend", vec![("data-trend", Text::default())], inside);
    }
}

/// A difference with its sign; a true minus, so that it is read out as one.
fn change(by: i64, in_words: impl Fn(u32) -> Text) -> Text {
    let sign = match by {
        0 => "",
        1.. => "+",
        _ => "−",
    };
    let size = u32::try_from(by.unsigned_abs()).unwrap_or(u32::MAX);
    [sign, &in_words(size)].concat().into()
}
