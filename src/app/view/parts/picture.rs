//! The pictures of a result as values, each with the table that says the same in numbers and words.

use crate::app::view::ViewContext;
use crate::app::view::block::{
    Block, ButtonLayout, ButtonStyle, MarkShape, Plot, PlotKind, PlotLine, Spectrum, Table, TableRow,
};
use crate::app::view::parts::builder::Builder;
use crate::app::{Evaluation, Msg};
use crate::content::{Arg, Library, MessageKey};
use crate::domain::{Mark, Mean, Outcome, Phase, Position};
use crate::export;
use crate::json::Text;

/// The width of a bar of one point of the score, in hundredths of the position.
const POINT: u32 = 3;

impl<'a> ViewContext<'a> {
    /// A picture with what its marks stand for, its table, and the button that shows the table.
    pub(crate) fn picture(
        &'a self,
        page: &mut Builder<'a>,
        picture: Block,
        legend: Vec<(MarkShape, Text)>,
        table: Table,
    ) {
        let (key, shown, of) = (table.key, table.shown, table.label.clone());
        page.add(picture);
        if !legend.is_empty() {
            page.add(Block::Legend(legend));
        }
        page.add(Block::Table(table));
        let toggle = self.action("show-table", MessageKey::ShowTable, Msg::TableToggled(key));
        page.button(ButtonLayout::Inline, ButtonStyle::Quiet, toggle.about(of).pressed(shown));
    }

    /// An empty table that is seen once somebody asks for it.
    pub(crate) fn table(&self, key: &'static str, label: Text, heads: &[MessageKey]) -> Table {
        let shown = self.model.tables.get(key).is_some();
        Table {
            key,
            label,
            shown,
            heads: heads.iter().map(|message| self.message(*message)).collect(),
            rows: Vec::new(),
        }
    }

    /// An empty table that is always seen.
    pub(crate) fn seen_table(&self, key: &'static str, label: Text, heads: &[MessageKey]) -> Table {
        Table { shown: true, ..self.table(key, label, heads) }
    }

    /// The spectrum with position, band and ambition.
    pub(crate) fn spectrum(&self, outcome: &Outcome) -> Spectrum {
        let position = outcome.position.hundredths();
        let (low, high) = outcome.band;
        let value = self.number(position, 2);
        let number = usize::from(outcome.phase.number());
        let label = [("value", Arg::Text(&value)), ("n", Arg::Number(number))];
        Spectrum {
            label: self.format(MessageKey::SpectrumLabel, &label),
            phases: Phase::ALL.map(|phase| self.start.phase(phase).name.clone()).to_vec(),
            phase: outcome.phase,
            position,
            band: (low != high).then_some((100 + POINT * low, 100 + POINT * high)),
            ambition: self.model.mean_ambition(),
        }
    }

    /// What the marks of the spectrum stand for.
    pub(crate) fn spectrum_legend(&self, spectrum: &Spectrum) -> Vec<(MarkShape, Text)> {
        let mut legend = vec![(MarkShape::Now, self.message(MessageKey::Now))];
        if spectrum.band.is_some() {
            legend.push((MarkShape::Band, self.message(MessageKey::Band)));
        }
        if spectrum.ambition.is_some() {
            legend.push((MarkShape::Ambition, self.message(MessageKey::Ambition)));
        }
        legend
    }

    /// The four phases with their bounds, and what lies in each.
    pub(crate) fn spectrum_table(&self, spectrum: &Spectrum) -> Table {
        let label = self.message(MessageKey::PictureSpectrum);
        let mut table =
            self.table("spectrum", label, &[MessageKey::Phase, MessageKey::Position, MessageKey::Here]);
        for phase in Phase::ALL {
            let from = if phase.index() == 0 { 100 } else { 25 * Position::lower_bound_quarters(phase) };
            let next = Phase::ALL.get(phase.index() + 1);
            let to = next.map_or(401, |next| 25 * Position::lower_bound_quarters(*next));
            let within = |value: &u32| (from..to).contains(value);
            let mut here = String::new();
            let mut add = |name: MessageKey, value: Text| {
                if !here.is_empty() {
                    here.push_str("; ");
                }
                here.push_str(&self.message(name));
                here.push(' ');
                here.push_str(&value);
            };
            if within(&spectrum.position) {
                add(MessageKey::Now, self.number(spectrum.position, 2));
            }
            if let Some(ambition) = spectrum.ambition.filter(within) {
                add(MessageKey::Ambition, self.number(ambition, 2));
            }
            let bounds = self.range(&self.number(from, 2), &self.number(to.min(400), 2));
            let cells = vec![self.phase_text(phase), bounds, here.into()];
            table.rows.push(TableRow { data_attrs: Vec::new(), cells });
        }
        table
    }

    fn range(&self, low: &str, high: &str) -> Text {
        self.format(MessageKey::Range, &[("low", Arg::Text(low)), ("high", Arg::Text(high))])
    }

    /// The two ends of a line over the phases.
    pub(crate) fn phase_ends(&self) -> [Text; 2] {
        let end = |at: usize| {
            let name = self.start.phases.get(at).map(|phase| phase.name.clone()).unwrap_or_default();
            Text::from([&(at + 1).to_string(), " ", &*name].concat())
        };
        [end(0), end(Phase::ALL.len() - 1)]
    }

