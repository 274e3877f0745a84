//! The state machine: `update(msg) -> effects` is the only thing that changes state.
//!
//! Pure: knows no browser, no clock and no chance. The shell hands in [`Flags`] once and a [`Msg`] for
//! everything that happens; it gets back [`Effect`]s to carry out and a [`View`](view::View) to paint.

mod advice;
mod answering;
mod archive;
mod code;
mod config;
mod early;
mod effect;
mod export;
mod findings;
mod flags;
mod host;
mod loading;
mod model;
mod msg;
mod navigation;
mod notice;
mod record;
mod record_read;
mod record_write;
mod route;
mod take_along;
mod update;
pub mod view;
mod viewing;

pub use code::{Undecodable, read as read_code, write as write_code};
pub use config::{BLOCK, Config};
pub use early::Early;
pub use effect::{Drawing, Effect, File};
pub use export::exported;
pub use findings::Findings;
pub use flags::{Flags, Keeping, Stored};
pub use model::{Load, Model, NotKept, Saving};
pub use msg::{
    Copy, CopyFailed, ExportFailed, FetchFailed, Msg, Picture, PictureForm, PrintFailed, ReadFailed,
    SaveFailed,
};
pub use notice::{Ask, Notice};
pub use record::{Record, Stamp, ThemeWork, Unknown};
pub use record_read::{FORMAT, Unreadable, VERSION, read as read_record};
pub use record_write::write as write_record;
pub use route::{Route, Section};
pub use view::{csv_file, plain_text};
pub use viewing::SHARE_FRAGMENT_PREFIX;
