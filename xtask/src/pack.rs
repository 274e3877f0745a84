//! Packs the content: joins the language-free structure with the texts of each language and writes two minified files
//! per language, one with what the first statements need and one with the rest. The names carry a hash of the bytes,
//! so that browsers may keep the files for good.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, anyhow, bail};
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

/// What the file before the first statement holds, beside the words of the screens.
const START: [&str; 4] = ["phases", "roles", "dimensions", "statements"];
/// What the file for the result and the library holds.
const LIBRARY: [&str; 6] = ["characteristics", "principles", "themes", "questions", "rows", "tips"];

const STRUCTURE_FILE: &str = "structure.json";
/// Stand in the source of index.html and are replaced here.
const CONTENT_MARK: &str = "FLEXKOMPAS_CONTENT";
const QUESTION_SET_MARK: &str = "FLEXKOMPAS_QUESTION_SET";

/// Packs the sources in `content` into `<bundle>/content` and writes the names of the files into `<bundle>/index.html`.
pub fn pack(content: &Path, bundle: &Path) -> Result<()> {
    let structure = read_object(&content.join(STRUCTURE_FILE))?;
    let question_set = text_field(&structure, "questionSet", STRUCTURE_FILE)?;
    fs::create_dir_all(bundle.join("content"))?;

    let mut entries = Vec::new();
    for language in languages(content)? {
        let file = format!("{language}.json");
        let texts = read_object(&content.join(&file))?;
        if text_field(&texts, "language", &file)? != language {
            bail!("content/{file}: `language` must be \"{language}\", as in the name of the file");
        }
        let joined = join(structure.clone(), &texts, &file)?;
        for (part, lists) in [("start", START.as_slice()), ("library", LIBRARY.as_slice())] {
            let packed = serde_json::to_vec(&part_of(part, lists, &joined, &texts, &file)?)?;
            let name = format!("content/{part}.{language}.{}.json", fingerprint(&packed));
            fs::write(bundle.join(&name), &packed).with_context(|| format!("cannot write {name}"))?;
            entries.push(format!("{part}.{language}={name}"));
        }
    }

    let page = bundle.join("index.html");
    let html = fs::read_to_string(&page).with_context(|| format!("cannot read {}", page.display()))?;
    if !html.contains(CONTENT_MARK) {
        bail!("index.html does not hold {CONTENT_MARK}, so the program could not find its content");
    }
    let html = html.replace(CONTENT_MARK, &entries.join(" ")).replace(QUESTION_SET_MARK, question_set);
    fs::write(&page, html).with_context(|| format!("cannot write {}", page.display()))
}

/// The structure with the texts of one language merged into every object that has an id: `texts[list][id]`, where
/// `list` is the name of the list that holds the object. `file` names the source of the texts in an error.
fn join(structure: Map<String, Value>, texts: &Map<String, Value>, file: &str) -> Result<Map<String, Value>> {
    let mut joined = structure;
    for (list, value) in &mut joined {
        join_below(list, value, texts, file)?;
    }
    Ok(joined)
}

fn join_below(list: &str, value: &mut Value, texts: &Map<String, Value>, file: &str) -> Result<()> {
    match value {
        Value::Array(items) => items.iter_mut().try_for_each(|item| join_below(list, item, texts, file)),
        Value::Object(object) => {
            for (inner, value) in object.iter_mut() {
                join_below(inner, value, texts, file)?;
            }
            let Some(id) = object.get("id").and_then(Value::as_str) else { return Ok(()) };
            let place = format!("content/{file}: section \"{list}\", id \"{id}\"");
            let fields = texts.get(list).and_then(|section| section.get(id));
            let fields = fields.ok_or_else(|| anyhow!("{place}: the text is missing"))?;
            let fields = fields.as_object().ok_or_else(|| anyhow!("{place}: the text is not an object"))?;
            for (name, text) in fields {
                if object.insert(name.clone(), text.clone()).is_some() {
                    bail!("{place}: \"{name}\" is already in content/{STRUCTURE_FILE}");
                }
            }
            Ok(())
        }
        _ => Ok(()),
    }
}

/// One packed file: the heading and the named lists.
fn part_of(
    part: &str,
    lists: &[&str],
    joined: &Map<String, Value>,
    texts: &Map<String, Value>,
    file: &str,
) -> Result<Map<String, Value>> {
    let mut packed = Map::new();
    packed.insert("format".into(), "flexkompas-content".into());
    packed.insert("version".into(), 1.into());
    packed.insert("part".into(), part.into());
    packed.insert("questionSet".into(), required(joined, "questionSet", STRUCTURE_FILE)?);
    packed.insert("language".into(), required(texts, "language", file)?);
    if part == "start" {
        packed.insert("words".into(), required(texts, "words", file)?);
    }
    for list in lists {
        packed.insert((*list).into(), required(joined, list, STRUCTURE_FILE)?);
    }
    Ok(packed)
}

