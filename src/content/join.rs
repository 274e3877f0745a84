//! Joins the sources that people edit into the files that are served. For tools and tests: the program in the
//! browser reads joined files only.
//!
//! `structure.json` holds lists of objects with an `id` and nothing in any language; `<language>.json` holds for
//! each list an object of texts by id. Joining puts the texts of an id beside its structure, and names every
//! text that is missing or belongs to nothing.

use super::{ContentError, Part};
use crate::json::{Fields, Text, Value};

/// The joined parts of one language, in the order of [`Part::ALL`].
pub type Joined = Vec<(Part, Value)>;

/// Joins the structure with the texts of one language, or returns all errors.
pub fn join(structure: &Value, texts: &Value) -> Result<Joined, Vec<ContentError>> {
    let mut joiner = Joiner { texts, used: Vec::new(), errors: Vec::new() };
    let lists: Vec<(Text, Value)> = structure
        .as_object()
        .unwrap_or_default()
        .iter()
        .filter(|(_, value)| value.as_list().is_some())
        .map(|(name, value)| (name.clone(), joiner.with_texts(name, value)))
        .collect();
    joiner.find_orphans();
    for (name, _) in &lists {
        if Part::ALL.into_iter().all(|part| !part.lists().contains(&&**name)) {
            joiner.error(name.to_string(), "is a list that no part of the content holds");
        }
    }
    if !joiner.errors.is_empty() {
        return Err(joiner.errors);
    }
    let field = |from: &Value, key: &str| from.get(key).cloned().unwrap_or(Value::Null);
    let parts = Part::ALL.into_iter().map(|part| {
        let mut fields: Fields = vec![
            ("format".into(), Value::text("flexkompas-content")),
            ("version".into(), Value::number(super::CONTENT_VERSION)),
            ("part".into(), Value::text(part.name())),
            ("questionSet".into(), field(structure, "questionSet")),
            ("language".into(), field(texts, "language")),
        ];
        if part == Part::Start {
            fields.push(("words".into(), field(texts, "words")));
        }
        let own = lists.iter().filter(|(name, _)| part.lists().contains(&&**name));
        fields.extend(own.cloned());
        (part, Value::Object(fields))
    });
    Ok(parts.collect())
}

/// Sections of a language file that belong to no list.
const NOT_LISTS: [&str; 6] = ["$schema", "format", "version", "language", "name", "words"];

struct Joiner<'a> {
    texts: &'a Value,
    /// Section and id of every text that found its structure.
    used: Vec<(Text, Text)>,
    errors: Vec<ContentError>,
}

impl Joiner<'_> {
    fn error(&mut self, path: String, reason: &str) {
        self.errors.push(ContentError { path, reason: reason.to_owned() });
    }

    fn with_texts(&mut self, list: &Text, value: &Value) -> Value {
        match value {
            Value::List(items) => Value::List(items.iter().map(|item| self.with_texts(list, item)).collect()),
            Value::Object(fields) => self.object(list, fields),
            _ => value.clone(),
        }
    }

    fn object(&mut self, list: &Text, fields: &[(Text, Value)]) -> Value {
        let mut joined: Fields = Vec::with_capacity(fields.len() + 4);
        for (key, value) in fields {
            let value = if value.as_list().is_some() { self.with_texts(key, value) } else { value.clone() };
            joined.push((key.clone(), value));
        }
        let Some(id) = crate::json::get(fields, "id").and_then(Value::as_text) else {
            return Value::Object(joined);
        };
        match self.texts.get(list).and_then(|section| section.get(id)).and_then(Value::as_object) {
            Some(texts) => {
                for (key, value) in texts {
                    if crate::json::get(fields, key).is_some() {
                        let path = [list, ".", id, ".", key].concat();
                        self.error(path, "stands in structure.json as well");
                    }
                    joined.push((key.clone(), value.clone()));
                }
                self.used.push((list.clone(), id.clone()));
            }
            None => self.error([list, ".", id].concat(), "has no texts in this language"),
        }
        Value::Object(joined)
    }

    fn find_orphans(&mut self) {
        for (section, entries) in self.texts.as_object().unwrap_or_default() {
            if NOT_LISTS.contains(&&**section) {
                continue;
            }
            for (id, _) in entries.as_object().unwrap_or_default() {
                let known = self.used.iter().any(|(list, used)| list == section && used == id);
                if !known {
                    self.error([section, ".", id].concat(), "stands in no list of structure.json");
                }
            }
        }
    }
}
