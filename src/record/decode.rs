//! The record from JSON text (docs/product.md#the-record); [`write`](super::write) is the way back.
//!
//! Reading is strict about what it knows and lenient about what it does not: an unknown field or an unknown
//! id is kept, a known field with an impossible value makes the record damaged. Whoever gets a refusal must
//! not overwrite what was refused.

use std::borrow::Borrow;

use super::{PolicyTheme, Record, Stamp, UnknownFields};
use crate::content::Language;
use crate::domain::{
    Answer, Choice, DimensionId, Mark, Marks, Phase, PrincipleId, QuestionId, Reflection, RoleId, RowId,
    ScanLength, Scope, SortedMap, StatementId, StopId, TipId,
};
use crate::json::{self, Fields, Text, Value};

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
    let fields = value.as_object().ok_or(RecordError::NotARecord)?;
    let is_ours = json::get(fields, "format").and_then(Value::as_text).is_some_and(|text| &**text == FORMAT);
    if !is_ours {
        return Err(RecordError::NotARecord);
    }
    let version = json::get(fields, "version").and_then(Value::as_number);
    match version.ok_or_else(|| damaged("version"))? {
        0 => return Err(damaged("version")),
        1..=VERSION => {}
        _ => return Err(RecordError::Newer),
    }
    let record = read_fields(fields)?;
    if &*record.question_set == question_set {
        Ok(record)
    } else {
        Err(RecordError::OtherQuestionSet(record.question_set))
    }
}

fn damaged(place: &str) -> RecordError {
    RecordError::Damaged(place.to_owned())
}

fn read_fields(fields: &[(Text, Value)]) -> Result<Record, RecordError> {
    let text = |key: &str| match json::get(fields, key) {
        None | Some(Value::Null) => Ok(None),
        Some(value) => value.as_text().cloned().map(Some).ok_or_else(|| damaged(key)),
    };
    let needed = |key: &str| text(key)?.filter(|text| !text.is_empty()).ok_or_else(|| damaged(key));
    let length = ScanLength::parse(&needed("set")?).ok_or_else(|| damaged("set"))?;
    let role = match text("role")? {
        Some(role) => Some(RoleId::parse(&role).ok_or_else(|| damaged("role"))?),
        None => None,
    };
    let language = text("language")?.and_then(|code| Language::parse(&code)).unwrap_or(Language::Dutch);
    let (theme, other_themes) = themes(json::get(fields, "principles"))?;
    Ok(Record {
        stamp: Stamp { id: needed("id")?, started_at: text("startedAt")?.unwrap_or_default() },
        question_set: needed("questionSet")?,
        scope: Scope { length, role },
        language,
        name: text("name")?.unwrap_or_default(),
        answers: map(fields, "answers", StatementId::parse, read_answer)?,
        notes: map(fields, "notes", StatementId::parse, |value| value.as_text().cloned())?,
        ambition: map(fields, "ambition", DimensionId::parse, read_phase)?,
        theme,
        other_themes,
        reflections: map(fields, "reflection", QuestionId::parse, read_reflection)?,
        modules: map(fields, "modules", entry_id, |value| {
            let mut entries = value.as_object()?.iter();
            entries.try_fold(SortedMap::default(), |mut entries, (id, value)| {
                entries.insert(entry_id(id)?, value.as_text()?.clone());
                Some(entries)
            })
        })?,
        starred: starred(json::get(fields, "starred"))?,
        unknown: UnknownFields {
            top: unknown(fields, KNOWN_FIELDS),
            reflections: unknown_of_each(fields, "reflection", QuestionId::parse, |answer| {
                if answer.get("rows").is_some() { &["rows"] } else { &["choice", "text"] }
            }),
        },
    })
}

/// Every field of the top of a record; `result` is known, ignored on reading and made anew on export.
#[rustfmt::skip]
const KNOWN_FIELDS: &[&str] = &[
    "format", "version", "id", "questionSet", "set", "role", "language", "startedAt", "name", "answers", "notes",
    "ambition", "principles", "reflection", "modules", "starred", "result",
];

fn unknown(fields: &[(Text, Value)], known: &[&str]) -> Fields {
    fields.iter().filter(|(key, _)| !known.contains(&&**key)).cloned().collect()
}

/// The unknown fields of every entry of an object of ids, where an entry has any.
fn unknown_of_each<K: Ord + Borrow<str>>(
    fields: &[(Text, Value)],
    key: &str,
    id: impl Fn(&str) -> Option<K>,
    known: impl Fn(&Value) -> &'static [&'static str],
) -> SortedMap<K, Fields> {
    let entries = json::get(fields, key).and_then(Value::as_object).unwrap_or_default();
    let of_each = entries.iter().filter_map(|(name, entry)| {
        let fields = unknown(entry.as_object()?, known(entry));
        id(name).filter(|_| !fields.is_empty()).zip(Some(fields))
    });
    of_each.collect()
}

