//! The files and texts that a visitor can take along: JSON, CSV, plain text and SVG.

mod csv;
mod json;
mod svg;
mod table;
mod text;

pub use json::json;
pub(crate) use svg::outline;

use crate::record::Record;

/// The name of a file about a scan: what it shows, the day the scan began and the extension.
pub(crate) fn file_name(record: &Record, subject: &str, extension: &str) -> String {
    let day: String = record.stamp.started_at.chars().take(10).collect();
    let between = if day.is_empty() { "" } else { "-" };
    ["flexkompas", subject, between, &day, extension].concat()
}

/// The pictures of a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Picture {
    /// The spectrum with position, band and ambition.
    Spectrum,
    /// The dimensions, now and ambition.
    Profile,
    /// The principles, now and desired.
    Principles,
}

/// A file to download.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Download {
    /// Its name.
    pub name: String,
    /// Its media type.
    pub media_type: &'static str,
    /// Its text.
    pub text: String,
}

/// An SVG image.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SvgImage {
    /// The file name without extension.
    pub name: String,
    /// The self-contained SVG document.
    pub svg: String,
    /// Its size in CSS pixels.
    pub size: (u32, u32),
}
