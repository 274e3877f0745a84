//! Errors for the editor of `structure.json` and the language files: texts and structure that do not belong together,
//! and text that is no JSON.

use std::fs;

use flexkompas::content::{ContentError, Language, Part};
use flexkompas::json::parse;
use serde_json::{Value, json};

use crate::support::content::{joined, read_library, structure, texts};

/// The errors, one per line, after this change to the real structure and the Dutch texts.
#[track_caller]
fn says(change: impl FnOnce(&mut Value, &mut Value), expected: &str) {
    let (mut structure, mut texts) = (structure().clone(), texts(Language::Dutch).clone());
    change(&mut structure, &mut texts);
    let errors: Vec<ContentError> = joined(&structure, &texts).map(|_| ()).unwrap_err();
    assert_eq!(errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"), expected);
}

fn remove(value: &mut Value, field: &str) {
    value.as_object_mut().unwrap().remove(field).unwrap();
}

#[test]
fn an_id_without_texts_in_a_language_is_named() {
    says(
        |_, texts| remove(&mut texts["tips"], "tip-regie-12a"),
        "tips.tip-regie-12a: has no texts in this language",
    );
    says(
        |_, texts| remove(&mut texts["stops"], "p2-kaders"),
        "stops.p2-kaders: has no texts in this language",
    );
    says(
        |_, texts| texts["cards"]["wel-1"] = json!("Flexibel werken is goed."),
        "cards.wel-1: has no texts in this language\ncards.wel-1: stands in no list of structure.json",
    );
}

#[test]
fn a_section_that_is_missing_is_named_by_every_id_that_needs_it() {
    says(
        |_, texts| remove(texts, "kpiSteps"),
        "kpiSteps.kpi-koppelen: has no texts in this language\n\
         kpiSteps.kpi-meten: has no texts in this language\n\
         kpiSteps.kpi-streefwaarde: has no texts in this language\n\
         kpiSteps.kpi-eigenaar: has no texts in this language",
    );
}

#[test]
fn texts_of_an_id_that_does_not_exist_are_named() {
    says(
        |_, texts| texts["tips"]["tip-nergens"] = json!({ "text": "Doe iets." }),
        "tips.tip-nergens: stands in no list of structure.json",
    );
    says(
        |_, texts| texts["jokes"] = json!({ "grap-1": { "text": "Ha." } }),
        "jokes.grap-1: stands in no list of structure.json",
    );
}

#[test]
fn texts_of_an_id_that_was_taken_away_or_misspelt_are_named() {
    says(
        |structure, _| drop(structure["facts"].as_array_mut().unwrap().remove(0)),
        "facts.feit-bc-productiviteit: stands in no list of structure.json",
    );
    says(
        |structure, _| structure["cards"][0]["id"] = json!("wel-11"),
        "cards.wel-11: has no texts in this language\ncards.wel-1: stands in no list of structure.json",
    );
    says(
        |structure, _| remove(&mut structure["cards"][0], "id"),
        "cards.wel-1: stands in no list of structure.json",
    );
}

#[test]
fn a_text_that_also_stands_in_the_structure_is_named() {
    says(
        |_, texts| texts["tips"]["tip-regie-12a"]["source"] = json!("001 2.4"),
        "tips.tip-regie-12a.source: stands in structure.json as well",
    );
    says(
        |structure, _| structure["statements"][3]["ask"] = json!("Wie?"),
        "statements.regie-top.ask: stands in structure.json as well",
    );
}

#[test]
fn a_list_that_no_part_holds_is_named() {
    says(
        |structure, _| structure["answertips"] = json!([]),
        "answertips: is a list that no part of the content holds",
    );
}

#[test]
fn all_mistakes_are_told_at_once() {
    says(
        |structure, texts| {
            structure["jokes"] = json!([]);
            remove(&mut texts["tips"], "tip-regie-12a");
            texts["phases"]["fase-9"] = json!({});
        },
        "tips.tip-regie-12a: has no texts in this language\n\
         phases.fase-9: stands in no list of structure.json\n\
         jokes: is a list that no part of the content holds",
    );
}

#[test]
fn a_text_that_is_missing_within_an_id_is_named_when_the_part_is_read() {
    let mut texts = texts(Language::Dutch).clone();
    remove(&mut texts["tips"]["tip-richting-12a"], "text");
    let parts = joined(structure(), &texts).unwrap();
    let (_, library) = parts.iter().find(|(part, _)| *part == Part::Library).unwrap();
    let library = serde_json::from_str(&library.to_string()).unwrap();
    let errors = read_library(&library).unwrap_err();
    assert_eq!(errors[0].to_string(), "tips[1] (tip-richting-12a).text: is missing");
    assert_eq!(errors.len(), 1);
}

/// Changes one piece of the Dutch file, which must be there, and expects this error on that line and column.
#[track_caller]
fn dutch_file_says(piece: &str, with: &str, line: usize, column: usize, what: &str) {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/content/nl.json");
    let text = fs::read_to_string(path).unwrap();
    let before = text.split(piece).next().unwrap().matches('\n').count();
    assert!(text.contains(piece), "{piece} is not in the file");
    let error = parse(&text.replacen(piece, with, 1)).unwrap_err();
    assert_eq!((error.line - before, error.column, error.reason), (line, column, what), "{with}");
}

#[test]
fn a_name_that_stands_twice_is_named_with_line_and_column() {
    // The second line, behind the closing quote of the name: 4 spaces and 6 characters.
    dutch_file_says(
        "    \"next\": \"Volgende\",\n",
        "    \"next\": \"Volgende\",\n    \"next\": \"Verder\",\n",
        2,
        11,
        "this name stands twice",
    );
}

#[test]
fn what_is_no_json_is_named_with_line_and_column() {
    let next = "    \"next\": \"Volgende\",\n";
    let says = |with: &str, line, column, what| dutch_file_says(next, with, line, column, what);
    says("    \"next\": \"Volgende\"\n", 2, 5, "a comma or } was expected");
    says("    \"next\": \"Volgende\",,\n", 1, 24, "a name in quotes was expected");
    says("    next: \"Volgende\",\n", 1, 5, "a name in quotes was expected");
    says("    \"next\" \"Volgende\",\n", 1, 12, "a colon was expected");
    says("    \"next\": Volgende,\n", 1, 13, "a value was expected");
    says("    \"next\": \"Vol\ngende\",\n", 1, 17, "a line break or control character inside quotes");
    says("    \"next\": \"Vol\\gende\",\n", 1, 19, "an unknown escape");
    says("    // hier\n", 1, 5, "a name in quotes was expected");
}

#[test]
fn a_file_that_is_cut_off_or_goes_on_is_named() {
    let error = parse("{\n  \"tips\": {\n").unwrap_err();
    assert_eq!((error.line, error.column, error.reason), (3, 1, "a name in quotes was expected"));
    let error = parse("{\n  \"tips\": {}\n}\n}\n").unwrap_err();
    assert_eq!((error.line, error.column, error.reason), (4, 1, "text after the end"));
}
