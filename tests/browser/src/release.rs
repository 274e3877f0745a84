//! A later release, made from the bundle with the steps of the build but without compiling: another text, and other file
//! names.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use tempfile::TempDir;
use xtask_build::bundle::{content_bundle, files, service_worker};
use xtask_build::compress;

use crate::bundle;

/// A release in a folder of its own.
pub struct Release(TempDir);

impl Release {
    /// The bundle as it was built.
    #[track_caller]
    pub fn built() -> Self {
        let folder = TempDir::new().unwrap();
        copy(&bundle::folder(), folder.path());
        Self(folder)
    }

    /// A later release: every program and content file has another name, and one user interface text is different in both
    /// languages.
    #[track_caller]
    pub fn with_ui_text(word: &str, text: &str) -> Self {
        let release = Self::built();
        release.rename_program(text);
        release.write_content(word, text);
        service_worker::write(bundle::root(), release.folder()).unwrap();
        for changed in ["index.html", "en/index.html", "sw.js"] {
            compress::compress_file(&release.folder().join(changed)).unwrap();
        }
        release
    }

    /// The folder of the release.
    pub fn folder(&self) -> &Path {
        self.0.path()
    }

    /// The path of its only file whose name has this prefix and suffix.
    #[track_caller]
    pub fn path(&self, begin: &str, end: &str) -> String {
        bundle::path_in(self.folder(), begin, end)
    }

    /// The name of the release in a folder, as its page states it.
    #[track_caller]
    pub fn name_of(folder: &Path) -> String {
        let page = fs::read_to_string(folder.join("index.html")).unwrap();
        page.split_once("data-release=\"").unwrap().1.split('"').next().unwrap().to_owned()
    }

    /// Replaces the content of a folder with this release. As with an upload, files that both have are never missing.
    #[track_caller]
    pub(crate) fn copy_over(&self, folder: &Path) {
        copy(self.folder(), folder);
        let new = bundle::paths_in(self.folder());
        for old in bundle::paths_in(folder).into_iter().filter(|path| !new.contains(path)) {
            fs::remove_file(folder.join(old.trim_start_matches('/'))).unwrap();
        }
    }

    /// Gives the program, its glue and the boot script another hash in their names.
    #[track_caller]
    fn rename_program(&self, seed: &str) {
        let other = files::fingerprint(seed.as_bytes());
        let names: Vec<String> =
            bundle::paths().iter().map(|path| path.trim_start_matches('/').to_owned()).collect();
        let of_program = |name: &&String| name.starts_with("flexkompas-") || name.starts_with("boot-");
        for name in names.iter().filter(of_program) {
            let renamed = with_hash(name, &other);
            fs::rename(self.folder().join(name), self.folder().join(&renamed)).unwrap();
            for page in self.pages() {
                let html = fs::read_to_string(&page).unwrap();
                fs::write(&page, html.replace(&format!("/{name}\""), &format!("/{renamed}\""))).unwrap();
            }
        }
    }

    #[track_caller]
    fn write_content(&self, word: &str, text: &str) {
        let sources = TempDir::new().unwrap();
        for name in ["structure.json", "nl.json", "en.json"] {
            let source = fs::read(bundle::root().join("content").join(name)).unwrap();
            let mut source: Value = serde_json::from_slice(&source).unwrap();
            if name != "structure.json" {
                assert_ne!(source["words"][word], Value::Null, "a word {word}");
                source["words"][word] = json!(text);
            }
            fs::write(sources.path().join(name), source.to_string()).unwrap();
        }
        fs::remove_dir_all(self.folder().join("content")).unwrap();
        content_bundle::write(sources.path(), self.folder()).unwrap();
        self.rename_content();
    }

    /// Renames all content files, including unchanged ones, by appending a newline to each.
    #[track_caller]
    fn rename_content(&self) {
        let folder = self.folder().join("content");
        for path in fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()) {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            let mut bytes = fs::read(&path).unwrap();
            bytes.push(b'\n');
            let (part, hash) = name.trim_end_matches(".json").rsplit_once('.').unwrap();
            let renamed = format!("{part}.{}.json", files::fingerprint(&bytes));
            assert_ne!(renamed, name, "{hash}");
            fs::write(folder.join(&renamed), bytes).unwrap();
            fs::remove_file(&path).unwrap();
            for page in self.pages() {
                let html = fs::read_to_string(&page).unwrap();
                fs::write(&page, html.replace(&format!("content/{name}"), &format!("content/{renamed}")))
                    .unwrap();
            }
        }
    }

    fn pages(&self) -> [PathBuf; 2] {
        ["index.html", "en/index.html"].map(|page| self.folder().join(page))
    }
}

/// `boot-0123abcd.js` with another hash.
fn with_hash(name: &str, hash: &str) -> String {
    let (before, after) = name.split_once('-').unwrap();
    let end = after.find(|letter: char| !letter.is_ascii_hexdigit()).unwrap();
    format!("{before}-{hash}{}", &after[end..])
}

/// Copies a folder into another, replacing existing files atomically.
#[track_caller]
pub fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            let coming = to.join(format!(".{}.coming", entry.file_name().display()));
            fs::copy(entry.path(), &coming).unwrap();
            fs::rename(coming, target).unwrap();
        }
    }
}
