//! Reads JSON objects and collects every error with its path.
//!
//! Editors of content files need all errors at once, not just the first. Reading therefore continues after an
//! error with a default value, and a file with any error is rejected at the end.

use std::ops::RangeInclusive;

use super::error::ContentErrors;
use crate::json::{Text, Value};

/// Records a field for the schema generator; compiles to nothing in the browser.
macro_rules! record_field {
    ($object:ident, $key:ident, $layer:expr, $kind:expr) => {
        #[cfg(not(target_arch = "wasm32"))]
        {
            use super::field_log::{Kind, Layer};
            $object.errors.record_field($object.path.pattern(), $key, $layer, $kind);
        }
    };
}

/// The path of an object in the file.
#[derive(Clone, Copy)]
enum Path<'a> {
    Top,
    Field(&'a Path<'a>, &'a str),
    Item(&'a Path<'a>, &'a str, usize, Option<&'a str>),
}

impl Path<'_> {
    /// The list or field that holds the object, without indices: `poles` for each pole of each principle.
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

/// An object of the file, with its path.
pub(super) struct Object<'a> {
    fields: &'a [(Text, Value)],
    path: Path<'a>,
    errors: &'a ContentErrors,
}

impl<'a> Object<'a> {
    /// The top of a file.
    pub(super) fn top(value: &'a Value, errors: &'a ContentErrors) -> Self {
        let fields = value.as_object().unwrap_or_else(|| {
            errors.add("file".to_owned(), "must be an object in braces");
            &[]
        });
        Self { fields, path: Path::Top, errors }
    }

    /// Reports an error in a field of this object.
    pub(super) fn error(&self, key: &str, reason: &str) {
        let mut path = String::new();
        self.path.write(&mut path);
        join(&mut path, key);
        self.errors.add(path, reason);
    }

