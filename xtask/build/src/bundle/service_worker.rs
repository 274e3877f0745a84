//! The service worker of a release (`sw.js`): fills in which files belong to the release and what names it. Beside it, out
//! of the way, the kill switch that a site owner can put in its place.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::bundle::compress::is_copy;
use crate::bundle::manifest::MANIFEST;
use crate::bundle::page::Page;
use crate::bundle::prerender::STATEMENTS;
use crate::bundle::{files, minify};
use crate::serve::headers::is_hashed;

/// The name of the service worker, for good: browsers ask for it again under this name.
const WORKER: &str = "sw.js";
/// The sources of the service worker and of the kill switch.
const WORKER_SOURCE: &str = "web/service-worker/sw.js";
const KILL_SWITCH_SOURCE: &str = "web/service-worker/kill-switch.js";
/// Where the bundle has the kill switch.
const KILL_SWITCH: &str = "kill-switch/sw.js";
/// What the build fills in, as the minifier leaves it.
const FILES: &str = "\"__FILES__\"";
const RELEASE: &str = "__RELEASE__";

/// Names the release that lies finished in a folder, in its pages too, and writes its service worker.
pub fn write(root: &Path, bundle: &Path) -> Result<()> {
    let script = minify::script(root, &root.join(WORKER_SOURCE))?;
    let files = files(bundle)?;
    let listed: Vec<String> = files.iter().map(|file| format!("\"{}\"", shown(file))).collect();
    let script = script.trim().replacen(FILES, &listed.join(","), 1);

    let mut all = script.clone().into_bytes();
    for file in &files {
        all.extend(fs::read(bundle.join(file)).with_context(|| format!("cannot read {file}"))?);
    }
    let release = files::fingerprint(&all);
    for page in files.iter().filter(|file| is_page(file)) {
        let path = bundle.join(page);
        let mut page = Page::read(&path)?;
        page.set_attribute("html[data-release]", "data-release", &release)?;
        page.write(&path)?;
    }
    fs::write(bundle.join(WORKER), script.replacen(RELEASE, &release, 1))?;

    let kill_switch = minify::script(root, &root.join(KILL_SWITCH_SOURCE))?;
    fs::create_dir_all(bundle.join(KILL_SWITCH).with_file_name(""))?;
    fs::write(bundle.join(KILL_SWITCH), kill_switch.trim()).context("cannot write the kill switch")
}

/// While developing, every build would have to be taken up by hand: instead, what an earlier release keeps on the
/// developer's own device goes away.
pub fn write_none(root: &Path, bundle: &Path) -> Result<()> {
    fs::copy(root.join(KILL_SWITCH_SOURCE), bundle.join(WORKER)).context("cannot write the kill switch")?;
    Ok(())
}

/// The files of a release: what has a hash in its name, the pages and their manifests.
pub(crate) fn files(bundle: &Path) -> Result<Vec<String>> {
    let names = files::below(bundle)?.into_iter().map(|file| file.name);
    let belongs = |name: &String| !is_copy(name) && (is_page(name) || is_unhashed(name) || is_hashed(name));
    Ok(names.filter(belongs).collect())
}

fn is_page(name: &str) -> bool {
    name.rsplit('/').next() == Some("index.html")
}

fn is_unhashed(name: &str) -> bool {
    name.rsplit('/').next().is_some_and(|name| [STATEMENTS, MANIFEST].contains(&name))
}

/// A page is kept under the address of its folder: that is where visitors go.
fn shown(file: &str) -> String {
    if file == "index.html" { "./".to_owned() } else { file.trim_end_matches("index.html").to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::command::root;

    fn bundle() -> tempfile::TempDir {
        let bundle = tempfile::tempdir().unwrap();
        for folder in ["en", "content"] {
            fs::create_dir(bundle.path().join(folder)).unwrap();
        }
        for page in ["index.html", "en/index.html"] {
            fs::write(bundle.path().join(page), "<html data-release=\"\">").unwrap();
        }
        for other in [
            "statements.html",
            "en/manifest.webmanifest",
            "boot-01234567.js",
            "boot-01234567.js.br",
            "app-0123456789abcdef_bg.wasm",
            "content/start.nl.01234567.json",
            "embed.js",
            ".htaccess",
        ] {
            fs::write(bundle.path().join(other), other).unwrap();
        }
        bundle
    }

    fn written(bundle: &Path, name: &str) -> String {
        fs::read_to_string(bundle.join(name)).unwrap()
    }

    fn release(bundle: &Path) -> String {
        let page = written(bundle, "index.html");
        page.split('"').nth(1).unwrap().to_owned()
    }

    #[test]
    fn the_worker_lists_what_belongs_to_the_release_and_nothing_else() {
        let bundle = bundle();
        write(root(), bundle.path()).unwrap();
        let worker = written(bundle.path(), WORKER);
        let list = "[\"app-0123456789abcdef_bg.wasm\",\"boot-01234567.js\",\"content/start.nl.01234567.json\",\
                    \"en/\",\"en/manifest.webmanifest\",\"./\",\"statements.html\"]";
        assert!(worker.contains(list), "{worker}");
        assert!(!worker.contains("__"), "{worker}");
    }

    #[test]
    fn pages_and_worker_carry_the_same_name_which_changes_with_every_file() {
        let bundle = bundle();
        let mut names = Vec::new();
        for changed in ["", "en/index.html", "statements.html", "content/start.nl.01234567.json"] {
            if !changed.is_empty() {
                let text = written(bundle.path(), changed);
                fs::write(bundle.path().join(changed), text + " ").unwrap();
            }
            write(root(), bundle.path()).unwrap();
            let name = release(bundle.path());
            assert_eq!(name.len(), 8);
            assert!(written(bundle.path(), "en/index.html").contains(&name));
            assert!(written(bundle.path(), WORKER).contains(&name));
            assert!(!names.contains(&name), "{changed}");
            names.push(name);
        }
    }

    #[test]
    fn the_worker_knows_files_that_never_change_as_servers_do() {
        let source = fs::read_to_string(root().join(WORKER_SOURCE)).unwrap();
        assert!(source.contains(&format!("const HASHED = /{}/;", crate::serve::headers::HASHED)));
    }

    #[test]
    fn the_kill_switch_lies_beside_and_knows_the_names_of_what_the_worker_keeps() {
        let bundle = bundle();
        write(root(), bundle.path()).unwrap();
        let beginning = "`flexkompas ${";
        assert!(written(bundle.path(), WORKER).contains(beginning));
        assert!(written(bundle.path(), KILL_SWITCH).contains(beginning));
        assert!(!written(bundle.path(), KILL_SWITCH).contains("fetch"));
    }
}
