//! The optional modules: every kind of them is answered, replies, and stands on the result.

use flexkompas::content::{Entry, Language, MessageKey};
use serde_json::{Value, json};

use crate::support::content::{library, message, modules, source_line};
use crate::support::visitor::{Visitor, visitor};

fn dutch(key: MessageKey) -> String {
    message(Language::Dutch, key)
}

/// A visitor who opened this module.
#[track_caller]
fn at(module: &str) -> Visitor {
    let mut visitor = visitor();
    visitor.go(&format!("module/{module}"));
    visitor
}

#[track_caller]
fn entry(module: &str, id: &str) -> Entry {
    let modules = modules(Language::Dutch);
    modules.module(module).unwrap().entries.iter().find(|entry| &*entry.id == id).unwrap().clone()
}

/// The stored answers of a module.
#[track_caller]
fn stored(visitor: &Visitor, module: &str) -> Value {
    visitor.record()["modules"][module].clone()
}

/// Finds these quotes on the result, under the name of the module.
#[track_caller]
fn result_quotes(visitor: &mut Visitor, module: &str, quotes: &[&str]) {
    visitor.go("result");
    let texts: Vec<String> = visitor.page().texts.into_iter().map(|(_, text)| text).collect();
    let name = modules(Language::Dutch).module(module).unwrap().name.to_string();
    let at = texts.iter().position(|text| *text == name).unwrap_or_else(|| panic!("no {name}: {texts:#?}"));
    assert_eq!(texts[at + 1..=at + quotes.len()], *quotes);
}

#[test]
fn the_list_has_every_module_in_its_group() {
    let mut visitor = visitor();
    visitor.go("result");
    visitor.press("modules");
    assert_eq!(visitor.route(), "modules");
    let page = visitor.page();
    let modules = modules(Language::Dutch);
    assert_eq!(
        page.data_attrs("data-module"),
        modules.modules.iter().map(|m| m.id.to_string()).collect::<Vec<_>>()
    );
    for group in &modules.groups {
        assert!(page.says(&group.name), "{}", group.id);
    }
    visitor.press("open-module");
    assert_eq!(visitor.route(), "module/wel-niet");
    visitor.press("modules");
    assert_eq!(visitor.route(), "modules");
}

#[test]
fn the_list_counts_what_was_answered() {
    let mut visitor = at("wel-niet");
    visitor.choose("wel-niet-wel-1", "yes");
    visitor.choose("wel-niet-niet-4", "yes");
    visitor.press("back");
    let count =
        dutch(MessageKey::AnswersCount).replace("{n}", "2").replace("{n:antwoord|antwoorden}", "antwoorden");
    assert_eq!(visitor.page().texts.iter().filter(|(_, text)| *text == count).count(), 1);
}

#[test]
fn a_claim_to_sort_tells_after_the_choice_whether_it_was_right_and_why() {
    let reply = |id: &str, value: &str, key: MessageKey| {
        let mut visitor = at("wel-niet");
        let text = dutch(key).replace("{why}", &entry("wel-niet", id).details[0]);
        assert!(!visitor.page().says(&text), "before the choice");
        visitor.choose(&format!("wel-niet-{id}"), value);
        assert!(visitor.page().says(&text), "{text}");
    };
    reply("wel-1", "yes", MessageKey::SortRight);
    reply("wel-1", "no", MessageKey::SortWrong);
    reply("niet-4", "yes", MessageKey::SortWrong);
    reply("niet-4", "no", MessageKey::SortRight);
}

#[test]
fn sorted_claims_stand_on_the_result_as_they_were_sorted() {
    let mut visitor = at("wel-niet");
    visitor.choose("wel-niet-niet-4", "no");
    visitor.choose("wel-niet-wel-1", "no");
    visitor.choose("wel-niet-wel-1", "yes");
    assert_eq!(stored(&visitor, "wel-niet"), json!({ "niet-4": "no", "wel-1": "yes" }));
    let quote = |id, key| format!("{}: {}", entry("wel-niet", id).title, dutch(key));
    let quotes = [quote("wel-1", MessageKey::IsSo), quote("niet-4", MessageKey::IsNotSo)];
    result_quotes(&mut visitor, "wel-niet", &quotes.each_ref().map(String::as_str));
}

