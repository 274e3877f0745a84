//! The figures of a result as values: the screen and the files draw the same ones.

use super::Report;
use super::principles::stop_index;
use crate::content::{Arg, Library, MessageKey};
use crate::domain::{Evaluation, Mark, Mean, Outcome, Phase};
use crate::json::Text;

/// The meaning of a mark; it has the same shape in every figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkShape {
    /// The value now: a filled circle.
    Now,
    /// The desired stop: a diamond.
    Desired,
    /// The ambition: a ring.
    Ambition,
    /// The band: a soft bar.
    Band,
    /// An earlier measurement: a hollow square.
    Before,
}

impl MarkShape {
    /// Its name in hooks and files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Now => "now",
            Self::Desired => "desired",
            Self::Ambition => "ambition",
            Self::Band => "band",
            Self::Before => "before",
        }
    }
}

/// The spectrum as one picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Spectrum {
    /// A description in words.
    pub label: Text,
    /// The four phases.
    pub phases: Vec<Text>,
    /// The phase reached.
    pub phase: Phase,
    /// The position in hundredths.
    pub position: u32,
    /// The band in hundredths of the position, when its ends differ.
    pub band: Option<(u32, u32)>,
    /// The mean ambition in hundredths.
    pub ambition: Option<u32>,
}

/// Marks on lines, one below the other; the numbers are in the table that goes with it.
#[derive(Clone, Debug, PartialEq)]
pub struct Plot {
    /// The kind of values.
    pub kind: PlotKind,
    /// A description in words.
    pub label: Text,
    /// The two ends of every line, if they are the same for all.
    pub ends: Option<[Text; 2]>,
    /// The lines in order.
    pub lines: Vec<PlotLine>,
}

/// The subject of a plot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlotKind {
    /// The dimensions of one scan.
    Profile,
    /// The marks of the principles, each line with ends of its own.
    Principles,
    /// Two scans compared.
    Comparison,
    /// Values over time.
    Trend,
}

/// A line of a plot.
#[derive(Clone, Debug, PartialEq)]
pub struct PlotLine {
    /// The subject of the line.
    pub name: Text,
    /// Its two ends, where each line has its own.
    pub ends: Option<[Text; 2]>,
    /// How many stops it has, at least two.
    pub stops: u32,
    /// The marks from back to front, in hundredths: the first stop is 100, the second 200.
    pub marks: Vec<(MarkShape, u32)>,
    /// The values of the marks as text.
    pub description: Text,
    /// Values over time in hundredths from 100 to 400, for a line instead of marks.
    pub trend: Vec<Option<u32>>,
}

impl PlotLine {
    /// A line over the four phases.
    pub fn over_phases(name: Text, marks: Vec<(MarkShape, u32)>, description: Text) -> Self {
        Self { name, ends: None, stops: 4, marks, description, trend: Vec::new() }
    }
}

/// The width of a bar of one point of the score, in hundredths of the position.
const POINT: u32 = 3;

impl Report<'_> {
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
            ambition: self.mean_ambition(),
        }
    }

    /// The legend of the spectrum.
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

    /// The legend of the profile.
    pub(crate) fn profile_legend(&self) -> Vec<(MarkShape, Text)> {
        vec![
            (MarkShape::Now, self.message(MessageKey::Now)),
            (MarkShape::Ambition, self.message(MessageKey::Ambition)),
        ]
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
                let Some(at) = stop_index(principle, marks.get(mark)) else {
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

    /// The legend of the principles.
    pub(crate) fn principle_legend(&self) -> Vec<(MarkShape, Text)> {
        vec![
            (MarkShape::Now, self.message(MessageKey::Now)),
            (MarkShape::Desired, self.message(MessageKey::Desired)),
        ]
    }

    /// The ambition over all dimensions that have one, in hundredths: for the spectrum picture.
    pub(crate) fn mean_ambition(&self) -> Option<u32> {
        let ambition = &self.record.ambition;
        let placed: u32 = ambition.iter().map(|(_, phase)| u32::from(phase.number())).sum();
        let count = u32::try_from(ambition.len()).ok().filter(|count| *count > 0)?;
        Some((200 * placed + count) / (2 * count))
    }
}
