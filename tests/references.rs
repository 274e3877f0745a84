//! Comments refer to documents: each reference leads to a file of this repository, and to a heading in it.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop where its own material is wrong")]

use std::fs;
use std::path::{Path, PathBuf};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Folders whose files are read, and the files beside them.
const PLACES: [&str; 8] = ["src", "tests", "xtask", "bench", "styles", "web", "docs", "."];
const KINDS: [&str; 6] = ["rs", "js", "css", "html", "toml", "md"];

fn files(folder: &Path, deep: bool, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_dir() {
            if deep && name != "node_modules" && name != "target" {
                files(&path, deep, found);
            }
        } else if path.extension().is_some_and(|kind| KINDS.iter().any(|known| kind == *known)) {
            found.push(path);
        }
    }
}

/// What a heading is called in a link: `### The JSON block` is `the-json-block`.
fn anchors(document: &str) -> Vec<String> {
    let headings = document.lines().filter(|line| line.starts_with('#'));
    let anchor = |heading: &str| {
        let text = heading.trim_start_matches('#').trim().to_lowercase();
        let kept = text.chars().filter(|c| c.is_alphanumeric() || [' ', '-', '_'].contains(c));
        kept.map(|c| if c == ' ' { '-' } else { c }).collect()
    };
    headings.map(anchor).collect()
}

/// Every `docs/….md` or `docs/….md#anchor` in a text.
fn references(text: &str) -> impl Iterator<Item = &str> {
    text.match_indices("docs/").filter_map(|(at, _)| {
        let rest = &text[at..];
        let end =
            rest.find(|c: char| !(c.is_ascii_alphanumeric() || "/-_.#".contains(c))).unwrap_or(rest.len());
        let reference = rest[..end].trim_end_matches(['.', '#']);
        reference.contains(".md").then_some(reference)
    })
}

#[test]
fn every_document_that_is_referred_to_exists_with_its_heading() {
    let mut found = Vec::new();
    for place in PLACES {
        files(&root().join(place), place != ".", &mut found);
    }
    assert!(found.len() > 200, "the files were not found");
    let (mut count, mut broken) = (0, Vec::new());
    for file in found {
        let text = fs::read_to_string(&file).unwrap_or_default();
        for reference in references(&text) {
            let (path, anchor) = reference.split_once('#').unwrap_or((reference, ""));
            let document = fs::read_to_string(root().join(path));
            let leads = document.is_ok_and(|document| {
                anchor.is_empty() || anchors(&document).iter().any(|known| known == anchor)
            });
            count += 1;
            if !leads {
                broken.push(format!("{}: {reference}", file.display()));
            }
        }
    }
    assert!(count > 10, "the references were not found");
    assert!(broken.is_empty(), "these lead nowhere:\n{}", broken.join("\n"));
}

/// Every path in code quotes in a document, such as `src/app/update/mod.rs`.
fn paths(text: &str) -> impl Iterator<Item = &str> {
    let quoted = text.split('`').skip(1).step_by(2);
    quoted.filter(|path| {
        let is_path = path.chars().all(|c| c.is_ascii_alphanumeric() || "/._-".contains(c));
        is_path && PLACES.iter().any(|place| path.starts_with(&format!("{place}/")))
    })
}

#[test]
fn every_path_in_a_document_exists() {
    let mut documents = Vec::new();
    files(root(), false, &mut documents);
    files(&root().join("docs"), true, &mut documents);
    documents
        .retain(|path| path.extension().is_some_and(|kind| kind == "md") && !path.ends_with("CHANGELOG.md"));
    let (mut count, mut gone) = (0, Vec::new());
    for document in documents {
        for path in paths(&fs::read_to_string(&document).unwrap()) {
            count += 1;
            if !root().join(path).exists() {
                gone.push(format!("{}: {path}", document.display()));
            }
        }
    }
    assert!(count > 30, "the paths were not found");
    assert!(gone.is_empty(), "these files are gone:\n{}", gone.join("\n"));
}

#[test]
fn no_comment_refers_to_documents_that_are_elsewhere() {
    let mut found = Vec::new();
    for place in ["src", "tests", "xtask", "bench"] {
        files(&root().join(place), true, &mut found);
    }
    let elsewhere = ["product.md, ", "of product.md", "(domain ", "; domain ", "domain digest"];
    let mut broken = Vec::new();
    for file in found.iter().filter(|file| !file.ends_with("references.rs")) {
        let text = fs::read_to_string(file).unwrap_or_default();
        for (at, line) in text.lines().enumerate() {
            if elsewhere.iter().any(|words| line.contains(words)) {
                broken.push(format!("{}:{}: {}", file.display(), at + 1, line.trim()));
            }
        }
    }
    assert!(broken.is_empty(), "these documents are not in the repository:\n{}", broken.join("\n"));
}