#[test]
fn a_place_between_two_ends_is_a_number_from_1_to_5() {
    let mut visitor = at("leiderschapsstijl");
    let pair = entry("leiderschapsstijl", "paar-1");
    let name = "leiderschapsstijl-paar-1";
    assert_eq!(visitor.page().values(name), ["1", "2", "3", "4", "5"]);
    let ends =
        dutch(MessageKey::ScaleEnds).replace("{left}", &pair.details[0]).replace("{right}", &pair.details[1]);
    assert!(visitor.page().says(&ends), "{ends}");
    visitor.choose(name, "4");
    assert_eq!(visitor.page().checked(name).as_deref(), Some("4"));
    assert_eq!(stored(&visitor, "leiderschapsstijl"), json!({ "paar-1": "4" }));
    let quote = format!("{}: {}", pair.title, dutch(MessageKey::GradeOfFive).replace("{n}", "4"));
    result_quotes(&mut visitor, "leiderschapsstijl", &[&quote]);
}

#[test]
fn a_myth_gets_its_reply_whatever_is_answered() {
    for (value, key) in [("yes", MessageKey::Yes), ("partly", MessageKey::Partly), ("no", MessageKey::No)] {
        let mut visitor = at("mythen");
        let myth = entry("mythen", "mythe-zicht");
        assert!(!visitor.page().says(&myth.details[0]), "before the choice");
        visitor.choose("mythen-mythe-zicht", value);
        assert!(visitor.page().says(&myth.details[0]));
        assert!(!visitor.page().says(&entry("mythen", "mythe-ouders").details[0]), "only its own");
        result_quotes(&mut visitor, "mythen", &[&format!("{}: {}", myth.title, dutch(key))]);
    }
}

#[test]
fn as_many_as_one_likes_are_picked_and_put_back() {
    let mut visitor = at("doelen");
    for id in ["doel-werkdruk", "doel-stijl", "doel-balans", "doel-balans"] {
        visitor.choose("doelen", id);
    }
    let page = visitor.page();
    let on = ["doel-werkdruk", "doel-stijl", "doel-balans"].map(|id| page.radio("doelen", id).checked);
    assert_eq!(on, [true, true, false]);
    assert_eq!(
        stored(&visitor, "doelen"),
        json!({ "doel-stijl": "doel-stijl", "doel-werkdruk": "doel-werkdruk" })
    );
    let titles = ["doel-stijl", "doel-werkdruk"].map(|id| entry("doelen", id).title);
    result_quotes(&mut visitor, "doelen", &titles.each_ref().map(|title| &**title));
}

#[test]
fn the_last_one_put_back_leaves_nothing() {
    let mut visitor = at("doelen");
    visitor.choose("doelen", "doel-stijl");
    visitor.choose("doelen", "doel-stijl");
    assert_eq!(visitor.record().get("modules"), None);
}

#[test]
fn one_of_several_takes_the_place_of_another() {
    let mut visitor = at("hybride-modellen");
    let models = modules(Language::Dutch).module("hybride-modellen").unwrap().entries.clone();
    for model in &models {
        assert!(model.details.len() == 3 && model.details.iter().all(|text| visitor.page().says(text)));
    }
    visitor.choose("hybride-modellen", "model-at-will");
    visitor.choose("hybride-modellen", "model-rol");
    assert_eq!(visitor.page().checked("hybride-modellen").as_deref(), Some("model-rol"));
    assert_eq!(stored(&visitor, "hybride-modellen"), json!({ "hybride-modellen": "model-rol" }));
    result_quotes(&mut visitor, "hybride-modellen", &[&models[4].title]);
    assert!(!visitor.page().says(&models[2].title));
}

