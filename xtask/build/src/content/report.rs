//! `cargo xtask content`: checks the content and reports to editors what there is, what is too long and what is unused.

use std::path::Path;

use anyhow::{Result, bail};
use flexkompas::content::{Language, MessageKey};
use flexkompas::json::Value;

use crate::content::anchors::giveaways;
use crate::content::sources::{self, Sources};

/// The longest texts that fit a card on a phone, in characters, by list and field.
const MAX_LENGTHS: [(&str, &str, usize); 8] = [
    ("statements", "anchors", 110),
    ("statements", "ask", 110),
    ("tips", "text", 190),
    ("sliderTips", "text", 190),
    ("answerTips", "text", 190),
    ("questions", "text", 150),
    ("stops", "meaning", 130),
    ("warnings", "text", 230),
];

/// Prints the whole report, then returns an error if there are content errors.
pub fn print(root: &Path) -> Result<()> {
    let sources = sources::read(&root.join("content"))?;
    counts(&sources);
    let mut errors = 0;
    for (language, texts) in &sources.texts {
        let file = sources::file_of(*language);
        println!("\ncontent/{file}");
        if let Err(found) = sources::check(&sources, *language) {
            for error in &found {
                println!("  error     {error}");
            }
            errors += found.len();
        }
        let found = giveaways(texts, *language);
        for giveaway in &found {
            println!("  error     {giveaway}");
        }
        errors += found.len();
        for long in too_long(texts) {
            println!("  long      {long}");
        }
        for word in unused_message_keys(texts) {
            println!("  never used  words.{word}");
        }
    }
    for missing in untranslated(&sources) {
        println!("  only in one language  {missing}");
        errors += 1;
    }
    if errors > 0 {
        bail!("{errors} errors in the content");
    }
    println!("\nno errors");
    Ok(())
}

fn counts(sources: &Sources) {
    println!("content/{}", sources::STRUCTURE_FILE);
    for (name, value) in sources.structure.as_object().unwrap_or_default() {
        if let Some(items) = value.as_list() {
            println!("  {:>4}  {name}", items.len());
        }
    }
}

/// Texts that do not fit a card, with their path and length.
pub fn too_long(texts: &Value) -> Vec<String> {
    let mut found = Vec::new();
    for (list, field, max) in MAX_LENGTHS {
        for (id, entry) in texts.get(list).and_then(Value::as_object).unwrap_or_default() {
            let value = entry.get(field);
            let single = value.and_then(Value::as_text).into_iter();
            let several =
                value.and_then(Value::as_list).unwrap_or_default().iter().filter_map(Value::as_text);
            for text in single.chain(several) {
                let length = text.chars().count();
                if length > max {
                    found.push(format!("{list}.{id}.{field}: {length} characters, {max} fit"));
                }
            }
        }
    }
    found
}

/// Message keys of a language file that the program does not have.
fn unused_message_keys(texts: &Value) -> Vec<&str> {
    let words = texts.get("words").and_then(Value::as_object).unwrap_or_default();
    let keys = words.iter().map(|(key, _)| &**key);
    keys.filter(|key| MessageKey::ALL.iter().all(|word| word.key() != *key)).collect()
}

/// Texts that one language has and another lacks, with that language.
pub fn untranslated(sources: &Sources) -> Vec<String> {
    let mut found = Vec::new();
    for (language, texts) in &sources.texts {
        for (other, other_texts) in sources.texts.iter().filter(|(other, _)| other != language) {
            missing(texts, other_texts, "", *other, &mut found);
        }
    }
    found
}

fn missing(texts: &Value, other: &Value, place: &str, language: Language, found: &mut Vec<String>) {
    for (key, value) in texts.as_object().unwrap_or_default() {
        let place = if place.is_empty() { key.to_string() } else { format!("{place}.{key}") };
        match other.get(key) {
            None => found.push(format!("{place} is missing in {}", sources::file_of(language))),
            Some(other) => missing(value, other, &place, language, found),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(text: &str) -> Value {
        flexkompas::json::parse(text).unwrap()
    }

    #[test]
    fn long_text_is_reported_with_its_length_and_the_limit() {
        let long = "x".repeat(200);
        let texts = value(&format!(
            "{{\"tips\":{{\"tip-a\":{{\"text\":\"{long}\"}},\"tip-b\":{{\"text\":\"kort\"}}}}}}"
        ));
        assert_eq!(too_long(&texts), ["tips.tip-a.text: 200 characters, 190 fit"]);
    }

    #[test]
    fn text_in_one_language_only_is_reported_with_the_file_that_lacks_it() {
        let sources = Sources {
            structure: Value::Null,
            texts: vec![
                (Language::Dutch, value("{\"tips\":{\"tip-a\":{\"text\":\"a\"}}}")),
                (Language::English, value("{\"tips\":{}}")),
            ],
        };
        assert_eq!(untranslated(&sources), ["tips.tip-a is missing in en.json"]);
    }

    #[test]
    fn unknown_message_key_is_unused() {
        assert_eq!(
            unused_message_keys(&value("{\"words\":{\"next\":\"a\",\"no-such-word\":\"b\"}}")),
            ["no-such-word"]
        );
    }
}
