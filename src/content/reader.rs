//! Looks into JSON objects and collects every mistake with its place.
//!
//! A content file is made by people. Whoever edits it is helped by all mistakes at once, each named with the
//! place where it stands, and not by the first one alone. Reading therefore goes on after a mistake with a
//! stand-in value, and a file with any mistake is refused at the end.

use std::cell::RefCell;
use std::ops::RangeInclusive;

use crate::json::{Text, Value};

/// A mistake in a content file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// Where, such as `statements[3] (regie-top).anchors`.
    pub place: String,
    /// What is wrong there, in English, for the editor of the file.
    pub what: String,
}

impl std::fmt::Display for Mistake {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.place)?;
        f.write_str(": ")?;
        f.write_str(&self.what)
    }
}

/// Collects mistakes while a file is read.
#[derive(Debug, Default)]
pub(super) struct Mistakes(RefCell<Vec<Mistake>>);

impl Mistakes {
    fn add(&self, place: String, what: &str) {
        self.0.borrow_mut().push(Mistake { place, what: what.to_owned() });
    }

    /// All mistakes in the order they were found.
    pub(super) fn into_list(self) -> Vec<Mistake> {
        self.0.into_inner()
    }
}

/// The way from the top of the file to an object.
#[derive(Clone, Copy)]
enum Place<'a> {
    Top,
    Field(&'a Place<'a>, &'a str),
    Item(&'a Place<'a>, &'a str, usize, Option<&'a str>),
}

impl Place<'_> {
    fn write(&self, out: &mut String) {
        match self {
            Self::Top => {}
            Self::Field(parent, key) => {
                parent.write(out);
                join(out, key);
            }
            Self::Item(parent, list, at, id) => {
                parent.write(out);
                join(out, list);
                out.push('[');
                out.push_str(&(at + 1).to_string());
                out.push(']');
                if let Some(id) = id {
                    out.push_str(" (");
                    out.push_str(id);
                    out.push(')');
                }
            }
        }
    }
}

fn join(out: &mut String, key: &str) {
    if !out.is_empty() && !key.is_empty() {
        out.push('.');
    }
    out.push_str(key);
}

/// An object of the file, with the place where it stands.
pub(super) struct Object<'a> {
    fields: &'a [(Text, Value)],
    place: Place<'a>,
    mistakes: &'a Mistakes,
}

impl<'a> Object<'a> {
    /// The top of a file.
    pub(super) fn top(value: &'a Value, mistakes: &'a Mistakes) -> Self {
        let fields = value.as_object().unwrap_or_else(|| {
            mistakes.add("file".to_owned(), "must be an object in braces");
            &[]
        });
        Self { fields, place: Place::Top, mistakes }
    }

    /// Notes a mistake at a field of this object.
    pub(super) fn mistake(&self, key: &str, what: &str) {
        let mut place = String::new();
        self.place.write(&mut place);
        join(&mut place, key);
        self.mistakes.add(place, what);
    }

