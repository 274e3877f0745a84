//! Writes the service worker of a release (`sw.js`): fills in the files of the release and its name. Writes the kill
//! switch too, into a folder of its own, for site owners to replace `sw.js` with.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::bundle::compress::is_copy;
use crate::bundle::manifest::MANIFEST;
use crate::bundle::page::Page;
use crate::bundle::prerender::STATEMENTS;
use crate::bundle::{files, minify};
use crate::serve::headers::is_hashed;

/// The permanent name of the service worker: browsers look for updates under this name.
const WORKER: &str = "sw.js";
/// The sources of the service worker and of the kill switch.
const WORKER_SOURCE: &str = "web/service-worker/sw.js";
const KILL_SWITCH_SOURCE: &str = "web/service-worker/kill-switch.js";
/// The path of the kill switch in the bundle.
const KILL_SWITCH: &str = "kill-switch/sw.js";
/// The placeholders that the build fills in, as the minifier leaves them.
const FILES: &str = "\"__FILES__\"";
const RELEASE: &str = "__RELEASE__";

/// Writes the service worker of a finished bundle, and the name of the release into its pages.
pub fn write(root: &Path, bundle: &Path) -> Result<()> {
    let script = minify::script(root, &root.join(WORKER_SOURCE))?;
    let files = files(bundle)?;
    let listed: Vec<String> = files.iter().map(|file| format!("\"{}\"", cached_url(file))).collect();
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

/// Writes the kill switch as the service worker: during development no build should wait for an update, and earlier
/// offline copies on the developer's device should go away.
pub fn write_kill_switch(root: &Path, bundle: &Path) -> Result<()> {
    fs::copy(root.join(KILL_SWITCH_SOURCE), bundle.join(WORKER)).context("cannot write the kill switch")?;
    Ok(())
}

/// The files of a release: pages, manifests, and files with a hash in their name.
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

/// The URL under which a file is cached: for a page that of its folder, which is what visitors open.
fn cached_url(file: &str) -> String {
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
    fn service_worker_lists_exactly_the_files_of_the_release() {
        let bundle = bundle();
        write(root(), bundle.path()).unwrap();
        let worker = written(bundle.path(), WORKER);
        let list = "[\"app-0123456789abcdef_bg.wasm\",\"boot-01234567.js\",\"content/start.nl.01234567.json\",\
                    \"en/\",\"en/manifest.webmanifest\",\"./\",\"statements.html\"]";
        assert!(worker.contains(list), "{worker}");
        assert!(!worker.contains("__"), "{worker}");
    }

    #[test]
    fn pages_and_service_worker_name_the_release_which_every_file_changes() {
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
    fn service_worker_recognises_hashed_names_as_servers_do() {
        let source = fs::read_to_string(root().join(WORKER_SOURCE)).unwrap();
        assert!(source.contains(&format!("const HASHED = /{}/;", crate::serve::headers::HASHED)));
    }

    #[test]
    fn kill_switch_has_its_own_folder_and_knows_the_names_of_the_caches() {
        let bundle = bundle();
        write(root(), bundle.path()).unwrap();
        let beginning = "`flexkompas ${";
        assert!(written(bundle.path(), WORKER).contains(beginning));
        assert!(written(bundle.path(), KILL_SWITCH).contains(beginning));
        assert!(!written(bundle.path(), KILL_SWITCH).contains("fetch"));
    }
}
