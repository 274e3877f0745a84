//! The results as tables, for the screen and for `bench/RESULTS.md`.

use std::fmt::Write as _;

use super::devtools::Speed;
use super::figures::Samples;
use super::results::{Results, Row, RowKey};
use super::verdicts::{OWN_COUNT, Verdict};

/// The circumstances of a run.
#[derive(Clone, Debug)]
pub struct Circumstances {
    /// The day, as `2026-11-22`.
    pub date: String,
    /// Processor, memory, system.
    pub machine: String,
    /// Name and version of the browser.
    pub browser: String,
    /// The libraries of the other pages.
    pub libraries: Vec<(String, String)>,
    /// Rounds with the project's own number of statements, and with more.
    pub rounds: (usize, usize),
    /// The load of the machine before and after.
    pub load: Option<(f64, f64)>,
    /// The duration.
    pub minutes: f64,
}

/// A table with aligned columns.
fn table(heads: &[&str], rows: &[Vec<String>]) -> String {
    let width = |at: usize| {
        let cells = rows.iter().filter_map(|row| row.get(at)).map(|cell| cell.chars().count());
        cells.chain([heads[at].chars().count()]).max().unwrap_or_default()
    };
    let widths: Vec<usize> = (0..heads.len()).map(width).collect();
    let line = |cells: Vec<&str>| {
        let padded = cells.iter().zip(&widths).enumerate().map(|(at, (cell, width))| {
            if at == 0 { format!(" {cell:<width$} ") } else { format!(" {cell:>width$} ") }
        });
        format!("|{}|\n", padded.collect::<Vec<_>>().join("|"))
    };
    let rule = widths.iter().enumerate().map(|(at, width)| {
        if at == 0 { "-".repeat(width + 2) } else { format!("{}:", "-".repeat(width + 1)) }
    });
    let mut text = line(heads.to_vec());
    let _ = writeln!(text, "|{}|", rule.collect::<Vec<_>>().join("|"));
    for row in rows {
        text.push_str(&line(row.iter().map(String::as_str).collect()));
    }
    text
}

fn number(value: Option<f64>, digits: usize) -> String {
    value.map_or_else(|| "–".to_owned(), |value| format!("{value:.digits$}"))
}

/// A figure that may be too small for three digits.
fn small(value: Option<f64>) -> String {
    let is_tiny = value.is_some_and(|value| value > 0.0 && value < 0.001);
    number(value, if is_tiny { 6 } else { 3 })
}

fn median(samples: &Samples, digits: usize) -> String {
    number(samples.median(), digits)
}

/// The median, with minimum and maximum.
fn with_range(samples: &Samples) -> String {
    let range = samples.range().map(|(least, most)| format!(" ({least:.0}–{most:.0})"));
    median(samples, 0) + &range.unwrap_or_default()
}

fn thousands(samples: &Samples) -> String {
    number(samples.median().map(|bytes| bytes / 1e3), 1)
}

fn megabytes(samples: &Samples) -> String {
    number(samples.median().map(|bytes| bytes / 1e6), 1)
}

fn rows_of<'a>(
    results: &'a Results,
    speed: Speed,
    wanted: impl Fn(&RowKey) -> bool + 'a,
) -> impl Iterator<Item = (&'a RowKey, &'a Row)> {
    results.iter().filter(move |(key, _)| key.speed == speed && wanted(key))
}

/// Loading: bytes, requests, times.
fn loading(results: &Results, speed: Speed) -> String {
    let heads = [
        "page",
        "kB until first answer",
        "requests until it",
        "kB in all",
        "requests in all",
        "first paint",
        "largest paint",
        "first answer (min–max)",
        "repeat: first answer",
        "repeat: way to carry on",
    ];
    let rows = rows_of(results, speed, |key| key.count == OWN_COUNT).map(|(key, row)| {
        vec![
            key.variant.name().to_owned(),
            thousands(&row.bytes_until_answered),
            median(&row.requests_until_answered, 0),
            thousands(&row.bytes),
            median(&row.requests, 0),
            median(&row.fcp, 0),
            median(&row.lcp, 0),
            with_range(&row.answered),
            with_range(&row.answered_again),
            with_range(&row.back),
        ]
    });
    table(&heads, &rows.collect::<Vec<_>>())
}

