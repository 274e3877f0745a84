//! The parts of screens: what several screens have in common, and the sections of the result.

pub(crate) mod builder;
mod exports;
mod picture;
mod report;
mod tips;
mod why;
