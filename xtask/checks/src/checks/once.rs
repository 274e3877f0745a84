//! Bundling compiles no crate twice: neither does Trunk recompile the product, nor its hook the tools.

use std::path::Path;

use anyhow::{Result, bail};
use cargo_metadata::Artifact;
use xtask::commands::BUILD;
use xtask_build::bundle;

use super::native::artifacts;
use super::offline;

/// Asks cargo, right after a bundle, what it would compile again. Whatever is not fresh counts.
pub(super) fn check(root: &Path) -> Result<()> {
    // The build that the hook would run, in the environment of Trunk.
    let mut tools = offline(root, &format!("build --locked --package {BUILD}"));
    artifacts(&mut tools)?;
    let mut count = 0;
    for mut again in [tools_under_trunk(root)?, bundle::product(root)?] {
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

fn tools_under_trunk(root: &Path) -> Result<std::process::Command> {
    let mut tools = offline(root, &format!("build --locked --package {BUILD}"));
    bundle::in_trunk_environment(&mut tools, root)?;
    Ok(tools)
}

fn name(artifact: &Artifact) -> &str {
    &artifact.target.name
}
