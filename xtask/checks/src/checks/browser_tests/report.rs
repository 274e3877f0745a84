//! What the browser tests note about themselves, one line of JSON each: read again and told after the run.

use std::collections::BTreeMap;
use std::fmt::{Display, Formatter, Result as Written};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde::Deserialize;

/// How many of the slowest are told.
const SLOWEST: usize = 10;

/// A test in one engine.
#[derive(Clone, Debug, Deserialize)]
struct Test {
    #[serde(rename = "test")]
    name: String,
    engine: String,
    outcome: String,
    /// Why it was left out.
    why: String,
    /// From its begin to its end.
    seconds: f64,
    /// How much of that it waited for a slot.
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
    /// Reads what was noted; nothing is there when no test began.
    pub(super) fn read(path: &Path) -> Result<Self> {
        Self::from_lines(&fs::read_to_string(path).unwrap_or_default())
    }

    fn from_lines(lines: &str) -> Result<Self> {
        let tests = lines.lines().map(|line| serde_json::from_str(line).with_context(|| line.to_owned()));
        Ok(Self(tests.collect::<Result<_>>()?))
    }

    /// How many tests were left out in this engine.
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
        writeln!(to, "the slowest of {} tests, which took {all:.0} s together:", ran.len())?;
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
    fn what_was_left_out_and_what_was_slow_is_told() {
        let report = Report::from_lines(LINES).unwrap();
        assert_eq!((report.left_out("firefox"), report.left_out("chromium")), (1, 0));
        let told = report.to_string();
        assert!(told.starts_with("not in firefox: it is alike (1)\n    a::b\n"), "{told}");
        let slowest: Vec<_> = told.lines().skip(3).collect();
        assert_eq!(slowest, ["    1.8 s  chromium a::b", "    0.5 s  firefox  a::c"]);
    }
}