    /// The raw value of a field; absent where it is missing or `null`.
    pub(super) fn value(&self, key: &str) -> Option<&'a Value> {
        crate::json::get(self.fields, key).filter(|value| **value != Value::Null)
    }

    fn needed(&self, key: &str) -> Option<&'a Value> {
        let value = self.value(key);
        if value.is_none() {
            self.mistake(key, "is missing");
        }
        value
    }

    /// Text that must be there and say something.
    pub(super) fn text(&self, key: &str) -> Text {
        let read = self.needed(key).and_then(|value| self.as_text(key, value));
        read.unwrap_or_default()
    }

    fn as_text(&self, key: &str, value: &Value) -> Option<Text> {
        match value.as_text() {
            Some(text) if text.trim().is_empty() => self.mistake(key, "is empty"),
            Some(text) => return Some(text.clone()),
            None => self.mistake(key, "must be text in quotes"),
        }
        None
    }

    /// Exactly `N` texts.
    pub(super) fn texts<const N: usize>(&self, key: &str) -> [Text; N] {
        let items = self.items(key);
        if items.len() != N && self.value(key).is_some_and(|value| value.as_list().is_some()) {
            self.mistake(
                key,
                &["must have ", &N.to_string(), " texts, has ", &items.len().to_string()].concat(),
            );
        }
        std::array::from_fn(|at| {
            let read = items.get(at).and_then(|value| self.as_text(key, value));
            read.unwrap_or_default()
        })
    }

    /// A whole number within a range.
    pub(super) fn number(&self, key: &str, range: RangeInclusive<u32>) -> u32 {
        let lowest = *range.start();
        let Some(value) = self.needed(key) else { return lowest };
        let number = value.as_number().filter(|number| range.contains(number));
        number.unwrap_or_else(|| {
            let bounds = [&range.start().to_string(), " to ", &range.end().to_string()].concat();
            self.mistake(key, &["must be a whole number from ", &bounds].concat());
            lowest
        })
    }

    /// `true` or `false`; absent means `false`.
    pub(super) fn flag(&self, key: &str) -> bool {
        let Some(value) = self.value(key) else { return false };
        value.as_bool().unwrap_or_else(|| {
            self.mistake(key, "must be true or false");
            false
        })
    }

    /// An id that must be there.
    pub(super) fn id<T>(&self, key: &str, parse: impl Fn(&str) -> Option<T>) -> Option<T> {
        self.needed(key).and_then(|value| self.as_id(key, value, parse))
    }

    /// A list of ids; absent means empty.
    pub(super) fn ids<T>(&self, key: &str, parse: impl Fn(&str) -> Option<T>) -> Vec<T> {
        if self.value(key).is_none() {
            return Vec::new();
        }
        self.items(key).iter().filter_map(|value| self.as_id(key, value, &parse)).collect()
    }

    fn as_id<T>(&self, key: &str, value: &Value, parse: impl Fn(&str) -> Option<T>) -> Option<T> {
        let read = value.as_text().and_then(|text| parse(text));
        if read.is_none() {
            self.mistake(key, "must be an id: lower-case letters, digits and single hyphens");
        }
        read
    }

    /// One of a few names.
    pub(super) fn one_of<T: Copy>(&self, key: &str, names: &[(&str, T)]) -> Option<T> {
        let value = self.needed(key)?;
        let read = value.as_text().and_then(|text| names.iter().find(|(name, _)| **name == **text));
        if read.is_none() {
            let known: Vec<&str> = names.iter().map(|(name, _)| *name).collect();
            self.mistake(key, &["must be one of ", &known.join(", ")].concat());
        }
        read.map(|(_, meaning)| *meaning)
    }

    /// An object within this one.
    pub(super) fn object<T>(&self, key: &str, read: impl FnOnce(&Object) -> T) -> T {
        let fields = self.needed(key).and_then(|value| {
            if value.as_object().is_none() {
                self.mistake(key, "must be an object in braces");
            }
            value.as_object()
        });
        let place = Place::Field(&self.place, key);
        read(&Object { fields: fields.unwrap_or(&[]), place, mistakes: self.mistakes })
    }

    /// A list of objects; an item whose id cannot be read is left out, with its mistake noted.
    pub(super) fn list<T>(&self, key: &str, mut read: impl FnMut(&Object) -> Option<T>) -> Vec<T> {
        let items = self.items(key).iter().enumerate().filter_map(|(at, value)| {
            let id = value.get("id").and_then(Value::as_text).map(|id| &**id);
            let place = Place::Item(&self.place, key, at, id);
            let Some(fields) = value.as_object() else {
                let here = Object { fields: &[], place, mistakes: self.mistakes };
                here.mistake("", "must be an object in braces");
                return None;
            };
            read(&Object { fields, place, mistakes: self.mistakes })
        });
        items.collect()
    }

    fn items(&self, key: &str) -> &'a [Value] {
        let Some(value) = self.needed(key) else { return &[] };
        value.as_list().unwrap_or_else(|| {
            self.mistake(key, "must be a list in square brackets");
            &[]
        })
    }
}
