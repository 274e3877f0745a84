//! The licences of the product: its own, those of the packages compiled into it, and those of Rust's standard library.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use super::archive::{File, sha256};
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

/// Every package in the product, with the text of its licence. Comparing the texts takes cargo-about a minute, so the list is
/// kept with the tools, under the hash of everything it depends on.
fn packages(root: &Path) -> Result<String> {
    let own = root.join("xtask/licences");
    let (config, template) = (own.join("about.toml"), own.join("about.hbs"));
    let about = setup::cargo_about(&Steps::default())?;
    let kept = setup::cache()?.join("licences").join(format!(
        "{}.txt",
        hash_of(&[root.join("Cargo.toml"), root.join("Cargo.lock"), config.clone(), template.clone()])?
    ));
    if let Ok(list) = fs::read_to_string(&kept) {
        return Ok(list);
    }
    let mut generate = Command::new(about);
    generate.args(["generate", "--frozen", "--features", "web", "--manifest-path"]);
    generate.arg(root.join("Cargo.toml")).arg("--config").arg(config).arg(template);
    let list = command::output(generate.current_dir(root))?;
    // Without it the next archive takes a minute longer, no more.
    let _ = keep(&kept, &list);
    Ok(list)
}

/// Writes a file whole or not at all.
fn keep(path: &Path, text: &str) -> Result<()> {
    let part = path.with_extension(format!("{}.part", std::process::id()));
    fs::create_dir_all(path.parent().unwrap_or(path))?;
    fs::write(&part, text)?;
    Ok(fs::rename(part, path)?)
}

/// The hash of these files and of the version of cargo-about.
fn hash_of(files: &[PathBuf]) -> Result<String> {
    let mut all = setup::CARGO_ABOUT_VERSION.as_bytes().to_vec();
    for file in files {
        all.extend(fs::read(file).with_context(|| format!("cannot read {}", file.display()))?);
    }
    Ok(sha256(&all))
}

/// The folder of the toolchain that compiles the product.
fn toolchain() -> Result<PathBuf> {
    let path =
        command::output(Command::new("rustc").args(["--print", "sysroot"]).current_dir(command::root()))?;
    Ok(path.trim().into())
}
