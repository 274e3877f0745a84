//! Builds the release bundle with Trunk. Where the project and its packages lie on a machine is kept out of the program:
//! the same sources give the same bytes everywhere.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::{command, setup};

/// Where the bundle is put.
pub fn folder(root: &Path) -> PathBuf {
    root.join("dist")
}

/// Installs what is missing and builds the bundle.
pub fn build(root: &Path) -> Result<()> {
    let tools = setup::for_build(root)?;
    let mut trunk = Command::new(&tools.trunk);
    trunk.args(["build", "--release"]).current_dir(root).env("PATH", &tools.path);
    trunk.env_remove("RUSTFLAGS").env("CARGO_ENCODED_RUSTFLAGS", flags(root)?.join(SEPARATOR));
    // `setup` has fetched every dependency; Trunk's own call of `cargo metadata` would otherwise ask the network.
    trunk.env("CARGO_NET_OFFLINE", "true");
    // Trunk refuses the customary `NO_COLOR=1`: it wants a truth value.
    if let Some(value) = env::var_os("NO_COLOR") {
        trunk.env("NO_COLOR", if value.is_empty() { "false" } else { "true" });
    }
    command::run(&mut trunk)
}

/// Between flags in the variable that holds several.
const SEPARATOR: &str = "\u{1f}";

/// The flags of the developer for the compiler, and names for the folders of this machine.
fn flags(root: &Path) -> Result<Vec<String>> {
    let own = |name| env::var(name).ok().filter(|flags| !flags.is_empty());
    let mut flags: Vec<String> = match own("CARGO_ENCODED_RUSTFLAGS") {
        Some(flags) => flags.split(SEPARATOR).map(str::to_owned).collect(),
        None => {
            own("RUSTFLAGS").iter().flat_map(|flags| flags.split_whitespace()).map(str::to_owned).collect()
        }
    };
    let called = |folder: &Path, name: &str| format!("--remap-path-prefix={}={name}", folder.display());
    flags.push(called(root, "flexkompas"));

    // One folder for each place where packages come from, such as a mirror.
    let cargo = env::var_os("CARGO_HOME").map(PathBuf::from);
    let cargo =
        cargo.or_else(|| env::home_dir().map(|home| home.join(".cargo"))).context("no home folder")?;
    let sources = cargo.join("registry/src");
    let places = fs::read_dir(&sources).with_context(|| format!("cannot read {}", sources.display()))?;
    let mut places = places.map(|place| Ok(place?.path())).collect::<Result<Vec<_>>>()?;
    places.sort();
    flags.extend(places.iter().map(|place| called(place, "crates")));

    // Where the sources of the standard library are installed too, the compiler names them by their place.
    let rustc = |arguments: &[&str]| command::output(Command::new("rustc").args(arguments).current_dir(root));
    let toolchain = PathBuf::from(rustc(&["--print", "sysroot"])?.trim());
    let version = rustc(&["-vV"])?;
    let commit = version.lines().find_map(|line| line.strip_prefix("commit-hash: "));
    if let Some(commit) = commit {
        let library = toolchain.join("lib/rustlib/src/rust");
        flags.push(called(&library, &format!("/rustc/{commit}")));
    }
    Ok(flags)
}
