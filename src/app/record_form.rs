//! The record as JSON text, and back (product.md, the exported record).
//!
//! Reading is strict about what it knows and lenient about what it does not: an unknown field or an unknown
//! id is kept, a known field with an impossible value makes the record damaged. Whoever gets a refusal must
//! not overwrite what was refused.

use std::borrow::Borrow;

use super::record::{Record, Stamp, Unknown};
use crate::content::Language;
use crate::domain::{
    Answer, Choice, DimensionId, Keyed, Mark, Marks, Phase, PrincipleId, QuestionId, Reflection, RoleId,
    RowId, Scope, Set, StatementId, StopId,
};
use crate::json::{self, Fields, Text, Value};

/// The value of `format`.
pub const FORMAT: &str = "flexkompas";
/// The newest version this program reads, and the one it writes.
pub const VERSION: u32 = 1;

/// Why a text is not a record that can be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreadable {
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
pub fn read(text: &str, question_set: &str) -> Result<Record, Unreadable> {
    let value = json::parse(text).map_err(|_| Unreadable::NotARecord)?;
    let fields = value.as_object().ok_or(Unreadable::NotARecord)?;
    let is_ours = json::get(fields, "format").and_then(Value::as_text).is_some_and(|text| &**text == FORMAT);
    if !is_ours {
        return Err(Unreadable::NotARecord);
    }
    let version = json::get(fields, "version").and_then(Value::as_number);
    match version.ok_or_else(|| damaged("version"))? {
        0 => return Err(damaged("version")),
        1..=VERSION => {}
        _ => return Err(Unreadable::Newer),
    }
    let record = read_fields(fields)?;
    if &*record.question_set == question_set {
        Ok(record)
    } else {
        Err(Unreadable::OtherQuestionSet(record.question_set))
    }
}

fn damaged(place: &str) -> Unreadable {
    Unreadable::Damaged(place.to_owned())
}

