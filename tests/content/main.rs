//! The real content: complete in every language, true to the domain, plainly worded; and the reader, which names
//! every error in a content file with its path.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop where its own material is wrong")]

#[path = "../support/mod.rs"]
mod support;

mod completeness;
mod domain;
mod domain_ids;
mod errors;
mod errors_in_modules;
mod errors_in_rules;
mod errors_in_sources;
mod languages;
mod modules;
mod relations;
mod wording;
