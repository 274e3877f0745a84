//! The last step of a build. Trunk runs it as a hook while the bundle is still in its staging folder, so that `trunk
//! build` and `trunk serve` by hand give the same bundle as `cargo xtask build`, except for local paths in the program.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::bundle::{
    compress, content_bundle, embed_page, inline, manifest, minify, prerender, service_worker,
};

/// Bundles the content, completes the page, and in a release build minifies, names and compresses the output of Trunk.
pub fn from_trunk(root: &Path) -> Result<()> {
    let staging = env::var_os("TRUNK_STAGING_DIR")
        .map(PathBuf::from)
        .context("this is a step of `cargo xtask build`: Trunk runs it and names the folder")?;
    content_bundle::write(&root.join("content"), &staging)?;
    embed_page::write(root, &staging)?;
    // During development a quick reload matters more than bytes.
    let release = env::var("TRUNK_PROFILE").as_deref() == Ok("release");
    if release {
        minify::minify(root, &staging)?;
    }
    inline::inline(root, &staging)?;
    manifest::write(root, &staging)?;
    prerender::prerender(&root.join("content"), &staging)?;
    if release {
        service_worker::write(root, &staging)?;
        compress::compress(&staging)?;
    } else {
        service_worker::write_kill_switch(root, &staging)?;
    }
    Ok(())
}

/// Replaces the content of a finished release bundle: the same program with other statements. The release is renamed
/// and its compressed copies are rewritten.
pub fn with_other_content(root: &Path, content: &Path, bundle: &Path) -> Result<()> {
    let bundled = bundle.join("content");
    fs::remove_dir_all(&bundled).with_context(|| format!("cannot empty {}", bundled.display()))?;
    prerender::undo(bundle)?;
    content_bundle::write(content, bundle)?;
    prerender::prerender(content, bundle)?;
    service_worker::write(root, bundle)?;
    compress::compress(bundle)
}
