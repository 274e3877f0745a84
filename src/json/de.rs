//! Reads typed values from the tree: `&Value` is a serde `Deserializer`.
//!
//! An error is the path of the value that its type refuses, without a message: the visitor sees it within a text of
//! the chosen language. The path is put together on the way up, so that a correct value costs nothing.
//!
//! The fields of a struct are looked up by name, in the order of the struct. A struct therefore sees neither `null` nor
//! fields it does not know, and its serde visitor gets indices instead of names, which leaves the comparison of names
//! out of the program.

use std::fmt;
use std::slice::Iter;

use serde::de::value::{BorrowedStrDeserializer, U32Deserializer};
use serde::de::{self, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};

use super::{Text, Value};

/// Begins the name of a field that is a group: a type for some of the fields that stand beside it in the same object.
///
/// `#[serde(flatten)]` would buffer every field first, for many times the bytes
/// (docs/decisions/0002-serde-for-the-record.md).
pub const GROUP: &str = "..";

/// The path of a value that its type refuses, such as `answers.regie-top`; items are counted from 1. Empty for the
/// value as a whole.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RefusedPath(pub String);

impl RefusedPath {
    /// The path as seen from the object or list around it.
    fn within(self, place: &str) -> Self {
        let is_whole = self.0.is_empty() || self.0.starts_with('[');
        Self([place, if is_whole { "" } else { "." }, &self.0].concat())
    }
}

impl de::Error for RefusedPath {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self::default()
    }

    fn missing_field(field: &'static str) -> Self {
        Self(field.to_owned())
    }
}

impl fmt::Display for RefusedPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for RefusedPath {}

type Read<T> = Result<T, RefusedPath>;

impl<'de> Deserializer<'de> for &'de Value {
    type Error = RefusedPath;

    /// A number is read if it is whole and fits `u32`; no stored type holds another.
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        match self {
            Value::Null => visitor.visit_unit(),
            Value::Bool(value) => visitor.visit_bool(*value),
            Value::Number(_) => match self.as_number() {
                Some(number) => visitor.visit_u64(number.into()),
                None => Err(RefusedPath::default()),
            },
            Value::Text(text) => visitor.visit_borrowed_str(text),
            Value::List(items) => visitor.visit_seq(Items { left: items.iter(), read: 0 }),
            Value::Object(fields) => visitor.visit_map(Entries { left: fields.iter(), entry: None }),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        if *self == Value::Null { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Read<V::Value> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        names: &'static [&'static str],
        visitor: V,
    ) -> Read<V::Value> {
        match self {
            Value::Object(_) => visitor.visit_map(StructFields {
                object: self,
                names: names.iter(),
                index: 0,
                field: ("", self),
            }),
            _ => Err(RefusedPath::default()),
        }
    }

    /// An enum is one of its names: variants hold no data.
    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Read<V::Value> {
        let index = self.as_text().and_then(|text| (0..).zip(variants).find(|(_, name)| **name == &**text));
        match index {
            Some((index, _)) => visitor.visit_enum(U32Deserializer::new(index)),
            None => Err(RefusedPath::default()),
        }
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        visitor.visit_unit()
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct
        seq tuple tuple_struct map identifier
    }
}

/// The items of a list.
struct Items<'de> {
    left: Iter<'de, Value>,
    read: usize,
}

impl<'de> SeqAccess<'de> for Items<'de> {
    type Error = RefusedPath;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Read<Option<T::Value>> {
        let Some(item) = self.left.next() else { return Ok(None) };
        self.read += 1;
        let read = seed.deserialize(item).map(Some);
        read.map_err(|refused| refused.within(&["[", &self.read.to_string(), "]"].concat()))
    }
}

/// The entries of an object whose keys are data.
struct Entries<'de> {
    left: Iter<'de, (Text, Value)>,
    /// The key and value read last.
    entry: Option<&'de (Text, Value)>,
}

impl<'de> MapAccess<'de> for Entries<'de> {
    type Error = RefusedPath;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Read<Option<K::Value>> {
        self.entry = self.left.next();
        let Some((key, _)) = self.entry else { return Ok(None) };
        let read = seed.deserialize(BorrowedStrDeserializer::new(key)).map(Some);
        read.map_err(|refused: RefusedPath| refused.within(key))
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Read<V::Value> {
        let Some((key, value)) = self.entry else { return Err(RefusedPath::default()) };
        seed.deserialize(value).map_err(|refused| refused.within(key))
    }
}

/// The fields of a struct that are there.
struct StructFields<'de> {
    object: &'de Value,
    names: Iter<'static, &'static str>,
    /// The number of names looked up so far.
    index: u32,
    /// The field looked up last.
    field: (&'static str, &'de Value),
}

impl StructFields<'_> {
    /// Looks up the next field that is there, and returns its index.
    fn look_up(&mut self) -> Option<u32> {
        loop {
            let name = *self.names.next()?;
            self.index += 1;
            let value = if name.starts_with(GROUP) { Some(self.object) } else { self.object.get(name) };
            if let Some(value) = value.filter(|value| **value != Value::Null) {
                self.field = (name, value);
                return Some(self.index - 1);
            }
        }
    }

    fn within_field(&self, refused: RefusedPath) -> RefusedPath {
        let (name, _) = self.field;
        if name.starts_with(GROUP) { refused } else { refused.within(name) }
    }
}

impl<'de> MapAccess<'de> for StructFields<'de> {
    type Error = RefusedPath;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Read<Option<K::Value>> {
        self.look_up().map(|index| seed.deserialize(U32Deserializer::new(index))).transpose()
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Read<V::Value> {
        seed.deserialize(self.field.1).map_err(|refused| self.within_field(refused))
    }
}
