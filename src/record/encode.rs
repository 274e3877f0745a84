//! The record as JSON, ready to be stored or exported (docs/product.md#the-record).

use std::borrow::Borrow;

use super::{FORMAT, PolicyTheme, Record, VERSION};
use crate::domain::{Answer, Mark, Reflection, SortedMap};
use crate::json::{Fields, Value};

/// The record as JSON text, as it is stored.
pub fn to_json(record: &Record) -> String {
    Value::Object(write(record)).to_string()
}

/// The record as an object, ready to be written; `result` is added by the export alone.
pub fn write(record: &Record) -> Fields {
    let mut fields: Fields = vec![
        ("format".into(), Value::text(FORMAT)),
        ("version".into(), Value::number(VERSION)),
        ("id".into(), Value::Text(record.stamp.id.clone())),
        ("questionSet".into(), Value::Text(record.question_set.clone())),
        ("set".into(), Value::text(record.scope.length.value())),
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
    if !record.modules.is_empty() {
        let modules =
            object(&record.modules, |_, entries| object(entries, |_, value| Value::Text(value.clone())));
        fields.push(("modules".into(), modules));
    }
    if !record.starred.is_empty() {
        let tips = record.starred.iter().map(|(id, ())| Value::text(id.as_str())).collect();
        fields.push(("starred".into(), Value::List(tips)));
    }
    fields.extend(record.unknown.top.iter().cloned());
    fields
}

fn object<K: Ord + Borrow<str>, V>(entries: &SortedMap<K, V>, value: impl Fn(&str, &V) -> Value) -> Value {
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
    let mut fields = write_theme(&record.theme);
    if !record.other_themes.is_empty() {
        let others = record.other_themes.iter().map(|theme| Value::Object(write_theme(theme)));
        fields.push(("others".into(), Value::List(others.collect())));
    }
    Value::Object(fields)
}

fn write_theme(theme: &PolicyTheme) -> Fields {
    let placements = object(&theme.placements, |id, marks| {
        let placed = [Mark::Now, Mark::Desired].into_iter().filter_map(|mark| {
            let stop = marks.get(mark)?;
            Some((mark.value().into(), Value::text(stop.as_str())))
        });
        let mut fields: Fields = placed.collect();
        fields.extend(theme.unknown_marks.get(id).into_iter().flatten().cloned());
        Value::Object(fields)
    });
    let mut fields: Fields =
        vec![("theme".into(), Value::Text(theme.name.clone())), ("positions".into(), placements)];
    if !theme.guide.is_empty() {
        fields.push(("guide".into(), object(&theme.guide, |_, words| Value::Text(words.clone()))));
    }
    fields.extend(theme.unknown.iter().cloned());
    fields
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
