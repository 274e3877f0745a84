//! Watches the content while `cargo xtask serve` runs and bundles it again after every change, so that an editor sees a
//! new text after a reload, or one line per content error with file and path.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use anyhow::{Context, Result};
use serde::Deserialize;

use crate::bundle::{compress, content_bundle, files};

/// The polling interval: half a second goes unnoticed between saving a file and turning to the browser.
const POLL_INTERVAL: Duration = Duration::from_millis(500);

/// Starts watching in its own thread, for as long as the program runs.
pub fn start(content: PathBuf, bundle: PathBuf) {
    let mut seen = changed(&content);
    std::thread::spawn(move || {
        loop {
            std::thread::sleep(POLL_INTERVAL);
            let now = changed(&content);
            if now == seen {
                continue;
            }
            seen = now;
            match rebuild_content(&content, &bundle) {
                Ok(()) => println!("the content changed: reload the page"),
                Err(error) => println!("the content has errors, so the page stays as it was:\n{error:#}"),
            }
        }
    });
}

/// The modification times of all content files.
fn changed(content: &Path) -> Vec<SystemTime> {
    let files = fs::read_dir(content).into_iter().flatten().flatten();
    let mut moments: Vec<SystemTime> =
        files.filter_map(|file| file.metadata().ok()?.modified().ok()).collect();
    moments.sort();
    moments
}

/// The part of Trunk.toml that lists the sources of the bundle.
#[derive(Deserialize)]
struct Trunk {
    watch: Watched,
}

#[derive(Deserialize)]
struct Watched {
    /// Files and folders, relative to the project.
    watch: Vec<PathBuf>,
}

/// The modification times of all sources of the bundle: the files listed in Trunk.toml, and Trunk.toml itself.
pub fn sources_changed(root: &Path) -> Result<Vec<SystemTime>> {
    let config = root.join("Trunk.toml");
    let text = fs::read_to_string(&config).context("cannot read Trunk.toml")?;
    let trunk: Trunk = toml::from_str(&text).context("Trunk.toml does not list what to watch")?;
    let listed = trunk.watch.watch.iter().map(|name| root.join(name)).chain([config]);
    let files = listed.flat_map(|path| files::below(&path).unwrap_or_default());
    let mut moments: Vec<SystemTime> =
        files.filter_map(|file| fs::metadata(file.path).ok()?.modified().ok()).collect();
    moments.sort();
    Ok(moments)
}

/// Returns once a source has changed.
pub fn wait_for_change(root: &Path, before: &[SystemTime]) -> Result<()> {
    while sources_changed(root)? == before {
        std::thread::sleep(POLL_INTERVAL);
    }
    Ok(())
}

/// Bundles the content again; the previous files stay for pages that are still open.
pub fn rebuild_content(content: &Path, bundle: &Path) -> Result<()> {
    content_bundle::write(content, bundle)?;
    compress::compress(&bundle.join("content"))?;
    let pages = ["index.html", "en/index.html"].map(|page| bundle.join(page));
    pages.iter().filter(|page| page.is_file()).try_for_each(|page| compress::compress_file(page))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::command::root;

    fn copied() -> (tempfile::TempDir, tempfile::TempDir) {
        let (content, bundle) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        for name in ["structure.json", "nl.json", "en.json"] {
            fs::copy(root().join("content").join(name), content.path().join(name)).unwrap();
        }
        let page = "<html data-content=\"FLEXKOMPAS_CONTENT\" data-question-set=\"FLEXKOMPAS_QUESTION_SET\">";
        fs::write(bundle.path().join("index.html"), page).unwrap();
        content_bundle::write(content.path(), bundle.path()).unwrap();
        (content, bundle)
    }

    fn change(content: &Path, from: &str, to: &str) {
        let path = content.join("nl.json");
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(from));
        fs::write(path, text.replace(from, to)).unwrap();
    }

    #[test]
    fn change_of_any_source_is_noticed() {
        let project = tempfile::tempdir().unwrap();
        fs::copy(root().join("Trunk.toml"), project.path().join("Trunk.toml")).unwrap();
        fs::create_dir_all(project.path().join("src/ui")).unwrap();
        fs::create_dir(project.path().join("web")).unwrap();
        let now = || sources_changed(project.path()).unwrap();
        for source in ["web/boot.js", "src/ui/app.rs"] {
            let before = now();
            fs::write(project.path().join(source), "").unwrap();
            assert_ne!(now(), before, "{source}");
        }
        let before = now();
        fs::write(project.path().join("README.md"), "").unwrap();
        assert_eq!(now(), before, "it is not in the bundle");
    }

    #[test]
    fn changed_text_is_in_the_file_that_the_page_then_lists() {
        let (content, bundle) = copied();
        change(content.path(), "\"next\": \"Volgende\"", "\"next\": \"Verder\"");
        rebuild_content(content.path(), bundle.path()).unwrap();
        let page = fs::read_to_string(bundle.path().join("index.html")).unwrap();
        let file = page.split("start.nl=").nth(1).unwrap().split(' ').next().unwrap();
        assert!(fs::read_to_string(bundle.path().join(file)).unwrap().contains("\"Verder\""));
        assert!(bundle.path().join(format!("{file}.br")).is_file());
        assert_eq!(page.matches("start.nl=").count(), 1);
    }

    #[test]
    fn content_error_is_one_line_with_its_path_and_leaves_the_page_unchanged() {
        let (content, bundle) = copied();
        let before = fs::read_to_string(bundle.path().join("index.html")).unwrap();
        change(content.path(), "\"next\": \"Volgende\"", "\"next\": \"\"");
        let error = rebuild_content(content.path(), bundle.path()).unwrap_err().to_string();
        assert_eq!(error, "content/nl.json: words.next: is empty");
        assert_eq!(fs::read_to_string(bundle.path().join("index.html")).unwrap(), before);
    }
}
