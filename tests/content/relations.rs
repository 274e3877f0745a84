//! Whatever names something else names something that exists.

use std::collections::BTreeSet;

use flexkompas::content::Language;
use serde_json::Value;

use crate::support::content::structure;

fn ids_of<'a>(structure: &'a Value, list: &str) -> BTreeSet<&'a str> {
    structure[list].as_array().unwrap().iter().map(|item| item["id"].as_str().unwrap()).collect()
}

/// Every id that a field of the items of a list names, alone or in a list.
fn named<'a>(structure: &'a Value, list: &str, field: &str) -> Vec<&'a str> {
    let values = structure[list].as_array().unwrap().iter().filter_map(|item| item.get(field));
    let each = values.flat_map(|value| value.as_array().map_or(vec![value], |items| items.iter().collect()));
    each.map(|id| id.as_str().unwrap()).collect()
}

#[track_caller]
fn exists(list: &str, field: &str, target: &str) {
    let structure = structure();
    let (known, named) = (ids_of(structure, target), named(structure, list, field));
    assert!(!named.is_empty(), "no {field} in {list}: does the field still have this name?");
    for id in named {
        assert!(known.contains(id), "{list}.{field}: there is no {id} in {target}");
    }
}

#[test]
fn what_a_statement_names_exists() {
    exists("statements", "dimension", "dimensions");
    exists("statements", "characteristics", "characteristics");
    exists("statements", "skip", "roles");
    exists("statements", "perception", "roles");
}

#[test]
fn what_a_theme_names_exists() {
    exists("themes", "dimensions", "dimensions");
}

#[test]
fn what_a_question_names_exists() {
    exists("questions", "theme", "themes");
    exists("questions", "roles", "roles");
    exists("questions", "dimensions", "dimensions");
    exists("questions", "rows", "rows");
}

#[test]
fn what_a_tip_names_exists() {
    exists("tips", "dimension", "dimensions");
}

#[test]
fn what_a_conditional_tip_names_exists() {
    for list in ["sliderTips", "answerTips", "generalTips"] {
        exists(list, "horizon", "horizons");
    }
}

#[test]
fn what_the_guide_and_the_modules_name_exists() {
    exists("scopingExample", "id", "questions");
    exists("interests", "question", "questions");
    exists("modules", "group", "moduleGroups");
    exists("modules", "question", "questions");
    exists("myths", "question", "questions");
}

#[test]
fn every_document_that_a_source_names_has_a_name() {
    let structure = structure();
    let documents = ids_of(structure, "documents");
    let mut sources = Vec::new();
    sources_below(structure, &mut sources);
    assert!(sources.len() > 400, "the sources were not found");
    for part in sources.iter().flat_map(|source| source.split("; ")) {
        let code = part.split(' ').next().unwrap();
        assert!(documents.contains(code), "{part}");
        let rest = part.strip_prefix(code).unwrap();
        assert!(!documents.iter().any(|code| rest.contains(*code)), "a code without its own part: {part}");
    }
}

fn sources_below<'a>(value: &'a Value, found: &mut Vec<&'a str>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| sources_below(item, found)),
        Value::Object(fields) => {
            found.extend(fields.get("source").and_then(Value::as_str));
            fields.values().for_each(|value| sources_below(value, found));
        }
        _ => {}
    }
}

#[test]
fn every_row_and_every_theme_is_used() {
    let structure = structure();
    let used: BTreeSet<&str> = named(structure, "questions", "rows").into_iter().collect();
    assert_eq!(used, ids_of(structure, "rows"));
    let used: BTreeSet<&str> = named(structure, "questions", "theme").into_iter().collect();
    assert_eq!(used, ids_of(structure, "themes"));
}

#[test]
fn both_poles_of_every_principle_have_a_warning() {
    // Neither end is better, so neither goes without.
    let library = crate::support::content::library(Language::Dutch);
    let with_warning = library.principles.iter().map(|principle| {
        let poles = principle.poles.iter();
        poles.filter(|pole| principle.warnings.iter().any(|warning| warning.pole == pole.id)).count()
    });
    assert_eq!(with_warning.collect::<Vec<_>>(), [2, 2, 2]);
}

#[test]
fn no_two_fields_of_a_form_share_a_name() {
    // Product.md, stable hooks: the names of radios and fields are made of these ids.
    let structure = structure();
    let mut names: Vec<String> = Vec::new();
    names.extend(ids_of(structure, "statements").into_iter().map(str::to_owned));
    names.extend(ids_of(structure, "questions").into_iter().map(str::to_owned));
    names.extend(ids_of(structure, "dimensions").into_iter().map(|id| format!("ambition-{id}")));
    for id in ids_of(structure, "principles") {
        names.extend([format!("{id}-now"), format!("{id}-desired")]);
    }
    for id in ids_of(structure, "statements") {
        names.extend([format!("note-{id}"), format!("what-if-{id}")]);
    }
    for id in ids_of(structure, "questions") {
        names.extend([format!("words-{id}"), format!("guide-{id}")]);
    }
    for question in structure["questions"].as_array().unwrap() {
        for row in question["rows"].as_array().into_iter().flatten() {
            names.push([question["id"].as_str().unwrap(), "-", row.as_str().unwrap()].concat());
        }
    }
    for module in structure["modules"].as_array().unwrap() {
        let id = module["id"].as_str().unwrap();
        names.push(id.to_owned());
        let entries = module["list"].as_str().map(|list| ids_of(structure, list)).unwrap_or_default();
        names.extend(entries.into_iter().map(|entry| format!("{id}-{entry}")));
    }
    names.extend(["set", "role", "theme", "search", "narrow", "library-theme"].map(str::to_owned));
    let unique: BTreeSet<&String> = names.iter().collect();
    assert_eq!(unique.len(), names.len());
}
