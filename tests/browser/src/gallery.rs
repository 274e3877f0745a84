//! The gallery: every screen in every state, as pages that need no program. An iframe of any size shows one after the other,
//! so that one browser inspects them all in a few seconds.

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use serde_json::{Value, json};

use crate::bundle;
use crate::options::{SessionOptions, Size};
use crate::visitor::Visitor;

/// `cargo xtask test` builds the gallery once for all engines and names the folder. If each engine built it, its pages would
/// briefly be missing for the others.
static FOLDER: LazyLock<PathBuf> = LazyLock::new(|| match std::env::var_os("FLEXKOMPAS_GALLERY") {
    Some(folder) => folder.into(),
    None => xtask_checks::gallery::make(bundle::root()).unwrap(),
});

/// The folder with the pages, built from the current sources.
pub fn folder() -> &'static Path {
    &FOLDER
}

/// The names of all states, sorted.
pub fn states() -> Vec<String> {
    let ending = ".nl.light.html";
    let paths = bundle::paths_in(folder()).into_iter();
    let mut states: Vec<String> =
        paths.filter_map(|path| Some(path.strip_prefix('/')?.strip_suffix(ending)?.to_owned())).collect();
    states.sort();
    assert!(states.len() > 40, "the gallery contains only {states:?}");
    states
}

/// Shows a page in an iframe, opens every disclosure, and calls the function `inspect` with its window and document in each of
/// the sizes. It returns a list of lines.
const SHOW: &str = "const [page, sizes, done] = arguments;
    const frame = document.body.appendChild(document.createElement('iframe'));
    const resize = ([width, height]) => {
        frame.style.cssText = `display: block; border: 0; width: ${width}px; height: ${height}px`;
    };
    const frames = count => new Promise(resolve => {
        const next = () => count-- ? requestAnimationFrame(next) : resolve();
        next();
    });
    frame.onload = async () => {
        const { contentWindow, contentDocument } = frame;
        contentDocument.querySelectorAll('details').forEach(details => { details.open = true });
        const lines = [];
        for (const size of sizes) {
            resize(size);
            // Scripts of the page learn of a new size in an animation frame.
            if (size !== sizes[0]) await frames(2);
            try {
                lines.push(...inspect(contentWindow, contentDocument).map(line => `at ${size[0]}: ${line}`));
            } catch (error) {
                lines.push(String(error));
            }
        }
        frame.remove();
        done(lines);
    };
    resize(sizes[0]);
    frame.src = page;";

impl SessionOptions {
    /// Starts a browser and opens the gallery.
    #[track_caller]
    pub fn start_in_gallery(self) -> Visitor {
        let visitor = self.serve_folder(folder()).start();
        // The policy belongs to the product, and would block what a test adds to a page.
        visitor.server().remove_header("content-security-policy").unwrap();
        visitor.open("/index.html");
        visitor.execute("document.body.replaceChildren(); document.body.style.margin = 0", []);
        visitor
    }
}

impl Visitor {
    /// Runs a script function on every state of the gallery, in one language and each of these window sizes, one after the
    /// other in the same page. Returns every line the function returns, prefixed with the state and the width.
    #[track_caller]
    pub fn inspect_gallery(&self, language: &str, sizes: &[Size], inspect: &str) -> Vec<String> {
        let script = format!("const inspect = {inspect};\n{SHOW}");
        let mut found = Vec::new();
        for state in states() {
            let page = format!("{state}.{language}.light.html");
            let lines = self.execute_async(&script, [json!(page), json!(sizes)]);
            let Value::Array(lines) = lines else { panic!("{page}: the function returned {lines}") };
            let place = format!("{state} in {language}");
            found.extend(lines.iter().map(|line| format!("{place} {}", line.as_str().unwrap_or_default())));
        }
        found
    }
}
