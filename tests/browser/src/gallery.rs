//! The gallery: every screen in every state it can have, as pages that need no program. They are shown one after the
//! other in a frame of any size, so that one browser sees all of them in a few seconds.

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use serde_json::{Value, json};

use crate::bundle;
use crate::options::{SessionOptions, Size};
use crate::visitor::Visitor;

/// Made once for all engines by `cargo xtask test`, which names the folder: made anew by one engine, its pages would be
/// missing for a moment to the others.
static FOLDER: LazyLock<PathBuf> = LazyLock::new(|| match std::env::var_os("FLEXKOMPAS_GALLERY") {
    Some(folder) => folder.into(),
    None => xtask_checks::gallery::make(bundle::root()).unwrap(),
});

/// The folder with the pages, made of the sources as they are now.
pub fn folder() -> &'static Path {
    &FOLDER
}

/// The names of all states, in the order of the alphabet.
pub fn states() -> Vec<String> {
    let ending = ".nl.light.html";
    let paths = bundle::paths_in(folder()).into_iter();
    let mut states: Vec<String> =
        paths.filter_map(|path| Some(path.strip_prefix('/')?.strip_suffix(ending)?.to_owned())).collect();
    states.sort();
    assert!(states.len() > 40, "the gallery holds only {states:?}");
    states
}

/// Shows a page in the frame, opens what is folded away, and looks: the look is a function of the page's window and
/// document that returns a list of lines.
const SHOW: &str = "const [page, width, height, done] = arguments;
    const frame = document.body.appendChild(document.createElement('iframe'));
    frame.style.cssText = `display: block; border: 0; width: ${width}px; height: ${height}px`;
    frame.onload = () => {
        const { contentWindow, contentDocument } = frame;
        contentDocument.querySelectorAll('details').forEach(details => { details.open = true });
        let lines;
        try { lines = look(contentWindow, contentDocument) } catch (error) { lines = [String(error)] }
        frame.remove();
        done(lines);
    };
    frame.src = page;";

impl SessionOptions {
    /// Starts a browser that has come to the gallery.
    #[track_caller]
    pub fn start_in_gallery(self) -> Visitor {
        let visitor = self.serve_folder(folder()).start();
        // It belongs to the product; what a test puts into a page would be stopped by it.
        visitor.server().remove_header("content-security-policy").unwrap();
        visitor.open("/index.html");
        visitor.execute("document.body.replaceChildren(); document.body.style.margin = 0", []);
        visitor
    }
}

impl Visitor {
    /// Looks at every state of the gallery in one language and a window of this size; hands over every line that the
    /// look returns, with the state in front.
    #[track_caller]
    pub fn inspect_gallery(&self, language: &str, size: Size, look: &str) -> Vec<String> {
        let script = format!("const look = {look};\n{SHOW}");
        let mut found = Vec::new();
        for state in states() {
            let page = format!("{state}.{language}.light.html");
            let lines = self.execute_async(&script, [json!(page), json!(size.0), json!(size.1)]);
            let Value::Array(lines) = lines else { panic!("{page}: the look returned {lines}") };
            let place = format!("{state} in {language} at {}", size.0);
            found.extend(lines.iter().map(|line| format!("{place}: {}", line.as_str().unwrap_or_default())));
        }
        found
    }
}
