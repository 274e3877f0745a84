//! The state machine: `update(msg) -> effects` is the only thing that changes state.
//!
//! Pure: knows no browser, no clock and no chance. The shell hands in [`Flags`] once and a [`Msg`] for
//! everything that happens; it gets back [`Effect`]s to carry out and a [`View`](view::View) to paint.

mod config;
mod effect;
pub(crate) mod evaluation;
mod flags;
mod model;
mod msg;
mod notice;
mod route;
mod tip_selection;
mod update;
pub mod view;

pub use config::{BLOCK, Config};
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
pub use update::early::EarlyInput;
pub use update::viewing::SHARE_FRAGMENT_PREFIX;