fn read_fields(fields: &[(Text, Value)]) -> Result<Record, Unreadable> {
    let text = |key: &str| match json::get(fields, key) {
        None | Some(Value::Null) => Ok(None),
        Some(value) => value.as_text().cloned().map(Some).ok_or_else(|| damaged(key)),
    };
    let needed = |key: &str| text(key)?.filter(|text| !text.is_empty()).ok_or_else(|| damaged(key));
    let set = Set::parse(&needed("set")?).ok_or_else(|| damaged("set"))?;
    let role = match text("role")? {
        Some(role) => Some(RoleId::parse(&role).ok_or_else(|| damaged("role"))?),
        None => None,
    };
    let language = text("language")?.and_then(|code| Language::parse(&code)).unwrap_or(Language::Dutch);
    let principles = principles(json::get(fields, "principles"))?;
    Ok(Record {
        stamp: Stamp { id: needed("id")?, started_at: text("startedAt")?.unwrap_or_default() },
        question_set: needed("questionSet")?,
        scope: Scope { set, role },
        language,
        name: text("name")?.unwrap_or_default(),
        answers: keyed(fields, "answers", StatementId::parse, read_answer)?,
        notes: keyed(fields, "notes", StatementId::parse, |value| value.as_text().cloned())?,
        ambition: keyed(fields, "ambition", DimensionId::parse, read_phase)?,
        theme: principles.theme,
        positions: principles.positions,
        reflections: keyed(fields, "reflection", QuestionId::parse, read_reflection)?,
        unknown: Unknown {
            top: unknown(fields, KNOWN_FIELDS),
            principles: principles.unknown,
            marks: principles.unknown_marks,
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
    "ambition", "principles", "reflection", "result",
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
) -> Keyed<K, Fields> {
    let entries = json::get(fields, key).and_then(Value::as_object).unwrap_or_default();
    let of_each = entries.iter().filter_map(|(name, entry)| {
        let fields = unknown(entry.as_object()?, known(entry));
        id(name).filter(|_| !fields.is_empty()).zip(Some(fields))
    });
    of_each.collect()
}

/// Reads an object of ids, the field at the end of this place; absent means empty.
fn keyed<K: Ord + Borrow<str>, V>(
    fields: &[(Text, Value)],
    place: &str,
    id: impl Fn(&str) -> Option<K>,
    value: impl Fn(&Value) -> Option<V>,
) -> Result<Keyed<K, V>, Unreadable> {
    let key = place.rsplit('.').next().unwrap_or(place);
    let entries = match json::get(fields, key) {
        None | Some(Value::Null) => return Ok(Keyed::default()),
        Some(entries) => entries.as_object().ok_or_else(|| damaged(place))?,
    };
    let pairs = entries.iter().map(|(name, entry)| {
        let pair = id(name).zip(value(entry));
        pair.ok_or_else(|| Unreadable::Damaged([place, ".", name].concat()))
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

#[derive(Default)]
struct Principles {
    theme: Text,
    positions: Keyed<PrincipleId, Marks>,
    unknown: Fields,
    unknown_marks: Keyed<PrincipleId, Fields>,
}

fn principles(value: Option<&Value>) -> Result<Principles, Unreadable> {
    let fields = match value {
        None | Some(Value::Null) => return Ok(Principles::default()),
        Some(value) => value.as_object().ok_or_else(|| damaged("principles"))?,
    };
    let theme = match json::get(fields, "theme") {
        None | Some(Value::Null) => Text::default(),
        Some(theme) => theme.as_text().cloned().ok_or_else(|| damaged("principles.theme"))?,
    };
    let positions = keyed(fields, "principles.positions", PrincipleId::parse, |value| {
        let marks = value.as_object()?;
        let stop = |mark: Mark| match json::get(marks, mark.value()) {
            None | Some(Value::Null) => Some(None),
            Some(stop) => stop.as_text().and_then(|text| StopId::parse(text)).map(Some),
        };
        Some(Marks { now: stop(Mark::Now)?, desired: stop(Mark::Desired)? })
    })?;
    Ok(Principles {
        theme,
        positions,
        unknown: unknown(fields, &["theme", "positions"]),
        unknown_marks: unknown_of_each(fields, "positions", PrincipleId::parse, |_| &["now", "desired"]),
    })
}

/// The record as an object, ready to be written; `result` is added by the export alone.
pub fn write(record: &Record) -> Fields {
    let mut fields: Fields = vec![
        ("format".into(), Value::text(FORMAT)),
        ("version".into(), Value::number(VERSION)),
        ("id".into(), Value::Text(record.stamp.id.clone())),
        ("questionSet".into(), Value::Text(record.question_set.clone())),
        ("set".into(), Value::text(record.scope.set.value())),
        ("role".into(), record.scope.role.as_ref().map_or(Value::Null, |role| Value::text(role.as_str()))),
        ("language".into(), Value::text(record.language.code())),
        ("startedAt".into(), Value::Text(record.stamp.started_at.clone())),
        ("name".into(), Value::Text(record.name.clone())),
        ("answers".into(), object(&record.answers, |_, answer| write_answer(*answer))),
        ("notes".into(), object(&record.notes, |_, note| Value::Text(note.clone()))),
        ("ambition".into(), object(&record.ambition, |_, phase| Value::number(phase.number().into()))),
        ("principles".into(), write_principles(record)),
        ("reflection".into(), write_reflections(record)),
    ];
    fields.extend(record.unknown.top.iter().cloned());
    fields
}

fn object<K: Ord + Borrow<str>, V>(entries: &Keyed<K, V>, value: impl Fn(&str, &V) -> Value) -> Value {
    let fields = entries.iter().map(|(key, entry)| (key.borrow().into(), value(key.borrow(), entry)));
    Value::Object(fields.collect())
}

fn write_answer(answer: Answer) -> Value {
    match answer {
        Answer::Rated(phase) => Value::number(phase.number().into()),
        Answer::Unknown | Answer::NotApplicable => Value::text(answer.value()),
    }
}

fn write_principles(record: &Record) -> Value {
    let positions = object(&record.positions, |id, marks| {
        let placed = [Mark::Now, Mark::Desired].into_iter().filter_map(|mark| {
            let stop = marks.get(mark)?;
            Some((mark.value().into(), Value::text(stop.as_str())))
        });
        let mut fields: Fields = placed.collect();
        fields.extend(record.unknown.marks.get(id).into_iter().flatten().cloned());
        Value::Object(fields)
    });
    let mut fields: Fields =
        vec![("theme".into(), Value::Text(record.theme.clone())), ("positions".into(), positions)];
    fields.extend(record.unknown.principles.iter().cloned());
    Value::Object(fields)
}

fn write_reflections(record: &Record) -> Value {
    object(&record.reflections, |id, reflection| {
        let mut value = write_reflection(reflection);
        if let Value::Object(fields) = &mut value {
            fields.extend(record.unknown.reflections.get(id).into_iter().flatten().cloned());
        }
        value
    })
}

fn write_reflection(reflection: &Reflection) -> Value {
    match reflection {
        Reflection::Text(text) => Value::text(text),
        Reflection::Grade(grade) => Value::number((*grade).into()),
        Reflection::Checklist(rows) => {
            Value::Object(vec![("rows".into(), object(rows, |_, choice| Value::text(choice.value())))])
        }
        Reflection::Choice { choice, text } => {
            let mut fields = Fields::new();
            if let Some(choice) = choice {
                fields.push(("choice".into(), Value::text(choice.value())));
            }
            if !text.is_empty() {
                fields.push(("text".into(), Value::text(text)));
            }
            Value::Object(fields)
        }
    }
}
