//! Makes what visitors download smaller: joins the style sheets into one file, and strips the scripts and that file of
//! what only people read. Trunk's own minifier is not used: it fails on the glue of wasm-bindgen.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use walkdir::WalkDir;

use crate::command;
use crate::pack::fingerprint;

const LINK_START: &str = "<link rel=\"stylesheet\" href=\"./";

/// Joins the style sheets and minifies scripts and styles below a folder that holds a bundle.
pub fn minify(root: &Path, bundle: &Path) -> Result<()> {
    join_styles(bundle)?;
    for entry in WalkDir::new(bundle).sort_by_file_name() {
        let path = entry?.into_path();
        if path.extension().is_some_and(|ending| ending == "js" || ending == "css") {
            minify_file(root, &path)?;
        }
    }
    Ok(())
}

/// One file for all style sheets, in the order of the page: every further file is a further request.
fn join_styles(bundle: &Path) -> Result<()> {
    let page = bundle.join("index.html");
    let html = fs::read_to_string(&page).with_context(|| format!("cannot read {}", page.display()))?;
    let (html, names) = take_links(&html);
    if names.is_empty() {
        bail!("index.html links no style sheet in the form that Trunk writes");
    }
    let mut joined = String::new();
    for name in &names {
        let path = bundle.join(name);
        joined.push_str(&fs::read_to_string(&path).with_context(|| format!("cannot read {name}"))?);
        fs::remove_file(path)?;
    }
    let name = format!("styles-{}.css", fingerprint(joined.as_bytes()));
    fs::write(bundle.join(&name), joined)?;
    let link = format!("{LINK_START}{name}\" />");
    fs::write(page, html.replacen(LINKS_MARK, &link, 1))?;
    Ok(())
}

/// Where the first link stood.
const LINKS_MARK: &str = "<!-- styles -->";

/// The page without its style sheet links, a mark in their place, and the names of the files.
fn take_links(html: &str) -> (String, Vec<String>) {
    let mut names = Vec::new();
    let mut rest = html;
    let mut page = String::with_capacity(html.len());
    while let Some((before, after)) = rest.split_once(LINK_START) {
        page.push_str(before.trim_end_matches([' ', '\n']));
        let Some((name, _)) = after.split_once('"') else { break };
        if names.is_empty() {
            page.push_str(LINKS_MARK);
        }
        names.push(name.to_owned());
        rest = after.split_once('>').map_or("", |(_, behind)| behind);
    }
    page.push_str(rest);
    (page, names)
}

fn minify_file(root: &Path, path: &Path) -> Result<()> {
    let mut esbuild = esbuild(root);
    esbuild.arg(path).arg(format!("--outfile={}", path.display()));
    esbuild.args(["--allow-overwrite", "--format=esm"]);
    command::run(&mut esbuild)
}

/// A script that is no module, with what it imports and without what only people read.
pub fn script(root: &Path, path: &Path) -> Result<String> {
    command::output(esbuild(root).arg(path).args(["--bundle", "--format=iife"]))
}

/// The minifier and bundler, set to the browsers that the product runs in.
pub fn esbuild(root: &Path) -> Command {
    let tool: PathBuf = root.join("xtask/npm/node_modules/.bin/esbuild");
    let mut esbuild = Command::new(tool);
    esbuild.args(["--minify", "--log-level=warning", "--charset=utf8"]);
    // The browsers that run the product at all (README.md); nothing newer may slip in.
    esbuild.arg("--target=chrome117,firefox121,safari16.4");
    esbuild
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn style_sheet_links_leave_one_mark_in_the_place_of_the_first() {
        let html = "<head>\n<link rel=\"stylesheet\" href=\"./a-1.css\"/>\n\
                    <link rel=\"stylesheet\" href=\"./b-2.css\"/>\n</head>";
        let (page, names) = take_links(html);
        assert_eq!(names, ["a-1.css", "b-2.css"]);
        assert_eq!(page, "<head><!-- styles -->\n</head>");
    }
}
