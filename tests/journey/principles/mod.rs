//! The principles: sliders, guide and themes.

mod guide;
mod sliders;
mod themes;
