//! The record of a scan as it is stored and exported: read back as written, never half understood, and never
//! poorer than it came in.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop where its own material is wrong")]

#[path = "../support/mod.rs"]
mod support;

mod damage;
mod fixtures;
mod round_trip;

use flexkompas::json::Value;
use flexkompas::record::{Record, RecordError, read as read_record, write as write_record};

/// The question set of the fixtures.
const QUESTION_SET: &str = "flexkompas-2026";

fn read(text: &str) -> Result<Record, RecordError> {
    read_record(text, QUESTION_SET)
}

fn written(record: &Record) -> String {
    Value::Object(write_record(record)).to_string()
}
