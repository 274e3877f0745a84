//! Records of version 1 as they lie in people's browsers and folders: they must be read for as long as there is a
//! Flexkompas. Never change a fixture; add one.

use flexkompas::content::Language;
use flexkompas::domain::{Answer, Choice, Reflection, ScanLength};
use flexkompas::record::{PolicyTheme, Record};
use serde_json::{Value, json};

use crate::support::{phase, role, stop};
use crate::{read, written};

const QUICK: &str = include_str!("../fixtures/record-v1-quick.json");
const MINIMAL: &str = include_str!("../fixtures/record-v1-minimal.json");
const FULL: &str = include_str!("../fixtures/record-v1-full.json");
const THEMES: &str = include_str!("../fixtures/record-v1-themes.json");

#[track_caller]
fn reflection<'a>(record: &'a Record, question: &str) -> &'a Reflection {
    record.reflections.get(question).unwrap()
}

#[test]
fn the_record_of_a_quick_scan_is_read() {
    let record = read(QUICK).unwrap();
    assert_eq!((&*record.stamp.id, &*record.stamp.started_at), ("k7Qm2xB1c9A", "2026-11-21T09:30:00Z"));
    assert_eq!(
        (record.scope.length, record.scope.role, record.language),
        (ScanLength::Quick, None, Language::Dutch)
    );
    assert_eq!(record.answers.len(), 3);
    assert_eq!(record.answers.get("richting-betekenis"), Some(&Answer::Rated(phase(2))));
    assert_eq!(record.answers.get("regie-top"), Some(&Answer::Unknown));
    assert_eq!(record.answers.get("kaders-hybride"), Some(&Answer::NotApplicable));
    assert_eq!(record.notes.get("richting-betekenis").map(|note| &**note), Some("…"));
    assert_eq!(record.ambition.get("richting"), Some(&phase(3)));
    assert_eq!(&*record.theme.name, "werkdruk");
}

#[test]
fn the_record_of_a_full_scan_is_read() {
    let record = read(FULL).unwrap();
    assert_eq!(
        (record.scope.length, record.scope.role.clone()),
        (ScanLength::Full, Some(role("works-council")))
    );
    assert_eq!((record.language, &*record.name), (Language::English, "Before \"the move\""));
    assert_eq!(
        record.notes.get("richting-visie").map(|note| &**note),
        Some("line one\nline two \\ \"quoted\" 😀")
    );
    let marks = |id| {
        let marks = record.theme.placements.get(id).unwrap();
        [&marks.now, &marks.desired].map(|stop| stop.as_ref().map_or("-", |stop| stop.as_str()))
    };
    assert_eq!(marks("p1-wensen"), ["p1-segmenteren", "p1-modulair"]);
    assert_eq!(marks("p2-welkan"), ["-", "p2-kaders"]);
    assert_eq!(marks("p3-ict"), ["p3-reageren", "-"]);
}

#[test]
fn every_kind_of_reflection_is_read() {
    let record = read(FULL).unwrap();
    let choice = |choice, text: &str| Reflection::Choice { choice, text: text.to_owned() };
    assert_eq!(reflection(&record, "q-omg-cijfer"), &Reflection::Grade(10));
    assert_eq!(reflection(&record, "q-omg-trends"), &Reflection::Text("Twee\nregels".to_owned()));
    assert_eq!(reflection(&record, "q-spec-papier"), &choice(Some(Choice::No), ""));
    assert_eq!(reflection(&record, "q-case-beeld"), &choice(None, "Only words"));
    assert_eq!(
        reflection(&record, "q-aanpak-weten"),
        &choice(Some(Choice::Partly), "Het \"waarom\" is niet helder.")
    );
    let Reflection::Checklist(rows) = reflection(&record, "q-aanpak-succes") else {
        panic!("not a checklist")
    };
    assert_eq!((rows.get("succes-1"), rows.get("succes-8")), (Some(&Choice::Yes), Some(&Choice::No)));
}

#[test]
fn a_record_needs_no_more_than_id_question_set_and_set() {
    let record = read(MINIMAL).unwrap();
    assert!(record.is_blank());
    assert_eq!((record.scope.length, record.language), (ScanLength::Full, Language::Dutch));
    assert_eq!((&*record.stamp.started_at, &*record.name), ("", ""));
}

#[track_caller]
fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn a_quick_record_is_written_as_it_was_read() {
    assert_eq!(json(&written(&read(QUICK).unwrap())), json(QUICK));
}

#[test]
fn a_record_with_themes_and_modules_is_written_as_it_was_read() {
    assert_eq!(json(&written(&read(THEMES).unwrap())), json(THEMES));
    assert!(written(&read(THEMES).unwrap()).contains("\"weights\":[1.50,2]"));
}

#[test]
fn the_themes_of_a_record_are_read_each_with_its_own_work() {
    let record = read(THEMES).unwrap();
    let words = |theme: &PolicyTheme, question: &str| theme.guide.get(question).map(ToString::to_string);
    assert_eq!(&*record.theme.name, "Rooster & werkdruk");
    assert_eq!(words(&record.theme, "q-bel-klant").as_deref(), Some("Bereikbaar\nvan 8 tot 18"));
    let [first, second] = record.other_themes.as_slice() else { panic!("{:?}", record.other_themes) };
    assert_eq!((&*first.name, first.guide.is_empty()), ("", true));
    assert_eq!(first.placements.get("p1-wensen").unwrap().now, Some(stop("p1-modulair")));
    assert_eq!((&*second.name, words(second, "q-scope-kern").as_deref()), ("Hybride", Some("Nee")));
}

