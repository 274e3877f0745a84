//! The sources of the content, read and checked with the program's own types.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use flexkompas::content::{ContentError, Joined, Language, Library, Modules, Part, Start, join};
use flexkompas::json::{Value, parse};

/// The file without any language.
pub const STRUCTURE_FILE: &str = "structure.json";

/// All sources, as read from the files.
#[derive(Debug)]
pub struct Sources {
    /// `structure.json`.
    pub structure: Value,
    /// The texts of each language.
    pub texts: Vec<(Language, Value)>,
}

/// The checked parts of one language.
#[derive(Debug)]
pub struct Checked {
    /// The joined parts, as they are served.
    pub joined: Joined,
    /// The start part, read.
    pub start: Start,
    /// The library part, read.
    pub library: Library,
    /// The modules part, read.
    pub modules: Modules,
}

/// Reads the sources in a folder; a JSON error is reported with line and column.
pub fn read(folder: &Path) -> Result<Sources> {
    let structure = read_file(folder, STRUCTURE_FILE)?;
    let mut texts = Vec::new();
    for language in Language::ALL {
        texts.push((language, read_file(folder, &file_of(language))?));
    }
    Ok(Sources { structure, texts })
}

/// The name of the file with the texts of a language.
pub fn file_of(language: Language) -> String {
    format!("{}.json", language.code())
}

fn read_file(folder: &Path, name: &str) -> Result<Value> {
    let path = folder.join(name);
    let text = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
    parse(&text).map_err(|e| anyhow::anyhow!("content/{name}:{}:{}: {}", e.line, e.column, e.reason))
}

/// Joins and reads one language; every content error has its path.
pub fn check(sources: &Sources, language: Language) -> Result<Checked, Vec<ContentError>> {
    let texts = sources.texts.iter().find(|(known, _)| *known == language).map(|(_, texts)| texts);
    let joined = join(&sources.structure, texts.unwrap_or(&Value::Null))?;
    let part = |wanted: Part| {
        joined.iter().find(|(part, _)| *part == wanted).map_or(&Value::Null, |(_, value)| value)
    };
    let start = Start::read(part(Part::Start))?;
    let library = Library::read(part(Part::Library), &start.set)?;
    let modules = Modules::read(part(Part::Modules), &library)?;
    Ok(Checked { joined, start, library, modules })
}

/// Like [`check`], with all content errors as one error.
pub fn checked(sources: &Sources, language: Language) -> Result<Checked> {
    match check(sources, language) {
        Ok(checked) => Ok(checked),
        Err(errors) => {
            let file = file_of(language);
            let lines: Vec<String> = errors.iter().map(|error| format!("content/{file}: {error}")).collect();
            bail!("{}", lines.join("\n"))
        }
    }
}
