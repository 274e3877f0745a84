//! Measurements compared: two beside each other, and all of them over time.

use crate::app::Msg;
use crate::app::view::block::{
    Block, MarkShape, Plot, PlotKind, PlotLine, Radio, Radios, Role, TableRow, TextStyle,
};
use crate::app::view::parts::builder::Builder;
use crate::app::view::{Screen, ViewContext};
use crate::content::{Arg, MessageKey};
use crate::domain::{Evaluation, Mean};
use crate::json::Text;
use crate::record::Record;

/// From so many measurements on there is a course to see.
const TREND_FROM: usize = 3;

impl<'a> ViewContext<'a> {
    /// Two measurements beside each other, and all of them over time.
    pub(crate) fn compare_screen(&'a self) -> Screen<'a> {
        let name = self.message(MessageKey::CompareTitle);
        let mut page = self.build();
        page.back();
        page.title(name.clone());
        let measured: Vec<(&Record, Evaluation)> = self
            .model
            .scans()
            .into_iter()
            .map(|scan| (scan, scan.evaluate(&self.start.set)))
            .filter(|(_, evaluation)| evaluation.assessment.outcome.is_ok())
            .collect();
        if measured.len() < 2 {
            page.message(TextStyle::Lead, MessageKey::CompareNeed);
            return Screen { name, page };
        }
        page.message(TextStyle::Lead, MessageKey::CompareIntro);
        let last = measured.len() - 1;
        let place = |second: bool| {
            let chosen = self.model.interaction.compared[usize::from(second)].as_ref();
            let found = chosen.and_then(|id| measured.iter().position(|(scan, _)| scan.stamp.id == *id));
            found.unwrap_or(if second { last } else { last - 1 })
        };
        let (first, second) = (place(false), place(true));
        for (is_second, message, chosen) in
            [(false, MessageKey::CompareFirst, first), (true, MessageKey::CompareSecond, second)]
        {
            let options = measured.iter().enumerate().map(|(at, (scan, _))| {
                let id = scan.stamp.id.clone();
                let msg = Msg::CompareChosen { second: is_second, id: id.clone() };
                Radio::new(id, self.scan_label(scan), at == chosen, msg)
            });
            let name = if is_second { "compare-second" } else { "compare-first" };
            let radios = Radios::small(name.into(), self.message(message), options.collect());
            page.radios(radios.heading(2));
        }
        if let (Some(first), Some(second)) = (measured.get(first), measured.get(second)) {
            if first.0.scope != second.0.scope {
                page.message(TextStyle::Strong, MessageKey::CompareScopes);
            }
            self.differences(&mut page, &first.1, &second.1);
        }
        if measured.len() >= TREND_FROM {
            self.trend(&mut page, &measured);
        }
        Screen { name, page }
    }

    fn differences(&'a self, page: &mut Builder<'a>, first: &Evaluation, second: &Evaluation) {
        let mut inside = self.build();
        let label = self.message(MessageKey::DimensionsTitle);
        inside.heading(MessageKey::Difference);
        let mut lines = Vec::new();
        let heads = [MessageKey::Dimension, MessageKey::Before, MessageKey::Now, MessageKey::Difference];
        let mut table = self.seen_table("compare", label.clone(), &heads);
        if let (Ok(before), Ok(now)) = (&first.assessment.outcome, &second.assessment.outcome) {
            let number = |number: u32| Text::from(number.to_string());
            let scores = (MessageKey::Score, before.score, now.score);
            let phases = (MessageKey::Phase, u32::from(before.phase.number()), u32::from(now.phase.number()));
            for (message, before, now) in [phases, scores] {
                let change = change(i64::from(now) - i64::from(before), number);
                let cells = vec![self.message(message), number(before), number(now), change];
                table.rows.push(TableRow { data_attrs: Vec::new(), cells });
            }
        }
        let states = first.assessment.dimensions.iter().zip(&second.assessment.dimensions);
        let ids = self.start.set.dimensions().iter().zip(&self.start.dimensions);
        for ((dimension, text), (before, now)) in ids.zip(states) {
            let before = before.value().map(Mean::hundredths);
            let now = now.value().map(Mean::hundredths);
            let value_text = |value: Option<u32>| {
                value.map_or_else(|| self.message(MessageKey::NoValue), |value| self.number(value, 2))
            };
            let difference = before.zip(now).map(|(before, now)| i64::from(now) - i64::from(before));
            let description = difference.map_or_else(
                || self.message(MessageKey::NoValue),
                |difference| change(difference, |by| self.number(by, 2)),
            );
            let cells = vec![text.name.clone(), value_text(before), value_text(now), description.clone()];
            let data_attrs = vec![("data-compared", dimension.id.as_str().into())];
            table.rows.push(TableRow { data_attrs, cells });
            let marks = before.map(|before| (MarkShape::Before, before)).into_iter();
            let marks = marks.chain(now.map(|now| (MarkShape::Now, now))).collect();
            lines.push(PlotLine::over_phases(text.name.clone(), marks, description));
        }
        let ends = Some(self.phase_ends());
        inside.add(Block::Plot(Plot { kind: PlotKind::Comparison, label, ends, lines }));
        let legend =
            [(MarkShape::Before, MessageKey::CompareFirst), (MarkShape::Now, MessageKey::CompareSecond)];
        inside.add(Block::Legend(legend.map(|(shape, message)| (shape, self.message(message))).to_vec()));
        inside.add(Block::Table(table));
        page.region(Role::Card, "differences", vec![("data-differences", Text::default())], inside);
    }

    /// A small line per dimension, from the oldest measurement to the newest.
    fn trend(&'a self, page: &mut Builder<'a>, measured: &[(&Record, Evaluation)]) {
        let mut inside = self.build();
        let label = self.format(MessageKey::TrendTitle, &[("n", Arg::Number(measured.len()))]);
        inside.add(Block::Heading(2, label.clone()));
        inside.message(TextStyle::Hint, MessageKey::TrendIntro);
        let mut lines = Vec::new();
        let mut table = self.table("trend", label.clone(), &[MessageKey::Dimension]);
        table.heads.extend(measured.iter().map(|(scan, _)| self.scan_label(scan)));
        for (at, text) in self.start.dimensions.iter().enumerate() {
            let trend: Vec<Option<u32>> =
                measured.iter().map(|(_, evaluation)| evaluation.value_at(at)).collect();
            let value_text = |value: &Option<u32>| {
                value.map_or_else(|| self.message(MessageKey::NoValue), |value| self.number(value, 1))
            };
            let values: Vec<Text> = trend.iter().map(value_text).collect();
            let description = values.join(" · ").into();
            let name = text.name.clone();
            let cells = [name.clone()].into_iter().chain(values).collect();
            table.rows.push(TableRow { data_attrs: Vec::new(), cells });
            lines.push(PlotLine { trend, ..PlotLine::over_phases(name, Vec::new(), description) });
        }
        let plot = Block::Plot(Plot { kind: PlotKind::Trend, label, ends: None, lines });
        self.picture(&mut inside, plot, Vec::new(), table);
        page.region(Role::Card, "trend", vec![("data-trend", Text::default())], inside);
    }
}

/// A difference with its sign; a true minus, so that it is read out as one.
fn change(by: i64, value_text: impl Fn(u32) -> Text) -> Text {
    let sign = match by {
        0 => "",
        1.. => "+",
        _ => "−",
    };
    let size = u32::try_from(by.unsigned_abs()).unwrap_or(u32::MAX);
    [sign, &value_text(size)].concat().into()
}
