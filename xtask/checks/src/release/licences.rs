//! The licences of the product: its own, those of the packages compiled into it, and those of Rust's standard library.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use super::archive::File;
use xtask::steps::Steps;
use xtask_build::{command, setup};

/// The licence files. cargo-about generates the list of packages from the lock file.
pub fn collect(root: &Path) -> Result<Vec<File>> {
    let file = |name: &str, path: PathBuf| -> Result<File> {
        let bytes = fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
        Ok((name.to_owned(), bytes))
    };
    Ok(vec![
        file("LICENSE-APACHE", root.join("LICENSE-APACHE"))?,
        file("LICENSE-MIT", root.join("LICENSE-MIT"))?,
        ("packages.txt".to_owned(), packages(root)?.into_bytes()),
        file("rust-standard-library.html", toolchain()?.join("share/doc/rust/COPYRIGHT-library.html"))?,
    ])
}

/// Every package in the product, with the text of its licence.
fn packages(root: &Path) -> Result<String> {
    let own = root.join("xtask/licences");
    let mut about = Command::new(setup::cargo_about(&Steps::default())?);
    about.args(["generate", "--frozen", "--features", "web", "--manifest-path"]).arg(root.join("Cargo.toml"));
    about.arg("--config").arg(own.join("about.toml")).arg(own.join("about.hbs"));
    command::output(about.current_dir(root))
}

/// The folder of the toolchain that compiles the product.
fn toolchain() -> Result<PathBuf> {
    let path =
        command::output(Command::new("rustc").args(["--print", "sysroot"]).current_dir(command::root()))?;
    Ok(path.trim().into())
}
