//! The state machine: `update(msg) -> effects` is the only thing that changes state.
//!
//! Pure: knows no browser, no clock and no chance. The shell hands in [`Flags`] once and a [`Msg`] for
//! everything that happens; it gets back [`Effect`]s to carry out and a [`View`](view::View) to paint.

mod advice;
mod code;
mod effect;
mod export;
mod findings;
mod loading;
mod model;
mod moving;
mod msg;
mod place;
mod record;
mod record_read;
mod record_write;
mod update;
pub mod view;

pub use code::{Undecodable, read as read_code, write as write_code};
pub use effect::{Effect, File};
pub use export::exported;
pub use findings::Findings;
pub use model::{Ask, Flags, Keeping, Load, Model, NotKept, Notice, Saving, Stored};
pub use msg::{ExportFailed, FetchFailed, Msg, ReadFailed, SaveFailed};
pub use place::Place;
pub use record::{Record, Stamp, ThemeWork, Unknown};
pub use record_read::{FORMAT, Unreadable, VERSION, read as read_record};
pub use record_write::write as write_record;
pub use view::{csv_file, plain_text};
