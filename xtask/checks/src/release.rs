//! `cargo xtask dist`: builds the release archive.

pub mod archive;
pub mod configs;
pub mod guide;
pub mod licences;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use xtask::steps::Steps;
use xtask_build::{bundle, command};

use self::archive::Archive;

/// Input and output of the archive.
#[derive(clap::Args)]
pub struct Options {
    /// The folder for the archive
    #[arg(long, value_name = "FOLDER", default_value = "release")]
    to: PathBuf,
    /// Pack dist/ as it is
    #[arg(long)]
    no_build: bool,
}

/// The version of the product.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Builds the bundle, packs it and prints what it wrote.
pub fn make(root: &Path, options: &Options) -> Result<()> {
    if !options.no_build {
        bundle::build(root, &Steps::default())?;
    }
    let to = root.join(&options.to);
    fs::create_dir_all(&to).with_context(|| format!("cannot make {}", to.display()))?;
    let archive = Archive::of(&bundle::folder(root), licences::collect(root)?, VERSION, moment(root)?)?;
    for (ending, bytes) in [("zip", archive.zip()?), ("tar.gz", archive.tar_gz()?)] {
        let path = to.join(format!("{}.{ending}", archive.name));
        fs::write(&path, &bytes).with_context(|| format!("cannot write {}", path.display()))?;
        println!("{}: {} bytes, sha256 {}", path.display(), bytes.len(), archive::sha256(&bytes));
    }
    Ok(())
}

/// Packs the existing bundle into a temporary folder, to prove that everything is found and every file type is known.
pub fn check(root: &Path) -> Result<()> {
    let folder = env::temp_dir().join(format!("flexkompas-archive-{}", std::process::id()));
    let result = make(root, &Options { to: folder.clone(), no_build: true });
    let _ = fs::remove_dir_all(folder);
    result
}

/// The time of this state of the project, in seconds since 1970, independent of the machine: that of the last commit,
/// unless `SOURCE_DATE_EPOCH` overrides it.
fn moment(root: &Path) -> Result<i64> {
    if let Some(given) = env::var("SOURCE_DATE_EPOCH").ok().filter(|given| !given.is_empty()) {
        return given.trim().parse().with_context(|| format!("SOURCE_DATE_EPOCH is {given:?}"));
    }
    let mut git = Command::new("git");
    let answer = command::output(git.args(["log", "-1", "--format=%ct"]).current_dir(root));
    let answer = answer.context("without a Git history, set SOURCE_DATE_EPOCH to seconds since 1970")?;
    answer.trim().parse().with_context(|| format!("git answered {answer:?}"))
}
