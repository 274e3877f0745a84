//! Pictures as values: what they show, and where on a scale.

use crate::domain::Phase;
use crate::json::Text;

/// What a mark stands for; it has the same shape in every picture.
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
    /// What it shows, in words.
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

/// Marks on lines, one below the other; the numbers are in the [`Table`](super::Table) that goes with it.
#[derive(Clone, Debug, PartialEq)]
pub struct Plot {
    /// What is plotted.
    pub kind: PlotKind,
    /// What it shows, in words.
    pub label: Text,
    /// The two ends of every line, if they are the same for all.
    pub ends: Option<[Text; 2]>,
    /// The lines in order.
    pub lines: Vec<PlotLine>,
}

/// What a plot shows.
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
    /// What it is about.
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

/// A QR code.
#[derive(Clone, Debug, PartialEq)]
pub struct Qr {
    /// What it is, in words.
    pub label: Text,
    /// Its modules, row by row; true for dark.
    pub modules: Vec<Vec<bool>>,
}
