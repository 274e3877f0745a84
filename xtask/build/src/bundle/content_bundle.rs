//! Bundles the content: joins the language-free structure with the texts of each language and writes one minified file
//! per part and language. Names contain a hash of the bytes, so that browsers may cache the files forever.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use flexkompas::content::Language;
use flexkompas::json::Value;

use crate::bundle::files::fingerprint;
use crate::bundle::page::Page;
use crate::content::sources;

/// Bundles the sources in `content` into `<bundle>/content` and writes the file names into `<bundle>/index.html`.
///
/// Every content error is reported with its path; unchecked content is never bundled.
pub fn write(content: &Path, bundle: &Path) -> Result<()> {
    let sources = sources::read(content)?;
    fs::create_dir_all(bundle.join("content"))?;
    let mut entries = Vec::new();
    for language in Language::ALL {
        for (part, value) in sources::checked(&sources, language)?.joined {
            let bundled = value.to_string();
            let (part, code) = (part.name(), language.code());
            let name = format!("content/{part}.{code}.{}.json", fingerprint(bundled.as_bytes()));
            fs::write(bundle.join(&name), &bundled).with_context(|| format!("cannot write {name}"))?;
            entries.push(format!("{part}.{code}={name}"));
        }
    }

    let question_set =
        sources.structure.get("questionSet").and_then(Value::as_text).cloned().unwrap_or_default();
    let content = entries.join(" ");
    write_names(&bundle.join("index.html"), &content, &question_set)?;
    for language in Language::ALL {
        // Missing in a first build, which creates it from the other page later.
        let page = bundle.join(language.code()).join("index.html");
        if page.is_file() {
            write_names(&page, &content.replace("=content/", "=../content/"), &question_set)?;
        }
    }
    Ok(())
}

fn write_names(path: &Path, content: &str, question_set: &str) -> Result<()> {
    let mut page = Page::read(path)?;
    page.set_attribute("html[data-content]", "data-content", content)?;
    page.set_attribute("html[data-question-set]", "data-question-set", question_set)?;
    page.write(path)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::command::root;

    #[test]
    fn content_is_bundled_per_part_and_language_and_listed_in_the_page() {
        let bundle = tempfile::tempdir().unwrap();
        fs::write(bundle.path().join("index.html"), "<html data-content=\"\" data-question-set=\"\">")
            .unwrap();
        write(&root().join("content"), bundle.path()).unwrap();
        let page = fs::read_to_string(bundle.path().join("index.html")).unwrap();
        for name in ["start.nl", "library.nl", "modules.nl", "start.en", "library.en", "modules.en"] {
            let entry = page.split(&format!("{name}=")).nth(1).unwrap();
            let file = entry.split([' ', '"']).next().unwrap();
            let text = fs::read_to_string(bundle.path().join(file)).unwrap();
            assert!(serde_json::from_str::<serde_json::Value>(&text).is_ok(), "{name}");
        }
    }

    #[test]
    fn missing_text_is_reported_with_its_path() {
        let folder = tempfile::tempdir().unwrap();
        let content = root().join("content");
        for name in ["structure.json", "en.json"] {
            fs::copy(content.join(name), folder.path().join(name)).unwrap();
        }
        let dutch = fs::read_to_string(content.join("nl.json")).unwrap();
        let mut dutch: serde_json::Value = serde_json::from_str(&dutch).unwrap();
        dutch["tips"].as_object_mut().unwrap().remove("tip-regie-12a");
        fs::write(folder.path().join("nl.json"), dutch.to_string()).unwrap();
        let error = write(folder.path(), folder.path()).unwrap_err().to_string();
        assert!(error.contains("tips.tip-regie-12a: has no texts"), "{error}");
    }
}
