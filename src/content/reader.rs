//! Looks into JSON objects and collects every mistake with its place.
//!
//! A content file is made by people. Whoever edits it is helped by all mistakes at once, each named with the
//! place where it stands, and not by the first one alone. Reading therefore goes on after a mistake with a
//! stand-in value, and a file with any mistake is refused at the end.

use std::ops::RangeInclusive;

use super::mistake::Mistakes;
use crate::json::{Text, Value};

/// Notes the shape of a field; in the product it is nothing.
macro_rules! note {
    ($object:ident, $key:ident, $layer:expr, $kind:expr) => {
        #[cfg(not(target_arch = "wasm32"))]
        {
            use super::shape::{Kind, Layer};
            $object.mistakes.note($object.place.pattern(), $key, $layer, $kind);
        }
    };
}

/// The way from the top of the file to an object.
#[derive(Clone, Copy)]
enum Place<'a> {
    Top,
    Field(&'a Place<'a>, &'a str),
    Item(&'a Place<'a>, &'a str, usize, Option<&'a str>),
}

impl Place<'_> {
    /// The list or field an object stands in, whichever item it is: `poles` for each pole of each principle.
    #[cfg(not(target_arch = "wasm32"))]
    fn pattern(&self) -> &str {
        match self {
            Self::Top => "",
            Self::Field(_, key) | Self::Item(_, key, _, _) => key,
        }
    }

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
        note!(self, key, Layer::Language, Kind::Text);
        let read = self.needed(key).and_then(|value| self.as_text(key, value));
        read.unwrap_or_default()
    }

    /// Text without a language, such as a source or a rule, that must be there.
    pub(super) fn plain(&self, key: &str) -> Text {
        note!(self, key, Layer::Structure, Kind::Text);
        let read = self.needed(key).and_then(|value| self.as_text(key, value));
        read.unwrap_or_default()
    }

    /// A field that is kept for people and tools, and that the program does not look at.
    #[allow(clippy::unused_self, reason = "in the product it is nothing")]
    pub(super) fn keeps(&self, key: &str, range: Option<RangeInclusive<u32>>) {
        note!(self, key, Layer::StructureOptional, range.clone().map_or(Kind::Text, Kind::Number));
        let _ = (key, range);
    }

    /// Text without a language that may be absent.
    pub(super) fn optional_plain(&self, key: &str) -> Option<Text> {
        note!(self, key, Layer::StructureOptional, Kind::Text);
        self.value(key).and_then(|value| self.as_text(key, value))
    }

    /// Text that may be absent.
    pub(super) fn optional_text(&self, key: &str) -> Option<Text> {
        note!(self, key, Layer::LanguageOptional, Kind::Text);
        self.value(key).and_then(|value| self.as_text(key, value))
    }

    /// A list of texts; absent means empty.
    pub(super) fn lines(&self, key: &str) -> Vec<Text> {
        note!(self, key, Layer::LanguageOptional, Kind::Lines);
        if self.value(key).is_none() {
            return Vec::new();
        }
        self.items(key).iter().filter_map(|value| self.as_text(key, value)).collect()
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
        note!(self, key, Layer::Language, Kind::Texts(N));
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
        note!(self, key, Layer::Structure, Kind::Number(range.clone()));
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
        note!(self, key, Layer::StructureOptional, Kind::Flag);
        let Some(value) = self.value(key) else { return false };
        value.as_bool().unwrap_or_else(|| {
            self.mistake(key, "must be true or false");
            false
        })
    }

    /// An id that must be there.
    pub(super) fn id<T>(&self, key: &str, parse: impl Fn(&str) -> Option<T>) -> Option<T> {
        note!(self, key, Layer::Structure, Kind::Id);
        self.needed(key).and_then(|value| self.as_id(key, value, parse))
    }

    /// A list of ids; absent means empty.
    pub(super) fn ids<T>(&self, key: &str, parse: impl Fn(&str) -> Option<T>) -> Vec<T> {
        note!(self, key, Layer::StructureOptional, Kind::Ids);
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
        note!(
            self,
            key,
            Layer::Structure,
            Kind::OneOf(names.iter().map(|(name, _)| (*name).to_owned()).collect())
        );
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
        read(&self.within(key))
    }

    fn within<'b>(&'b self, key: &'b str) -> Object<'b> {
        let fields = self.needed(key).and_then(|value| {
            if value.as_object().is_none() {
                self.mistake(key, "must be an object in braces");
            }
            value.as_object()
        });
        Object {
            fields: fields.unwrap_or(&[]),
            place: Place::Field(&self.place, key),
            mistakes: self.mistakes,
        }
    }

    /// A list of objects; an item whose id cannot be read is left out, with its mistake noted.
    pub(super) fn list<T>(&self, key: &str, mut read: impl FnMut(&Object) -> Option<T>) -> Vec<T> {
        note!(self, key, Layer::Structure, Kind::List);
        let mut list = Vec::new();
        self.each(key, &mut |object| list.extend(read(object)));
        list
    }

    /// What [`Object::list`] does for every sort of item alike; once in the program instead of once for each.
    fn each(&self, key: &str, read: &mut dyn FnMut(&Object)) {
        for (at, value) in self.items(key).iter().enumerate() {
            let id = value.get("id").and_then(Value::as_text).map(|id| &**id);
            let place = Place::Item(&self.place, key, at, id);
            let Some(fields) = value.as_object() else {
                let here = Object { fields: &[], place, mistakes: self.mistakes };
                here.mistake("", "must be an object in braces");
                continue;
            };
            #[cfg(not(target_arch = "wasm32"))]
            self.mistakes.note_object(key);
            read(&Object { fields, place, mistakes: self.mistakes });
        }
    }

    fn items(&self, key: &str) -> &'a [Value] {
        let Some(value) = self.needed(key) else { return &[] };
        value.as_list().unwrap_or_else(|| {
            self.mistake(key, "must be a list in square brackets");
            &[]
        })
    }
}
