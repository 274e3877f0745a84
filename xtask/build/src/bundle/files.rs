//! The files below a folder, in a fixed order.

use std::path::{Path, PathBuf};

use anyhow::Result;
use sha2::{Digest, Sha256};
use walkdir::{DirEntry, WalkDir};

/// A file below a folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// The path from that folder, with slashes on every system.
    pub name: String,
    /// The path of the file.
    pub path: PathBuf,
}

impl File {
    /// Whether the extension is one of these.
    pub fn has_extension(&self, extensions: &[&str]) -> bool {
        self.path.extension().is_some_and(|found| extensions.iter().any(|extension| found == *extension))
    }
}

/// Lists the files below a folder, sorted by name. Skips hidden files: a failed build leaves its staging folder behind,
/// whose name starts with a dot. A path to a file lists that file.
pub fn below(folder: &Path) -> Result<Vec<File>> {
    let is_visible =
        |entry: &DirEntry| entry.depth() == 0 || !entry.file_name().to_string_lossy().starts_with('.');
    let mut files = Vec::new();
    for entry in WalkDir::new(folder).sort_by_file_name().into_iter().filter_entry(is_visible) {
        let path = entry?.into_path();
        if path.is_file() {
            let name = path.strip_prefix(folder)?.to_string_lossy().replace('\\', "/");
            files.push(File { name, path });
        }
    }
    Ok(files)
}

/// Eight hex digits that change when the bytes do.
pub fn fingerprint(bytes: &[u8]) -> String {
    let start =
        Sha256::digest(bytes).iter().take(4).fold(0_u32, |number, byte| number << 8 | u32::from(*byte));
    format!("{start:08x}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_sorted_by_name_and_hidden_ones_are_skipped() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir_all(folder.path().join("b")).unwrap();
        std::fs::create_dir_all(folder.path().join(".stage")).unwrap();
        for name in ["c.js", "b/a.css", ".stage/x", "a"] {
            std::fs::write(folder.path().join(name), "").unwrap();
        }
        let files = below(folder.path()).unwrap();
        assert_eq!(files.iter().map(|file| file.name.as_str()).collect::<Vec<_>>(), ["a", "b/a.css", "c.js"]);
        assert!(files[2].has_extension(&["js"]) && !files[0].has_extension(&["js"]));
    }
}
