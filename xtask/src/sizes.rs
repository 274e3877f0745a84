//! The size report of the bundle: per file and for what a visitor downloads.

use std::fs;
use std::path::Path;

use anyhow::{Result, bail};
use walkdir::{DirEntry, WalkDir};

use crate::compress::beside;

/// A visitor downloads one language; the report takes the default one.
const LANGUAGE: &str = "nl";

/// The bytes of a file as it is, in gzip and in brotli. A file without a compressed copy is sent as it is.
#[derive(Clone, Copy, Default)]
struct Size {
    raw: u64,
    gzip: u64,
    brotli: u64,
}

/// When a visitor needs a file.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Need {
    /// For the first statement.
    Start,
    /// Later in a scan.
    Scan,
    /// Not in an ordinary visit, or in another language.
    Other,
}

/// What a site adds to its own pages, as it is and not packed: nobody knows how that site is served.
const MOST_FOR_EMBED: u64 = 2000;

/// Prints the report of a bundle; too large a script for the pages of others is an error.
pub fn print(bundle: &Path) -> Result<()> {
    if !bundle.join("index.html").is_file() {
        bail!("there is no bundle in {}: `cargo xtask build` makes it", bundle.display());
    }
    let mut rows = Vec::new();
    // A build that failed leaves its staging folder behind, whose name begins with a dot.
    let visible =
        |entry: &DirEntry| entry.depth() == 0 || !entry.file_name().to_string_lossy().starts_with('.');
    for entry in WalkDir::new(bundle).sort_by_file_name().into_iter().filter_entry(visible) {
        let path = entry?.into_path();
        let packed = path.extension().is_some_and(|ending| ending == "br" || ending == "gz");
        if path.is_file() && !packed {
            let name = path.strip_prefix(bundle).unwrap_or(&path).to_string_lossy().replace('\\', "/");
            let raw = fs::metadata(&path)?.len();
            let copy = |ending| fs::metadata(beside(&path, ending)).map_or(raw, |copy| copy.len());
            rows.push((name, Size { raw, gzip: copy(".gz"), brotli: copy(".br") }));
        }
    }
    let total = |upto: Need| {
        let needed = rows.iter().filter(|(name, _)| need(name) <= upto);
        needed.fold(Size::default(), |sum, (_, size)| Size {
            raw: sum.raw + size.raw,
            gzip: sum.gzip + size.gzip,
            brotli: sum.brotli + size.brotli,
        })
    };
    println!("{:<48} {:>10} {:>10} {:>10}", "bytes of", "raw", "gzip", "brotli");
    for (name, size) in &rows {
        line(name, *size);
    }
    line(&format!("START: first statement, language {LANGUAGE}"), total(Need::Start));
    line(&format!("SCAN: a whole scan, language {LANGUAGE}"), total(Need::Scan));
    within_budget(rows.iter().map(|(name, size)| (name.as_str(), size.raw)))
}

fn within_budget<'a>(mut files: impl Iterator<Item = (&'a str, u64)>) -> Result<()> {
    match files.find(|(name, _)| *name == "embed.js") {
        None => bail!("embed.js is not in the bundle"),
        Some((_, bytes)) if bytes > MOST_FOR_EMBED => {
            bail!("embed.js has {bytes} bytes; it may have {MOST_FOR_EMBED}")
        }
        Some(_) => Ok(()),
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
        // The first statement is in the page, with its styles and what catches its answer.
        Need::Start
    } else if name.starts_with("embed") {
        // For pages and owners of other sites.
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
    fn the_script_for_other_sites_stays_small() {
        assert!(within_budget([("boot.js", 9000), ("embed.js", 2000)].into_iter()).is_ok());
        assert!(within_budget([("embed.js", 2001)].into_iter()).is_err());
        assert!(within_budget([("boot.js", 9)].into_iter()).is_err());
    }

    #[test]
    fn one_language_and_no_extras_count() {
        let names = ["index.html", "app-1_bg.wasm", "content/start.nl.1.json", "content/library.nl.1.json"];
        assert!(names.map(need) == [Need::Start, Need::Scan, Need::Scan, Need::Scan]);
        let names = ["content/start.en.1.json", "sw.js", "icon.png", "en/index.html", "embed.js"];
        assert!(names.map(need) == [Need::Other; 5]);
    }
}
