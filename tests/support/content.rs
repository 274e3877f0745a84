//! The real content, joined from its sources as the build does it (xtask/src/pack.rs).

use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use flexkompas::content::{Language, Library, Mistake, Part, Start, Word};
use flexkompas::json;
use serde_json::{Map, Value};

/// The question set of the content.
pub(crate) const QUESTION_SET: &str = "flexkompas-2026";

const START: [&str; 4] = ["phases", "roles", "dimensions", "statements"];
const LIBRARY: [&str; 6] = ["characteristics", "principles", "themes", "questions", "rows", "tips"];

/// A file of the folder `content`.
#[track_caller]
pub(crate) fn source(name: &str) -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("content").join(name);
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

/// The ids, rules and relations, without a language.
#[track_caller]
pub(crate) fn structure() -> Value {
    source("structure.json")
}

/// The texts of a language.
#[track_caller]
pub(crate) fn texts(language: Language) -> Value {
    source(&format!("{}.json", language.code()))
}

/// A part of the content in one language, as it is served.
#[track_caller]
pub(crate) fn part(part: Part, language: Language) -> Value {
    let (mut joined, texts) = (structure(), texts(language));
    for (list, value) in joined.as_object_mut().unwrap() {
        join_below(list, value, &texts);
    }
    let mut packed = Map::new();
    packed.insert("format".into(), "flexkompas-content".into());
    packed.insert("version".into(), 1.into());
    packed.insert("part".into(), part.name().into());
    packed.insert("questionSet".into(), joined["questionSet"].clone());
    packed.insert("language".into(), texts["language"].clone());
    if part == Part::Start {
        packed.insert("words".into(), texts["words"].clone());
    }
    let lists = if part == Part::Start { START.as_slice() } else { LIBRARY.as_slice() };
    for list in lists {
        packed.insert((*list).into(), joined[*list].clone());
    }
    Value::Object(packed)
}

/// A text of the user interface, before values are put in.
#[track_caller]
pub(crate) fn word(language: Language, word: Word) -> String {
    texts(language)["words"][word.key()].as_str().unwrap().to_owned()
}

/// What a server hands over for a part in a language.
pub(crate) fn served(wanted: Part, language: Language) -> String {
    static TEXTS: LazyLock<[String; 4]> = LazyLock::new(|| {
        let languages = Language::ALL.map(|language| [Part::Start, Part::Library].map(|p| part(p, language)));
        let [[a, b], [c, d]] = languages.map(|parts| parts.map(|part| part.to_string()));
        [a, b, c, d]
    });
    let at = usize::from(language == Language::English) * 2 + usize::from(wanted == Part::Library);
    TEXTS[at].clone()
}

#[track_caller]
fn join_below(list: &str, value: &mut Value, texts: &Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| join_below(list, item, texts)),
        Value::Object(object) => {
            object.iter_mut().for_each(|(inner, value)| join_below(inner, value, texts));
            let Some(id) = object.get("id").and_then(Value::as_str).map(str::to_owned) else { return };
            let fields = texts[list][&id].as_object().unwrap_or_else(|| panic!("no text for {list} {id}"));
            for (name, text) in fields {
                let replaced = object.insert(name.clone(), text.clone());
                assert_eq!(replaced, None, "{list} {id}: {name} stands in the structure too");
            }
        }
        _ => {}
    }
}

#[track_caller]
pub(crate) fn start(language: Language) -> Start {
    read_start(&part(Part::Start, language)).unwrap()
}

#[track_caller]
pub(crate) fn library(language: Language) -> Library {
    read_library(&part(Part::Library, language)).unwrap()
}

/// Reads a start part with the program's own reader.
#[track_caller]
pub(crate) fn read_start(value: &Value) -> Result<Start, Vec<Mistake>> {
    Start::read(&json::parse(&value.to_string()).unwrap())
}

/// Reads a library part with the program's own reader.
#[track_caller]
pub(crate) fn read_library(value: &Value) -> Result<Library, Vec<Mistake>> {
    Library::read(&json::parse(&value.to_string()).unwrap())
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
