//! The state machine: `update(msg) -> effects` is the only thing that changes state.
//!
//! Pure: knows no browser, no clock and no chance. The shell hands in [`Flags`] once and a [`Msg`] for
//! everything that happens; it gets back [`Effect`]s to carry out and a [`View`](view::View) to paint.

mod effect;
mod export;
mod model;
mod msg;
mod place;
mod record;
mod record_form;
mod update;
pub mod view;

pub use effect::{Effect, File};
pub use export::exported;
pub use model::{Ask, Findings, Flags, Keeping, Load, Model, NotKept, Notice, Saving, Stored};
pub use msg::{ExportFailed, FetchFailed, Msg, ReadFailed, SaveFailed};
pub use place::Place;
pub use record::{Record, Stamp, Unknown};
pub use record_form::{FORMAT, Unreadable, VERSION, read as read_record, write as write_record};
