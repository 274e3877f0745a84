//! Flexkompas: a self-assessment on flexible working that runs entirely in the browser.
//!
//! Where to start:
//! - [`domain`]: the rules, from questions and answers to the result.
//! - [`content`]: words and numbers as data, checked when they are read.
//! - [`record`]: everything entered in one scan, and its JSON form; [`share_code`]: its closed answers as a short text.
//! - [`report`]: a scan in words and figures; [`export`]: a report as a file or text to take along.
//! - [`app`]: the state machine. `update(msg) -> effects`, and the finished [`app::view::View`].
//! - `ui`: paints views with Yew; decides nothing.
//! - `platform`: the only part that touches the browser; turns every failure into a value.
//!
//! The first four know no browser and build without one. ARCHITECTURE.md draws the map.

pub mod app;
pub mod content;
pub mod domain;
pub mod export;
pub mod json;
#[cfg(feature = "screens")]
pub mod platform;
pub mod record;
pub mod report;
pub mod share_code;
#[cfg(feature = "screens")]
pub mod ui;
