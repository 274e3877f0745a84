//! The server configurations in the release archive: templates, filled in from `xtask/build/src/serve/headers.rs` and
//! the files of one bundle.

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::{Result, bail};

use xtask_build::headers::{self, FILE_TYPES, FileType};
use xtask_build::policy::{Policy, SELF};

/// A configuration, to be adapted on the lines marked HERE.
pub struct Config {
    /// Its file name.
    pub name: &'static str,
    /// Its text.
    pub text: String,
}

/// The input of all configurations.
struct Parts<'a> {
    version: &'a str,
    policy: Policy,
    /// Paths with a leading slash, without compressed copies.
    paths: &'a [String],
}

/// The limits of Cloudflare Pages for `_headers`: the number of rules, and the length of a line.
const MAX_RULES: usize = 100;
const MAX_LINE: usize = 2000;

/// The configurations for a bundle with files at these paths.
pub fn make(bundle: &Path, paths: &[String], version: &str) -> Result<Vec<Config>> {
    if let Some(path) = paths.iter().find(|path| headers::file_type(path).is_none()) {
        bail!("no web server would know the type of {path}: it is not in xtask/build/src/serve/headers.rs");
    }
    let parts = Parts { version, policy: Policy::read(bundle)?, paths };
    Ok(vec![
        Config { name: "nginx.conf", text: nginx(&parts)? },
        Config { name: "Caddyfile", text: caddy(&parts)? },
        Config { name: "apache.htaccess", text: apache(&parts)? },
        Config { name: "_headers", text: static_hosts(&parts)? },
    ])
}

fn nginx(parts: &Parts) -> Result<String> {
    let header = |(name, value): &(&str, &str)| format!("        add_header {name} \"{value}\" always;");
    let kind = |kind: &FileType| format!("            {} {};", kind.media_type, kind.extension);
    // nginx always includes pages, and warns if they are listed again.
    let named = |wanted: fn(&FileType) -> bool| {
        let types = FILE_TYPES.iter().filter(|kind| wanted(kind)).map(|kind| kind.media_type);
        let types: BTreeSet<_> = types.collect();
        types.into_iter().filter(|kind| *kind != "text/html").collect::<Vec<_>>().join(" ")
    };
    let policy = parts.policy.to_header("$flexkompas_self");
    render(
        include_str!("configs/nginx.conf"),
        parts,
        &policy,
        &[
            ("headers", &lines(headers::ALWAYS.iter().map(header))),
            ("types", &lines(FILE_TYPES.iter().map(kind))),
            ("charset_types", &named(|kind| kind.is_text)),
            ("gzip_types", &named(|kind| kind.compresses)),
        ],
    )
}

fn caddy(parts: &Parts) -> Result<String> {
    // Caddy sets this header itself.
    let own = headers::ALWAYS.iter().filter(|(name, _)| *name != headers::VARY);
    let header = |(name, value): &(&str, &str)| format!("\t\t{name} \"{value}\"");
    let kind = |kind: &FileType| {
        let FileType { extension, .. } = kind;
        format!(
            "\t@{extension} path *.{extension}\n\theader @{extension} Content-Type \"{}\"",
            kind.content_type()
        )
    };
    let policy = parts.policy.to_header("{vars.flexkompas_self}");
    render(
        include_str!("configs/Caddyfile"),
        parts,
        &policy,
        &[("headers", &lines(own.map(header))), ("types", &lines(FILE_TYPES.iter().map(kind)))],
    )
}

fn apache(parts: &Parts) -> Result<String> {
    let header = |(name, value): &(&str, &str)| format!("    Header always set {name} \"{value}\"");
    let kind = |kind: &FileType| format!("AddType \"{}\" .{}", kind.content_type(), kind.extension);
    let packed: Vec<&FileType> = FILE_TYPES.iter().filter(|kind| kind.compresses).collect();
    // The extension of a copy does not reveal the type of the original.
    let packed_kind = |kind: &&FileType| {
        let FileType { extension, .. } = kind;
        let forced = format!("            ForceType \"{}\"", kind.content_type());
        format!("        <FilesMatch \"\\.{extension}\\.(br|gz)$\">\n{forced}\n        </FilesMatch>")
    };
    let extensions: Vec<&str> = packed.iter().map(|kind| kind.extension).collect();
    let policy = parts.policy.to_header(SELF);
    render(
        include_str!("configs/apache.htaccess"),
        parts,
        &policy,
        &[
            ("headers", &lines(headers::ALWAYS.iter().map(header))),
            ("types", &lines(FILE_TYPES.iter().map(kind))),
            ("packed", &extensions.join("|")),
            ("packed_types", &lines(packed.iter().map(packed_kind))),
        ],
    )
}

