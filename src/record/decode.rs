//! The record from JSON text (docs/product.md#the-record); [`write`](fn@super::write) is the way back.
//!
//! Reading is strict about what it knows and lenient about what it does not: an unknown field or an unknown
//! id is kept, a known field with an impossible value makes the record damaged. Whoever gets a refusal must
//! not overwrite what was refused.

use std::borrow::Borrow;

use serde::de::Error;
use serde::{Deserialize, Deserializer};

use super::{PolicyTheme, Record, Stamp};
use crate::content::Language;
use crate::domain::{Marks, PrincipleId, QuestionId, Scope, SortedMap, TipId};
use crate::json::{self, Fields, GROUP, RefusedPath, Text, Value, field_names};

/// The value of `format`.
pub const FORMAT: &str = "flexkompas";
/// The newest version this program reads, and the one it writes.
pub const VERSION: u32 = 1;

/// Why a text is not a record that can be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RecordError {
    /// Not JSON, or JSON of something else.
    NotARecord,
    /// Written by a newer version of the product.
    Newer,
    /// Made with another question set, named here.
    OtherQuestionSet(Text),
    /// A known field with an impossible value, named here.
    Damaged(String),
}

/// Reads a record that must belong to this question set.
pub fn read(text: &str, question_set: &str) -> Result<Record, RecordError> {
    let value = json::parse(text).map_err(|_| RecordError::NotARecord)?;
    if value.get("format").and_then(Value::as_text).is_none_or(|format| &**format != FORMAT) {
        return Err(RecordError::NotARecord);
    }
    match value.get("version").and_then(Value::as_number) {
        None | Some(0) => return Err(RecordError::Damaged("version".to_owned())),
        Some(1..=VERSION) => {}
        Some(_) => return Err(RecordError::Newer),
    }
    let mut record = Record::deserialize(&value).map_err(|RefusedPath(path)| RecordError::Damaged(path))?;
    if &*record.question_set != question_set {
        return Err(RecordError::OtherQuestionSet(record.question_set));
    }
    keep_unknown(&mut record, &value);
    Ok(record)
}

/// Text that may not be empty.
pub(super) fn not_empty<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Text, D::Error> {
    let text = Text::deserialize(deserializer)?;
    if text.is_empty() { Err(D::Error::invalid_length(0, &"text that is not empty")) } else { Ok(text) }
}

/// The code of a language; one that is not known here becomes the default.
pub(super) fn language<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Language, D::Error> {
    <&str>::deserialize(deserializer).map(|code| Language::parse(code).unwrap_or_default())
}

/// The list of starred tips.
pub(super) fn starred<'de, D: Deserializer<'de>>(deserializer: D) -> Result<SortedMap<TipId, ()>, D::Error> {
    let tips = Vec::deserialize(deserializer)?;
    Ok(tips.into_iter().map(|tip| (tip, ())).collect())
}

/// The other policy themes, which are stored within the current one.
pub(super) fn other_themes<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<PolicyTheme>, D::Error> {
    #[derive(Default, Deserialize)]
    #[serde(default)]
    struct Principles {
        others: Vec<PolicyTheme>,
    }
    #[derive(Deserialize)]
    struct Stored {
        #[serde(default)]
        principles: Principles,
    }
    Ok(Stored::deserialize(deserializer)?.principles.others)
}

/// Keeps every field that the types of the record do not name.
fn keep_unknown(record: &mut Record, object: &Value) {
    let known = [
        // `result` is made anew on export.
        &["format", "version", "result"],
        field_names::<Record>(),
        field_names::<Stamp>(),
        field_names::<Scope>(),
    ];
    record.unknown.top = unknown(object, &known);
    record.unknown.reflections = unknown_of_each(object.get("reflection"), QuestionId::parse, |answer| {
        if answer.get("rows").is_some() { &["rows"] } else { &["choice", "text"] }
    });
    let Some(principles) = object.get("principles") else { return };
    keep_unknown_of_theme(&mut record.theme, principles);
    let others = principles.get("others").and_then(Value::as_list).unwrap_or_default();
    for (theme, object) in record.other_themes.iter_mut().zip(others) {
        keep_unknown_of_theme(theme, object);
    }
}

fn keep_unknown_of_theme(theme: &mut PolicyTheme, object: &Value) {
    theme.unknown = unknown(object, &[field_names::<PolicyTheme>(), &["others"]]);
    theme.unknown_marks =
        unknown_of_each(object.get("positions"), PrincipleId::parse, |_| field_names::<Marks>());
}

fn unknown(object: &Value, known: &[&[&str]]) -> Fields {
    let fields = object.as_object().unwrap_or_default().iter();
    let is_known = |key: &str| !key.starts_with(GROUP) && known.iter().any(|names| names.contains(&key));
    fields.filter(|(key, _)| !is_known(key)).cloned().collect()
}

/// The unknown fields of every entry of an object of ids, where an entry has any.
fn unknown_of_each<K: Ord + Borrow<str>>(
    object: Option<&Value>,
    id: impl Fn(&str) -> Option<K>,
    known: impl Fn(&Value) -> &'static [&'static str],
) -> SortedMap<K, Fields> {
    let entries = object.and_then(Value::as_object).unwrap_or_default();
    let of_each = entries.iter().filter_map(|(name, entry)| {
        let fields = unknown(entry, &[known(entry)]);
        id(name).filter(|_| !fields.is_empty()).zip(Some(fields))
    });
    of_each.collect()
}
