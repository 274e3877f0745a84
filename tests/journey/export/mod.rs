//! What a visitor takes along: files, clipboard and paper.

mod copying;
mod csv;
mod json;
mod printing;
mod svg;
mod text;
