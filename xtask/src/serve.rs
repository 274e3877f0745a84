//! Serves the bundle on this machine, for a developer and for a first look.

use std::path::Path;

use anyhow::{Result, bail};

use crate::server::Server;
use crate::{bundle, watch};

/// How to serve.
#[derive(clap::Args)]
pub struct Options {
    /// The port on 127.0.0.1
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// Open the page in the browser
    #[arg(long)]
    open: bool,
    /// Serve dist/ as it is
    #[arg(long)]
    no_build: bool,
}

/// Builds the bundle, serves it and returns only on an error.
pub fn serve(root: &Path, options: &Options) -> Result<()> {
    let folder = bundle::folder(root);
    // Before the build, which takes a while: a port in use should not be told after it.
    let server = Server::of_the_bundle(&folder, options.port)?;
    if !options.no_build {
        bundle::build(root)?;
    } else if !folder.join("index.html").is_file() {
        bail!("there is no bundle in dist/ yet: leave out --no-build");
    }
    watch::start(root.join("content"), folder.clone());
    println!("Flexkompas runs at {} (Ctrl-C stops it)", server.url());
    if options.open {
        opener::open_browser(server.url())?;
    }
    server.wait()
}
