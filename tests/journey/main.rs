//! What a visitor goes through: messages in, pages and effects out, with a pretended browser (`support/visitor.rs`)
//! and the real content.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop where its own material is wrong")]

#[path = "../support/mod.rs"]
mod support;

mod ambition;
mod answer_kinds;
mod back;
mod computed;
mod csv;
mod early;
mod erasing;
mod export;
mod guide;
mod import;
mod language;
mod library;
mod loading;
mod modules;
mod modules_loading;
mod plain_text;
mod principles;
mod reflection;
mod result;
mod returning;
mod saving;
mod scope;
mod screens;
mod sources;
mod stars;
mod statements;
mod themes;
mod what_if;
mod whole_scan;
