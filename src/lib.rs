//! Flexkompas: a self-assessment on flexible working that runs entirely in the browser.
//!
//! Where to start:
//! - [`domain`]: the rules. What is asked, what was answered, what follows from it.
//! - [`content`]: words and numbers as data, checked when they are read.
//! - [`app`]: the state machine. `update(msg) -> effects`, and the finished [`app::view::View`].
//! - `ui`: paints views with Yew; decides nothing.
//! - `platform`: the only part that touches the browser; turns every failure into a value.
//!
//! The first three know no browser and build without a single dependency. ARCHITECTURE.md draws the map.

pub mod app;
pub mod content;
pub mod domain;
pub mod json;
#[cfg(feature = "screens")]
pub mod platform;
#[cfg(feature = "screens")]
pub mod ui;