    /// The dimensions: now, ambition and what lies between.
    pub(crate) fn profile(&self, evaluation: &Evaluation) -> Plot {
        let mut lines = Vec::new();
        for (text, state) in self.start.dimensions.iter().zip(&evaluation.assessment.dimensions) {
            let mut marks = Vec::new();
            let mut description = String::new();
            if let Some(value) = state.value().map(Mean::hundredths) {
                marks.push((MarkShape::Now, value));
                description.push_str(&self.number(value, 1));
            }
            if let Some(ambition) = state.ambition {
                marks.insert(0, (MarkShape::Ambition, 100 * u32::from(ambition.number())));
                description.push_str(" → ");
                description.push_str(&ambition.number().to_string());
            }
            if description.is_empty() {
                description.push_str(&self.message(MessageKey::NoValue));
            }
            lines.push(PlotLine::over_phases(text.name.clone(), marks, description.trim_start().into()));
        }
        let label = self.message(MessageKey::DimensionsTitle);
        Plot { kind: PlotKind::Profile, label, ends: Some(self.phase_ends()), lines }
    }

    /// What the marks of the profile stand for.
    pub(crate) fn profile_legend(&self) -> Vec<(MarkShape, Text)> {
        vec![
            (MarkShape::Now, self.message(MessageKey::Now)),
            (MarkShape::Ambition, self.message(MessageKey::Ambition)),
        ]
    }

    /// The dimensions in numbers, with their hooks (docs/product.md#stable-hooks).
    pub(crate) fn profile_table(&self, evaluation: &Evaluation) -> Table {
        let heads = [MessageKey::Dimension, MessageKey::Now, MessageKey::Ambition, MessageKey::Rated];
        let mut table = self.table("profile", self.message(MessageKey::DimensionsTitle), &heads);
        let none = || self.message(MessageKey::NoValue);
        let dimensions = self.start.set.dimensions().iter().zip(&self.start.dimensions);
        for ((dimension, text), state) in dimensions.zip(&evaluation.assessment.dimensions) {
            let value = state.value().map(Mean::hundredths);
            let ambition = state.ambition.map(|phase| Text::from(phase.number().to_string()));
            let mut data_attrs = vec![("data-dimension", dimension.id.as_str().into())];
            data_attrs.extend(value.map(|value| ("data-value", export::decimal(value))));
            data_attrs.extend(ambition.clone().map(|ambition| ("data-ambition", ambition)));
            let rated = [
                ("done", Arg::Number(state.rated as usize)),
                ("all", Arg::Number(state.applicable as usize)),
            ];
            let cells = vec![
                text.name.clone(),
                value.map_or_else(none, |value| self.number(value, 1)),
                ambition.unwrap_or_else(none),
                self.format(MessageKey::DoneOf, &rated),
            ];
            table.rows.push(TableRow { data_attrs, cells });
        }
        table
    }

    /// The principles that have a mark, each on its own line.
    pub(crate) fn principle_plot(&self, library: &Library) -> Plot {
        let mut lines = Vec::new();
        for principle in &library.principles {
            let marks = self.marks(&principle.id);
            let mut placed = Vec::new();
            let mut description = String::new();
            for (mark, shape, message) in [
                (Mark::Now, MarkShape::Now, MessageKey::Now),
                (Mark::Desired, MarkShape::Desired, MessageKey::Desired),
            ] {
                let Some(at) = crate::app::view::screens::principle::place_of(principle, marks.get(mark))
                else {
                    continue;
                };
                placed.insert(0, (shape, 100 * (u32::try_from(at).unwrap_or(0) + 1)));
                let between = if description.is_empty() { "" } else { " · " };
                for part in [between, &self.message(message), ": ", &principle.stops[at].name] {
                    description.push_str(part);
                }
            }
            if placed.is_empty() {
                continue;
            }
            lines.push(PlotLine {
                name: principle.name.clone(),
                ends: Some(principle.poles.each_ref().map(|pole| pole.name.clone())),
                stops: u32::try_from(principle.stops.len()).unwrap_or(2),
                marks: placed,
                description: description.into(),
                trend: Vec::new(),
            });
        }
        Plot {
            kind: PlotKind::Principles,
            label: self.message(MessageKey::PrinciplesTitle),
            ends: None,
            lines,
        }
    }

    /// What the marks of the principles stand for.
    pub(crate) fn principle_legend(&self) -> Vec<(MarkShape, Text)> {
        vec![
            (MarkShape::Now, self.message(MessageKey::Now)),
            (MarkShape::Desired, self.message(MessageKey::Desired)),
        ]
    }

    /// The marks of the principles in words.
    pub(crate) fn principle_table(&self, library: &Library) -> Table {
        let label = self.message(MessageKey::PrinciplesTitle);
        let mut table = self.table(
            "principles",
            label,
            &[MessageKey::PicturePrinciples, MessageKey::Now, MessageKey::Desired],
        );
        for principle in &library.principles {
            let marks = self.marks(&principle.id);
            let stop = |mark| {
                crate::app::view::screens::principle::stop_of(principle, marks.get(mark))
                    .map_or_else(|| self.message(MessageKey::NotPlaced), |stop| stop.name.clone())
            };
            let cells = vec![principle.name.clone(), stop(Mark::Now), stop(Mark::Desired)];
            table.rows.push(TableRow { data_attrs: Vec::new(), cells });
        }
        table
    }
}
