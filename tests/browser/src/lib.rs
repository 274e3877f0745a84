//! A visitor made of code: opens the built product in a real browser, clicks, types, looks, and tells what it sees.
//!
//! The tests in `tests/suite` read as scripts for this visitor. Every verb waits until what it needs is there, up to
//! [`DEADLINE`]; no verb waits for a fixed time and none tries again after a failure. A verb that fails panics at the
//! line of the test.
//!
//! - [`wishes`]: the browser that a visitor comes with: size, language, dark, without storage, …
//! - [`visitor`]: going to pages; `end`: the check at the end of every visit.
//! - `hands` (mouse, touch, keyboard, files) and `eyes` (what the page says): the other verbs of the visitor.
//! - `frames`: the page of another site around the product.
//! - [`axe`]: the accessibility check.
//! - [`bundle`]: the product as it was built: its files and its words.
//! - [`gallery`]: every screen in every state, without the program.
//! - [`release`]: the release after it, and putting one in the place of another.
//! - [`engine`]: the browsers, and everything in which they differ.
//! - [`nginx`]: the web server of others, with the configuration from the archive.
//! - `session`: browsers that serve one visitor after the other; `slot`: how many are busy at a time.
//! - [`report`]: the engines that a test needs, and how long it took.
//! - [`ports`]: servers, each with an origin that was never used before.
//! - `recorder`: console and requests where the browser keeps no log of them.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::missing_panics_doc,
    reason = "a test helper ends the test where something is not as it must be"
)]

pub mod axe;
pub mod bundle;
mod chromium;
mod copy;
mod driver;
mod end;
pub mod engine;
mod eyes;
mod firefox;
mod frames;
pub mod gallery;
mod hands;
pub mod host;
mod log;
pub mod nginx;
mod patience;
mod pointer;
pub mod ports;
mod recorder;
pub mod release;
pub mod report;
mod session;
mod slot;
pub mod visitor;
mod webkit;
pub mod wishes;

pub use eyes::Marks;
pub use hands::{Key, Tab};
pub use pointer::Pointer;
pub use visitor::Visitor;
pub use wishes::{Wishes, laptop, phone};

use std::time::Duration;

/// How long a verb waits for what it needs.
pub const DEADLINE: Duration = Duration::from_secs(10);
