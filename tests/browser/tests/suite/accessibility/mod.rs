//! Accessibility: axe-core, zoom, text spacing, target size, motion and narrow screens.

mod axe;
mod long_words;
pub(crate) mod narrow;
mod one_language;
mod reduced_motion;
mod target_size;
mod text_spacing;
mod translated;
mod zoom;
