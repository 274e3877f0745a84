//! What a visitor goes through: messages in, pages and effects out, with a pretended browser (`support/visitor.rs`)
//! and the real content.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop where its own material is wrong")]

#[path = "../support/mod.rs"]
mod support;

mod ambition;
mod answer_kinds;
mod back;
mod comparing;
mod computed;
mod configured;
mod copying;
mod csv;
mod drawings;
mod early;
mod erasing;
mod export;
mod guide;
mod history;
mod history_storage;
mod import;
mod language;
mod library;
mod loading;
mod modules;
mod modules_loading;
mod notices;
mod other_tab;
mod pictures;
mod plain_text;
mod principles;
mod printing;
mod qr;
mod reflection;
mod release;
mod result;
mod returning;
mod saving;
mod scope;
mod screens;
mod shared;
mod shared_codes;
mod sharing;
mod sources;
mod stars;
mod statements;
mod summary;
mod taking_up;
mod themes;
mod undo;
mod what_if;
mod whole_scan;
