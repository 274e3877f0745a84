//! `cargo xtask schema`: writes the JSON Schemas of the content files, for completion and validation in editors.
//!
//! They are generated from the program's own readers (`flexkompas::content::shape`); a test keeps them current.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use flexkompas::content::{Field, FieldLog, Kind, Language, Layer, log_fields};
use flexkompas::json::Value as Content;
use serde_json::{Map, Value, json};

use crate::content::sources::{self, Sources};

const ID: &str = "^[a-z0-9]+(-[a-z0-9]+)*$";

/// Writes both schemas into `content/schema`.
pub fn write(root: &Path) -> Result<()> {
    let content = root.join("content");
    fs::create_dir_all(content.join("schema"))?;
    for (name, schema) in generate(&sources::read(&content)?)? {
        let path = content.join("schema").join(name);
        fs::write(&path, schema).with_context(|| format!("cannot write {}", path.display()))?;
    }
    Ok(())
}

/// The schemas as text, each with the name of its file.
pub fn generate(sources: &Sources) -> Result<[(&'static str, String); 2]> {
    let joined = sources::checked(sources, Language::Dutch)?.joined;
    let Ok(shape) = log_fields(&joined) else { bail!("the content has errors: see `cargo xtask content`") };
    let pretty = |schema: &Value| serde_json::to_string_pretty(schema).map(|text| text + "\n");
    Ok([
        ("structure.schema.json", pretty(&structure_schema(&shape, sources))?),
        ("texts.schema.json", pretty(&texts_schema(&shape, sources))?),
    ])
}

fn is_structure(field: &Field) -> bool {
    matches!(field.layer, Layer::Structure | Layer::StructureOptional)
}

fn must_be_there(field: &Field) -> bool {
    matches!(field.layer, Layer::Structure | Layer::Language)
}

/// The lists at the top of `structure.json`, in their order.
fn top_lists(sources: &Sources) -> Vec<&str> {
    let fields = sources.structure.as_object().unwrap_or_default();
    fields.iter().filter(|(_, value)| value.as_list().is_some()).map(|(name, _)| &**name).collect()
}

/// Every list with texts: those at the top and those inside others.
fn all_lists(sources: &Sources) -> Vec<&str> {
    let texts = sources.texts.first().and_then(|(_, texts)| texts.as_object()).unwrap_or_default();
    let sections = texts.iter().filter(|(name, value)| value.as_object().is_some() && &**name != "words");
    sections.map(|(name, _)| &**name).collect()
}

fn structure_schema(shape: &FieldLog, sources: &Sources) -> Value {
    let mut properties = Map::new();
    properties.insert("$schema".into(), json!({ "type": "string" }));
    properties.insert("format".into(), json!({ "const": "flexkompas-structure" }));
    properties.insert("version".into(), json!({ "const": 1 }));
    properties.insert("questionSet".into(), json!({ "type": "string", "pattern": ID }));
    let lists = top_lists(sources);
    for list in &lists {
        properties.insert((*list).into(), list_of(shape, list));
    }
    let mut required = vec!["format", "version", "questionSet"];
    required.extend(lists);
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Flexkompas: what there is, without a word of any language",
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    })
}

fn list_of(shape: &FieldLog, list: &str) -> Value {
    let mut properties = Map::new();
    let mut required: Vec<String> = vec!["id".to_owned()];
    properties.insert("id".into(), json!({ "type": "string", "pattern": ID }));
    for field in shape.fields(list).iter().filter(|field| is_structure(field) && field.key != "id") {
        properties.insert(field.key.clone(), value_of(shape, field));
        if must_be_there(field) {
            required.push(field.key.clone());
        }
    }
    let item = json!({
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    });
    json!({ "type": "array", "items": item })
}

fn value_of(shape: &FieldLog, field: &Field) -> Value {
    let text = json!({ "type": "string", "minLength": 1 });
    let id = json!({ "type": "string", "pattern": ID });
    match &field.kind {
        Kind::Text => text,
        Kind::TextList => json!({ "type": "array", "items": text }),
        Kind::TextArray(count) => {
            json!({ "type": "array", "items": text, "minItems": count, "maxItems": count })
        }
        Kind::Id => id,
        Kind::Ids => json!({ "type": "array", "items": id }),
        Kind::Bool => json!({ "type": "boolean" }),
        Kind::Number(range) => json!({ "type": "integer", "minimum": range.start(), "maximum": range.end() }),
        Kind::OneOf(names) => json!({ "enum": names }),
        Kind::List => list_of(shape, &field.key),
    }
}

