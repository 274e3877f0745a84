//! The tools that cargo installs: taken from PATH or from the tool folder of the user where they have the right
//! version, else compiled into that folder, which all clones of the project share.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::announce;
use crate::{command, versions};

/// Would change what is compiled, or where it is put.
const FOREIGN_SETTINGS: [&str; 8] = [
    "CARGO_BUILD_RUSTFLAGS",
    "CARGO_BUILD_TARGET",
    "CARGO_BUILD_TARGET_DIR",
    "CARGO_ENCODED_RUSTFLAGS",
    "CARGO_INSTALL_ROOT",
    "CARGO_NET_OFFLINE",
    "CARGO_TARGET_DIR",
    "RUSTFLAGS",
];

/// A tool in the right version.
pub(super) struct Tool {
    pub(super) path: PathBuf,
    /// The folder to put on PATH, when it was not found there.
    pub(super) installed_in: Option<PathBuf>,
}

/// Finds a tool or installs it from the package of the given name.
pub(super) fn tool(name: &str, package: &str, version: &str, why: &str) -> Result<Tool> {
    tool_with(name, package, version, &[], why)
}

/// The same for a package whose tool is only there with these features.
pub(super) fn tool_with(
    name: &str,
    package: &str,
    version: &str,
    features: &[&str],
    why: &str,
) -> Result<Tool> {
    if let Some(path) = command::on_path(name).filter(|path| has_version(path, version)) {
        return Ok(Tool { path, installed_in: None });
    }
    let folder = tool_folder()?;
    let commands = folder.join("bin");
    let path = commands.join(name).with_extension(env::consts::EXE_EXTENSION);
    if !has_version(&path, version) {
        announce(&format!("{package} {version}, some minutes"), why);
        install(package, version, features, &folder)?;
        if !has_version(&path, version) {
            bail!("{} is not {version} although it was just installed", path.display());
        }
    }
    Ok(Tool { path, installed_in: Some(commands) })
}

fn has_version(path: &Path, version: &str) -> bool {
    let answer = command::output(Command::new(path).arg("--version"));
    answer.is_ok_and(|line| versions::reported(&line) == Some(version))
}

fn install(package: &str, version: &str, features: &[&str], folder: &Path) -> Result<()> {
    fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    let mut install = command::cargo();
    install
        .args(["install", "--locked", "--version", &format!("={version}"), "--root"])
        .arg(folder)
        .arg(package);
    if !features.is_empty() {
        install.args(["--features", &features.join(",")]);
    }
    // Outside the project, whose own settings of cargo are not meant for its tools.
    install.current_dir(folder);
    for setting in FOREIGN_SETTINGS {
        install.env_remove(setting);
    }
    command::run(&mut install)
}

/// One folder per user. Not in the project, so that a fresh clone need not compile the tools again.
fn tool_folder() -> Result<PathBuf> {
    let set = |name| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    if let Some(folder) = set("FLEXKOMPAS_TOOLS") {
        return std::path::absolute(folder).context("FLEXKOMPAS_TOOLS is no path");
    }
    let cache = set("XDG_CACHE_HOME").filter(|path| path.is_absolute());
    let cache = cache.or_else(|| env::home_dir().map(|home| home.join(".cache")));
    Ok(cache
        .context("no home folder; set FLEXKOMPAS_TOOLS to a folder for the tools")?
        .join("flexkompas/tools"))
}
