//! A record that cannot be read is refused as a whole, with the reason, and never guessed at.

use flexkompas::record::RecordError;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

use crate::support::random_cases;
use crate::{read, written};

const FULL: &str = include_str!("../fixtures/record-v1-full.json");
const THEMES: &str = include_str!("../fixtures/record-v1-themes.json");

/// The full fixture with this value in a place such as `/answers/regie-samen`.
#[track_caller]
fn with(place: &str, value: Value) -> String {
    changed(FULL, place, value)
}

#[track_caller]
fn changed(fixture: &str, place: &str, value: Value) -> String {
    let mut record: Value = serde_json::from_str(fixture).unwrap();
    let (parent, field) = place.rsplit_once('/').unwrap();
    record.pointer_mut(parent).unwrap()[field] = value;
    record.to_string()
}

/// As [`is_damaged`], for what only the fixture with themes and modules has.
#[track_caller]
fn themes_are_damaged(place: &str, value: Value, named: &str) {
    let text = changed(THEMES, place, value);
    assert_eq!(read(&text), Err(RecordError::Damaged(named.to_owned())), "{text}");
}

#[track_caller]
fn is_damaged(place: &str, value: Value, named: &str) {
    let text = with(place, value);
    assert_eq!(read(&text), Err(RecordError::Damaged(named.to_owned())), "{text}");
}

#[track_caller]
fn is_refused(text: &str, why: &RecordError) {
    assert_eq!(read(text).as_ref(), Err(why), "{text}");
}

#[test]
fn a_wrong_answer_is_named() {
    for wrong in
        [json!(0), json!(5), json!(-1), json!(2.5), json!("2"), json!("maybe"), json!(true), json!(null)]
    {
        is_damaged("/answers/regie-samen", wrong, "answers.regie-samen");
    }
    is_damaged("/answers/Regie Samen", json!(2), "answers.Regie Samen");
    is_damaged("/answers", json!([2]), "answers");
}

#[test]
fn a_wrong_note_is_named() {
    is_damaged("/notes/regie-samen", json!(4), "notes.regie-samen");
    is_damaged("/notes", json!("a note"), "notes");
}

#[test]
fn a_wrong_ambition_is_named() {
    for wrong in [json!(0), json!(5), json!("3"), json!("unknown")] {
        is_damaged("/ambition/richting", wrong, "ambition.richting");
    }
    is_damaged("/ambition", json!(3), "ambition");
}

#[test]
fn wrong_principles_are_named() {
    is_damaged("/principles", json!([]), "principles");
    is_damaged("/principles/theme", json!(7), "principles.theme");
    is_damaged("/principles/positions", json!([]), "principles.positions");
    is_damaged("/principles/positions/p1-wensen", json!("p1-modulair"), "principles.positions.p1-wensen");
    is_damaged("/principles/positions/p1-wensen/now", json!(2), "principles.positions.p1-wensen.now");
    is_damaged(
        "/principles/positions/p1-wensen/desired",
        json!("Not An Id"),
        "principles.positions.p1-wensen.desired",
    );
}

#[test]
fn wrong_words_in_the_guide_are_named() {
    themes_are_damaged("/principles/guide", json!(["a"]), "principles.guide");
    themes_are_damaged("/principles/guide/q-bel-klant", json!(4), "principles.guide.q-bel-klant");
    themes_are_damaged("/principles/guide/q-bel-klant", json!(null), "principles.guide.q-bel-klant");
    themes_are_damaged("/principles/guide/Q bel", json!("a"), "principles.guide.Q bel");
}

#[test]
fn a_wrong_theme_beside_the_one_at_hand_is_named_as_such() {
    for wrong in [json!({}), json!("Hybride")] {
        themes_are_damaged("/principles/others", wrong, "principles.others");
    }
    for wrong in ["Hybride".into(), json!(null), json!([])] {
        themes_are_damaged("/principles/others", json!([{}, wrong]), "principles.others[2]");
    }
    for (field, wrong, place) in [
        ("theme", json!(4), "theme"),
        ("positions", json!(4), "positions"),
        ("positions", json!({ "p1-wensen": { "now": 1 } }), "positions.p1-wensen.now"),
        ("guide", json!({ "q-scope-kern": [] }), "guide.q-scope-kern"),
    ] {
        let named = format!("principles.others[1].{place}");
        themes_are_damaged("/principles/others", json!([{ field: wrong }]), &named);
    }
}

