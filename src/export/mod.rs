//! The files and texts that a visitor can take along: JSON, CSV, plain text and SVG.

mod csv;
mod json;
mod svg;
mod table;
mod text;

pub use csv::csv_file;
pub use json::exported;
pub(crate) use json::{decimal, file, file_name, result};
pub(crate) use svg::outline;
pub use text::plain_text;

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
