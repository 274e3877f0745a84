//! The state machine: `update(msg) -> effects` is the only thing that changes state.
//!
//! Pure: knows no browser, no clock and no chance. The shell hands in [`Flags`] once and a [`Msg`] for
//! everything that happens; it gets back [`Effect`]s to carry out and a [`View`](view::View) to paint.

mod answering;
mod archive;
mod config;
mod early;
mod effect;
pub(crate) mod evaluation;
mod flags;
mod host;
mod loading;
mod model;
mod msg;
mod navigation;
mod notice;
mod route;
mod sharing;
mod tip_selection;
mod update;
pub mod view;
mod viewing;

pub use config::{BLOCK, Config};
pub use early::EarlyInput;
pub use effect::Effect;
pub use evaluation::Evaluation;
pub use flags::{Flags, StorageScope, Stored};
pub use model::{Model, RemoteData, SaveStatus, UnsavedReason};
pub use msg::{
    ClipboardContent, CopyFailed, ExportFailed, FetchFailed, Msg, Picture, PictureForm, PrintFailed,
    ReadFailed, SaveFailed,
};
pub use notice::{Ask, Notice};
pub use route::{Route, Section};
pub use viewing::SHARE_FRAGMENT_PREFIX;
