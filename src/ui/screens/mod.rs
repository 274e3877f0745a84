//! One file per screen.

mod ambition;
mod overview;
mod principle;
mod reflection;
mod result;
mod start;
mod statement;

pub(super) use ambition::ambition_screen;
pub(super) use overview::overview_screen;
pub(super) use principle::principle_screen;
pub(super) use reflection::reflection_screen;
pub(super) use result::result_screen;
pub(super) use start::{resume_screen, start_screen};
pub(super) use statement::statement_screen;
