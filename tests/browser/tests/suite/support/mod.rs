//! Shared by several tests.

pub(crate) mod decode;
pub(crate) mod focus;
pub(crate) mod notices;
pub(crate) mod sample;
pub(crate) mod tour;
mod tour_outside;