#[test]
fn a_work_sheet_has_room_for_words_with_a_hint_and_an_example() {
    let mut visitor = at("flexplan");
    let location = entry("flexplan", "flexplan-plaats");
    assert_eq!(visitor.page().field("flexplan-flexplan-plaats").hint.as_ref(), Some(&location.details[0]));
    assert!(visitor.page().says(&dutch(MessageKey::ForExample).replace("{example}", &location.details[1])));
    visitor.write("flexplan-flexplan-plaats", "Thuis\nen kantoor");
    visitor.write("flexplan-flexplan-tijd", "x");
    visitor.write("flexplan-flexplan-tijd", "");
    assert_eq!(visitor.page().written("flexplan-flexplan-plaats"), "Thuis\nen kantoor");
    assert_eq!(stored(&visitor, "flexplan"), json!({ "flexplan-plaats": "Thuis\nen kantoor" }));
    result_quotes(&mut visitor, "flexplan", &[&format!("{}: Thuis\nen kantoor", location.title)]);
}

#[test]
fn every_work_sheet_has_a_field_for_each_entry() {
    for (module, count) in [("belanghebbenden", 10), ("flexplan", 9), ("resultaatafspraak", 3), ("kpi", 4)] {
        assert_eq!(at(module).page().fields.len(), count, "{module}");
    }
}

#[test]
fn a_checklist_module_is_the_question_of_the_library() {
    let mut visitor = at("succesfactoren");
    assert_eq!(visitor.page().data_attrs("data-question"), ["q-aanpak-succes"]);
    visitor.choose("q-aanpak-succes-succes-2", "partly");
    assert_eq!(
        visitor.record()["reflection"]["q-aanpak-succes"],
        json!({ "rows": { "succes-2": "partly" } })
    );
    assert_eq!(visitor.record().get("modules"), None);
    visitor.go("result");
    assert!(visitor.page().says(&library(Language::Dutch).question("q-aanpak-succes").unwrap().text));
}

#[test]
fn what_is_only_to_be_read_shows_every_text_with_its_source_and_asks_nothing() {
    for module in ["aanpak", "wist-je-dat", "omschrijvingen", "omgevingen", "begrippen"] {
        let page = at(module).page();
        assert!(page.radios.is_empty() && page.fields.is_empty(), "{module}");
        for entry in &modules(Language::Dutch).module(module).unwrap().entries {
            assert!(page.says(&entry.title), "{}", entry.id);
            assert!(entry.details.iter().all(|text| page.says(text)), "{}", entry.id);
            let source = entry.source.as_ref().map(|source| source_line(Language::Dutch, source));
            assert!(source.is_none_or(|source| page.says(&source)), "{}", entry.id);
        }
    }
}

#[test]
fn modules_do_not_touch_the_score() {
    let mut visitor = Visitor::result_of("2 2 2 2 2 2 2 2 2 2");
    let score = |visitor: &Visitor| visitor.page().data_attr("data-score");
    let before = score(&visitor);
    visitor.go("module/leiderschapsstijl");
    visitor.choose("leiderschapsstijl-paar-1", "5");
    visitor.go("module/wel-niet");
    visitor.choose("wel-niet-niet-4", "yes");
    visitor.go("result");
    assert_eq!((score(&visitor).as_deref(), before.as_deref()), (Some("33"), Some("33")));
}

#[test]
fn on_module_pages_the_steps_stay_at_the_reflection() {
    let mut visitor = at("wel-niet");
    for route in ["module/wel-niet", "modules"] {
        visitor.go(route);
        let steps = visitor.shell().steps;
        let current: Vec<&str> =
            steps.items.iter().filter(|step| step.current).map(|step| step.section.name()).collect();
        assert_eq!(current, ["reflection"], "{route}");
        assert!(steps.label.ends_with(&dutch(MessageKey::StepReflection)), "{}", steps.label);
    }
}
