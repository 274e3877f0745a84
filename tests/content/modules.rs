//! The optional modules and what else the domain has beside the scan: how much there is of everything, and that all of it
//! is reachable.

use std::collections::BTreeSet;

use flexkompas::content::{Entry, Language, ModuleKind, Part};
use serde_json::Value;

use crate::support::content::{library, modules, part, structure};

#[track_caller]
fn count(list: &str) -> usize {
    structure()[list].as_array().unwrap().len()
}

#[test]
fn there_is_as_much_of_everything_as_in_the_domain() {
    // docs/product.md#modules, docs/product.md#tips
    let tips = ["cards", "sliderTips", "answerTips", "generalTips", "horizons"].map(count);
    assert_eq!(tips, [14, 21, 20, 12, 4]);
    // docs/product.md#modules.
    let lists =
        ["objectives", "stakeholders", "implementationPhases", "guidingPrinciples", "workingAgreements"];
    assert_eq!(lists.map(count), [19, 10, 5, 7, 4]);
    assert_eq!(["hybridModels", "leadershipPairs", "myths"].map(count), [5, 9, 5]);
    // docs/product.md#three-step-guide, docs/product.md#modules: worked examples, interests, result agreement, KPI steps.
    assert_eq!(["themeOrigins", "scopingExample", "interests"].map(count), [5, 6, 4]);
    assert_eq!(["resultAgreement", "kpiSteps"].map(count), [3, 4]);
}

#[test]
fn seven_cards_are_so_and_seven_are_not_and_no_three_of_a_kind_follow_each_other_at_the_start() {
    let modules = modules(Language::Dutch);
    let cards = &modules.module("wel-niet").unwrap().entries;
    assert_eq!(cards.iter().filter(|card| card.holds).count(), 7);
    for card in cards {
        assert_eq!(card.holds, card.id.starts_with("wel-"), "{}", card.id);
    }
    assert!(
        cards.windows(3).take(3).all(|next| next.iter().any(|c| c.holds) && next.iter().any(|c| !c.holds))
    );
}

#[test]
fn success_factors_and_pitfalls_are_the_checklists_of_the_library() {
    let (modules, library) = (modules(Language::Dutch), library(Language::Dutch));
    let rows = modules.modules.iter().filter_map(|module| match &module.kind {
        ModuleKind::Question(question) => {
            Some(library.question(question.as_str()).unwrap().question.rows.len())
        }
        _ => None,
    });
    assert_eq!(rows.collect::<Vec<_>>(), [8, 10]);
}

#[test]
fn every_kind_of_module_is_used() {
    let kinds: BTreeSet<String> = structure()["modules"]
        .as_array()
        .unwrap()
        .iter()
        .map(|module| module["kind"].as_str().unwrap().to_owned())
        .collect();
    let wanted = ["sort", "scale", "claims", "pick", "one", "sheet", "read", "question"].map(str::to_owned);
    assert_eq!(kinds, BTreeSet::from(wanted));
}

#[test]
fn every_list_of_the_modules_part_is_in_a_module_and_every_group_has_one() {
    let modules = structure()["modules"].as_array().unwrap().clone();
    let named = |field: &str| -> BTreeSet<String> {
        modules.iter().filter_map(|module| module[field].as_str()).map(str::to_owned).collect()
    };
    let lists = Part::Modules.lists().iter().filter(|list| !["moduleGroups", "modules"].contains(list));
    assert_eq!(named("list"), lists.map(|list| (*list).to_owned()).collect());
    let structure = structure();
    let groups = structure["moduleGroups"].as_array().unwrap().iter();
    assert_eq!(named("group"), groups.map(|group| group["id"].as_str().unwrap().to_owned()).collect());
}

#[test]
fn every_list_of_the_structure_is_served_in_exactly_one_part() {
    let structure = structure();
    let lists = structure.as_object().unwrap().iter().filter(|(_, value)| value.is_array());
    for (list, _) in lists {
        let parts = Part::ALL.into_iter().filter(|part| part.lists().contains(&list.as_str()));
        assert_eq!(parts.count(), 1, "{list}");
    }
    for wanted in Part::ALL {
        let served = part(wanted, Language::Dutch);
        assert!(wanted.lists().iter().all(|list| served[*list].is_array()), "{wanted:?}");
    }
}

/// Every entry of a module in a language.
#[track_caller]
fn entries(language: Language, module: &str) -> Vec<Entry> {
    modules(language).module(module).unwrap().entries.clone()
}

#[test]
fn every_fact_has_who_says_so_with_a_caveat_and_a_source() {
    for language in Language::ALL {
        for definition in entries(language, "wist-je-dat") {
            assert_eq!(definition.details.len(), 2, "attribution and caveat: {}", definition.id);
            assert!(definition.source.is_some(), "{}", definition.id);
        }
    }
}

#[test]
fn the_year_of_a_fact_stands_in_its_texts() {
    for (at, definition) in structure()["facts"].as_array().unwrap().iter().enumerate() {
        let year = definition["year"].as_u64().map(|year| year.to_string());
        for language in Language::ALL {
            let entry = &entries(language, "wist-je-dat")[at];
            let told = [&*entry.title, &*entry.details.join(" ")].concat();
            let has_year = year.as_ref().is_none_or(|year| told.contains(year.as_str()));
            assert!(has_year, "{}: {told}", definition["id"]);
        }
    }
}

#[test]
fn what_was_left_to_write_by_hand_has_no_source_and_everything_else_has_one() {
    for module in modules(Language::Dutch).modules {
        let ours = ["flexplan", "begrippen"].contains(&&*module.id);
        for entry in &module.entries {
            assert_eq!(entry.source.is_none(), ours, "{}", entry.id);
        }
    }
}

#[test]
fn the_first_three_horizons_belong_to_the_three_transitions() {
    // docs/product.md#road-map: 1→2 tips = 0–3 months, 2→3 tips = 3–9 months, 3→4 tips = 9–18 months.
    let ids: Vec<Value> =
        structure()["horizons"].as_array().unwrap().iter().map(|horizon| horizon["id"].clone()).collect();
    assert_eq!(ids, ["0-3", "3-9", "9-18", "always"]);
}
