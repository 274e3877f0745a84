//! Journeys of a visitor: messages in, pages and effects out, with a pretended browser (`support/visitor.rs`)
//! and the real content.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop where its own material is wrong")]

#[path = "../support/mod.rs"]
mod support;

mod configured;
mod export;
mod host_messages;
mod navigation;
mod principles;
mod reflection;
mod result;
mod scans;
mod sharing;
mod statements;
