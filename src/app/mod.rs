//! The state machine: `update(msg) -> effects` is the only thing that changes state.
//!
//! Pure: knows no browser, no clock and no chance. The shell hands in [`Flags`] once and a [`Msg`] for
//! everything that happens; it gets back [`Effect`]s to carry out and a [`View`](view::View) to paint.

mod archive;
mod config;
mod early;
mod effect;
mod flags;
mod host_message;
mod model;
mod msg;
mod notice;
mod route;
mod shown;
mod update;
pub mod view;

pub use config::{BLOCK, Config, MAX_LINE, PATH_PUNCTUATION};
pub use early::EarlyInput;
pub use effect::Effect;
pub use flags::{Flags, StorageScope, Stored};
pub use host_message::HostMessage;
pub use model::{LoadFault, Model, RemoteData, SaveStatus, UnsavedReason};
pub use msg::{
    ClipboardContent, CopyFailed, ExportFailed, FetchFailed, Msg, PictureForm, PrintFailed, ReadFailed,
    SaveFailed,
};
pub use notice::{Ask, Notice};
pub use route::{Route, Section};
