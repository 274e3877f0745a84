//! The command line of the project's chores: `cargo xtask <command>`.

use std::process::ExitCode;

use clap::{Parser, Subcommand};
use xtask::{
    bench, bundle, checks, command, dist, finish, fuzz, gallery, report, schema, serve, setup, sizes,
};

/// Every chore of Flexkompas, on one command line.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    chore: Chore,
}

#[derive(Subcommand)]
enum Chore {
    /// Install what the build needs and is not there yet
    Setup,
    /// Build the release bundle into dist/
    Build,
    /// Build the release bundle and pack the archive that site owners upload
    Dist(dist::Options),
    /// Build the release bundle and serve it on this machine
    Serve(serve::Options),
    /// Run every check, the browser tests included
    Test(checks::Options),
    /// Measure against pages made otherwise, side by side, and write bench/RESULTS.md
    Bench(bench::Options),
    /// Try inputs that nobody would think of on everything that reads what came from outside
    Fuzz(fuzz::Options),
    /// Make and serve every screen in every state, for who changes the design
    Gallery(gallery::Options),
    /// Print the size of every file of the bundle
    Sizes,
    /// Check the content and print a report for editors
    Content,
    /// Write the JSON Schemas of the content files
    Schema,
    /// Pack the content and compress the bundle (Trunk calls this itself)
    Finish,
}

fn main() -> ExitCode {
    let root = command::root();
    let result = match Arguments::parse().chore {
        Chore::Setup => setup::for_build(root).map(|_| println!("setup: everything for the build is there")),
        Chore::Build => bundle::build(root),
        Chore::Dist(options) => dist::make(root, &options),
        Chore::Serve(options) => serve::serve(root, &options),
        Chore::Test(options) => checks::run(root, &options),
        Chore::Bench(options) => bench::run(root, &options),
        Chore::Fuzz(options) => fuzz::run(root, &options),
        Chore::Gallery(options) => gallery::show(root, &options),
        Chore::Sizes => sizes::print(&bundle::folder(root)),
        Chore::Content => report::print(root),
        Chore::Schema => schema::write(root),
        Chore::Finish => finish::from_trunk(root),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
