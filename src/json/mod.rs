//! JSON as a plain tree of values: read, looked into, changed and written again.
//!
//! The types of the record are read from the tree with serde; the content has readers of its own that collect every
//! error (docs/decisions/0002-serde-for-the-record.md). Numbers keep their spelling, so that nothing is lost and no
//! float is ever printed.

mod de;
mod field_names;
mod parse;
mod write;

use std::rc::Rc;

pub use de::{GROUP, RefusedPath};
pub use field_names::field_names;
pub use parse::{SyntaxError, parse};

/// Text shared between content, views and the page without copying.
pub type Text = Rc<str>;

/// The fields of an object in the order they stand.
pub type Fields = Vec<(Text, Value)>;

/// Any JSON value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number as it was written.
    Number(Text),
    /// A string.
    Text(Text),
    /// An array.
    List(Vec<Value>),
    /// An object; no key stands twice.
    Object(Fields),
}

impl Value {
    /// A string value.
    pub fn text(text: &str) -> Self {
        Self::Text(text.into())
    }

    /// A whole number.
    pub fn number(number: u32) -> Self {
        Self::Number(number.to_string().into())
    }

    /// The string, if it is one.
    pub fn as_text(&self) -> Option<&Text> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    /// The whole number, if it is one that fits.
    pub fn as_number(&self) -> Option<u32> {
        if let Self::Number(number) = self { number.parse().ok() } else { None }
    }

    /// The truth value, if it is one.
    pub fn as_bool(&self) -> Option<bool> {
        if let Self::Bool(value) = self { Some(*value) } else { None }
    }

    /// The items, if it is a list.
    pub fn as_list(&self) -> Option<&[Value]> {
        if let Self::List(items) = self { Some(items) } else { None }
    }

    /// The fields, if it is an object.
    pub fn as_object(&self) -> Option<&[(Text, Value)]> {
        if let Self::Object(fields) = self { Some(fields) } else { None }
    }

    /// The value of a field, if this is an object that has it.
    pub fn get(&self, key: &str) -> Option<&Value> {
        get(self.as_object()?, key)
    }
}

/// The value of a field.
pub fn get<'a>(fields: &'a [(Text, Value)], key: &str) -> Option<&'a Value> {
    fields.iter().find(|(name, _)| &**name == key).map(|(_, value)| value)
}

impl std::fmt::Display for Value {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write::write(self, f)
    }
}