/// The scan: clicks, shifts, memory, and whether the row is valid.
fn scan(results: &Results, speed: Speed) -> String {
    let heads = [
        "page",
        "clicks",
        "click→frame median",
        "p95",
        "next→frame median",
        "p95",
        "layout shift",
        "JS heap MB",
        "WebAssembly MB",
        "lost clicks",
        "errors",
    ];
    let rows = rows_of(results, speed, |key| key.count == OWN_COUNT).map(|(key, row)| {
        vec![
            key.variant.name().to_owned(),
            row.clicks.count().to_string(),
            median(&row.clicks, 1),
            number(row.clicks.p95(), 1),
            median(&row.nexts, 1),
            number(row.nexts.p95(), 1),
            small(row.shift.range().map(|(_, most)| most)),
            megabytes(&row.heap),
            megabytes(&row.memory),
            row.problems.lost.to_string(),
            row.problems.errors.len().to_string(),
        ]
    });
    table(&heads, &rows.collect::<Vec<_>>())
}

/// How cost grows with the number of statements.
fn growth(results: &Results, speed: Speed) -> String {
    let heads = [
        "page",
        "statements",
        "kB until first answer",
        "kB in all",
        "first answer (min–max)",
        "click→frame median",
        "p95",
        "next→frame median",
        "JS heap MB",
        "WebAssembly MB",
        "lost clicks",
        "errors",
    ];
    let mut found: Vec<_> = rows_of(results, speed, |_| true).collect();
    found.sort_by_key(|(key, _)| (key.variant, key.count));
    let rows = found.into_iter().map(|(key, row)| {
        vec![
            key.variant.name().to_owned(),
            key.count.to_string(),
            thousands(&row.bytes_until_answered),
            thousands(&row.bytes),
            with_range(&row.answered),
            median(&row.clicks, 1),
            number(row.clicks.p95(), 1),
            median(&row.nexts, 1),
            megabytes(&row.heap),
            megabytes(&row.memory),
            row.problems.lost.to_string(),
            row.problems.errors.len().to_string(),
        ]
    });
    table(&heads, &rows.collect::<Vec<_>>())
}

fn targets(verdicts: &[Verdict]) -> String {
    let rows = verdicts.iter().map(|verdict| {
        let allowed = format!("≤ {}", verdict.most);
        let found = small(verdict.found);
        vec![verdict.target.clone(), allowed, found, verdict.in_a_word().to_owned()]
    });
    table(&["target", "allowed", "measured", "verdict"], &rows.collect::<Vec<_>>())
}

/// Every table, with headings.
pub fn tables(results: &Results, verdicts: &[Verdict]) -> String {
    let mut text = format!("## Targets\n\n{}", targets(verdicts));
    for (speed, name) in [(Speed::Slow, "Slow line, slow processor"), (Speed::Fast, "No limits")] {
        let _ = write!(
            text,
            "\n## {name}, {OWN_COUNT} statements\n\n{}\n{}",
            loading(results, speed),
            scan(results, speed)
        );
    }
    if results.keys().any(|key| key.count != OWN_COUNT) {
        for (speed, name) in [(Speed::Slow, "slow line, slow processor"), (Speed::Fast, "no limits")] {
            let _ = write!(text, "\n## Growth, {name}\n\n{}", growth(results, speed));
        }
    }
    let timed_out = results.iter().filter_map(|(key, row)| Some((key, row.timed_out.as_ref()?)));
    for (RowKey { count, speed, variant }, what) in timed_out {
        let _ = writeln!(text, "\n{}, {count} statements, {speed:?}: {what}.", variant.name());
    }
    let invalid: Vec<_> = results.iter().filter(|(_, row)| !row.is_valid()).collect();
    if !invalid.is_empty() {
        text.push_str("\n## Invalid rows\n\n");
        for (RowKey { count, speed, variant }, row) in invalid {
            let _ = writeln!(
                text,
                "- {}, {count} statements, {speed:?}: {} clicks lost",
                variant.name(),
                row.problems.lost
            );
            for error in row.problems.errors.iter().take(5) {
                let _ = writeln!(text, "  - {error}");
            }
        }
    }
    text
}

