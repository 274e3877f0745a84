//! The command line of this crate; `cargo xtask` hands its arguments over.

use std::process::ExitCode;

use clap::{Parser, Subcommand};
use xtask_build::command;
use xtask_checks::{checks, dist, fuzz, gallery, icons};

#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    chore: Chore,
}

#[derive(Subcommand)]
enum Chore {
    /// Run every check, the browser tests included
    Test(checks::Options),
    /// Build the release bundle and pack the archive that site owners upload
    Dist(dist::Options),
    /// Feed unlikely inputs to everything that parses
    Fuzz(fuzz::Options),
    /// Build and serve every screen in every state
    Gallery(gallery::Options),
    /// Draw web/icon.svg in pixels
    Icons,
}

fn main() -> ExitCode {
    let root = command::root();
    let result = match Arguments::parse().chore {
        Chore::Test(options) => checks::run(root, &options),
        Chore::Dist(options) => dist::make(root, &options),
        Chore::Fuzz(options) => fuzz::run(root, &options),
        Chore::Gallery(options) => gallery::show(root, &options),
        Chore::Icons => icons::write(root),
    };
    command::exit_code(result)
}
