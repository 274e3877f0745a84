//! Errors for the editor of a content file about the optional modules.

use flexkompas::content::{ContentError, Language, Part};
use serde_json::{Value, json};

use crate::support::content::{part, read_modules};

/// The errors, one per line, after this change to the real modules part.
#[track_caller]
fn says(change: impl FnOnce(&mut Value), expected: &str) {
    let mut content = part(Part::Modules, Language::Dutch);
    change(&mut content);
    let errors: Vec<ContentError> = read_modules(&content).map(|_| ()).unwrap_err();
    assert_eq!(errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"), expected);
}

#[test]
fn a_module_of_an_unknown_group_or_kind_is_named() {
    says(|c| c["modules"][0]["group"] = json!("spelen"), "modules[1] (wel-niet).group: no such group");
    says(
        |c| c["modules"][0]["kind"] = json!("quiz"),
        "modules[1] (wel-niet).kind: must be one of sort, scale, claims, pick, one, sheet, read, question",
    );
}

#[test]
fn a_module_with_an_unknown_list_is_named() {
    says(|c| c["modules"][0]["list"] = json!("kaarten"), "modules[1] (wel-niet).list: no such list");
    says(|c| c["modules"][0]["list"] = json!("glossaries"), "modules[1] (wel-niet).list: no such list");
    says(
        |c| drop(c["modules"][0].as_object_mut().unwrap().remove("list")),
        "modules[1] (wel-niet).list: is missing\nmodules[1] (wel-niet).list: no such list",
    );
}

#[test]
fn a_module_whose_list_is_not_there_is_named_by_the_list() {
    says(|c| drop(c.as_object_mut().unwrap().remove("cards")), "cards: is missing");
}

#[test]
fn a_module_with_an_unknown_question_is_named() {
    let place = "modules[4] (succesfactoren).question";
    says(|c| c["modules"][3]["question"] = json!("q-nergens"), &format!("{place}: no such question"));
    says(|c| c["modules"][3]["question"] = json!(null), &format!("{place}: is missing"));
}

#[test]
fn ids_that_could_not_stand_in_a_record_are_named() {
    let what = "must be an id: lower-case letters, digits and single hyphens";
    says(|c| c["modules"][0]["id"] = json!("Wel niet"), &format!("modules[1] (Wel niet).id: {what}"));
    says(|c| c["cards"][0]["id"] = json!("wel 1"), &format!("cards[1] (wel 1).id: {what}"));
    says(|c| c["objectives"][2]["id"] = json!(""), &format!("objectives[3] ().id: {what}"));
}

#[test]
fn ids_that_stand_twice_are_named() {
    says(|c| c["modules"][1]["id"] = json!("wel-niet"), "modules: this id stands twice: wel-niet");
    says(|c| c["cards"][1]["id"] = json!("wel-1"), "cards: this id stands twice: wel-1");
}

#[test]
fn an_entry_without_its_texts_is_named() {
    says(|c| c["cards"][0]["text"] = json!(null), "cards[1] (wel-1).text: is missing");
    says(|c| c["cards"][0]["explain"] = json!(" "), "cards[1] (wel-1).explain: is empty");
    says(|c| c["leadershipPairs"][1]["new"] = json!(null), "leadershipPairs[2] (paar-2).new: is missing");
    says(|c| c["glossary"][0]["term"] = json!(null), "glossary[1] (begrip-flexibel-werken).term: is missing");
    says(
        |c| c["flexPlan"][0]["hint"] = json!(7),
        "flexPlan[1] (flexplan-plaats).hint: must be text in quotes",
    );
}

#[test]
fn wrong_values_of_an_entry_are_named() {
    says(|c| c["cards"][0]["is"] = json!("ja"), "cards[1] (wel-1).is: must be true or false");
    says(
        |c| c["implementationPhases"][0]["activities"][1] = json!(""),
        "implementationPhases[1] (impl-1).activities: is empty",
    );
}

#[test]
fn a_module_and_a_group_have_names() {
    says(|c| c["modules"][2]["intro"] = json!(""), "modules[3] (mythen).intro: is empty");
    says(|c| c["moduleGroups"][0]["name"] = json!(null), "moduleGroups[1] (ontdekken).name: is missing");
}

#[test]
fn mistakes_at_the_top_of_the_file_are_named() {
    says(|c| c["part"] = json!("library"), "part: must be \"modules\"");
    says(|c| c["version"] = json!(9), "version: must be a whole number from 1 to 1");
}
