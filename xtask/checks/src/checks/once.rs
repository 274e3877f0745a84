//! Bundling compiles no crate twice: neither does Trunk recompile the product, nor its hook the tools.

use std::path::Path;
use std::process::Command;

use anyhow::{Result, bail};
use cargo_metadata::Artifact;
use xtask::commands::WORKSPACE;
use xtask_build::bundle;

use super::native::artifacts;
use super::offline;

/// Asks cargo, right after a bundle, what it would compile again in the environment of Trunk. Whatever is not fresh
/// counts.
pub(super) fn check(root: &Path) -> Result<()> {
    // The native tests have compiled the tools with these very flags, so usually nothing is left to do.
    artifacts(&mut workspace(root))?;
    let mut tools = workspace(root);
    bundle::in_trunk_environment(&mut tools, root)?;
    let mut count = 0;
    for mut again in [tools, bundle::product(root)?] {
        let artifacts = artifacts(&mut again)?;
        let stale: Vec<&str> = artifacts.iter().filter(|artifact| !artifact.fresh).map(name).collect();
        if !stale.is_empty() {
            bail!("compiled a second time: {}", stale.join(", "));
        }
        count += artifacts.len();
    }
    println!("{count} crates, none of them compiled a second time");
    Ok(())
}

fn workspace(root: &Path) -> Command {
    offline(root, &format!("build --locked {}", WORKSPACE.join(" ")))
}

fn name(artifact: &Artifact) -> &str {
    &artifact.target.name
}