#[test]
fn a_wrong_answer_in_a_module_is_named() {
    themes_are_damaged("/modules", json!([]), "modules");
    themes_are_damaged("/modules", json!("wel-niet"), "modules");
    for wrong in [json!("yes"), json!(null)] {
        themes_are_damaged("/modules/wel-niet", wrong, "modules.wel-niet");
    }
    themes_are_damaged("/modules/wel-niet", json!({ "wel-1": true }), "modules.wel-niet.wel-1");
    themes_are_damaged("/modules/wel-niet", json!({ "Wel 1": "yes" }), "modules.wel-niet.Wel 1");
    themes_are_damaged("/modules/Wel Niet", json!({}), "modules.Wel Niet");
}

#[test]
fn wrong_stars_are_named() {
    for wrong in [json!({ "tip-i-top": true }), json!("tip-i-top")] {
        themes_are_damaged("/starred", wrong, "starred");
    }
    for wrong in [json!(4), json!("Tip"), json!(null)] {
        themes_are_damaged("/starred", json!(["tip-i-top", wrong]), "starred[2]");
    }
}

#[test]
fn a_wrong_reflection_is_named() {
    for wrong in [json!(0), json!(11), json!(7.5), json!(true), json!(null), json!(["a"])] {
        is_damaged("/reflection/q-omg-cijfer", wrong, "reflection.q-omg-cijfer");
    }
    for (wrong, place) in [
        (json!({ "choice": "maybe" }), "choice"),
        (json!({ "choice": null }), "choice"),
        (json!({ "text": 4 }), "text"),
        (json!({ "rows": [] }), "rows"),
        (json!({ "rows": null }), "rows"),
        (json!({ "rows": { "succes-1": "perhaps" } }), "rows.succes-1"),
        (json!({ "rows": { "Succes 1": "yes" } }), "rows.Succes 1"),
    ] {
        is_damaged("/reflection/q-omg-cijfer", wrong, &format!("reflection.q-omg-cijfer.{place}"));
    }
    is_damaged("/reflection", json!([]), "reflection");
}

#[test]
fn a_wrong_field_at_the_top_is_named() {
    for field in ["id", "questionSet", "set"] {
        for wrong in [json!(4), json!(null), json!("")] {
            is_damaged(&format!("/{field}"), wrong, field);
        }
    }
    for field in ["role", "language", "startedAt", "name"] {
        is_damaged(&format!("/{field}"), json!(4), field);
    }
    is_damaged("/set", json!("both"), "set");
    is_damaged("/role", json!("The Boss"), "role");
}

#[test]
fn a_wrong_version_is_named() {
    for wrong in [json!(0), json!(-1), json!(1.5), json!("1"), json!(null)] {
        is_damaged("/version", wrong, "version");
    }
}

#[test]
fn a_newer_version_is_recognised_whatever_else_it_holds() {
    is_refused(&with("/version", json!(2)), &RecordError::Newer);
    is_refused(r#"{ "format": "flexkompas", "version": 7, "answers": "packed" }"#, &RecordError::Newer);
}

#[test]
fn another_question_set_is_named() {
    is_refused(
        &with("/questionSet", json!("other-2027")),
        &RecordError::OtherQuestionSet("other-2027".into()),
    );
}

#[test]
fn what_is_no_record_is_recognised() {
    let nested = ["[".repeat(100_000), "]".repeat(100_000)].concat();
    let cut_off = &FULL[..FULL.len() / 2];
    let doubled = FULL.replacen("\"version\": 1,", "\"version\": 1, \"version\": 1,", 1);
    let foreign = with("/format", json!("other"));
    for text in [
        "",
        " ",
        "null",
        "[]",
        "\"flexkompas\"",
        "{}",
        "<!doctype html>",
        cut_off,
        &nested,
        &doubled,
        &foreign,
    ] {
        is_refused(text, &RecordError::NotARecord);
    }
}

proptest! {
    #![proptest_config(random_cases(1000))]

    #[test]
    fn a_record_with_one_character_changed_is_refused_or_read_without_loss(
        fixture in select(vec![FULL, THEMES]),
        at in any::<prop::sample::Index>(),
        piece in "[\\[\\]{}:,\"\\\\0-9a-z -]?",
    ) {
        let mut letters: Vec<char> = fixture.chars().collect();
        let at = at.index(letters.len());
        letters.splice(at..=at, piece.chars());
        if let Ok(record) = read(&letters.into_iter().collect::<String>()) {
            prop_assert_eq!(read(&written(&record)), Ok(record));
        }
    }

    #[test]
    fn any_text_is_refused_without_a_panic(text in any::<String>()) {
        prop_assert_eq!(read(&text), Err(RecordError::NotARecord));
    }
}