fn texts_schema(shape: &FieldLog, sources: &Sources) -> Value {
    let mut properties = Map::new();
    properties.insert("$schema".into(), json!({ "type": "string" }));
    properties.insert("format".into(), json!({ "const": "flexkompas-texts" }));
    properties.insert("version".into(), json!({ "const": 1 }));
    let codes: Vec<&str> = Language::ALL.into_iter().map(Language::code).collect();
    properties.insert("language".into(), json!({ "enum": codes }));
    properties.insert("name".into(), json!({ "type": "string", "minLength": 1 }));
    properties.insert("words".into(), fields_of(shape, "words"));
    let lists = all_lists(sources);
    let mut texts_of_lists = Map::new();
    for list in &lists {
        let ids = ids_of(&sources.structure, list);
        let reference = json!({ "$ref": format!("#/$defs/{list}") });
        texts_of_lists.insert((*list).into(), fields_of(shape, list));
        let entries: Map<String, Value> = ids.iter().map(|id| (id.clone(), reference.clone())).collect();
        let schema = json!({
            "type": "object",
            "properties": entries,
            "required": ids,
            "additionalProperties": false,
        });
        properties.insert((*list).into(), schema);
    }
    let mut required = vec!["format", "version", "language", "name", "words"];
    required.extend(lists);
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Flexkompas: the texts of one language",
        "$defs": texts_of_lists,
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    })
}

/// The texts that an entry of a list has in each language.
fn fields_of(shape: &FieldLog, list: &str) -> Value {
    let mut fields = shape.fields(list);
    fields.retain(|field| !is_structure(field));
    // A field that only some readers require, such as the hybrid example, may be absent.
    let properties: Map<String, Value> =
        fields.iter().map(|field| (field.key.clone(), value_of(shape, field))).collect();
    let required: Vec<&str> =
        fields.iter().filter(|field| must_be_there(field)).map(|field| field.key.as_str()).collect();
    json!({
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    })
}

/// The ids of a list, at any depth of the structure.
fn ids_of(structure: &Content, list: &str) -> Vec<String> {
    let mut ids = Vec::new();
    for (key, value) in structure.as_object().unwrap_or_default() {
        for item in value.as_list().unwrap_or_default() {
            if &**key == list
                && let Some(id) = item.get("id").and_then(Content::as_text)
            {
                ids.push(id.to_string());
            }
            ids.extend(ids_of(item, list));
        }
    }
    ids
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::command::root;

    #[test]
    fn written_schemas_are_current() {
        let sources = sources::read(&root().join("content")).unwrap();
        for (name, schema) in generate(&sources).unwrap() {
            let path = root().join("content/schema").join(name);
            let kept = fs::read_to_string(path).unwrap_or_default();
            assert!(kept == schema, "content/schema/{name} is outdated: run `cargo xtask schema`");
        }
    }

    #[test]
    fn content_matches_its_schemas_and_errors_do_not() {
        let folder = root().join("content");
        let [(_, structure), (_, texts)] = generate(&sources::read(&folder).unwrap()).unwrap();
        let validator =
            |schema: &str| jsonschema::validator_for(&serde_json::from_str(schema).unwrap()).unwrap();
        let (structure, texts) = (validator(&structure), validator(&texts));
        let file = |name: &str| -> Value {
            serde_json::from_str(&fs::read_to_string(folder.join(name)).unwrap()).unwrap()
        };
        let errors = |validator: &jsonschema::Validator, value: &Value| -> Vec<String> {
            validator.iter_errors(value).map(|e| format!("{}: {e}", e.instance_path())).collect()
        };
        assert_eq!(errors(&structure, &file("structure.json")), [""; 0]);
        assert_eq!(errors(&texts, &file("nl.json")), [""; 0]);
        assert_eq!(errors(&texts, &file("en.json")), [""; 0]);

        let mut wrong = file("structure.json");
        wrong["statements"][0]["quick"] = json!("yes");
        assert_eq!(errors(&structure, &wrong).len(), 1);
        let mut wrong = file("nl.json");
        wrong["tips"]["tip-regie-12a"]["text"] = json!("");
        wrong["phases"].as_object_mut().unwrap().remove("fase-2-beleid");
        assert_eq!(errors(&texts, &wrong).len(), 2);
    }
}
