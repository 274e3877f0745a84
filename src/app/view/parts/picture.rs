//! The pictures of a result as values, each with the table that says the same in numbers and words.

use crate::app::Msg;
use crate::app::view::ViewContext;
use crate::app::view::block::{Block, ButtonLayout, ButtonStyle, MarkShape, Spectrum, Table, TableRow};
use crate::app::view::parts::builder::Builder;
use crate::content::{Arg, Library, MessageKey};
use crate::domain::{Evaluation, Mark, Mean, Phase, Position};
use crate::json::Text;
use crate::report::{decimal, stop_of};

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

    /// An empty table that is hidden until the visitor opens it.
    pub(crate) fn table(&self, key: &'static str, label: Text, heads: &[MessageKey]) -> Table {
        let shown = self.model.interaction.tables.get(key).is_some();
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
            data_attrs.extend(value.map(|value| ("data-value", decimal(value))));
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
                stop_of(principle, marks.get(mark))
                    .map_or_else(|| self.message(MessageKey::NotPlaced), |stop| stop.name.clone())
            };
            let cells = vec![principle.name.clone(), stop(Mark::Now), stop(Mark::Desired)];
            table.rows.push(TableRow { data_attrs: Vec::new(), cells });
        }
        table
    }
}
