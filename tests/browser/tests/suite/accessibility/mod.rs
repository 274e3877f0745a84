//! Accessibility: axe-core, zoom, text spacing, target size, motion, narrow screens, large fonts and right-to-left text.

mod every_screen;
mod large_font;
mod long_words;
pub(crate) mod narrow;
mod reduced_motion;
mod right_to_left;
mod target_size;
mod text_spacing;
mod translated;
mod zoom;
