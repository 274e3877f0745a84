//! The snippet page (`embed.html`), its script and its styles. It shares styles with the product where it has the same
//! parts.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::bundle::minify;

/// Tokens, elements and buttons of the product, and the styles of this page.
const STYLES: [&str; 4] =
    ["styles/tokens.css", "styles/base.css", "styles/parts/button.css", "web/embed/embed-form.css"];

/// Writes the page, its script and its styles into a bundle.
pub fn write(root: &Path, bundle: &Path) -> Result<()> {
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
    fn page_needs_no_other_file_and_no_inline_code() {
        let bundle = tempfile::tempdir().unwrap();
        write(root(), bundle.path()).unwrap();
        let read = |name: &str| fs::read_to_string(bundle.path().join(name)).unwrap();
        let page = read("embed.html");
        for name in ["embed-form.css", "embed-form.js"] {
            assert!(page.contains(name) && !read(name).is_empty(), "{name}");
        }
        assert!(!page.contains("style=\"") && !page.contains("onclick"), "the policy forbids it");
        assert!(!read("embed-form.js").contains("import "), "what it imports is in it");
    }
}
