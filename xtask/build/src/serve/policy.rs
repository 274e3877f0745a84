//! The strictest content security policy under which the pages of a bundle work. It allows inline scripts and styles by
//! their hash, so it is specific to one build and computed from its files.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use anyhow::{Context, Result, bail};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use regex::Regex;
use sha2::{Digest, Sha256};

use crate::bundle::files::{self, File};
use crate::bundle::page::{Found, Page};

/// The source expression for the server itself. `WebKit` does not match it in a sandbox without an origin: there the
/// URL must be listed too.
pub const SELF: &str = "'self'";

/// The permissions that the pages of a bundle need.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Policy {
    /// The hashes of inline scripts and styles, as source expressions.
    scripts: BTreeSet<String>,
    styles: BTreeSet<String>,
    /// The names of the Trusted Types policies that scripts make.
    trusted_types: BTreeSet<String>,
    /// Whether a page contains an iframe.
    frames: bool,
}

impl Policy {
    /// Computes the policy from the pages and scripts of a bundle. Returns an error if a page contains what no strict
    /// policy allows.
    pub fn read(bundle: &Path) -> Result<Self> {
        let mut policy = Self::default();
        for file in sources(bundle)? {
            let text = fs::read_to_string(&file.path)
                .with_context(|| format!("cannot read {}", file.path.display()))?;
            policy.frames |= text.contains("iframe");
            policy.trusted_types.extend(trusted_types(&text));
            if file.has_extension(&["html"]) {
                policy.add_page(&Page::new(text)).with_context(|| file.path.display().to_string())?;
            }
        }
        Ok(policy)
    }

    fn add_page(&mut self, page: &Page) -> Result<()> {
        for element in page.elements()? {
            match element.name.as_str() {
                "style" => _ = self.styles.insert(hash(&element.text)),
                "script" if is_executable(&element) && !element.attributes.contains_key("src") => {
                    self.scripts.insert(hash(&element.text));
                }
                _ => {}
            }
            let forbidden = |name: &&String| *name == "style" || name.starts_with("on");
            if let Some(name) = element.attributes.keys().find(forbidden) {
                bail!("<{} {name}> is an attribute that no strict policy allows", element.name);
            }
        }
        Ok(())
    }

    /// The value of the header. It omits `frame-ancestors`: `frame-ancestors *` would exclude host pages without an
    /// origin, such as sandboxed wikis. `own` is [`SELF`] or what a server's configuration uses instead.
    pub fn to_header(&self, own: &str) -> String {
        // Each follows what is allowed anyway.
        let listed = |hashes: &BTreeSet<String>| {
            hashes.iter().fold(String::new(), |list, hash| list + " '" + hash + "'")
        };
        let (scripts, styles) = (listed(&self.scripts), listed(&self.styles));
        let mut directives = vec![
            "default-src 'none'".to_owned(),
            format!("script-src {own} 'wasm-unsafe-eval'{scripts}"),
            format!("style-src {own}{styles}"),
            format!("img-src {own} data: blob:"),
            format!("connect-src {own}"),
            format!("font-src {own}"),
            format!("manifest-src {own}"),
            format!("worker-src {own}"),
        ];
        if self.frames {
            directives.push(format!("frame-src {own}"));
        }
        directives.extend(
            ["base-uri 'none'", "form-action 'none'", "require-trusted-types-for 'script'"]
                .map(str::to_owned),
        );
        let names: Vec<&str> = self.trusted_types.iter().map(String::as_str).collect();
        directives.push(format!(
            "trusted-types {}",
            if names.is_empty() { "'none'".into() } else { names.join(" ") }
        ));
        directives.join("; ")
    }
}

/// The files that a policy depends on.
pub(crate) fn sources(bundle: &Path) -> Result<Vec<File>> {
    let files = files::below(bundle)?;
    Ok(files.into_iter().filter(|file| file.has_extension(&["html", "js"])).collect())
}

/// Whether a browser runs this script, which it does not for a block of data.
fn is_executable(script: &Found) -> bool {
    let kind = script.attributes.get("type").map(|kind| kind.trim()).unwrap_or_default();
    ["", "module", "text/javascript"].contains(&kind)
}

fn hash(text: &str) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(text.as_bytes())))
}

static CREATE_POLICY: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r#"createPolicy\(\s*["'`]([\w#=/@.%-]+)["'`]"#).ok());

fn trusted_types(text: &str) -> Vec<String> {
    let Some(makes) = CREATE_POLICY.as_ref() else { return Vec::new() };
    makes.captures_iter(text).map(|found| found[1].to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(pages: &[(&str, &str)]) -> Result<String> {
        let bundle = tempfile::tempdir().unwrap();
        for (name, text) in pages {
            fs::create_dir_all(bundle.path().join(name).parent().unwrap()).unwrap();
            fs::write(bundle.path().join(name), text).unwrap();
        }
        Ok(Policy::read(bundle.path())?.to_header(SELF))
    }

    // From `printf x | openssl dgst -sha256 -binary | base64`.
    const X: &str = "'sha256-LXEWQrcmsEQBYnyp+6wy9chTD7GQPMTbAiWHF5IaSIE='";

    #[test]
    fn inline_code_of_any_page_is_allowed_by_its_hash() {
        let style =
            of(&[("index.html", "<p>"), ("en/index.html", "<head><style media=print>x</style></head>")]);
        assert!(style.unwrap().contains(&format!("style-src 'self' {X};")));
        let script = of(&[("index.html", "<script type=module>x</script>")]).unwrap();
        assert!(script.contains(&format!("script-src 'self' 'wasm-unsafe-eval' {X};")), "{script}");
    }

    #[test]
    fn script_file_and_data_block_need_no_hash() {
        let page = "<script src=\"a.js\"></script><script type=\"application/json\">x</script>";
        let policy = of(&[("index.html", page)]).unwrap();
        assert!(policy.contains("script-src 'self' 'wasm-unsafe-eval';"), "{policy}");
    }

    #[test]
    fn style_or_handler_in_an_attribute_is_an_error_with_its_page() {
        for page in ["<p style=\"color: red\">", "<button onclick=\"go()\">"] {
            let error = of(&[("index.html", page)]).unwrap_err();
            assert!(format!("{error:#}").contains("index.html: <"), "{error:#}");
        }
    }

    #[test]
    fn trusted_types_are_exactly_those_that_scripts_create() {
        assert!(of(&[("index.html", "")]).unwrap().ends_with("; trusted-types 'none'"));
        let made = of(&[("index.html", ""), ("boot.js", "t.createPolicy(\"worker\",{})")]).unwrap();
        assert!(made.ends_with("; trusted-types worker"), "{made}");
    }

    #[test]
    fn frames_are_allowed_only_if_the_bundle_uses_them() {
        assert!(!of(&[("index.html", "")]).unwrap().contains("frame-src"));
        let shows = of(&[("index.html", ""), ("embed.js", "document.createElement('iframe')")]).unwrap();
        assert!(shows.contains("; frame-src 'self';"), "{shows}");
    }

    #[test]
    fn server_can_be_listed_by_its_url_too() {
        let policy = Policy::default().to_header("'self' https://example.org");
        assert!(policy.contains("script-src 'self' https://example.org 'wasm-unsafe-eval'"), "{policy}");
    }
}
