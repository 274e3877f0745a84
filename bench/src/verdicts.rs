//! The targets, and whether the measurements meet them.

use super::devtools::Speed;
use super::figures::{Samples, ratio};
use super::results::{Results, Row, RowKey};
use super::variants::Variant;

/// A target and its measurement.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    /// The quantity, such as *first answer, slow line, times plain JavaScript*.
    pub target: String,
    /// The maximum.
    pub most: f64,
    /// The measurement; `None` if it was not measured.
    pub found: Option<f64>,
    /// Whether it is for information only, not a target to meet.
    pub informative: bool,
}

impl Verdict {
    /// Whether the target is met; `None` if it was not measured.
    pub fn is_met(&self) -> Option<bool> {
        self.found.map(|found| found <= self.most)
    }

    /// The verdict as a word.
    pub fn in_a_word(&self) -> &'static str {
        match (self.is_met(), self.informative) {
            (None, _) => "not measured",
            (Some(true), _) => "met",
            (Some(false), false) => "**missed**",
            (Some(false), true) => "missed (informative)",
        }
    }
}

/// The number of statements of the project; the targets refer to these.
pub const OWN_COUNT: usize = 25;

/// The maximum size of the WebAssembly memory after a whole scan, in bytes.
pub const MAX_MEMORY: f64 = 4_194_304.0;

/// All targets.
pub fn judge(results: &Results) -> Vec<Verdict> {
    let row = |speed, variant| results.get(&RowKey { count: OWN_COUNT, speed, variant });
    let own = |speed| row(speed, Variant::Flexkompas);
    let against = |speed, other: Variant, figure: fn(&Row) -> Option<f64>| {
        ratio(own(speed).and_then(figure), row(speed, other).and_then(figure))
    };
    let verdict =
        |target: String, most: f64, found: Option<f64>| Verdict { target, most, found, informative: false };
    let speeds = [(Speed::Slow, "slow"), (Speed::Fast, "fast")];

    let answered: fn(&Row) -> Option<f64> = |row| row.answered.median();
    let mut verdicts = vec![
        verdict(
            "first answer, slow, times plain JavaScript".into(),
            1.1,
            against(Speed::Slow, Variant::Plain, answered),
        ),
        verdict(
            "first answer, slow, times SurveyJS".into(),
            0.2,
            against(Speed::Slow, Variant::Surveyjs, answered),
        ),
    ];
    for (speed, name) in speeds {
        let median = against(speed, Variant::Plain, |row| row.clicks.median());
        verdicts.push(verdict(
            format!("click to frame, {name}, median, times plain JavaScript"),
            1.2,
            median,
        ));
        let p95 = against(speed, Variant::Plain, |row| row.clicks.p95());
        verdicts.push(verdict(format!("click to frame, {name}, p95, times plain JavaScript"), 1.2, p95));
    }
    let most = |figure: fn(&Row) -> &Samples| {
        let rows = speeds.iter().filter_map(|(speed, _)| own(*speed));
        rows.filter_map(|row| figure(row).range().map(|(_, most)| most)).reduce(f64::max)
    };
    verdicts.push(verdict("layout shift, most of all visits".into(), 0.0, most(|row| &row.shift)));
    let memory = most(|row| &row.memory).map(|bytes| bytes / MAX_MEMORY * 4.0);
    verdicts.push(verdict("WebAssembly memory after a whole scan, MiB".into(), 4.0, memory));
    for other in [Variant::Plain, Variant::Preact, Variant::Surveyjs] {
        let again = against(Speed::Slow, other, |row| row.answered_again.median());
        let target = format!("first answer of a repeat visit, slow, times {}", other.name());
        verdicts.push(Verdict { informative: true, ..verdict(target, 0.4, again) });
    }
    verdicts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn results(times: &[(Speed, Variant, f64)]) -> Results {
        let mut results = Results::new();
        for &(speed, variant, time) in times {
            let row = results.entry(RowKey { count: OWN_COUNT, speed, variant }).or_default();
            row.answered.add(time);
            row.clicks.extend([time / 100.0; 48]);
            row.memory.add(time * 4096.0);
            row.shift.add(0.0);
        }
        results
    }

    fn word(results: &Results, target: &str) -> &'static str {
        let found = judge(results).into_iter().find(|verdict| verdict.target.starts_with(target)).unwrap();
        found.in_a_word()
    }

    #[test]
    fn target_is_met_up_to_its_limit_and_missed_beyond() {
        let both =
            |own| results(&[(Speed::Slow, Variant::Flexkompas, own), (Speed::Slow, Variant::Plain, 1000.0)]);
        assert_eq!(word(&both(1100.0), "first answer, slow, times plain"), "met");
        assert_eq!(word(&both(1101.0), "first answer, slow, times plain"), "**missed**");
        assert_eq!(word(&both(1200.0), "click to frame, slow, median"), "met");
        assert_eq!(word(&both(1201.0), "click to frame, slow, p95"), "**missed**");
        assert_eq!(word(&both(1024.0), "WebAssembly memory"), "met");
        assert_eq!(word(&both(1025.0), "WebAssembly memory"), "**missed**");
    }

    #[test]
    fn unmeasured_target_is_neither_met_nor_missed() {
        let alone = results(&[(Speed::Slow, Variant::Flexkompas, 500.0)]);
        assert_eq!(word(&alone, "first answer, slow, times SurveyJS"), "not measured");
        assert_eq!(word(&alone, "click to frame, fast"), "not measured");
        assert_eq!(word(&alone, "layout shift"), "met");
    }

    #[test]
    fn worst_visit_decides_about_layout_shift() {
        let mut shifted = results(&[(Speed::Slow, Variant::Flexkompas, 500.0)]);
        for row in shifted.values_mut() {
            row.shift.extend([0.001, 0.0]);
        }
        assert_eq!(word(&shifted, "layout shift"), "**missed**");
    }

    #[test]
    fn informative_target_says_so() {
        let mut both =
            results(&[(Speed::Slow, Variant::Flexkompas, 1.0), (Speed::Slow, Variant::Preact, 1.0)]);
        for row in both.values_mut() {
            row.answered_again.add(500.0);
        }
        assert_eq!(word(&both, "first answer of a repeat visit, slow, times Preact"), "missed (informative)");
    }
}
