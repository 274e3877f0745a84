//! The report of the browser tests: they write one line of JSON each, and this prints a summary.

use std::collections::BTreeMap;
use std::fmt::{Display, Formatter, Result as Written};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde::Deserialize;

/// The number of slowest tests to list.
const SLOWEST: usize = 10;

/// A test in one engine.
#[derive(Clone, Debug, Deserialize)]
struct Test {
    #[serde(rename = "test")]
    name: String,
    engine: String,
    outcome: String,
    /// Why it was skipped.
    why: String,
    /// From start to end.
    seconds: f64,
    /// The part of that during which it waited for a slot.
    waited: f64,
}

impl Test {
    fn is_left_out(&self) -> bool {
        self.outcome == "left out"
    }

    fn own_seconds(&self) -> f64 {
        self.seconds - self.waited
    }
}

/// All tests of a run.
pub(super) struct Report(Vec<Test>);

impl Report {
    /// Reads the lines; there is no file if no test started.
    pub(super) fn read(path: &Path) -> Result<Self> {
        Self::from_lines(&fs::read_to_string(path).unwrap_or_default())
    }

    fn from_lines(lines: &str) -> Result<Self> {
        let tests = lines.lines().map(|line| serde_json::from_str(line).with_context(|| line.to_owned()));
        Ok(Self(tests.collect::<Result<_>>()?))
    }

    /// How many tests this engine skipped.
    pub(super) fn left_out(&self, engine: &str) -> usize {
        self.0.iter().filter(|test| test.engine == engine && test.is_left_out()).count()
    }
}

impl Display for Report {
    fn fmt(&self, to: &mut Formatter<'_>) -> Written {
        // By engine and reason.
        let mut left_out: BTreeMap<(&str, &str), Vec<&str>> = BTreeMap::new();
        for test in self.0.iter().filter(|test| test.is_left_out()) {
            left_out.entry((&test.engine, &test.why)).or_default().push(&test.name);
        }
        for ((engine, why), mut tests) in left_out {
            tests.sort_unstable();
            writeln!(to, "not in {engine}: {why} ({})\n    {}", tests.len(), tests.join("\n    "))?;
        }

        let mut ran: Vec<&Test> = self.0.iter().filter(|test| !test.is_left_out()).collect();
        ran.sort_by(|one, other| other.own_seconds().total_cmp(&one.own_seconds()));
        let all: f64 = ran.iter().map(|test| test.own_seconds()).sum();
        writeln!(to, "the slowest of {} tests, which took {all:.0} s in total:", ran.len())?;
        for test in ran.iter().take(SLOWEST) {
            writeln!(to, "{:>7.1} s  {:<8} {}", test.own_seconds(), test.engine, test.name)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINES: &str = r#"{"test":"a::b","engine":"firefox","outcome":"left out","why":"it is alike","seconds":0.0,"waited":0.0}
{"test":"a::c","engine":"firefox","outcome":"passed","why":"","seconds":3.0,"waited":2.5}
{"test":"a::b","engine":"chromium","outcome":"panicked","why":"","seconds":2.0,"waited":0.25}"#;

    #[test]
    fn skipped_and_slowest_tests_are_listed() {
        let report = Report::from_lines(LINES).unwrap();
        assert_eq!((report.left_out("firefox"), report.left_out("chromium")), (1, 0));
        let told = report.to_string();
        assert!(told.starts_with("not in firefox: it is alike (1)\n    a::b\n"), "{told}");
        let slowest: Vec<_> = told.lines().skip(3).collect();
        assert_eq!(slowest, ["    1.8 s  chromium a::b", "    0.5 s  firefox  a::c"]);
    }
}
