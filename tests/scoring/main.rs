//! The rules of docs/product.md#scoring against sums worked out by hand, and against all that chance thinks of.
//!
//! Question sets are written as one line, see `support/sheet.rs`: a word per dimension, a character per statement.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop where its own material is wrong")]

#[path = "../support/mod.rs"]
mod support;

mod coverage;
mod order;
mod phase;
mod pick;
mod position;
mod properties;
mod scope;
mod values;
mod why_not_higher;
