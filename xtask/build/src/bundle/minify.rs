//! Makes downloads smaller: joins the style sheets into one file and minifies scripts and styles. Trunk's own minifier
//! is not used: it fails on the glue code of wasm-bindgen.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::bundle::files;
use crate::bundle::files::fingerprint;
use crate::bundle::page::Page;
use crate::command;

const STYLE_SHEETS: &str = "link[rel=stylesheet]";

/// Joins the style sheets and minifies scripts and styles below a folder that contains a bundle.
pub fn minify(root: &Path, bundle: &Path) -> Result<()> {
    join_styles(bundle)?;
    for file in files::below(bundle)?.iter().filter(|file| file.has_extension(&["js", "css"])) {
        minify_file(root, &file.path)?;
    }
    Ok(())
}

/// Joins the style sheets into one file, in the order of the page: every further file is a further request.
fn join_styles(bundle: &Path) -> Result<()> {
    let path = bundle.join("index.html");
    let mut page = Page::read(&path)?;
    let mut joined = String::new();
    for name in page.attributes(STYLE_SHEETS, "href")? {
        let sheet = bundle.join(&name);
        joined.push_str(&fs::read_to_string(&sheet).with_context(|| format!("cannot read {name}"))?);
        fs::remove_file(sheet)?;
    }
    let name = format!("styles-{}.css", fingerprint(joined.as_bytes()));
    fs::write(bundle.join(&name), joined)?;
    page.replace(STYLE_SHEETS, &format!("<link rel=\"stylesheet\" href=\"./{name}\" />"))?;
    page.write(&path)
}

fn minify_file(root: &Path, path: &Path) -> Result<()> {
    let mut esbuild = esbuild(root);
    esbuild.arg(path).arg(format!("--outfile={}", path.display()));
    esbuild.args(["--allow-overwrite", "--format=esm"]);
    command::run(&mut esbuild)
}

/// A script with its imports, bundled and minified as a classic script.
pub fn script(root: &Path, path: &Path) -> Result<String> {
    let rules = format!("--define:RULES={}", rules());
    command::output(esbuild(root).arg(path).args(["--bundle", "--format=iife", &rules]))
}

/// The limits of the settings of a site owner, which `web/settings.js` shares with the program.
fn rules() -> serde_json::Value {
    serde_json::json!({
        "maxLine": flexkompas::app::MAX_LINE,
        "pathPunctuation": flexkompas::app::PATH_PUNCTUATION,
        "maxId": flexkompas::domain::MAX_ID_LENGTH,
    })
}

/// The minifier and bundler, targeting the supported browsers.
pub fn esbuild(root: &Path) -> Command {
    let tool: PathBuf = root.join("xtask/npm/node_modules/.bin/esbuild");
    let mut esbuild = Command::new(tool);
    esbuild.args(["--minify", "--log-level=warning", "--charset=utf8"]);
    // The oldest supported browsers (README.md): no newer syntax may slip in.
    esbuild.arg("--target=chrome117,firefox121,safari16.4");
    esbuild
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn style_sheets_are_joined_in_the_order_of_the_page() {
        let bundle = tempfile::tempdir().unwrap();
        let write = |name: &str, text: &str| fs::write(bundle.path().join(name), text).unwrap();
        write("a-1.css", "a{}");
        write("b-2.css", "b{}");
        write(
            "index.html",
            "<link rel=\"stylesheet\" href=\"./b-2.css\"/>\n<link rel=\"stylesheet\" href=\"./a-1.css\"/>",
        );
        join_styles(bundle.path()).unwrap();
        let page = Page::read(&bundle.path().join("index.html")).unwrap();
        let names = page.attributes(STYLE_SHEETS, "href").unwrap();
        assert_eq!(names.len(), 1);
        assert_eq!(fs::read_to_string(bundle.path().join(&names[0])).unwrap(), "b{}a{}");
        assert!(!bundle.path().join("a-1.css").exists());
    }
}
