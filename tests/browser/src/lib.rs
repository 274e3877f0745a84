//! Drives the built product in a real browser over WebDriver.
//!
//! The tests in `tests/suite` read as scripts for a [`Visitor`]. Every action waits until the elements it needs are on the
//! page, up to [`DEADLINE`]. No action sleeps for a fixed time, and none retries after a failure: an action that fails
//! panics at the line of the test.
//!
//! - [`options`]: the browser a visitor starts with: size, languages, theme, blocked storage.
//! - [`visitor`]: opening pages; `teardown`: the checks at the end of every visit.
//! - `actions` (mouse, keyboard, files), `pointer` (touch, drags) and `queries` (what the page shows): the other methods of
//!   the visitor, with `browser_actions` (theme, clipboard, printing, tabs) and `captures` (screenshots, storage).
//! - `service_worker`: the offline copy, releases and installability.
//! - `iframes`: a host page around the product.
//! - [`axe`]: the accessibility check.
//! - [`bundle`]: the files and texts of the built product.
//! - [`gallery`]: every screen in every state, without the program.
//! - [`release`]: a later release, and deploying one over another.
//! - [`engine`]: the browsers, and everything in which they differ.
//! - [`nginx`]: a real web server with the configuration from the archive.
//! - `session`: browsers that are reused by one visitor after another; `slot`: how many of them are busy at a time.
//! - [`report`]: the engines a test needs, and how long it took.
//! - [`ports`]: servers, each on an origin that was never used before.
//! - `recorder`: console and requests in browsers whose driver keeps no log of them.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::missing_panics_doc,
    reason = "a test helper ends the test when something is not as expected"
)]

mod actions;
pub mod axe;
mod browser_actions;
pub mod bundle;
mod captures;
mod chromium;
mod driver;
pub mod engine;
mod files;
mod firefox;
pub mod gallery;
pub mod host;
mod iframes;
mod log;
pub mod nginx;
pub mod options;
mod pointer;
pub mod ports;
mod queries;
mod recorder;
pub mod release;
pub mod report;
mod service_worker;
mod session;
mod slot;
mod teardown;
pub mod visitor;
mod waiting;
mod webkit;

pub use actions::Key;
pub use browser_actions::Tab;
pub use options::{SessionOptions, laptop, phone};
pub use pointer::Pointer;
pub use queries::Marks;
pub use visitor::Visitor;

use std::time::Duration;

/// How long an action waits for what it needs.
pub const DEADLINE: Duration = Duration::from_secs(10);