#[test]
fn the_answers_in_modules_and_the_stars_of_a_record_are_read() {
    let record = read(THEMES).unwrap();
    let given =
        |module, entry| record.modules.get(module).and_then(|given| given.get(entry)).map(|text| &**text);
    assert_eq!(given("wel-niet", "niet-4"), Some("no"));
    assert_eq!(given("hybride-modellen", "hybride-modellen"), Some("model-rol"));
    assert_eq!(given("flexplan", "flexplan-plaats"), Some("Thuis, \"soms\"\nkantoor"));
    assert_eq!(given("of-a-later-content", "entry-1"), Some("kept"));
    let starred: Vec<&str> = record.starred.iter().map(|(id, ())| id.as_str()).collect();
    assert_eq!(starred, ["tip-i-top", "tip-of-a-later-content", "tip-regie-12a"]);
}

#[test]
fn records_of_before_have_no_other_themes_no_modules_and_no_stars() {
    for fixture in [QUICK, MINIMAL, FULL] {
        let record = read(fixture).unwrap();
        assert!(record.other_themes.is_empty() && record.modules.is_empty() && record.starred.is_empty());
        assert!(record.theme.guide.is_empty());
        let written = json(&written(&record));
        for field in ["modules", "starred"] {
            assert_eq!(written.get(field), None, "what is empty is not written");
        }
    }
}

/// The minimal record with one field more.
#[track_caller]
fn minimal_with(field: &str, value: Value) -> Record {
    let mut record = json(MINIMAL);
    record[field] = value;
    read(&record.to_string()).unwrap()
}

#[test]
fn anything_that_could_be_lost_makes_a_record_more_than_blank() {
    for (field, value) in [
        ("answers", json!({ "regie-top": "unknown" })),
        ("notes", json!({ "regie-top": "a" })),
        ("ambition", json!({ "regie": 1 })),
        ("principles", json!({ "theme": "a" })),
        ("principles", json!({ "guide": { "q-scope-kern": "a" } })),
        ("principles", json!({ "positions": { "p1-wensen": {} } })),
        ("principles", json!({ "others": [{ "theme": "a" }] })),
        ("reflection", json!({ "q-omg-cijfer": 1 })),
        ("modules", json!({ "wel-niet": { "wel-1": "yes" } })),
        ("starred", json!(["tip-i-top"])),
    ] {
        assert!(!minimal_with(field, value.clone()).is_blank(), "{field}: {value}");
    }
}

#[test]
fn fields_of_a_later_version_are_kept_wherever_they_stand() {
    let mut expected = json(FULL);
    // The result is worked out again, and a mark that is not placed is absent.
    expected.as_object_mut().unwrap().remove("result");
    expected["principles"]["positions"]["p3-ict"].as_object_mut().unwrap().remove("desired");
    assert_eq!(json(&written(&read(FULL).unwrap())), expected);
}

#[test]
fn a_later_version_may_put_anything_beside_the_rows_of_a_checklist() {
    let beside = json!({ "rows": { "succes-1": "yes" }, "choice": "maybe", "text": null });
    let record = minimal_with("reflection", json!({ "q-aanpak-succes": beside }));
    assert!(matches!(reflection(&record, "q-aanpak-succes"), Reflection::Checklist(_)));
    assert_eq!(json(&written(&record))["reflection"]["q-aanpak-succes"], beside);
}

#[test]
fn a_later_version_may_use_any_name_for_a_field() {
    for name in ["..stamp", "..", "", "started_at", "unknown", "unknownMarks"] {
        let record = minimal_with(name, json!([1]));
        assert_eq!(json(&written(&record))[name], json!([1]), "{name}");
        let record = minimal_with("principles", json!({ name: null }));
        assert_eq!(json(&written(&record))["principles"][name], json!(null), "{name}");
    }
}

#[test]
fn numbers_of_a_later_version_keep_their_spelling() {
    assert!(written(&read(FULL).unwrap()).contains("\"numbers\":[1.50,-2e3]"));
}

#[test]
fn an_answer_to_a_statement_that_is_not_known_here_is_kept() {
    assert_eq!(read(FULL).unwrap().answers.get("of-a-later-content"), Some(&Answer::Rated(phase(3))));
}

#[test]
fn a_language_that_is_not_known_here_becomes_dutch() {
    assert_eq!(read(&FULL.replace("\"en\"", "\"fy\"")).unwrap().language, Language::Dutch);
}

#[test]
fn nothing_is_where_null_stands() {
    let mut record = json(FULL);
    let fields =
        ["role", "language", "startedAt", "name", "answers", "notes", "ambition", "principles", "reflection"];
    for field in fields.into_iter().chain(["modules", "starred"]) {
        record[field] = json!(null);
    }
    assert!(read(&record.to_string()).unwrap().is_blank());
    record["principles"] = json!({ "theme": null, "positions": null, "guide": null, "others": null });
    assert!(read(&record.to_string()).unwrap().is_blank());
}
