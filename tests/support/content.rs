//! The real content, joined by the program's own `join`, as the build does it.

use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use flexkompas::content::{ContentError, Joined, Language, Library, MessageKey, Modules, Part, Start, join};
use flexkompas::json;
use serde_json::Value;

/// The question set of the content.
pub(crate) const QUESTION_SET: &str = "flexkompas-2026-2";

/// A file of the folder `content`.
#[track_caller]
pub(crate) fn source(name: &str) -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("content").join(name);
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

/// The ids, rules and relations, without a language.
pub(crate) fn structure() -> &'static Value {
    static STRUCTURE: LazyLock<Value> = LazyLock::new(|| source("structure.json"));
    &STRUCTURE
}

/// The texts of a language.
pub(crate) fn texts(language: Language) -> &'static Value {
    static DUTCH: LazyLock<Value> = LazyLock::new(|| source("nl.json"));
    static ENGLISH: LazyLock<Value> = LazyLock::new(|| source("en.json"));
    match language {
        Language::Dutch => &DUTCH,
        Language::English => &ENGLISH,
    }
}

/// A text of the user interface, before values are put in.
#[track_caller]
pub(crate) fn message(language: Language, message: MessageKey) -> String {
    texts(language)["words"][message.key()].as_str().unwrap().to_owned()
}

/// The line that names a source such as `001 4.1-flexplan, 4.3; 003 model`: documents by their names, sections by their
/// numbers, and no shorthand.
#[track_caller]
pub(crate) fn source_line(language: Language, source: &str) -> String {
    let texts = texts(language);
    let parts = source.split("; ").map(|part| {
        let (code, places) = part.split_once(' ').unwrap_or((part, ""));
        let name = texts["documents"][code]["name"].as_str().unwrap();
        let number = |place: &str| -> String {
            place
                .trim_start_matches('§')
                .chars()
                .take_while(|letter| "0123456789.".contains(*letter))
                .collect()
        };
        let mut numbers: Vec<String> = Vec::new();
        for number in places.split(", ").map(number).filter(|number| !number.is_empty()) {
            if !numbers.contains(&number) {
                numbers.push(number);
            }
        }
        if numbers.is_empty() { name.to_owned() } else { format!("{name} § {}", numbers.join(", ")) }
    });
    let parts: Vec<String> = parts.collect();
    texts["words"]["source-is"].as_str().unwrap().replace("{source}", &parts.join("; "))
}

/// A value as the program itself has it.
#[track_caller]
pub(crate) fn as_program_value(value: &Value) -> json::Value {
    json::parse(&value.to_string()).unwrap()
}

/// Joins sources with the program's own join.
#[track_caller]
pub(crate) fn joined(structure: &Value, texts: &Value) -> Result<Joined, Vec<ContentError>> {
    join(&as_program_value(structure), &as_program_value(texts))
}

/// The file that a server sends for a part in a language.
pub(crate) fn served(wanted: Part, language: Language) -> String {
    static TEXTS: LazyLock<Vec<(Part, Language, String)>> = LazyLock::new(|| {
        let of = |language| {
            let parts = joined(structure(), texts(language)).unwrap();
            parts.into_iter().map(move |(part, value)| (part, language, value.to_string()))
        };
        Language::ALL.into_iter().flat_map(of).collect()
    });
    let found = TEXTS.iter().find(|(part, of, _)| (*part, *of) == (wanted, language));
    found.map(|(_, _, text)| text.clone()).unwrap()
}

/// A part of the content in one language, as it is served.
#[track_caller]
pub(crate) fn part(part: Part, language: Language) -> Value {
    serde_json::from_str(&served(part, language)).unwrap()
}

#[track_caller]
pub(crate) fn start(language: Language) -> Start {
    Start::read(&json::parse(&served(Part::Start, language)).unwrap()).unwrap()
}

#[track_caller]
pub(crate) fn library(language: Language) -> Library {
    let value = json::parse(&served(Part::Library, language)).unwrap();
    Library::read(&value, &start(language).set).unwrap()
}

#[track_caller]
pub(crate) fn modules(language: Language) -> Modules {
    let value = json::parse(&served(Part::Modules, language)).unwrap();
    Modules::read(&value, &library(language)).unwrap()
}

/// Reads a start part with the program's own reader.
#[track_caller]
pub(crate) fn read_start(value: &Value) -> Result<Start, Vec<ContentError>> {
    Start::read(&as_program_value(value))
}

/// Reads a library part with the program's own reader, beside the real start part.
#[track_caller]
pub(crate) fn read_library(value: &Value) -> Result<Library, Vec<ContentError>> {
    Library::read(&as_program_value(value), &start(Language::Dutch).set)
}

/// Reads a modules part with the program's own reader, beside the real library part.
#[track_caller]
pub(crate) fn read_modules(value: &Value) -> Result<Modules, Vec<ContentError>> {
    Modules::read(&as_program_value(value), &library(Language::Dutch))
}

/// Every object with an id below a value, with the name of the list that holds it: `("stops", "p1-modulair")`.
pub(crate) fn ids(structure: &Value) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for (list, value) in structure.as_object().unwrap() {
        ids_below(list, value, &mut found);
    }
    found
}

fn ids_below(list: &str, value: &Value, found: &mut Vec<(String, String)>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| ids_below(list, item, found)),
        Value::Object(object) => {
            if let Some(id) = object.get("id").and_then(Value::as_str) {
                found.push((list.to_owned(), id.to_owned()));
            }
            object.iter().for_each(|(inner, value)| ids_below(inner, value, found));
        }
        _ => {}
    }
}
