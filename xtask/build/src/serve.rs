//! `cargo xtask serve`: serves the bundle on this machine.

pub mod headers;
pub mod policy;
pub mod server;
pub mod watch;

use std::path::Path;

use anyhow::{Result, bail};
use xtask::requirements::PORT;
use xtask::steps::Steps;

use self::server::Server;
use crate::bundle;

/// How to serve.
#[derive(Debug, clap::Args)]
pub struct Options {
    /// The port on 127.0.0.1
    #[arg(long, default_value_t = PORT)]
    port: u16,
    /// Open the page in the browser
    #[arg(long)]
    open: bool,
    /// Serve dist/ as it is
    #[arg(long)]
    no_build: bool,
}

/// Builds and serves the bundle; returns only on an error. From the start every page shows the progress, and opens the
/// product once it is ready.
pub fn serve(root: &Path, options: &Options) -> Result<()> {
    let folder = bundle::folder(root);
    let server = Server::for_bundle(&folder, options.port)?;
    let url = server.url();
    if options.no_build && !folder.join("index.html").is_file() {
        bail!("there is no bundle in dist/ yet: omit --no-build");
    }
    if !options.no_build {
        println!("{url} shows the progress, and opens Flexkompas when it is ready.");
    }
    if options.open {
        opener::open_browser(&url)?;
    }
    if !options.no_build {
        build(root, &server)?;
    }
    watch::start(root.join("content"), folder);
    println!(
        "\nFlexkompas runs at {url}\n\
         Ctrl-C stops it. Reload to see changes in content/; restart after any other change.\n\
         Next: {url}en/ is the English page, {url}embed.html writes the snippet for a host page, `cargo xtask test --quick` \
         checks a change."
    );
    server.wait()
}

/// Builds until it succeeds: after a failure, again when a source changes. A failed set-up ends the command, because no
/// source change would fix it.
fn build(root: &Path, server: &Server) -> Result<()> {
    let mut steps = Steps::default();
    server.show_progress(&steps);
    let tools = bundle::prepare(root, &steps)?;
    loop {
        let before = watch::sources_changed(root)?;
        let Err(error) = bundle::bundle(root, &tools, &steps) else { break };
        let failure = format!("{error:#}");
        eprintln!("error: {failure}");
        server.show_failure(&failure);
        println!("Builds again once a source file changes (Ctrl-C stops).");
        watch::wait_for_change(root, &before)?;
        steps = Steps::default();
        server.show_progress(&steps);
    }
    server.show_bundle();
    Ok(())
}
