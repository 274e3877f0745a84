//! The real content: complete in every language, true to the domain, plainly worded; and the reader, which names
//! every mistake in a content file with its place.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop where its own material is wrong")]

#[path = "../support/mod.rs"]
mod support;

mod completeness;
mod domain;
mod domain_ids;
mod languages;
mod mistakes;
mod mistakes_in_modules;
mod mistakes_in_rules;
mod mistakes_in_sources;
mod modules;
mod relations;
mod wording;
