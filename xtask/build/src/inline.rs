//! Puts into the page what it needs before anything else is fetched: the styles, and the script that catches early answers.
//! A strict content security policy allows each by the hash of its text (`policy.rs`).

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::minify;
use crate::pack::fingerprint;

/// Where the script goes.
const EARLY: &str = "<!-- early -->";
const STYLES: &str = "<link rel=\"stylesheet\" href=\"./styles-";
/// The script that starts the program.
const BOOT: &str = "boot.js";
/// What tells it where the program is.
const PROGRAM: &str = "data-wasm=\"./";

/// Inlines the script and, where they are one file already, the styles; notes the fingerprint of the program, and puts
/// one into the name of the script that starts it, so that browsers may keep it for good.
pub fn inline(root: &Path, bundle: &Path) -> Result<()> {
    let page = bundle.join("index.html");
    let mut html = fs::read_to_string(&page).with_context(|| format!("cannot read {}", page.display()))?;
    if !html.contains(EARLY) {
        bail!("index.html has no {EARLY} for the script that catches early answers");
    }
    let script = minify::script(root, &root.join("web/early.js"))?;
    html = html.replacen(EARLY, &format!("<script>{}</script>", script.trim()), 1);

    if let Some((before, after)) = html.split_once(STYLES) {
        let (rest, behind) = after.split_once('"').context("a link to the styles does not end")?;
        let behind = behind.split_once('>').map_or("", |(_, behind)| behind);
        let name = format!("styles-{rest}");
        let path = bundle.join(&name);
        let styles = fs::read_to_string(&path).with_context(|| format!("cannot read {name}"))?;
        fs::remove_file(&path)?;
        html = format!("{before}<style>{}</style>{behind}", styles.trim());
    }

    let (_, after) = html.split_once(PROGRAM).context("index.html names no program")?;
    let name = after.split('"').next().unwrap_or_default();
    let program = fs::read(bundle.join(name)).with_context(|| format!("cannot read {name}"))?;
    let noted = format!("data-fingerprint=\"{}\" {PROGRAM}", fingerprint(&program));
    html = html.replacen(PROGRAM, &noted, 1);

    let boot = fs::read(bundle.join(BOOT)).with_context(|| format!("cannot read {BOOT}"))?;
    let named = format!("boot-{}.js", fingerprint(&boot));
    fs::rename(bundle.join(BOOT), bundle.join(&named))?;
    html = html.replacen(&format!("src=\"./{BOOT}\""), &format!("src=\"./{named}\""), 1);
    fs::write(&page, html).with_context(|| format!("cannot write {}", page.display()))
}
