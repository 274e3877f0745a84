//! The last step of a build. Trunk calls it as a hook while the bundle still lies in its staging folder, so that
//! `trunk build` and `trunk serve` by hand give the same bundle as `cargo xtask build`, but for the folders of the machine
//! that are then named in the program.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::bundle::{
    compress, content_bundle, embed_page, inline, manifest, minify, prerender, service_worker,
};

/// Packs the content, puts into the page what it needs at once, and in a release build minifies the bundle that Trunk has
/// just laid out, names it and compresses it.
pub fn from_trunk(root: &Path) -> Result<()> {
    let staging = env::var_os("TRUNK_STAGING_DIR")
        .map(PathBuf::from)
        .context("this is a step of `cargo xtask build`: Trunk runs it and names the folder")?;
    content_bundle::write(&root.join("content"), &staging)?;
    embed_page::make(root, &staging)?;
    // While developing, a quick reload counts for more than bytes.
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
        service_worker::write_none(root, &staging)?;
    }
    Ok(())
}

/// Puts other content into a finished release bundle: the same program, with other statements. What visitors keep of it is
/// named anew with the rest.
pub fn with_other_content(root: &Path, content: &Path, bundle: &Path) -> Result<()> {
    let packed = bundle.join("content");
    fs::remove_dir_all(&packed).with_context(|| format!("cannot empty {}", packed.display()))?;
    prerender::undo(bundle)?;
    content_bundle::write(content, bundle)?;
    prerender::prerender(content, bundle)?;
    service_worker::write(root, bundle)?;
    compress::compress(bundle)
}
