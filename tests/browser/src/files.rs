//! Files: those a visitor chooses, and downloads.

use std::path::Path;

use thirtyfour::By;

use crate::visitor::Visitor;
use crate::waiting::wait_for;

impl Visitor {
    /// Chooses a file to import. Clicking the field would open a dialog of the system.
    #[track_caller]
    pub fn choose_file(&self, path: &Path) {
        let path = path.to_string_lossy().into_owned();
        let field =
            self.run("find the file field", self.browser().find(By::Css("input[data-action=\"import\"]")));
        self.run(&format!("choose the file {path}"), field.send_keys(path));
    }

    /// Waits for one complete JSON download, removes it and returns its name and text.
    #[track_caller]
    pub fn wait_for_json_download(&self) -> (String, String) {
        let (name, bytes) = self.wait_for_download("json");
        (name, String::from_utf8(bytes).unwrap())
    }

    /// Waits for one complete download with this extension, removes it and returns its name and content.
    #[track_caller]
    pub fn wait_for_download(&self, extension: &str) -> (String, Vec<u8>) {
        wait_for("a download", || {
            let mut files: Vec<_> =
                std::fs::read_dir(self.downloads()).unwrap().map(|file| file.unwrap()).collect();
            let names: Vec<_> =
                files.iter().map(|file| file.file_name().to_string_lossy().into_owned()).collect();
            match names.as_slice() {
                [name] if Path::new(name).extension().is_some_and(|found| found == extension) => {
                    let path = files.remove(0).path();
                    // Firefox reserves the name with an empty file and then replaces it; WebKit writes to the final name.
                    let open = is_open(&path);
                    let bytes = std::fs::read(&path).map_err(|error| format!("{name}: {error}"))?;
                    if open || bytes.is_empty() {
                        return Err(format!("{name} is still being written"));
                    }
                    std::fs::remove_file(path).unwrap();
                    Ok((name.clone(), bytes))
                }
                _ => Err(format!("there is {names:?}")),
            }
        })
    }
}

/// Whether any process has this file open. Returns false where `/proc` cannot be read.
fn is_open(file: &Path) -> bool {
    let listed = |folder: &Path| std::fs::read_dir(folder).into_iter().flatten().flatten();
    listed(Path::new("/proc"))
        .flat_map(|process| listed(&process.path().join("fd")))
        .any(|descriptor| std::fs::read_link(descriptor.path()).is_ok_and(|open| open == file))
}
