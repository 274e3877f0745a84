//! Texts are short enough for a phone and use the words of the glossary (docs/product.md#rules-that-hold-everywhere).

use flexkompas::content::Language;
use serde_json::Value;

use crate::support::content::{library, start, texts};

#[test]
fn descriptions_have_at_most_110_characters() {
    for language in Language::ALL {
        for anchor in start(language).statements.iter().flat_map(|statement| &statement.anchors) {
            assert!(anchor.chars().count() <= 110, "{anchor}");
        }
    }
}

#[test]
fn tips_have_at_most_190_characters() {
    for language in Language::ALL {
        for tip in library(language).tips {
            assert!(tip.text.chars().count() <= 190, "{}: {}", tip.id, tip.text);
        }
    }
}

#[test]
fn the_four_descriptions_of_a_statement_differ() {
    for language in Language::ALL {
        for statement in start(language).statements {
            let mut anchors = statement.anchors.to_vec();
            anchors.sort_unstable();
            anchors.dedup();
            assert_eq!(anchors.len(), 4, "{}", statement.name);
        }
    }
}

fn all_texts(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::String(text) => found.push(text.clone()),
        Value::Array(items) => items.iter().for_each(|item| all_texts(item, found)),
        Value::Object(fields) => fields.values().for_each(|value| all_texts(value, found)),
        _ => {}
    }
}

#[track_caller]
fn texts_of(value: &Value) -> Vec<String> {
    let mut found = Vec::new();
    all_texts(value, &mut found);
    assert!(found.len() > 100, "the texts were not found");
    found
}

fn has_word(text: &str, words: &[&str]) -> bool {
    let lower = text.to_lowercase();
    lower.split(|letter: char| !letter.is_alphanumeric()).any(|word| words.contains(&word))
}

#[test]
fn dutch_texts_say_je_and_jullie_and_never_u() {
    for text in texts_of(texts(Language::Dutch)) {
        assert!(!has_word(&text, &["u", "uw", "uzelf"]), "{text}");
    }
}

#[test]
fn the_screens_speak_of_a_phase_and_not_of_a_level() {
    for text in texts_of(&texts(Language::Dutch)["words"]) {
        assert!(!has_word(&text, &["niveau", "niveaus", "level", "ambitieniveau"]), "{text}");
    }
    for text in texts_of(&texts(Language::English)["words"]) {
        assert!(!has_word(&text, &["level", "levels"]), "{text}");
    }
}

#[test]
fn dutch_texts_avoid_flexwerk_because_it_means_a_temporary_contract() {
    for text in texts_of(texts(Language::Dutch)) {
        assert!(!text.to_lowercase().contains("flexwerk"), "{text}");
    }
}

#[test]
fn descriptions_do_not_give_their_phase_away() {
    // Product.md: numbers and names of phases are not shown beside the descriptions.
    for language in Language::ALL {
        let start = start(language);
        for anchor in start.statements.iter().flat_map(|statement| &statement.anchors) {
            assert!(!has_word(anchor, &["fase", "phase"]), "{anchor}");
            assert!(!start.phases.iter().any(|phase| anchor.contains(&*phase.name)), "{anchor}");
        }
    }
}

#[test]
fn texts_have_no_stray_white_space() {
    for language in Language::ALL {
        for text in texts_of(texts(language)) {
            assert!(text.trim() == text && !text.contains("  ") && !text.contains('\n'), "{text:?}");
        }
    }
}
