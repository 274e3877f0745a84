//! The command line of this crate; `cargo xtask` hands its arguments over.

use std::process::ExitCode;

use clap::{Parser, Subcommand};
use xtask::steps::Steps;
use xtask_build::bundle::{post_build, sizes};
use xtask_build::content::{report, schema};
use xtask_build::{bundle, command, serve, setup};

#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Install what the build needs and the machine lacks
    Setup,
    /// Build the release bundle into dist/
    Build,
    /// Build the release bundle and serve it on this machine
    Serve(serve::Options),
    /// Print the size of every file of the bundle
    Sizes,
    /// Check the content and print a report for editors
    Content,
    /// Write the JSON Schemas of the content files
    Schema,
    /// Turn the output of Trunk into the bundle (Trunk runs this)
    PostBuild,
}

fn main() -> ExitCode {
    let root = command::root();
    let result = match Arguments::parse().task {
        Task::Setup => setup::for_build(root, &Steps::default())
            .map(|_| println!("The machine is ready to build. Next: `cargo xtask serve`")),
        Task::Build => bundle::build(root, &Steps::default()),
        Task::Serve(options) => serve::serve(root, &options),
        Task::Sizes => sizes::print(&bundle::folder(root)),
        Task::Content => report::print(root),
        Task::Schema => schema::write(root),
        Task::PostBuild => post_build::from_trunk(root),
    };
    command::exit_code(result)
}
