//! Rules about the source text itself: what may stand where. Each rule says why in its message.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop where its own material is wrong")]

mod support;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use support::content::{ids, structure};

/// Folders with code, and the extensions of its files. Their length and their first line are checked.
const FOLDERS: [&str; 6] = ["src", "tests", "xtask", "bench", "styles", "web"];
const EXTENSIONS: [&str; 4] = ["rs", "js", "jsx", "css"];

/// A file with its path, such as `src/domain/id.rs`.
struct Source {
    path: String,
    text: String,
}

impl Source {
    /// The lines but for the tests at the end of the file.
    fn lines(&self) -> impl Iterator<Item = &str> {
        self.text.lines().take_while(|line| *line != "#[cfg(test)]")
    }

    /// The lines of code with their numbers: comments may say what they like.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let lines = self.lines().enumerate().map(|(at, line)| (at + 1, line));
        lines.filter(|(_, line)| !line.trim_start().starts_with("//"))
    }

    fn is_in(&self, places: &[&str]) -> bool {
        places.iter().any(|place| self.path.starts_with(place))
    }
}

/// The Rust files of `src`.
#[track_caller]
fn sources() -> Vec<Source> {
    let mut found = Vec::new();
    collect("src", &["rs"], &mut found);
    assert!(found.len() > 30, "the source was not found");
    found
}

/// The files of all [`FOLDERS`].
#[track_caller]
fn code_files() -> Vec<Source> {
    let mut found = Vec::new();
    for folder in FOLDERS {
        collect(folder, &EXTENSIONS, &mut found);
    }
    assert!(found.len() > 300, "the files were not found");
    found
}

#[track_caller]
fn collect(folder: &str, extensions: &[&str], found: &mut Vec<Source>) {
    for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = format!("{folder}/{name}");
        if entry.file_type().unwrap().is_dir() {
            if name != "node_modules" && name != "target" {
                collect(&path, extensions, found);
            }
        } else if extensions.iter().any(|known| name.ends_with(&format!(".{known}"))) {
            found.push(Source { path, text: fs::read_to_string(entry.path()).unwrap() });
        }
    }
}

/// True when the line has this word with nothing wordlike around it.
fn has_word(line: &str, word: &str) -> bool {
    line.match_indices(word).any(|(at, _)| {
        let is_part = |letter: Option<char>| letter.is_some_and(|c| c.is_alphanumeric() || c == '_');
        !is_part(line[..at].chars().next_back()) && !is_part(line[at + word.len()..].chars().next())
    })
}

/// Finds no code line that breaks a rule, outside the places where it is allowed.
#[track_caller]
fn nowhere_but_in(allowed: &[&str], why: &str, breaks: impl Fn(&str) -> bool) {
    only_in(&["src"], allowed, why, breaks);
}

#[track_caller]
fn only_in(looked_at: &[&str], allowed: &[&str], why: &str, breaks: impl Fn(&str) -> bool) {
    let mut broken = Vec::new();
    for source in sources().iter().filter(|source| source.is_in(looked_at) && !source.is_in(allowed)) {
        let lines = source.code().filter(|(_, line)| breaks(line));
        broken.extend(lines.map(|(at, line)| format!("{}:{at}: {}", source.path, line.trim())));
    }
    assert!(broken.is_empty(), "{why}\n{}", broken.join("\n"));
}

#[test]
fn only_the_platform_touches_the_browser() {
    let names = ["web_sys", "js_sys", "gloo", "wasm_bindgen", "wasm_bindgen_futures"];
    nowhere_but_in(
        &["src/platform", "src/main.rs"],
        "What the browser does can fail in ways that only `platform` turns into values.",
        |line| names.iter().any(|name| has_word(line, name)),
    );
}

#[test]
fn only_ui_platform_and_main_know_yew() {
    nowhere_but_in(
        &["src/ui", "src/platform", "src/main.rs"],
        "The rules, the content and the state machine must run and be tested without a browser.",
        |line| has_word(line, "yew"),
    );
}

#[test]
fn nothing_in_the_program_may_panic_on_purpose() {
    let panics = [".unwrap()", ".expect(", "panic!", "todo!", "unimplemented!", "unreachable!"];
    nowhere_but_in(
        &[],
        "With `panic = \"abort\"` a panic ends the program, and the answers on the page with it.",
        |line| panics.iter().any(|name| line.contains(name)),
    );
}

#[test]
fn only_scripts_know_the_service_worker() {
    nowhere_but_in(
        &[],
        "In a sandboxed frame the mere mention of it throws, and would end the program: boot.js looks after it.",
        |line| line.contains("service_worker") || line.contains("serviceWorker"),
    );
}

#[test]
fn no_screen_has_inline_style() {
    only_in(
        &["src/ui"],
        &[],
        "A strict content security policy blocks inline style; use classes and custom properties.",
        |line| ["style={", "style=\"", "style = "].iter().any(|name| line.contains(name)),
    );
}

#[test]
fn thresholds_know_no_floating_point() {
    only_in(
        &["src/domain", "src/record", "src/report", "src/export", "src/app"],
        &[],
        "No rounding error may decide a threshold (docs/product.md#scoring).",
        |line| has_word(line, "f32") || has_word(line, "f64"),
    );
}

/// The layers from the bottom up; those of one row do not know each other either.
const LAYERS: [&[&str]; 9] = [
    &["domain"],
    &["json"],
    &["content"],
    &["record"],
    &["share_code"],
    &["report"],
    &["export"],
    &["app"],
    &["ui", "platform"],
];

