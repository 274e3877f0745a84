//! The gallery: every screen in every state, in both languages and both themes, without the program.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use xtask_build::command::{cargo, run};
use xtask_build::server::Server;

/// How to show the gallery.
#[derive(clap::Args)]
pub struct Options {
    /// The port on 127.0.0.1
    #[arg(long, default_value_t = 8081)]
    port: u16,
    /// Only generate the pages
    #[arg(long)]
    no_serve: bool,
}

/// Generates and serves the gallery; returns only on an error.
pub fn show(root: &Path, options: &Options) -> Result<()> {
    let folder = make(root)?;
    if options.no_serve {
        return Ok(());
    }
    let server = Server::start(&folder, options.port)?;
    println!("The gallery is at {} (Ctrl-C stops it)", server.url());
    server.wait()
}

/// Compiles and runs the program that generates the pages; returns their folder.
pub fn make(root: &Path) -> Result<PathBuf> {
    let mut program = cargo();
    program.args([
        "run",
        "--quiet",
        "--package",
        "flexkompas",
        "--features",
        "ssr",
        "--example",
        "gallery",
        "--",
    ]);
    make_with(&mut program, root)
}

/// Generates the pages with that program; returns their folder.
pub fn make_with(program: &mut Command, root: &Path) -> Result<PathBuf> {
    let folder = root.join("target/gallery");
    // Removes pages of states that no longer exist.
    if folder.exists() {
        fs::remove_dir_all(&folder).with_context(|| format!("cannot empty {}", folder.display()))?;
    }
    run(program.arg(&folder).current_dir(root))?;
    Ok(folder)
}
