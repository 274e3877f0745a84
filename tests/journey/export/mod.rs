//! Exports: files, clipboard and paper.

mod copying;
mod csv;
mod csv_format;
mod json;
mod printing;
mod svg;
mod svg_download;
mod text;
