//! Errors for the editor of a content file: every one at once, each with its path.

use flexkompas::content::{ContentError, Language, Part};
use serde_json::{Value, json};

use crate::support::content::{part, read_library, read_modules, read_start};

/// The errors, one per line, after this change to the real content.
#[track_caller]
fn after(wanted: Part, change: impl FnOnce(&mut Value)) -> String {
    let mut content = part(wanted, Language::Dutch);
    change(&mut content);
    let errors: Vec<ContentError> = match wanted {
        Part::Start => read_start(&content).map(|_| ()).unwrap_err(),
        Part::Library => read_library(&content).map(|_| ()).unwrap_err(),
        Part::Modules => read_modules(&content).map(|_| ()).unwrap_err(),
    };
    errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

#[track_caller]
fn start_says(change: impl FnOnce(&mut Value), expected: &str) {
    assert_eq!(after(Part::Start, change), expected);
}

#[track_caller]
fn library_says(change: impl FnOnce(&mut Value), expected: &str) {
    assert_eq!(after(Part::Library, change), expected);
}

fn remove(value: &mut Value, field: &str) {
    value.as_object_mut().unwrap().remove(field);
}

#[test]
fn mistakes_at_the_top_of_a_file_are_named() {
    start_says(|c| c["format"] = json!("other"), "format: must be \"flexkompas-content\"");
    start_says(|c| c["version"] = json!(2), "version: must be a whole number from 1 to 1");
    start_says(|c| c["part"] = json!("library"), "part: must be \"start\"");
    library_says(|c| c["part"] = json!("start"), "part: must be \"library\"");
    start_says(|c| c["questionSet"] = json!(""), "questionSet: is empty");
    start_says(
        |c| remove(c, "statements"),
        "statements: is missing\nstatements: must have at least one statement",
    );
    library_says(|c| c["tips"] = json!({}), "tips: must be a list in square brackets");
}

#[test]
fn mistakes_in_words_and_phases_are_named() {
    start_says(|c| remove(&mut c["words"], "next"), "words.next: is missing");
    start_says(|c| c["words"]["next"] = json!(" "), "words.next: is empty");
    start_says(|c| c["words"]["next"] = json!(null), "words.next: is missing");
    start_says(
        |c| c["phases"][2]["meaning"] = json!(7),
        "phases[3] (fase-3-breed).meaning: must be text in quotes",
    );
    start_says(
        |c| {
            c["phases"].as_array_mut().unwrap().pop();
        },
        "phases: must be 4 phases, are 3",
    );
}

#[test]
fn mistakes_in_statements_are_named_with_place_and_id() {
    let of = |field: &str, value: Value, what: &str| {
        let place = format!("statements[4] (regie-top){what}");
        start_says(|c| c["statements"][3][field] = value, &place);
    };
    of("dimension", json!("nowhere"), ".dimension: no such dimension");
    of("skip", json!(["boss"]), ".skip: no such role: boss");
    of("perception", json!(["boss"]), ".perception: no such role: boss");
    of("quick", json!("yes"), ".quick: must be true or false");
    of("anchors", json!(["a", "b", "c"]), ".anchors: must have 4 texts, has 3");
    of("anchors", json!(["a", "b", "c", ""]), ".anchors: is empty");
    of("anchors", json!("a"), ".anchors: must be a list in square brackets");
    of("ask", json!(["a"]), ".ask: must be text in quotes");
    of(
        "characteristics",
        json!(["Kenmerk 1"]),
        ".characteristics: must be an id: lower-case letters, digits and single hyphens",
    );
}

#[test]
fn ids_that_are_missing_malformed_or_double_are_named() {
    start_says(|c| remove(&mut c["statements"][3], "id"), "statements[4].id: is missing");
    start_says(
        |c| c["statements"][3]["id"] = json!("Regie top"),
        "statements[4] (Regie top).id: must be an id: lower-case letters, digits and single hyphens",
    );
    start_says(
        |c| c["statements"][3]["id"] = json!("richting-visie"),
        "statements: this id stands twice: richting-visie",
    );
    library_says(
        |c| c["tips"][1]["id"] = json!("tip-richting-12a"),
        "tips: this id stands twice: tip-richting-12a",
    );
}

#[test]
fn an_item_that_is_no_object_is_named_with_its_place() {
    start_says(|c| c["statements"][3] = json!("regie-top"), "statements[4]: must be an object in braces");
}

#[test]
fn mistakes_in_dimensions_are_named() {
    start_says(
        |c| c["dimensions"][0]["priority"] = json!(0),
        "dimensions[1] (richting).priority: must be a whole number from 1 to 99",
    );
    start_says(
        |c| c["dimensions"][0]["priority"] = json!(1.5),
        "dimensions[1] (richting).priority: must be a whole number from 1 to 99",
    );
}

#[test]
fn a_set_that_could_not_be_summed_exactly_is_named() {
    start_says(
        |c| {
            let more =
                (1..=4).map(|at| json!({ "id": format!("d{at}"), "priority": 9, "name": "n", "asks": "a" }));
            c["dimensions"].as_array_mut().unwrap().extend(more);
        },
        "dimensions: are more than 12",
    );
}

#[test]
fn mistakes_in_principles_are_named_at_any_depth() {
    let of = |change: fn(&mut Value), what: &str| {
        library_says(|c| change(&mut c["principles"][0]), &format!("principles[1] (p1-wensen).{what}"));
    };
    of(
        |p| p["warnings"][1]["pole"] = json!("p2-pool-controle"),
        "warnings[2] (d1-keuzeparadox).pole: is not a pole of this principle",
    );
    of(|p| remove(&mut p["stops"][2], "meaning"), "stops[3] (p1-segmenteren).meaning: is missing");
    of(|p| p["stops"] = json!([p["stops"][0]]), "stops: must be 2 to 7 stops");
    of(
        |p| p["stops"][1]["id"] = json!("p1-personaliseren"),
        "stops: this id stands twice: p1-personaliseren",
    );
    of(
        |p| {
            p["poles"]
                .as_array_mut()
                .unwrap()
                .push(json!({ "id": "x", "name": "n", "start": "s", "thinking": "t" }));
        },
        "poles: must be two",
    );
}

#[test]
fn mistakes_in_questions_are_named() {
    let of = |field: &str, value: Value, what: &str| {
        let place = format!("questions[1] (q-omg-trends).{what}");
        library_says(|c| c["questions"][0][field] = value, &place);
    };
    of("theme", json!("nowhere"), "theme: no such theme");
    of("kind", json!("essay"), "kind: must be one of open, grade, choice, choice-open, checklist");
    of("kind", json!("checklist"), "rows: a checklist has rows, any other kind has none");
    of("rows", json!(["succes-1"]), "rows: a checklist has rows, any other kind has none");
    of("core", json!(1), "core: must be true or false");
    of("text", json!(""), "text: is empty");
}

#[test]
fn a_row_that_does_not_exist_is_named() {
    library_says(
        |c| {
            let list = c["questions"].as_array_mut().unwrap().iter_mut().find(|q| q["kind"] == "checklist");
            list.unwrap()["rows"][0] = json!("succes-99");
        },
        "questions[32] (q-aanpak-succes).rows: no such row: succes-99",
    );
}

#[test]
fn mistakes_in_tips_are_named() {
    library_says(
        |c| c["tips"][0]["transition"] = json!("4-5"),
        "tips[1] (tip-richting-12a).transition: must be one of 1-2, 2-3, 3-4",
    );
    library_says(|c| remove(&mut c["tips"][0], "source"), "tips[1] (tip-richting-12a).source: is missing");
}

#[test]
fn all_mistakes_are_told_at_once() {
    start_says(
        |c| {
            c["words"]["back"] = json!("");
            c["statements"][0]["dimension"] = json!("nowhere");
            c["statements"][1]["ask"] = json!("");
            c["statements"][2]["dimension"] = json!("nowhere");
        },
        "words.back: is empty\n\
         statements[1] (richting-visie).dimension: no such dimension\n\
         statements[2] (richting-betekenis).ask: is empty\n\
         statements[3] (richting-doelen).dimension: no such dimension",
    );
}

#[test]
fn a_file_that_is_no_object_is_named_as_such() {
    assert!(after(Part::Start, |c| *c = json!([])).starts_with("file: must be an object in braces\n"));
}

#[test]
fn unknown_fields_are_no_error() {
    let mut content = part(Part::Start, Language::Dutch);
    content["statements"][0]["remark"] = json!("for a later version");
    assert!(read_start(&content).is_ok());
}
