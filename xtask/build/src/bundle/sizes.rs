//! The size report of the bundle, per file and per visit, and the size budgets.

use std::fs;
use std::path::Path;

use anyhow::{Result, bail};

use crate::bundle::compress::{is_copy, with_suffix};
use crate::bundle::files::{self, File};
use crate::bundle::service_worker;

/// The language that the report counts: a visitor downloads one.
const LANGUAGE: &str = "nl";

/// The most a visitor downloads, in bytes of brotli.
///
/// The first statement is answered from its page alone. The goal for a whole scan was 120 kB; Yew and the standard
/// library take 42 (docs/decisions/0005-where-the-bytes-are.md). The budget keeps growth visible.
const BUDGETS: [(Need, u64); 2] = [(Need::Start, 12_000), (Need::Scan, 245_000)];

/// The bytes of a file: raw, gzip and brotli. A file without a compressed copy is sent as it is.
#[derive(Clone, Copy, Default)]
struct Size {
    raw: u64,
    gzip: u64,
    brotli: u64,
}

/// When a visitor needs a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Need {
    /// For the first statement.
    Start,
    /// Later in a scan.
    Scan,
    /// Not during an ordinary visit, or in another language.
    Other,
}

/// The most that `embed.js` adds to a host page, uncompressed: that site may not compress.
const MAX_EMBED_BYTES: u64 = 3000;

/// Prints the report of a bundle.
pub fn print(bundle: &Path) -> Result<()> {
    report(bundle).map(|_| ())
}

/// Prints the report of a bundle and returns an error if it exceeds a budget.
pub fn check(bundle: &Path) -> Result<()> {
    let rows = report(bundle)?;
    let mut over: Vec<String> =
        BUDGETS.iter().filter_map(|(need, budget)| over(&rows, *need, *budget)).collect();
    over.extend(embed_over(rows.iter().map(|(name, size)| (name.as_str(), size.raw))));
    if !over.is_empty() {
        bail!("over the budget:\n{}", over.join("\n"));
    }
    Ok(())
}

/// A file of the bundle by its name.
type Row = (String, Size);

fn report(bundle: &Path) -> Result<Vec<Row>> {
    if !bundle.join("index.html").is_file() {
        bail!("there is no bundle in {}: `cargo xtask build` makes it", bundle.display());
    }
    let mut rows = Vec::new();
    for File { name, path } in files::below(bundle)? {
        if !is_copy(&name) {
            let raw = fs::metadata(&path)?.len();
            let copy = |suffix| fs::metadata(with_suffix(&path, suffix)).map_or(raw, |copy| copy.len());
            rows.push((name, Size { raw, gzip: copy(".gz"), brotli: copy(".br") }));
        }
    }
    println!("{:<48} {:>10} {:>10} {:>10}", "bytes of", "raw", "gzip", "brotli");
    for (name, size) in &rows {
        line(name, *size);
    }
    line(&format!("START: first statement, language {LANGUAGE}"), total(&rows, Need::Start));
    line(&format!("SCAN: a whole scan, language {LANGUAGE}"), total(&rows, Need::Scan));
    let copy = service_worker::files(bundle)?;
    line("COPY: the offline copy", sum(&rows, |name| copy.iter().any(|kept| kept == name)));
    Ok(rows)
}

fn total(rows: &[Row], upto: Need) -> Size {
    sum(rows, |name| need(name) <= upto)
}

fn sum(rows: &[Row], counts: impl Fn(&str) -> bool) -> Size {
    let counted = rows.iter().filter(|(name, _)| counts(name));
    counted.fold(Size::default(), |sum, (_, size)| Size {
        raw: sum.raw + size.raw,
        gzip: sum.gzip + size.gzip,
        brotli: sum.brotli + size.brotli,
    })
}

/// The error if the files for a need exceed their budget.
fn over(rows: &[Row], need: Need, budget: u64) -> Option<String> {
    let bytes = total(rows, need).brotli;
    (bytes > budget).then(|| format!("{need:?}: {bytes} bytes of brotli, {budget} allowed"))
}

/// The error if `embed.js` is missing or too large.
fn embed_over<'a>(mut files: impl Iterator<Item = (&'a str, u64)>) -> Option<String> {
    match files.find(|(name, _)| *name == "embed.js") {
        None => Some("embed.js is not in the bundle".to_owned()),
        Some((_, bytes)) => (bytes > MAX_EMBED_BYTES)
            .then(|| format!("embed.js: {bytes} raw bytes, {MAX_EMBED_BYTES} allowed")),
    }
}

fn line(name: &str, size: Size) {
    println!("{name:<48} {:>10} {:>10} {:>10}", size.raw, size.gzip, size.brotli);
}

fn need(name: &str) -> Need {
    let ending = Path::new(name).extension().unwrap_or_default();
    let at_top = !name.contains('/');
    let of_the_scan =
        ["start", "library"].iter().any(|part| name.starts_with(&format!("content/{part}.{LANGUAGE}.")));
    if name == "index.html" {
        // The page contains the first statement, its styles and the script that captures its answer.
        Need::Start
    } else if name.starts_with("embed") {
        // For host pages and site owners.
        Need::Other
    } else if of_the_scan
        || (at_top && name != "sw.js" && ["css", "js", "wasm"].iter().any(|known| ending == *known))
    {
        Need::Scan
    } else {
        Need::Other
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn byte_over_the_budget_is_reported() {
        let size = Size { brotli: 100, ..Size::default() };
        let rows = [("index.html".to_owned(), size), ("app-1_bg.wasm".to_owned(), size)];
        assert_eq!(over(&rows, Need::Start, 100), None);
        assert_eq!(over(&rows, Need::Scan, 200), None);
        assert_eq!(over(&rows, Need::Scan, 199).as_deref(), Some("Scan: 200 bytes of brotli, 199 allowed"));
    }

    #[test]
    fn embed_script_stays_small() {
        assert_eq!(embed_over([("boot.js", 9000), ("embed.js", 3000)].into_iter()), None);
        assert!(embed_over([("embed.js", 3001)].into_iter()).is_some());
        assert!(embed_over([("boot.js", 9)].into_iter()).is_some());
    }

    #[test]
    fn only_one_language_and_no_extras_count() {
        let names = ["index.html", "app-1_bg.wasm", "content/start.nl.1.json", "content/library.nl.1.json"];
        assert!(names.map(need) == [Need::Start, Need::Scan, Need::Scan, Need::Scan]);
        let names = ["content/start.en.1.json", "sw.js", "icon.png", "en/index.html", "embed.js"];
        assert!(names.map(need) == [Need::Other; 5]);
    }
}
