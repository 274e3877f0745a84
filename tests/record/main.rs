//! The record of a scan as it is stored and exported: read back as written, never half understood, and never
//! poorer than it came in.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop where its own material is wrong")]

#[path = "../support/mod.rs"]
mod support;

mod damage;
mod fixtures;
mod round_trip;

use flexkompas::app::{Record, RecordError, read_record, write_record};
use flexkompas::json::Value;

use support::content::QUESTION_SET;

fn read(text: &str) -> Result<Record, RecordError> {
    read_record(text, QUESTION_SET)
}

fn written(record: &Record) -> String {
    Value::Object(write_record(record)).to_string()
}