/// The text of `bench/RESULTS.md`.
pub fn document(results: &Results, verdicts: &[Verdict], circumstances: &Circumstances) -> String {
    let Circumstances { date, machine, browser, libraries, rounds, load, minutes } = circumstances;
    let libraries: Vec<_> = libraries.iter().map(|(name, version)| format!("{name} {version}")).collect();
    let busy = load.map(|(before, after)| {
        format!(" Load of the machine (runnable processes): {before:.1} before, {after:.1} after.")
    });
    format!(
        "# Results of the benchmark\n\n\
         Written by `cargo xtask bench`, which repeats the run (`--rounds N`; `--only plain` measures one page). See\n\
         [README.md](README.md) for the pages, the measurements and how to read them.\n\n\
         - {date}; {machine}\n\
         - {browser}; {}\n\
         - {} rounds with {OWN_COUNT} statements, {} with more, all pages in turn in every round; {minutes:.0} minutes.{}\n\
         - Times in milliseconds, medians of all rounds; kB are 1000 bytes as transferred, in brotli.\n\n\
         {}\n{}",
        libraries.join(", "),
        rounds.0,
        rounds.1,
        busy.unwrap_or_default(),
        reading(verdicts, results),
        tables(results, verdicts),
    )
}

/// A summary of the figures, good and bad.
fn reading(verdicts: &[Verdict], results: &Results) -> String {
    let mut text = "## Summary\n\n".to_owned();
    let met =
        verdicts.iter().filter(|verdict| !verdict.informative && verdict.is_met() == Some(true)).count();
    let promised = verdicts.iter().filter(|verdict| !verdict.informative).count();
    let _ = writeln!(text, "- {met} of {promised} targets are met.");
    for verdict in verdicts.iter().filter(|verdict| verdict.is_met() != Some(true)) {
        let found = small(verdict.found);
        let Verdict { target, most, .. } = verdict;
        let _ = writeln!(text, "- {}: {target} is {found}, allowed {most}.", verdict.in_a_word());
    }
    let invalid = results.values().filter(|row| !row.is_valid()).count();
    if invalid > 0 {
        let _ = writeln!(text, "- {invalid} rows are invalid: clicks were lost or errors were logged.");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::super::variants::Variant;
    use super::*;

    #[test]
    fn table_columns_are_aligned() {
        let rows = [vec!["plain".to_owned(), "1".to_owned()], vec!["p".to_owned(), "200 – 3".to_owned()]];
        let expected = "| page  |  figure |\n|-------|--------:|\n| plain |       1 |\n| p     | 200 – 3 |\n";
        assert_eq!(table(&["page", "figure"], &rows), expected);
    }

    #[test]
    fn missing_measurement_is_a_dash_not_a_zero() {
        let none = Samples::default();
        assert_eq!(
            (median(&none, 1), with_range(&none), thousands(&none)),
            ("–".into(), "–".into(), "–".into())
        );
    }

    #[test]
    fn small_layout_shift_is_not_rounded_to_zero() {
        assert_eq!(small(Some(0.000_224)), "0.000224");
        assert_eq!(small(Some(0.0)), "0.000");
        assert_eq!(small(Some(1.2345)), "1.234");
    }

    #[test]
    fn row_with_a_lost_click_is_reported_as_invalid() {
        let mut results = Results::new();
        let key = RowKey { count: OWN_COUNT, speed: Speed::Slow, variant: Variant::Preact };
        let row = results.entry(key).or_default();
        row.answered.extend([812.0, 790.0, 901.0]);
        let text = tables(&results, &[]);
        assert!(text.contains("812 (790–901)") && !text.contains("nvalid rows"), "{text}");
        results.entry(key).or_default().problems.lost = 1;
        assert!(tables(&results, &[]).contains("- Preact, 25 statements, Slow: 1 clicks lost"));
        assert!(reading(&[], &results).contains("1 rows are invalid"));
    }

    #[test]
    fn timed_out_page_is_reported_and_does_not_affect_other_rows() {
        let mut results = Results::new();
        let key = |variant| RowKey { count: 2400, speed: Speed::Slow, variant };
        results.entry(key(Variant::Preact)).or_default().answered.extend([812.0]);
        results.entry(key(Variant::Surveyjs)).or_default().timed_out = Some("no \"there\"".to_owned());
        let text = tables(&results, &[]);
        assert!(text.contains("812"), "{text}");
        assert!(text.contains("SurveyJS, 2400 statements, Slow: no \"there\"."), "{text}");
        assert!(!text.contains("nvalid rows"), "{text}");
    }

    #[test]
    fn missed_target_is_in_the_summary() {
        let verdict = |found| Verdict { target: "first answer".into(), most: 1.1, found, informative: false };
        let text = reading(&[verdict(Some(1.0)), verdict(Some(1.25)), verdict(None)], &Results::new());
        assert!(text.contains("1 of 3 targets are met"), "{text}");
        assert!(text.contains("**missed**: first answer is 1.250, allowed 1.1"), "{text}");
        assert!(text.contains("not measured: first answer is –"), "{text}");
    }
}
