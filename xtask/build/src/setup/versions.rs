//! The pinned versions of tools, and parsing the version that a tool reports.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use serde::Deserialize;

/// The bundler. Trunk.toml is written for this version.
pub const TRUNK: &str = "0.21.14";

/// Lists the licences of the packages in the product.
pub const CARGO_ABOUT: &str = "0.9.3";

/// Builds and runs the fuzz targets.
pub const CARGO_FUZZ: &str = "0.13.2";

/// The driver of Firefox; Debian has no package of it.
pub const GECKODRIVER: &str = "0.37.1";

/// The part of Cargo.lock that matters here.
#[derive(Deserialize)]
pub struct Lock {
    package: Vec<Locked>,
}

#[derive(Deserialize)]
struct Locked {
    name: String,
    version: String,
}

impl Lock {
    /// Reads the lock file of the project.
    pub fn read(root: &Path) -> Result<Self> {
        let path = root.join("Cargo.lock");
        let text = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
        Self::parse(&text)
    }

    fn parse(text: &str) -> Result<Self> {
        toml::from_str(text).context("Cargo.lock is not a lock file")
    }

    /// The locked versions of a package: one, unless two dependencies want different ones.
    pub fn versions_of(&self, name: &str) -> Vec<&str> {
        self.package
            .iter()
            .filter(|locked| locked.name == name)
            .map(|locked| locked.version.as_str())
            .collect()
    }

    /// The version of wasm-bindgen, which its command-line tool must match exactly.
    pub fn wasm_bindgen(&self) -> Result<&str> {
        match self.versions_of("wasm-bindgen").as_slice() {
            [version] => Ok(version),
            [] => bail!("Cargo.lock has no wasm-bindgen"),
            several => bail!("Cargo.lock has wasm-bindgen in several versions: {}", several.join(", ")),
        }
    }

    /// Packages of a family that are locked in more than one version, as `name version version`.
    pub fn duplicated(&self, family: impl Fn(&str) -> bool) -> Vec<String> {
        let mut names: Vec<_> = self.package.iter().map(|locked| locked.name.as_str()).collect();
        names.retain(|name| family(name));
        names.sort_unstable();
        names.dedup();
        let duplicated = names.into_iter().map(|name| (name, self.versions_of(name)));
        duplicated
            .filter(|(_, versions)| versions.len() > 1)
            .map(|(name, versions)| format!("{name} {}", versions.join(" ")))
            .collect()
    }
}

/// The version in a line such as `trunk 0.21.14` or `wasm-bindgen 0.2.129 (hash)`.
pub fn reported(line: &str) -> Option<&str> {
    line.split_whitespace().nth(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = r#"
version = 4
[[package]]
name = "gloo"
version = "0.11.0"
[[package]]
name = "gloo"
version = "0.12.0"
[[package]]
name = "wasm-bindgen"
version = "0.2.129"
dependencies = ["cfg-if"]
"#;

    #[test]
    fn lock_file_has_the_version_of_wasm_bindgen() {
        assert_eq!(Lock::parse(LOCK).unwrap().wasm_bindgen().unwrap(), "0.2.129");
    }

    #[test]
    fn lock_file_without_wasm_bindgen_is_an_error() {
        let lock = Lock::parse("[[package]]\nname = \"yew\"\nversion = \"0.23.0\"").unwrap();
        assert!(lock.wasm_bindgen().unwrap_err().to_string().contains("no wasm-bindgen"));
    }

    #[test]
    fn duplicated_package_is_found_by_its_family() {
        let lock = Lock::parse(LOCK).unwrap();
        assert_eq!(lock.duplicated(|name| name.starts_with("gloo")), ["gloo 0.11.0 0.12.0"]);
        assert!(lock.duplicated(|name| name.starts_with("wasm")).is_empty());
    }

    #[test]
    fn reported_versions_are_parsed() {
        assert_eq!(reported("trunk 0.21.14\n"), Some("0.21.14"));
        assert_eq!(reported("wasm-bindgen 0.2.129 (abc)"), Some("0.2.129"));
        assert_eq!(reported("trunk"), None);
    }
}