/// Reads an object of ids, the field at the end of this place; absent means empty.
fn map<K: Ord + Borrow<str>, V>(
    fields: &[(Text, Value)],
    place: &str,
    id: impl Fn(&str) -> Option<K>,
    value: impl Fn(&Value) -> Option<V>,
) -> Result<SortedMap<K, V>, RecordError> {
    let key = place.rsplit('.').next().unwrap_or(place);
    let entries = match json::get(fields, key) {
        None | Some(Value::Null) => return Ok(SortedMap::default()),
        Some(entries) => entries.as_object().ok_or_else(|| damaged(place))?,
    };
    let pairs = entries.iter().map(|(name, entry)| {
        let pair = id(name).zip(value(entry));
        pair.ok_or_else(|| RecordError::Damaged([place, ".", name].concat()))
    });
    pairs.collect()
}

fn read_phase(value: &Value) -> Option<Phase> {
    value.as_number().and_then(|number| u8::try_from(number).ok()).and_then(Phase::new)
}

fn read_answer(value: &Value) -> Option<Answer> {
    match value.as_text() {
        Some(text) => Answer::parse(text).filter(|answer| answer.rated().is_none()),
        None => read_phase(value).map(Answer::Rated),
    }
}

fn read_choice(value: &Value) -> Option<Choice> {
    value.as_text().and_then(|text| Choice::parse(text))
}

fn read_reflection(value: &Value) -> Option<Reflection> {
    if let Some(text) = value.as_text() {
        return Some(Reflection::Text((**text).to_owned()));
    }
    if let Some(number) = value.as_number() {
        return u8::try_from(number).ok().filter(|grade| (1..=10).contains(grade)).map(Reflection::Grade);
    }
    let fields = value.as_object()?;
    if let Some(rows) = json::get(fields, "rows") {
        let rows = rows.as_object()?.iter().map(|(id, value)| RowId::parse(id).zip(read_choice(value)));
        return rows.collect::<Option<_>>().map(Reflection::Checklist);
    }
    let choice = match json::get(fields, "choice") {
        Some(choice) => Some(read_choice(choice)?),
        None => None,
    };
    let text = match json::get(fields, "text") {
        Some(text) => (**text.as_text()?).to_owned(),
        None => String::new(),
    };
    Some(Reflection::Choice { choice, text })
}

/// Ids of modules and of what is in them are kept as they are: they are names in the content and nowhere else.
fn entry_id(text: &str) -> Option<Text> {
    crate::domain::is_id(text).then(|| text.into())
}

fn starred(value: Option<&Value>) -> Result<SortedMap<TipId, ()>, RecordError> {
    let mut starred = SortedMap::default();
    let tips = match value {
        None | Some(Value::Null) => return Ok(starred),
        Some(value) => value.as_list().ok_or_else(|| damaged("starred"))?,
    };
    for tip in tips {
        let id = tip.as_text().and_then(|text| TipId::parse(text));
        starred.insert(id.ok_or_else(|| damaged("starred"))?, ());
    }
    Ok(starred)
}

/// The theme at hand, and those beside it.
fn themes(value: Option<&Value>) -> Result<(PolicyTheme, Vec<PolicyTheme>), RecordError> {
    let fields = match value {
        None | Some(Value::Null) => return Ok((PolicyTheme::default(), Vec::new())),
        Some(value) => value.as_object().ok_or_else(|| damaged("principles"))?,
    };
    let list = match json::get(fields, "others") {
        None | Some(Value::Null) => &[],
        Some(list) => list.as_list().ok_or_else(|| damaged("principles.others"))?,
    };
    let mut others = Vec::new();
    for other in list {
        let fields = other.as_object().ok_or_else(|| damaged("principles.others"))?;
        others.push(policy_theme(fields, "principles.others")?);
    }
    Ok((policy_theme(fields, "principles")?, others))
}

fn policy_theme(fields: &[(Text, Value)], place: &str) -> Result<PolicyTheme, RecordError> {
    let below = |key: &str| [place, ".", key].concat();
    let name = match json::get(fields, "theme") {
        None | Some(Value::Null) => Text::default(),
        Some(theme) => theme.as_text().cloned().ok_or_else(|| damaged(&below("theme")))?,
    };
    let placements = map(fields, &below("positions"), PrincipleId::parse, |value| {
        let marks = value.as_object()?;
        let stop = |mark: Mark| match json::get(marks, mark.value()) {
            None | Some(Value::Null) => Some(None),
            Some(stop) => stop.as_text().and_then(|text| StopId::parse(text)).map(Some),
        };
        Some(Marks { now: stop(Mark::Now)?, desired: stop(Mark::Desired)? })
    })?;
    let guide = map(fields, &below("guide"), QuestionId::parse, |value| value.as_text().cloned())?;
    Ok(PolicyTheme {
        name,
        placements,
        guide,
        unknown: unknown(fields, &["theme", "positions", "guide", "others"]),
        unknown_marks: unknown_of_each(fields, "positions", PrincipleId::parse, |_| &["now", "desired"]),
    })
}