/// In this format rules cannot be overridden, and values of two rules are joined: every path gets exactly one rule.
fn static_hosts(parts: &Parts) -> Result<String> {
    let own = headers::ALWAYS.iter().filter(|(name, _)| *name != headers::VARY);
    let header = |(name, value): &(&str, &str)| format!("  {name}: {value}");
    let folders = parts.paths.iter().filter_map(|path| path.strip_suffix("index.html"));
    let paths: BTreeSet<&str> = folders.chain(parts.paths.iter().map(String::as_str)).collect();
    let rule = |path: &&str| {
        let kind = headers::file_type(path).filter(|kind| !kind.is_text).map(FileType::content_type);
        let kind = kind.map(|kind| format!("\n  Content-Type: {kind}")).unwrap_or_default();
        format!("{path}\n  {}: {}{kind}", headers::CACHING, headers::caching(path))
    };
    let text = render(
        include_str!("configs/_headers"),
        parts,
        &parts.policy.to_header(SELF),
        &[("headers", &lines(own.map(header))), ("files", &lines(paths.iter().map(rule)))],
    )?;
    if paths.len() >= MAX_RULES || text.lines().any(|line| line.len() > MAX_LINE) {
        bail!("_headers has {} rules, or a line that is too long for Cloudflare Pages", paths.len() + 1);
    }
    Ok(text)
}

fn lines(lines: impl Iterator<Item = String>) -> String {
    lines.collect::<Vec<_>>().join("\n")
}

/// Fills in a template; an unknown placeholder is an error.
fn render(template: &str, parts: &Parts, policy: &str, placeholders: &[(&str, &str)]) -> Result<String> {
    let common = [
        ("version", parts.version),
        ("policy_name", headers::POLICY),
        ("policy", policy),
        ("caching_name", headers::CACHING),
        ("revalidate", headers::REVALIDATE),
        ("immutable", headers::IMMUTABLE),
        ("hashed", headers::HASHED),
        ("encoded_link", headers::ENCODED_LINK),
    ];
    let fill = |text: String, (name, value): &(&str, &str)| text.replace(&format!("{{{{{name}}}}}"), value);
    let text = common.iter().chain(placeholders).fold(template.to_owned(), fill);
    match text.split_once("{{") {
        Some((_, left)) => bail!("unknown placeholder {}", left.split("}}").next().unwrap_or_default()),
        None => Ok(text),
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    const PATHS: [&str; 5] = [
        "/boot.js",
        "/en/index.html",
        "/flexkompas-0123456789abcdef_bg.wasm",
        "/index.html",
        "/a.webmanifest",
    ];

    fn made(name: &str) -> String {
        let bundle = tempfile::tempdir().unwrap();
        fs::write(bundle.path().join("index.html"), "<style>x</style>").unwrap();
        let configs = make(bundle.path(), &PATHS.map(str::to_owned), "1.2.3").unwrap();
        configs.into_iter().find(|config| config.name == name).unwrap().text
    }

    #[test]
    fn every_configuration_contains_the_policy_and_every_header() {
        for name in ["nginx.conf", "Caddyfile", "apache.htaccess", "_headers"] {
            let text = made(name);
            let policy = text.lines().find(|line| line.contains("Content-Security-Policy")).unwrap();
            for part in ["'sha256-", "require-trusted-types-for 'script'", "default-src 'none'"] {
                assert!(policy.contains(part), "{part} is not in the policy of {name}: {policy}");
            }
            for (header, value) in headers::ALWAYS.iter().filter(|(header, _)| *header != headers::VARY) {
                let line = text.lines().find(|line| line.contains(header));
                assert!(line.is_some_and(|line| line.contains(value)), "{header} in {name}: {line:?}");
            }
            assert!(text.contains("Flexkompas 1.2.3"));
        }
    }

    #[test]
    fn static_hosts_get_one_rule_per_path_with_its_caching() {
        let text = made("_headers");
        for (path, caching) in [
            ("/", headers::REVALIDATE),
            ("/index.html", headers::REVALIDATE),
            ("/en/", headers::REVALIDATE),
            ("/flexkompas-0123456789abcdef_bg.wasm", headers::IMMUTABLE),
        ] {
            let rule = format!("\n{path}\n  Cache-Control: {caching}\n");
            assert_eq!(text.matches(&rule).count(), 1, "{path}\n{text}");
        }
        assert!(text.contains("_bg.wasm\n  Cache-Control: public, max-age=31536000, immutable\n  Content-Type: application/wasm\n"));
    }

    #[test]
    fn file_of_unknown_type_is_an_error_with_its_name() {
        let bundle = tempfile::tempdir().unwrap();
        let error = make(bundle.path(), &["/photo.heic".to_owned()], "1").err().unwrap().to_string();
        assert!(error.contains("/photo.heic"), "{error}");
    }
}
