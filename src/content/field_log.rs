//! Logs the fields of the content files while they are read; the JSON Schemas for editors are generated from the log.
//!
//! The readers are the only description of the format. Reading the real content reveals every field, its kind and
//! whether it belongs to the structure or to a language, so the schemas cannot drift from the program.

use std::ops::RangeInclusive;

use super::error::ContentErrors;
use super::reader::Object;
use super::{ContentError, Joined, Library, Modules, Part, Start};

/// Fields by the list or object they stand in; the top of a file has an empty name.
#[derive(Clone, Debug, Default)]
pub struct FieldLog {
    /// Each with its list, and how many objects of the list it was looked for in.
    fields: Vec<(String, Field, usize)>,
    /// How many objects each list has.
    objects: Vec<(String, usize)>,
}

/// A field of the objects in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its name.
    pub key: String,
    /// Which file it belongs to, and whether it must be there.
    pub layer: Layer,
    /// Its type.
    pub kind: Kind,
}

/// Which file a field belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layer {
    /// `structure.json`, always there.
    Structure,
    /// `structure.json`, may be absent.
    StructureOptional,
    /// `<language>.json`, always there.
    Language,
    /// `<language>.json`, may be absent.
    LanguageOptional,
}

/// The type of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Text.
    Text,
    /// Any number of texts.
    TextList,
    /// So many texts.
    TextArray(usize),
    /// An id.
    Id,
    /// Any number of ids.
    Ids,
    /// True or false.
    Bool,
    /// A whole number within a range.
    Number(RangeInclusive<u32>),
    /// One of these names.
    OneOf(Vec<String>),
    /// A list of objects.
    List,
}

impl FieldLog {
    pub(super) fn record_field(&mut self, list: &str, key: &str, layer: Layer, kind: Kind) {
        let field = Field { key: key.to_owned(), layer, kind };
        match self.fields.iter_mut().find(|(known, other, _)| known == list && *other == field) {
            Some((_, _, count)) => *count += 1,
            None => self.fields.push((list.to_owned(), field, 1)),
        }
    }

    pub(super) fn record_object(&mut self, list: &str) {
        match self.objects.iter_mut().find(|(known, _)| known == list) {
            Some((_, count)) => *count += 1,
            None => self.objects.push((list.to_owned(), 1)),
        }
    }

    /// The fields of the objects in a list, or of the top of the files for an empty name. A field that was not
    /// looked for in every object may be absent.
    pub fn fields(&self, list: &str) -> Vec<Field> {
        let objects = self.objects.iter().find(|(known, _)| known == list).map_or(1, |(_, count)| *count);
        let fields = self.fields.iter().filter(|(known, _, _)| known == list);
        let fields = fields.map(|(_, field, count)| match (field.layer, *count < objects) {
            (Layer::Structure, true) => Field { layer: Layer::StructureOptional, ..field.clone() },
            (Layer::Language, true) => Field { layer: Layer::LanguageOptional, ..field.clone() },
            _ => field.clone(),
        });
        fields.collect()
    }
}

/// Logs the fields of valid content, or returns all its errors.
pub fn log_fields(joined: &Joined) -> Result<FieldLog, Vec<ContentError>> {
    let errors = ContentErrors::default();
    let part = |wanted| joined.iter().find(|(part, _)| *part == wanted).map(|(_, value)| value);
    if let (Some(start), Some(library), Some(modules)) =
        (part(Part::Start), part(Part::Library), part(Part::Modules))
        && let Some(start) = Start::read_object(&Object::top(start, &errors))
    {
        let library = Library::read_object(&Object::top(library, &errors), &start.set);
        let _modules = Modules::read_object(&Object::top(modules, &errors), &library);
    }
    let log = errors.field_log();
    let errors = errors.into_list();
    if errors.is_empty() { Ok(log) } else { Err(errors) }
}
