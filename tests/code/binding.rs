//! A code belongs to the ids of its content, in their order; with any other it is refused.

use flexkompas::content::{Language, Library, Part, Start};
use flexkompas::share_code::DecodeError;
use serde_json::{Value, json};

use crate::scans::everything_answered;
use crate::support::content::{library, part, read_library, read_start, start};
use crate::{Content, written};

/// The start part after a change.
#[track_caller]
fn start_with(change: impl FnOnce(&mut Value)) -> Start {
    let mut value = part(Part::Start, Language::Dutch);
    change(&mut value);
    read_start(&value).unwrap()
}

/// The library part after a change.
#[track_caller]
fn library_with(change: impl FnOnce(&mut Value)) -> Library {
    let mut value = part(Part::Library, Language::Dutch);
    change(&mut value);
    read_library(&value).unwrap()
}

#[track_caller]
fn belongs_elsewhere(start: Start, library: Library, what: &str) {
    let content = Content { start, library };
    let scan = everything_answered();
    assert_eq!(content.read(&written(&scan)), Err(DecodeError::OtherQuestionSet), "{what}");
    assert_eq!(crate::read(&content.written(&scan)), Err(DecodeError::OtherQuestionSet), "{what}");
}

#[track_caller]
fn starts_elsewhere(what: &str, change: impl FnOnce(&mut Value)) {
    belongs_elsewhere(start_with(change), library(Language::Dutch), what);
}

#[track_caller]
fn library_elsewhere(what: &str, change: impl FnOnce(&mut Value)) {
    belongs_elsewhere(start(Language::Dutch), library_with(change), what);
}

/// Exchanges an entry of a list with the one before it.
fn exchange(list: &mut Value, at: usize) {
    list.as_array_mut().unwrap().swap(at - 1, at);
}

/// Puts the last entry of a list there again under another id.
fn add(list: &mut Value) {
    let mut entry = list.as_array().unwrap().last().unwrap().clone();
    entry["id"] = json!("one-more");
    list.as_array_mut().unwrap().push(entry);
}

#[test]
fn another_question_set_is_other_content() {
    starts_elsewhere("another id", |start| start["questionSet"] = json!("flexkompas-2027"));
}

#[test]
fn statements_dimensions_and_roles_in_another_order_are_other_content() {
    for (list, count) in [("statements", 25), ("dimensions", 9), ("roles", 5)] {
        for at in 1..count {
            starts_elsewhere(&format!("{list} {at}"), |start| exchange(&mut start[list], at));
        }
    }
}

#[test]
fn one_statement_dimension_or_role_more_is_other_content() {
    for list in ["statements", "dimensions", "roles"] {
        starts_elsewhere(list, |start| add(&mut start[list]));
    }
}

#[test]
fn a_statement_of_another_name_or_dimension_is_other_content() {
    starts_elsewhere("name", |start| start["statements"][3]["id"] = json!("another"));
    starts_elsewhere("dimension", |start| {
        let last = start["dimensions"][8]["id"].clone();
        start["statements"][0]["dimension"] = last;
    });
}

#[test]
fn principles_and_stops_in_another_order_are_other_content() {
    for at in 1..3 {
        library_elsewhere("principles", |library| exchange(&mut library["principles"], at));
    }
    for (principle, stops) in [(0, 4), (1, 5), (2, 4)] {
        for at in 1..stops {
            library_elsewhere("stops", |library| {
                exchange(&mut library["principles"][principle]["stops"], at);
            });
        }
    }
}

#[test]
fn one_stop_more_is_other_content() {
    for at in 0..3 {
        library_elsewhere("stops", |library| add(&mut library["principles"][at]["stops"]));
    }
}

#[test]
fn other_words_are_the_same_content() {
    let start = start_with(|start| {
        start["statements"][0]["name"] = json!("Another name");
        start["dimensions"][0]["name"] = json!("Another name");
        start["roles"][0]["name"] = json!("Another name");
    });
    let library =
        library_with(|library| library["principles"][0]["stops"][0]["name"] = json!("Another name"));
    let scan = everything_answered();
    assert_eq!(Content { start, library }.read(&written(&scan)), Ok(scan));
}
