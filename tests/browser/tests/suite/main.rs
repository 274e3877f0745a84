//! Everything that is tested in a real browser. One program, so that all tests share their browsers.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop when something is not as expected")]

mod accessibility;
mod embed;
mod export;
mod harness;
mod input;
mod navigation;
mod offline;
mod scan;
mod server;
mod startup;
mod storage;
mod support;
mod visual;
