//! What the visits have measured, gathered per page, line and number of statements.

use std::collections::BTreeMap;

use super::devtools::Line;
use super::figures::Samples;
use super::variants::Variant;
use super::visit::{Arrival, Look, Trouble};

/// What a row of a table is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Of {
    /// How many statements.
    pub count: usize,
    /// How quick line and processor are.
    pub line: Line,
    /// Which page.
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
    pub trouble: Trouble,
    /// What the page left open until nobody would have waited any longer; it was not visited again.
    pub silent: Option<String>,
}

impl Row {
    /// Adds what a round has measured.
    pub fn add(&mut self, arrival: &Arrival, look: Look, trouble: Trouble) {
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
        self.trouble.lost += trouble.lost;
        self.trouble.complaints.extend(trouble.complaints);
    }

    /// Whether no click was lost and nothing complained; any other row is worth nothing.
    pub fn is_valid(&self) -> bool {
        self.trouble.lost == 0 && self.trouble.complaints.is_empty()
    }
}

/// All rows.
pub type Results = BTreeMap<Of, Row>;
