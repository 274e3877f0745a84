//! A report: a scan with everything it takes to put it into words. Screens and exports both speak through it.

mod figure;
mod modules;
mod principles;
mod tips;
mod wording;

pub use figure::{MarkShape, Plot, PlotKind, PlotLine, Spectrum};
pub(crate) use principles::{stop_index, stop_of};
pub(crate) use tips::{FIRST_DIMENSIONS, MAX_ANSWER_TIPS, MAX_PRINCIPLE_TIPS};
pub use wording::Definition;

use crate::content::{Arg, Library, MessageKey, Modules, Start};
use crate::domain::Evaluation;
use crate::json::Text;
use crate::record::Record;

/// A scan with the content it is about.
#[derive(Clone, Debug)]
pub struct Report<'a> {
    /// The scan.
    pub record: &'a Record,
    /// Statements, dimensions and texts.
    pub start: &'a Start,
    /// Questions, principles and tips, once loaded.
    pub library: Option<&'a Library>,
    /// The optional modules, once loaded.
    pub modules: Option<&'a Modules>,
    /// The name of the product, or the one that the site owner gave it.
    pub brand: Text,
}

impl Report<'_> {
    /// Evaluates the scan.
    pub fn evaluation(&self) -> Evaluation {
        self.record.evaluate(&self.start.set)
    }

    pub(crate) fn message(&self, message: MessageKey) -> Text {
        self.start.messages.get(message)
    }

    pub(crate) fn format(&self, message: MessageKey, values: &[(&str, Arg)]) -> Text {
        self.start.messages.format(message, values)
    }

    /// The day of a moment such as `2026-11-21T09:30:00Z` in words; empty where there is none.
    pub(crate) fn date(&self, moment: &str) -> Text {
        let day = moment.get(..10).unwrap_or_default();
        let mut parts = day.split('-').map(str::parse::<usize>);
        let (Some(Ok(year)), Some(Ok(month)), Some(Ok(day))) = (parts.next(), parts.next(), parts.next())
        else {
            return Text::default();
        };
        let months = self.message(MessageKey::Months);
        let Some(name) = month.checked_sub(1).and_then(|at| months.split('|').nth(at)) else {
            return Text::default();
        };
        let values = [("day", Arg::Number(day)), ("month", Arg::Text(name)), ("year", Arg::Number(year))];
        self.format(MessageKey::DateIs, &values)
    }

    /// Hundredths as a number in the language of the page: `2,4`, with as many decimals as say something.
    pub(crate) fn number(&self, hundredths: u32, decimals: usize) -> Text {
        let rounded = if decimals == 1 { (hundredths + 5) / 10 * 10 } else { hundredths };
        let digits = decimal(rounded);
        let digits = digits.get(..digits.len() + decimals - 2).unwrap_or_default();
        digits.replace('.', &self.message(MessageKey::DecimalSeparator)).into()
    }

    /// *Flexkompas · Team Noord · 21 november 2026*: the title of an export.
    pub(crate) fn title_line(&self) -> String {
        let mut title = String::from(&*self.brand);
        for part in [&self.record.name, &self.date(&self.record.stamp.started_at)] {
            if !part.is_empty() {
                title.push_str(" · ");
                title.push_str(part);
            }
        }
        title
    }
}

/// Hundredths as a number with two decimals and a point, for data: `250` becomes `2.50`.
pub(crate) fn decimal(hundredths: u32) -> Text {
    let (whole, rest) = (hundredths / 100, hundredths % 100);
    let zero = if rest < 10 { "0" } else { "" };
    [&whole.to_string(), ".", zero, &rest.to_string()].concat().into()
}