/// True if a line of a file names a layer above its own.
fn names_a_higher_layer(path: &str, line: &str) -> bool {
    let is_of = |layer: &&str| path.starts_with(&format!("src/{layer}/"));
    let own = LAYERS.iter().position(|layers| layers.iter().any(is_of));
    let higher = own.map_or(&[][..], |own| &LAYERS[own + 1..]);
    higher.iter().copied().flatten().any(|layer| {
        let path = format!("crate::{layer}");
        line.contains(&path) && has_word(line, layer)
    })
}

/// True if a line of the state machine names a part above the one that its file belongs to.
fn names_a_higher_part_of_the_app(path: &str, line: &str) -> bool {
    let names = |part: &str| {
        let paths = ["crate::app", "super", "self"].map(|root| format!("{root}::{part}"));
        has_word(line, part) && paths.iter().any(|path| line.contains(path))
    };
    let is_view = path.starts_with("src/app/view/");
    let is_update = path.starts_with("src/app/update/");
    path.starts_with("src/app/") && !is_view && (names("view") || (!is_update && names("update")))
}

#[track_caller]
fn no_line(why: &str, breaks: impl Fn(&str, &str) -> bool) {
    let mut broken = Vec::new();
    for source in sources() {
        let lines = source.code().filter(|(_, line)| breaks(&source.path, line));
        broken.extend(lines.map(|(at, line)| format!("{}:{at}: {}", source.path, line.trim())));
    }
    assert!(broken.is_empty(), "{why}\n{}", broken.join("\n"));
}

#[test]
fn each_layer_knows_only_those_below_it() {
    no_line("The crate reads from the bottom up (ARCHITECTURE.md).", names_a_higher_layer);
}

#[test]
fn state_machine_does_not_know_its_view() {
    no_line(
        "State does not depend on handlers of messages, and neither depends on screens.",
        names_a_higher_part_of_the_app,
    );
}

/// The words inside the quotes of a line of code.
fn quoted_words(line: &str) -> impl Iterator<Item = &str> {
    let quoted = line.split('"').skip(1).step_by(2);
    quoted.flat_map(|text| text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-')))
}

#[test]
fn no_id_of_the_content_stands_in_the_program() {
    // Ids of these are words that the program may well use in another sense.
    let ordinary = ["roles", "horizons", "documents", "themes"];
    let ids: BTreeSet<String> = ids(structure())
        .into_iter()
        .filter(|(list, _)| !ordinary.contains(&list.as_str()))
        .map(|(_, id)| id)
        .collect();
    assert!(["regie-top", "richting", "wel-niet", "tip-s-staf"].iter().all(|id| ids.contains(*id)));
    nowhere_but_in(
        &[],
        "Content is data: another content file must work without a change to the program.",
        |line| quoted_words(line).any(|word| ids.contains(word)),
    );
}

#[test]
fn long_files_explain_their_length() {
    let is_too_long = |source: &Source| {
        let mut first_lines = source.text.lines().take(8);
        let explains = first_lines.any(|line| line.to_lowercase().contains("longer than 300 lines because"));
        source.lines().count() > 300 && !explains
    };
    let long: Vec<String> = code_files().into_iter().filter(is_too_long).map(|source| source.path).collect();
    assert!(long.is_empty(), "split these, or explain their length: {long:?}");
}

#[test]
fn every_file_starts_with_a_description() {
    for source in code_files() {
        let is_described = source.text.starts_with("//") || source.text.starts_with("/*");
        assert!(is_described, "{} does not start with a description", source.path);
    }
}

#[test]
fn no_file_has_a_name_that_says_nothing() {
    for source in code_files() {
        let name = source.path.rsplit('/').next().unwrap_or_default();
        let says_nothing =
            ["util", "helper", "manager", "misc", "common"].iter().any(|word| name.contains(word));
        assert!(!says_nothing, "{}", source.path);
    }
}

#[test]
fn these_rules_find_what_they_look_for() {
    assert!(has_word("use web_sys::Storage;", "web_sys"));
    assert!(has_word("let at = x as f64;", "f64") && !has_word("let sf64 = 1;", "f64"));
    assert!(!has_word("// the gloomy gloomy", "gloo"));
    assert_eq!(quoted_words(r#"a("x/regie-top", y, "b")"#).collect::<Vec<_>>(), ["x", "regie-top", "b"]);
    let text = "// yew\nuse yew::Html;\n#[cfg(test)]\nmod tests {}\n".to_owned();
    let source = Source { path: "src/x.rs".to_owned(), text };
    assert_eq!(source.code().collect::<Vec<_>>(), [(2, "use yew::Html;")]);

    assert!(names_a_higher_layer("src/domain/id.rs", "use crate::content::Start;"));
    assert!(names_a_higher_layer("src/export/csv.rs", "    let x = crate::app::Model::init();"));
    assert!(names_a_higher_layer("src/app/update/host.rs", "use crate::platform::{self};"));
    assert!(!names_a_higher_layer("src/export/csv.rs", "use crate::report::Report;"));
    assert!(!names_a_higher_layer("src/main.rs", "use crate::app::Model;"));
    assert!(names_a_higher_part_of_the_app("src/app/model.rs", "use super::view::View;"));
    assert!(names_a_higher_part_of_the_app("src/app/update/sharing.rs", "use crate::app::view::block::Qr;"));
    assert!(names_a_higher_part_of_the_app("src/app/model.rs", "use super::update::archive::Undo;"));
    assert!(!names_a_higher_part_of_the_app("src/app/view/mod.rs", "use crate::app::view::block;"));
    assert!(!names_a_higher_part_of_the_app("src/app/mod.rs", "pub mod view;"));
}
