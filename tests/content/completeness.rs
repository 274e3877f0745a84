//! Nothing is missing and nothing is left over, in both directions and in every language.

use std::collections::BTreeSet;
use std::fs;

use flexkompas::content::{Language, MessageKey};
use serde_json::Value;

use crate::support::content::{ids, library, start, structure, texts};

/// The fields of a language file besides the texts by id.
const NOT_BY_ID: [&str; 6] = ["$schema", "format", "version", "language", "name", "words"];

#[test]
fn the_program_reads_its_own_content_without_errors() {
    for language in Language::ALL {
        assert_eq!(&*start(language).question_set, "flexkompas-2026-2");
        assert!(!library(language).tips.is_empty());
    }
}

#[test]
fn every_id_has_texts_and_every_text_has_an_id() {
    let wanted: BTreeSet<(String, String)> = ids(structure()).into_iter().collect();
    for language in Language::ALL {
        let texts = texts(language);
        let sections =
            texts.as_object().unwrap().iter().filter(|(name, _)| !NOT_BY_ID.contains(&name.as_str()));
        let present: BTreeSet<(String, String)> = sections
            .flat_map(|(list, texts)| texts.as_object().unwrap().keys().map(|id| (list.clone(), id.clone())))
            .collect();
        let missing: Vec<_> = wanted.difference(&present).collect();
        let orphans: Vec<_> = present.difference(&wanted).collect();
        assert!(missing.is_empty(), "{language:?}: no text for {missing:?}");
        assert!(orphans.is_empty(), "{language:?}: nothing uses {orphans:?}");
    }
}

#[test]
fn no_id_stands_twice_in_a_list() {
    let ids = ids(structure());
    let unique: BTreeSet<_> = ids.iter().collect();
    assert_eq!(unique.len(), ids.len());
}

#[test]
fn every_word_of_the_program_has_a_text_and_every_text_is_a_word() {
    let known: BTreeSet<&str> = MessageKey::ALL.iter().map(|key| key.key()).collect();
    assert_eq!(known.len(), MessageKey::ALL.len(), "a key stands twice in word_list.rs");
    for language in Language::ALL {
        let texts = texts(language);
        let present: BTreeSet<&str> =
            texts["words"].as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(known, present, "{language:?}");
    }
}

/// Every place below a value that holds a text, such as `statements.s1.anchors[0]`.
fn places(value: &Value, place: &str, found: &mut Vec<(String, String)>) {
    match value {
        Value::String(text) => found.push((place.to_owned(), text.clone())),
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(at, item)| places(item, &format!("{place}[{at}]"), found));
        }
        Value::Object(fields) => {
            fields.iter().for_each(|(key, value)| places(value, &format!("{place}.{key}"), found));
        }
        _ => {}
    }
}

#[test]
fn all_languages_have_texts_in_the_same_places() {
    let places_of = |language| {
        let mut found = Vec::new();
        places(texts(language), "", &mut found);
        found.into_iter().map(|(place, _)| place).collect::<Vec<String>>()
    };
    assert_eq!(places_of(Language::Dutch), places_of(Language::English));
}

/// The names in braces, such as `n` and `all` in `{n} van {all}`, whatever their order.
fn placeholders(text: &str) -> BTreeSet<String> {
    let inside = text.split('{').skip(1).map(|rest| rest.split('}').next().unwrap_or_default());
    inside.map(|inside| inside.split(':').next().unwrap_or_default().to_owned()).collect()
}

#[test]
fn a_word_takes_the_same_values_in_every_language() {
    let (dutch, english) = (texts(Language::Dutch), texts(Language::English));
    for key in MessageKey::ALL {
        let of = |texts: &Value| placeholders(texts["words"][key.key()].as_str().unwrap());
        assert_eq!(of(dutch), of(english), "{}", key.key());
    }
}

#[test]
fn braces_are_closed_and_offer_two_forms_where_they_offer_any() {
    for language in Language::ALL {
        for (key, text) in texts(language)["words"].as_object().unwrap() {
            let text = text.as_str().unwrap();
            assert_eq!(text.matches('{').count(), text.matches('}').count(), "{key}: {text}");
            for inside in text.split('{').skip(1).map(|rest| rest.split('}').next().unwrap()) {
                let forms = inside.split_once(':').map_or(2, |(_, forms)| forms.split('|').count());
                assert_eq!(forms, 2, "{key}: {text}");
            }
        }
    }
}

#[test]
fn only_words_take_values() {
    for language in Language::ALL {
        let mut found = Vec::new();
        places(texts(language), "", &mut found);
        for (place, text) in found.iter().filter(|(place, _)| !place.starts_with(".words")) {
            assert!(!text.contains(['{', '}']), "{place}: {text}");
        }
    }
}

#[test]
fn every_language_file_is_a_language_of_the_program_and_the_other_way_round() {
    let files = fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/content")).unwrap();
    let names = files.map(|file| file.unwrap().file_name().into_string().unwrap());
    let present: BTreeSet<String> =
        names.filter(|name| !["structure.json", "schema"].contains(&name.as_str())).collect();
    let known = Language::ALL.map(|language| format!("{}.json", language.code()));
    assert_eq!(present, BTreeSet::from(known));
    for language in Language::ALL {
        assert_eq!(texts(language)["language"], language.code());
    }
}
