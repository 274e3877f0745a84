//! The built product: the files that are served, and the texts in them.
//!
//! Tests take texts from here instead of repeating them, so that rewording a text breaks no test.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use serde_json::Value;
use tempfile::TempDir;

use crate::engine::env_or;

/// The root folder of the repository.
pub fn root() -> &'static Path {
    xtask_build::command::root()
}

/// The folder of the bundle.
#[track_caller]
pub fn folder() -> PathBuf {
    let built = root().join("dist");
    let folder = PathBuf::from(env_or("FLEXKOMPAS_DIST", built.to_string_lossy()));
    assert!(folder.is_dir(), "there is no bundle at {}: `cargo xtask build` makes it", folder.display());
    folder
}

/// A copy of the bundle whose pages have this text in their configuration block. Paths are relative to the page, so the
/// English page refers to the folder `eigen/` and to logos one level up.
#[track_caller]
pub fn configured(block: &str) -> TempDir {
    let copy = TempDir::new().unwrap();
    for path in paths() {
        let path = path.trim_start_matches('/');
        let place = copy.path().join(path);
        std::fs::create_dir_all(place.parent().unwrap()).unwrap();
        std::fs::copy(folder().join(path), place).unwrap();
    }
    for page in ["index.html", "en/index.html"] {
        let place = copy.path().join(page);
        let html = std::fs::read_to_string(&place).unwrap();
        let (before, after) = html.split_once("id=\"flexkompas-config\">{}").unwrap();
        let block = if page.contains('/') { one_level_up(block) } else { block.to_owned() };
        std::fs::write(&place, format!("{before}id=\"flexkompas-config\">{block}{after}")).unwrap();
        // The compressed copies still hold the old page.
        for ending in ["br", "gz"] {
            let packed = copy.path().join(format!("{page}.{ending}"));
            std::fs::remove_file(packed).unwrap();
        }
    }
    copy
}

/// The relative paths in the configuration blocks of the tests.
const RELATIVE: [&str; 3] = ["\"eigen/", "\"noord.svg", "\"zuid.svg"];

fn one_level_up(block: &str) -> String {
    RELATIVE.iter().fold(block.to_owned(), |block, path| block.replace(path, &path.replacen('"', "\"../", 1)))
}

/// The path of every file of the bundle, with a leading slash.
pub fn paths() -> Vec<String> {
    paths_in(&folder())
}

/// The path of every file in a served folder, with a leading slash.
pub(crate) fn paths_in(folder: &Path) -> Vec<String> {
    let mut paths = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(inner) = folders.pop() {
        for entry in std::fs::read_dir(&inner).unwrap().map(Result::unwrap) {
            if entry.file_type().unwrap().is_dir() {
                folders.push(entry.path());
            } else {
                let path = entry.path();
                paths.push(format!("/{}", path.strip_prefix(folder).unwrap().to_string_lossy()));
            }
        }
    }
    paths
}

/// The path of the only file whose name has this prefix and suffix: `("start.nl.", ".json")`.
#[track_caller]
pub fn path(begin: &str, end: &str) -> String {
    path_in(&folder(), begin, end)
}

#[track_caller]
pub(crate) fn path_in(folder: &Path, begin: &str, end: &str) -> String {
    let name = |path: &str| path.rsplit('/').next().unwrap_or_default().to_owned();
    let mut found: Vec<String> = paths_in(folder);
    found.retain(|path| name(path).starts_with(begin) && name(path).ends_with(end));
    assert_eq!(found.len(), 1, "files {begin}*{end}: {found:?}");
    found.remove(0)
}

/// The path of a content file: `start.nl`.
#[track_caller]
pub fn content_path(part: &str) -> String {
    path(&format!("{part}."), ".json")
}

/// The path of the boot script.
#[track_caller]
pub fn boot_path() -> String {
    path("boot-", ".js")
}

/// The path of the program.
#[track_caller]
pub fn program_path() -> String {
    path("flexkompas-", "_bg.wasm")
}

static CONTENT: LazyLock<HashMap<String, Value>> = LazyLock::new(|| {
    let parts = ["start.nl", "library.nl", "modules.nl", "start.en", "library.en", "modules.en"];
    let read = |part: &str| {
        let file = folder().join(content_path(part).trim_start_matches('/'));
        serde_json::from_slice(&std::fs::read(file).unwrap()).unwrap()
    };
    parts.into_iter().map(|part| (part.to_owned(), read(part))).collect()
});

/// A content file: `("start", "nl")`.
#[track_caller]
pub fn content(part: &str, language: &str) -> &'static Value {
    &CONTENT[&format!("{part}.{language}")]
}

/// The user interface text with this message key, placeholders included.
#[track_caller]
pub fn ui_text(language: &str, key: &str) -> String {
    let word = content("start", language)["words"][key].as_str();
    word.unwrap_or_else(|| panic!("no word {key} in {language}")).to_owned()
}

/// A user interface text with its placeholders filled: `("nl", "statement-of", &[("n", "2"), ("all", "10")])`.
#[track_caller]
pub fn ui_text_with(language: &str, key: &str, values: &[(&str, &str)]) -> String {
    let text = values
        .iter()
        .fold(ui_text(language, key), |text, (name, value)| text.replace(&format!("{{{name}}}"), value));
    assert!(!text.contains('{'), "{key} has another placeholder: {text}");
    text
}

/// A field of the item with this id, at any depth below the list: `("library", "nl", "principles", "p1-wensen", "name")`.
#[track_caller]
pub fn item(part: &str, language: &str, list: &str, id: &str, field: &str) -> String {
    let found = find(&content(part, language)[list], id).and_then(|item| item[field].as_str());
    found.unwrap_or_else(|| panic!("no {field} of {id} in {list} of {part}.{language}")).to_owned()
}

/// The digit that chooses this phase of a statement: keys follow the order in which its anchors are shown.
#[track_caller]
pub fn digit_of(statement: &str, phase: &str) -> char {
    let start = content("start", "nl");
    let found = find(&start["statements"], statement).unwrap_or_else(|| panic!("no statement {statement}"));
    let digit: u8 = phase.parse().unwrap_or_else(|_| panic!("{phase} is not a phase"));
    char::from(b'0' + if found["reversed"] == true { 5 - digit } else { digit })
}

fn find<'a>(value: &'a Value, id: &str) -> Option<&'a Value> {
    match value {
        Value::Array(items) => items.iter().find_map(|item| find(item, id)),
        Value::Object(fields) if fields.get("id").and_then(Value::as_str) == Some(id) => Some(value),
        Value::Object(fields) => fields.values().find_map(|item| find(item, id)),
        _ => None,
    }
}
