//! Accessibility: axe-core, zoom, text spacing, target size, motion and narrow screens.

mod every_screen;
mod long_words;
pub(crate) mod narrow;
mod reduced_motion;
mod target_size;
mod text_spacing;
mod translated;
mod zoom;
