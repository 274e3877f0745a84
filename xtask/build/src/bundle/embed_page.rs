//! The page with which a site owner makes the snippet (`embed.html`), with its script and its styles: those of the
//! product as far as it has the same parts.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::bundle::minify;

/// Tokens, elements and buttons as in the product, then what only this page has.
const STYLES: [&str; 4] =
    ["styles/tokens.css", "styles/base.css", "styles/button.css", "web/embed/embed-form.css"];

/// Puts the page, its script and its styles into a bundle.
pub fn make(root: &Path, bundle: &Path) -> Result<()> {
    fs::copy(root.join("web/embed/embed.html"), bundle.join("embed.html"))
        .context("cannot copy embed.html")?;
    let mut styles = String::new();
    for name in STYLES {
        styles.push_str(&fs::read_to_string(root.join(name)).with_context(|| format!("cannot read {name}"))?);
    }
    fs::write(bundle.join("embed-form.css"), styles)?;
    fs::write(bundle.join("embed-form.js"), minify::script(root, &root.join("web/embed/embed-form.js"))?)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::command::root;

    #[test]
    fn the_page_is_whole_in_itself() {
        let bundle = tempfile::tempdir().unwrap();
        make(root(), bundle.path()).unwrap();
        let read = |name: &str| fs::read_to_string(bundle.path().join(name)).unwrap();
        let page = read("embed.html");
        for name in ["embed-form.css", "embed-form.js"] {
            assert!(page.contains(name) && !read(name).is_empty(), "{name}");
        }
        assert!(!page.contains("style=\"") && !page.contains("onclick"), "the policy forbids it");
        assert!(!read("embed-form.js").contains("import "), "what it imports is in it");
    }
}
