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
    let (known, named) = (ids_of(&structure, target), named(&structure, list, field));
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
fn every_row_and_every_theme_is_used() {
    let structure = structure();
    let used: BTreeSet<&str> = named(&structure, "questions", "rows").into_iter().collect();
    assert_eq!(used, ids_of(&structure, "rows"));
    let used: BTreeSet<&str> = named(&structure, "questions", "theme").into_iter().collect();
    assert_eq!(used, ids_of(&structure, "themes"));
}

#[test]
fn both_poles_of_every_principle_but_the_first_two_have_a_warning() {
    // Domain D gives all warnings of the first two principles to the first pole.
    let library = crate::support::content::library(Language::Dutch);
    let with_warning = library.principles.iter().map(|principle| {
        let poles = principle.poles.iter();
        poles.filter(|pole| principle.warnings.iter().any(|warning| warning.pole == pole.id)).count()
    });
    assert_eq!(with_warning.collect::<Vec<_>>(), [1, 1, 2]);
}

#[test]
fn no_two_fields_of_a_form_share_a_name() {
    // Product.md, stable hooks: the names of radios and fields are made of these ids.
    let structure = structure();
    let mut names: Vec<String> = Vec::new();
    names.extend(ids_of(&structure, "statements").into_iter().map(str::to_owned));
    names.extend(ids_of(&structure, "questions").into_iter().map(str::to_owned));
    names.extend(ids_of(&structure, "dimensions").into_iter().map(|id| format!("ambition-{id}")));
    for id in ids_of(&structure, "principles") {
        names.extend([format!("{id}-now"), format!("{id}-desired")]);
    }
    let unique: BTreeSet<&String> = names.iter().collect();
    assert_eq!(unique.len(), names.len());
}
