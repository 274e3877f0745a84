//! The share code: what comes out is what went in, anything else is refused, and no word that a person typed is in it.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop where its own material is wrong")]

#[path = "../support/mod.rs"]
mod support;

mod binding;
mod calendar;
mod damage;
mod golden;
mod privacy;
mod received;
mod round_trip;
mod scans;
mod seal;

use flexkompas::content::{Language, Library, Start};
use flexkompas::record::Record;
use flexkompas::share_code::{
    DecodeError, read as read_code, read_received as read_received_code, write as write_code,
};

use support::content::{library, start};

/// The content that a code is made and read with.
struct Content {
    start: Start,
    library: Library,
}

impl Content {
    fn written(&self, record: &Record) -> String {
        write_code(record, &self.start, &self.library)
    }

    fn read_received(&self, text: &str) -> Result<Record, DecodeError> {
        read_received_code(text, &self.start, &self.library, Language::Dutch)
    }

    fn read(&self, code: &str) -> Result<Record, DecodeError> {
        read_code(code, &self.start, &self.library, Language::Dutch)
    }
}

thread_local! {
    static CONTENT: Content =
        Content { start: start(Language::Dutch), library: library(Language::Dutch) };
}

/// The code of a scan, with the real content.
fn written(record: &Record) -> String {
    CONTENT.with(|content| content.written(record))
}

/// The scan in a code, with the real content.
fn read(code: &str) -> Result<Record, DecodeError> {
    CONTENT.with(|content| content.read(code))
}

/// The scan in a code as it arrived, with the real content.
fn read_received(text: &str) -> Result<Record, DecodeError> {
    CONTENT.with(|content| content.read_received(text))
}
