//! Storage that is blocked, full or holds unreadable data.

pub(crate) mod blocked;
mod cleared;
mod full;
mod other_set;
mod unreadable;
