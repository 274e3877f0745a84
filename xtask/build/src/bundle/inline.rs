//! Inlines what the page needs before anything else is fetched: the styles, and the script that captures early input. A
//! strict content security policy allows each by its hash (`xtask/build/src/serve/policy.rs`).

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::bundle::files::fingerprint;
use crate::bundle::minify;
use crate::bundle::page::Page;

/// The comment that the script replaces.
const EARLY: &str = "early";
/// The style sheet that `minify.rs` has joined.
const STYLES: &str = "link[rel=stylesheet][href^='./styles-']";
/// The script that starts the program, and the attribute that tells it where the program is.
const BOOT: &str = "boot.js";
const BOOT_ELEMENT: &str = "script[data-wasm]";
const PROGRAM: &str = "data-wasm";

/// Inlines the script and, if they are one file already, the styles. Adds the fingerprint of the program, and puts one
/// into the name of the script that starts it, so that browsers may cache it for good.
pub fn inline(root: &Path, bundle: &Path) -> Result<()> {
    let path = bundle.join("index.html");
    let mut page = Page::read(&path)?;
    let script = minify::script(root, &root.join("web/early.js"))?;
    page.replace_comment(EARLY, &format!("<script>{}</script>", script.trim()))?;

    if let Some(name) = page.attributes(STYLES, "href")?.first() {
        let sheet = bundle.join(name);
        let styles = fs::read_to_string(&sheet).with_context(|| format!("cannot read {name}"))?;
        fs::remove_file(&sheet)?;
        page.replace(STYLES, &format!("<style>{}</style>", styles.trim()))?;
    }

    let name = page.attribute(BOOT_ELEMENT, PROGRAM)?;
    let program = fs::read(bundle.join(&name)).with_context(|| format!("cannot read {name}"))?;
    page.set_attribute(BOOT_ELEMENT, "data-fingerprint", &fingerprint(&program))?;

    let boot = fs::read(bundle.join(BOOT)).with_context(|| format!("cannot read {BOOT}"))?;
    let named = format!("boot-{}.js", fingerprint(&boot));
    fs::rename(bundle.join(BOOT), bundle.join(&named))?;
    page.set_attribute(BOOT_ELEMENT, "src", &format!("./{named}"))?;
    page.write(&path)
}