    /// The raw value of a field; `None` if it is missing or `null`.
    pub(super) fn value(&self, key: &str) -> Option<&'a Value> {
        crate::json::get(self.fields, key).filter(|value| **value != Value::Null)
    }

    fn required(&self, key: &str) -> Option<&'a Value> {
        let value = self.value(key);
        if value.is_none() {
            self.error(key, "is missing");
        }
        value
    }

    /// Required text in the language of the file, not empty.
    pub(super) fn text(&self, key: &str) -> Text {
        record_field!(self, key, Layer::Language, Kind::Text);
        let read = self.required(key).and_then(|value| self.as_text(key, value));
        read.unwrap_or_default()
    }

    /// Required text without a language, such as a source or a rule.
    pub(super) fn structure_text(&self, key: &str) -> Text {
        record_field!(self, key, Layer::Structure, Kind::Text);
        let read = self.required(key).and_then(|value| self.as_text(key, value));
        read.unwrap_or_default()
    }

    /// A field for editors and tools, which the program ignores.
    #[allow(clippy::unused_self, reason = "in the product it is nothing")]
    pub(super) fn ignore(&self, key: &str, range: Option<RangeInclusive<u32>>) {
        record_field!(self, key, Layer::StructureOptional, range.clone().map_or(Kind::Text, Kind::Number));
        let _ = (key, range);
    }

    /// Optional text without a language.
    pub(super) fn optional_structure_text(&self, key: &str) -> Option<Text> {
        record_field!(self, key, Layer::StructureOptional, Kind::Text);
        self.value(key).and_then(|value| self.as_text(key, value))
    }

    /// Optional text in the language of the file.
    pub(super) fn optional_text(&self, key: &str) -> Option<Text> {
        record_field!(self, key, Layer::LanguageOptional, Kind::Text);
        self.value(key).and_then(|value| self.as_text(key, value))
    }

    /// A list of texts; absent means empty.
    pub(super) fn text_list(&self, key: &str) -> Vec<Text> {
        record_field!(self, key, Layer::LanguageOptional, Kind::TextList);
        if self.value(key).is_none() {
            return Vec::new();
        }
        self.items(key).iter().filter_map(|value| self.as_text(key, value)).collect()
    }

    fn as_text(&self, key: &str, value: &Value) -> Option<Text> {
        match value.as_text() {
            Some(text) if text.trim().is_empty() => self.error(key, "is empty"),
            Some(text) => return Some(text.clone()),
            None => self.error(key, "must be text in quotes"),
        }
        None
    }

    /// Exactly `N` texts.
    pub(super) fn text_array<const N: usize>(&self, key: &str) -> [Text; N] {
        record_field!(self, key, Layer::Language, Kind::TextArray(N));
        let items = self.items(key);
        if items.len() != N && self.value(key).is_some_and(|value| value.as_list().is_some()) {
            self.error(
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
        record_field!(self, key, Layer::Structure, Kind::Number(range.clone()));
        let lowest = *range.start();
        let Some(value) = self.required(key) else { return lowest };
        let number = value.as_number().filter(|number| range.contains(number));
        number.unwrap_or_else(|| {
            let bounds = [&range.start().to_string(), " to ", &range.end().to_string()].concat();
            self.error(key, &["must be a whole number from ", &bounds].concat());
            lowest
        })
    }

    /// `true` or `false`; absent means `false`.
    pub(super) fn bool(&self, key: &str) -> bool {
        record_field!(self, key, Layer::StructureOptional, Kind::Bool);
        let Some(value) = self.value(key) else { return false };
        value.as_bool().unwrap_or_else(|| {
            self.error(key, "must be true or false");
            false
        })
    }

    /// A required id.
    pub(super) fn id<T>(&self, key: &str, parse: impl Fn(&str) -> Option<T>) -> Option<T> {
        record_field!(self, key, Layer::Structure, Kind::Id);
        self.required(key).and_then(|value| self.as_id(key, value, parse))
    }

    /// A list of ids; absent means empty.
    pub(super) fn ids<T>(&self, key: &str, parse: impl Fn(&str) -> Option<T>) -> Vec<T> {
        record_field!(self, key, Layer::StructureOptional, Kind::Ids);
        if self.value(key).is_none() {
            return Vec::new();
        }
        self.items(key).iter().filter_map(|value| self.as_id(key, value, &parse)).collect()
    }

    fn as_id<T>(&self, key: &str, value: &Value, parse: impl Fn(&str) -> Option<T>) -> Option<T> {
        let read = value.as_text().and_then(|text| parse(text));
        if read.is_none() {
            self.error(key, "must be an id: lower-case letters, digits and single hyphens");
        }
        read
    }

    /// One of a few names.
    pub(super) fn one_of<T: Copy>(&self, key: &str, names: &[(&str, T)]) -> Option<T> {
        record_field!(
            self,
            key,
            Layer::Structure,
            Kind::OneOf(names.iter().map(|(name, _)| (*name).to_owned()).collect())
        );
        let value = self.required(key)?;
        let read = value.as_text().and_then(|text| names.iter().find(|(name, _)| **name == **text));
        if read.is_none() {
            let known: Vec<&str> = names.iter().map(|(name, _)| *name).collect();
            self.error(key, &["must be one of ", &known.join(", ")].concat());
        }
        read.map(|(_, meaning)| *meaning)
    }

    /// An object within this one.
    pub(super) fn object<T>(&self, key: &str, read: impl FnOnce(&Object) -> T) -> T {
        read(&self.within(key))
    }

    fn within<'b>(&'b self, key: &'b str) -> Object<'b> {
        let fields = self.required(key).and_then(|value| {
            if value.as_object().is_none() {
                self.error(key, "must be an object in braces");
            }
            value.as_object()
        });
        Object { fields: fields.unwrap_or(&[]), path: Path::Field(&self.path, key), errors: self.errors }
    }

    /// A list of objects; an item with an unreadable id is reported and left out.
    pub(super) fn list<T>(&self, key: &str, mut read: impl FnMut(&Object) -> Option<T>) -> Vec<T> {
        record_field!(self, key, Layer::Structure, Kind::List);
        let mut list = Vec::new();
        self.each(key, &mut |object| list.extend(read(object)));
        list
    }

    /// The part of [`Object::list`] that does not depend on the item type, to keep the program small.
    fn each(&self, key: &str, read: &mut dyn FnMut(&Object)) {
        for (at, value) in self.items(key).iter().enumerate() {
            let id = value.get("id").and_then(Value::as_text).map(|id| &**id);
            let path = Path::Item(&self.path, key, at, id);
            let Some(fields) = value.as_object() else {
                let here = Object { fields: &[], path, errors: self.errors };
                here.error("", "must be an object in braces");
                continue;
            };
            #[cfg(not(target_arch = "wasm32"))]
            self.errors.record_object(key);
            read(&Object { fields, path, errors: self.errors });
        }
    }

    fn items(&self, key: &str) -> &'a [Value] {
        let Some(value) = self.required(key) else { return &[] };
        value.as_list().unwrap_or_else(|| {
            self.error(key, "must be a list in square brackets");
            &[]
        })
    }
}