/// The languages for which there are texts, in alphabetical order.
fn languages(content: &Path) -> Result<Vec<String>> {
    let mut languages = Vec::new();
    for entry in fs::read_dir(content)? {
        let path = entry?.path();
        let (Some(stem), Some(ending)) = (path.file_stem(), path.extension()) else { continue };
        if ending == "json" && path.file_name() != Some(STRUCTURE_FILE.as_ref()) {
            languages.push(stem.to_string_lossy().into_owned());
        }
    }
    if languages.is_empty() {
        bail!("no texts: {} holds no <language>.json", content.display());
    }
    languages.sort();
    Ok(languages)
}

fn read_object(path: &Path) -> Result<Map<String, Value>> {
    let name = path.display();
    let text = fs::read_to_string(path).with_context(|| format!("cannot read {name}"))?;
    serde_json::from_str(&text).with_context(|| format!("{name} is not a JSON object"))
}

fn required(object: &Map<String, Value>, field: &str, file: &str) -> Result<Value> {
    object.get(field).cloned().ok_or_else(|| anyhow!("content/{file}: \"{field}\" is missing"))
}

fn text_field<'a>(object: &'a Map<String, Value>, field: &str, file: &str) -> Result<&'a str> {
    let text = object.get(field).and_then(Value::as_str);
    text.ok_or_else(|| anyhow!("content/{file}: \"{field}\" is missing or not a text"))
}

/// Eight hex digits that change when the bytes do.
pub(crate) fn fingerprint(bytes: &[u8]) -> String {
    let start =
        Sha256::digest(bytes).iter().take(4).fold(0_u32, |number, byte| number << 8 | u32::from(*byte));
    format!("{start:08x}")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn structure() -> Value {
        json!({
            "questionSet": "set-1",
            "phases": [], "roles": [], "dimensions": [], "statements": [{ "id": "s1", "core": true }],
            "principles": [{ "id": "p1", "stops": [{ "id": "a" }, { "id": "b" }], "related": ["s1"] }],
            "characteristics": [], "themes": [], "questions": [], "rows": [], "tips": [],
        })
    }

    fn texts() -> Value {
        json!({
            "language": "nl", "words": { "next": "Verder" },
            "statements": { "s1": { "title": "Een" } },
            "principles": { "p1": { "name": "Vrijheid" } },
            "stops": { "a": { "name": "A" }, "b": { "name": "B" } },
        })
    }

    fn object(value: &Value) -> Map<String, Value> {
        value.as_object().cloned().unwrap()
    }

    fn join_error(structure: &Value, texts: &Value) -> String {
        join(object(structure), &object(texts), "nl.json").unwrap_err().to_string()
    }

    #[test]
    fn texts_join_by_the_name_of_the_list_and_the_id_at_any_depth() {
        let joined = join(object(&structure()), &object(&texts()), "nl.json").unwrap();
        assert_eq!(joined["statements"], json!([{ "id": "s1", "core": true, "title": "Een" }]));
        assert_eq!(joined["principles"][0]["stops"][1], json!({ "id": "b", "name": "B" }));
        assert_eq!(joined["principles"][0]["related"], json!(["s1"]));
    }

    #[test]
    fn a_missing_text_is_named_with_file_section_and_id() {
        let mut texts = texts();
        texts["stops"] = json!({ "a": { "name": "A" } });
        let error = join_error(&structure(), &texts);
        assert_eq!(error, "content/nl.json: section \"stops\", id \"b\": the text is missing");
    }

    #[test]
    fn a_text_may_not_replace_a_field_of_the_structure() {
        let mut texts = texts();
        texts["statements"]["s1"]["core"] = json!("yes");
        assert!(join_error(&structure(), &texts).contains("id \"s1\": \"core\" is already in"));
    }

    fn write(folder: &Path, name: &str, text: &str) {
        fs::create_dir_all(folder).unwrap();
        fs::write(folder.join(name), text).unwrap();
    }

    #[test]
    fn two_files_per_language_are_written_and_named_in_the_page() {
        let folder = tempfile::tempdir().unwrap();
        let (content, bundle) = (folder.path().join("content"), folder.path().join("bundle"));
        write(&content, "structure.json", &structure().to_string());
        write(&content, "nl.json", &texts().to_string());
        write(
            &bundle,
            "index.html",
            "<html data-content=\"FLEXKOMPAS_CONTENT\" data-q=\"FLEXKOMPAS_QUESTION_SET\">",
        );
        pack(&content, &bundle).unwrap();

        let page = fs::read_to_string(bundle.join("index.html")).unwrap();
        assert!(page.contains("data-q=\"set-1\""), "{page}");
        let list = page.split('"').nth(1).unwrap();
        let (start, library) = list.split_once(' ').unwrap();
        let start = start.strip_prefix("start.nl=").unwrap();
        assert!(library.starts_with("library.nl=content/library.nl."), "{library}");
        let start = object(&serde_json::from_slice(&fs::read(bundle.join(start)).unwrap()).unwrap());
        assert_eq!(start["words"], json!({ "next": "Verder" }));
        assert_eq!(start["part"], "start");
        assert!(!start.contains_key("tips"));
    }

    #[test]
    fn a_missing_file_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let error = pack(folder.path(), folder.path()).unwrap_err().to_string();
        assert!(error.contains("structure.json"), "{error}");
    }
}
