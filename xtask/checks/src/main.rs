//! The command line of this crate; `cargo xtask` hands its arguments over.

use std::process::ExitCode;

use clap::{Parser, Subcommand};
use xtask_build::command;
use xtask_checks::{checks, fuzz, gallery, icons, release};

#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Run every check, including the browser tests
    Test(checks::Options),
    /// Build the release bundle and pack the release archive for site owners
    Dist(release::Options),
    /// Fuzz every parser
    Fuzz(fuzz::Options),
    /// Build and serve every screen in every state
    Gallery(gallery::Options),
    /// Render web/icon.svg as PNG files
    Icons,
}

fn main() -> ExitCode {
    let root = command::root();
    let result = match Arguments::parse().task {
        Task::Test(options) => checks::run(root, &options),
        Task::Dist(options) => release::make(root, &options),
        Task::Fuzz(options) => fuzz::run(root, &options),
        Task::Gallery(options) => gallery::show(root, &options),
        Task::Icons => icons::write(root),
    };
    command::exit_code(result)
}
