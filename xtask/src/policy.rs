//! The strictest content security policy under which the product works: for the tests to serve it with, and for hosts
//! to copy. What stands in the page itself is allowed by the hash of its text, so the policy belongs to one build.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};

/// The policy for this bundle. Frames are for embed.html, which previews what it makes. A host adds `frame-ancestors` with the sites that may embed it.
pub fn strict(bundle: &Path) -> Result<String> {
    let page = bundle.join("index.html");
    let html = fs::read_to_string(&page).with_context(|| format!("cannot read {}", page.display()))?;
    Ok(format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{}; style-src 'self'{}; img-src 'self' data: blob:; \
         connect-src 'self'; frame-src 'self'; font-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; \
         form-action 'none'; require-trusted-types-for 'script'",
        hash_of(&html, "script"),
        hash_of(&html, "style"),
    ))
}

/// The hash of the only element of this name that has no attributes, as the policy writes it.
fn hash_of(html: &str, element: &str) -> String {
    let text = html
        .split_once(&format!("<{element}>"))
        .and_then(|(_, rest)| rest.split_once(&format!("</{element}>")));
    let hash = |text: &str| format!(" 'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(text.as_bytes())));
    text.map(|(text, _)| hash(text)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_in_the_page_is_allowed_by_its_hash() {
        // From `printf x | openssl dgst -sha256 -binary | base64`.
        let expected = " 'sha256-LXEWQrcmsEQBYnyp+6wy9chTD7GQPMTbAiWHF5IaSIE='";
        assert_eq!(hash_of("<head><style>x</style></head>", "style"), expected);
        assert_eq!(hash_of("<script src=\"a.js\"></script>", "script"), "");
    }
}
