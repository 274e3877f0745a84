//! The last step of a build. Trunk calls it as a hook while the bundle still lies in its staging folder, so that
//! `trunk build` and `trunk serve` by hand give the same bundle as `cargo xtask build`.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::{compress, embed_page, inline, minify, pack, prerender};

/// Packs the content, puts into the page what it needs at once, and in a release build minifies and compresses the bundle
/// that Trunk has just laid out.
pub fn from_trunk(root: &Path) -> Result<()> {
    let staging = env::var_os("TRUNK_STAGING_DIR")
        .map(PathBuf::from)
        .context("this is a step of `cargo xtask build`: Trunk runs it and names the folder")?;
    pack::pack(&root.join("content"), &staging)?;
    embed_page::make(root, &staging)?;
    // While developing, a quick reload counts for more than bytes.
    let release = env::var("TRUNK_PROFILE").as_deref() == Ok("release");
    if release {
        minify::minify(root, &staging)?;
    }
    inline::inline(root, &staging)?;
    prerender::prerender(&root.join("content"), &staging)?;
    if release {
        compress::compress(&staging)?;
    }
    Ok(())
}
