//! The measurements of all visits, per page, speed and number of statements.

use std::collections::BTreeMap;

use super::devtools::Speed;
use super::figures::Samples;
use super::page::Problems;
use super::variants::Variant;
use super::visit::{Arrival, Look};

/// The key of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct RowKey {
    /// The number of statements.
    pub count: usize,
    /// The speed of network and processor.
    pub speed: Speed,
    /// The page.
    pub variant: Variant,
}

/// All samples of a row. Times are in milliseconds, sizes in bytes.
#[derive(Clone, Debug, Default)]
#[allow(missing_docs, reason = "they are the fields of `Arrival` and `Look`, which say what each is")]
pub struct Row {
    pub fcp: Samples,
    pub lcp: Samples,
    pub answered: Samples,
    pub bytes_until_answered: Samples,
    pub requests_until_answered: Samples,
    pub bytes: Samples,
    pub requests: Samples,
    pub back: Samples,
    pub answered_again: Samples,
    pub clicks: Samples,
    pub nexts: Samples,
    pub shift: Samples,
    pub heap: Samples,
    pub memory: Samples,
    pub problems: Problems,
    /// Why the page timed out; it was not visited again.
    pub timed_out: Option<String>,
}

impl Row {
    /// Adds the measurements of a round.
    pub fn add(&mut self, arrival: &Arrival, look: Look, problems: Problems) {
        self.answered.add(arrival.answered);
        self.bytes_until_answered.add(arrival.until_answered.bytes);
        self.requests_until_answered.add(arrival.until_answered.requests.into());
        self.bytes.add(arrival.whole.bytes);
        self.requests.add(arrival.whole.requests.into());
        self.back.extend(arrival.back);
        self.answered_again.extend(arrival.answered_again);
        self.fcp.add(look.fcp);
        self.lcp.add(look.lcp);
        self.clicks.extend(look.clicks);
        self.nexts.extend(look.nexts);
        self.shift.add(look.shift);
        self.heap.add(look.heap);
        self.memory.add(look.memory);
        self.problems.lost += problems.lost;
        self.problems.errors.extend(problems.errors);
    }

    /// Whether the row is valid: no click was lost and no error logged.
    pub fn is_valid(&self) -> bool {
        self.problems.lost == 0 && self.problems.errors.is_empty()
    }
}

/// All rows.
pub type Results = BTreeMap<RowKey, Row>;
