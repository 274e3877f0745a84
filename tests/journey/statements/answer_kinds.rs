//! Every kind of answer comes through record, reload, export and import as it was given.

use flexkompas::app::Msg;
use serde_json::{Value, json};

use crate::support::visitor::{Visitor, visitor};

/// The action of a visitor on a field of this name.
enum Given {
    /// Chooses this value of radios.
    Chosen(&'static str),
    /// Types these words.
    Written(&'static str),
    /// Picks this of several, where more than one can be on.
    Picked(&'static str),
}
use Given::{Chosen, Picked, Written};

/// Kind, route, theme in the library if it is there, field, answer, and where and how the record has it.
type Kind = (&'static str, &'static str, &'static str, &'static str, Given, &'static str, Value);

#[rustfmt::skip]
fn kinds() -> Vec<Kind> {
    vec![
        ("statement", "statement/regie-top", "", "regie-top", Chosen("3"), "/answers/regie-top", json!(3)),
        ("unknown", "statement/kaders-bereik", "", "kaders-bereik", Chosen("unknown"), "/answers/kaders-bereik", json!("unknown")),
        ("note", "statement/regie-top", "", "note-regie-top", Written("Zie \"A\""), "/notes/regie-top", json!("Zie \"A\"")),
        ("ambition", "ambition", "", "ambition-regie", Chosen("4"), "/ambition/regie", json!(4)),
        ("mark", "principle/p3-ict", "", "p3-ict-now", Chosen("p3-reageren"), "/principles/positions/p3-ict/now", json!("p3-reageren")),
        ("theme", "guide", "", "theme", Written("Rooster"), "/principles/theme", json!("Rooster")),
        ("guide", "guide", "", "guide-q-bel-klant", Written("A\nB"), "/principles/guide/q-bel-klant", json!("A\nB")),
        ("open", "library", "omgeving", "q-omg-trends", Written("1\n\n2 \\ 😀"), "/reflection/q-omg-trends", json!("1\n\n2 \\ 😀")),
        ("grade", "library", "omgeving", "q-omg-cijfer", Chosen("10"), "/reflection/q-omg-cijfer", json!(10)),
        ("choice", "library", "spectrum", "q-spec-papier", Chosen("no"), "/reflection/q-spec-papier", json!({ "choice": "no" })),
        ("choice-open", "library", "aanpak", "q-aanpak-weten", Chosen("partly"), "/reflection/q-aanpak-weten/choice", json!("partly")),
        ("choice-open, words", "library", "aanpak", "words-q-aanpak-weten", Written("Deels"), "/reflection/q-aanpak-weten/text", json!("Deels")),
        ("checklist of 8", "library", "aanpak", "q-aanpak-succes-succes-8", Chosen("yes"), "/reflection/q-aanpak-succes/rows/succes-8", json!("yes")),
        ("checklist of 10", "module/valkuilen", "", "q-aanpak-valkuil-valkuil-10", Chosen("no"), "/reflection/q-aanpak-valkuil/rows/valkuil-10", json!("no")),
        ("sort", "module/wel-niet", "", "wel-niet-niet-4", Chosen("no"), "/modules/wel-niet/niet-4", json!("no")),
        ("scale", "module/leiderschapsstijl", "", "leiderschapsstijl-paar-9", Chosen("5"), "/modules/leiderschapsstijl/paar-9", json!("5")),
        ("claims", "module/mythen", "", "mythen-mythe-ouders", Chosen("partly"), "/modules/mythen/mythe-ouders", json!("partly")),
        ("pick", "module/doelen", "", "doelen", Picked("doel-klant"), "/modules/doelen/doel-klant", json!("doel-klant")),
        ("pick, a second", "module/doelen", "", "doelen", Picked("doel-balans"), "/modules/doelen/doel-balans", json!("doel-balans")),
        ("one", "module/hybride-modellen", "", "hybride-modellen", Chosen("model-rol"), "/modules/hybride-modellen/hybride-modellen", json!("model-rol")),
        ("sheet", "module/kpi", "", "kpi-kpi-meten", Written("{\"a\": 1}"), "/modules/kpi/kpi-meten", json!("{\"a\": 1}")),
    ]
}

/// Goes where the field is.
#[track_caller]
fn go_to(visitor: &mut Visitor, (_, route, theme, ..): &Kind) {
    visitor.go(route);
    if !theme.is_empty() {
        visitor.choose("library-theme", theme);
    }
}

fn everything_given() -> Visitor {
    let mut visitor = visitor();
    for kind in kinds() {
        go_to(&mut visitor, &kind);
        let name = kind.3;
        match kind.4 {
            Chosen(value) | Picked(value) => visitor.choose(name, value),
            Written(text) => visitor.write(name, text),
        };
    }
    visitor
}

#[track_caller]
fn everything_is_there(visitor: &mut Visitor) {
    for kind in kinds() {
        go_to(visitor, &kind);
        let (label, name, page) = (kind.0, kind.3, visitor.page());
        match kind.4 {
            Chosen(value) => assert_eq!(page.checked(name).as_deref(), Some(value), "{label}"),
            Picked(value) => assert!(page.radio(name, value).checked, "{label}"),
            Written(text) => assert_eq!(page.written(name), text, "{label}"),
        }
    }
}

#[track_caller]
fn export(visitor: &mut Visitor) -> String {
    visitor.press("export-json");
    visitor.files.pop().unwrap().text
}

#[test]
fn every_kind_stands_in_the_record_in_its_own_form() {
    let record = everything_given().record();
    for (label, .., pointer, expected) in kinds() {
        assert_eq!(record.pointer(pointer), Some(&expected), "{label}");
    }
}

#[test]
fn every_kind_is_on_its_page_after_a_reload() {
    everything_is_there(&mut everything_given().reload());
}

#[test]
fn every_kind_comes_through_export_and_import() {
    let mut visitor = everything_given();
    let (file, record) = (export(&mut visitor), visitor.record());
    let mut other = crate::support::visitor::visitor();
    other.send(Msg::ImportChosen(Ok(file.clone())));
    assert_eq!(other.record(), record);
    assert_eq!(export(&mut other), file);
    everything_is_there(&mut other);
    assert_eq!(other.record(), record, "looking changes nothing");
}

#[test]
fn the_export_holds_the_record_as_it_is_stored() {
    let mut visitor = everything_given();
    let mut file: Value = serde_json::from_str(&export(&mut visitor)).unwrap();
    file.as_object_mut().unwrap().remove("result").unwrap();
    assert_eq!(file, visitor.record());
}
