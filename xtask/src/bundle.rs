//! Builds the release bundle with Trunk.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Result;

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
    // `setup` has fetched every dependency; Trunk's own call of `cargo metadata` would otherwise ask the network.
    trunk.env("CARGO_NET_OFFLINE", "true");
    // Trunk refuses the customary `NO_COLOR=1`: it wants a truth value.
    if let Some(value) = env::var_os("NO_COLOR") {
        trunk.env("NO_COLOR", if value.is_empty() { "false" } else { "true" });
    }
    command::run(&mut trunk)
}
