//! The command line of this crate; `cargo xtask` hands its arguments over.

use std::process::ExitCode;

use clap::{Parser, Subcommand};
use xtask::steps::Steps;
use xtask_build::{bundle, command, finish, report, schema, serve, setup, sizes};

#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    chore: Chore,
}

#[derive(Subcommand)]
enum Chore {
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
    /// Turn what Trunk laid out into the bundle (Trunk calls this)
    Finish,
}

fn main() -> ExitCode {
    let root = command::root();
    let result = match Arguments::parse().chore {
        Chore::Setup => setup::for_build(root, &Steps::default())
            .map(|_| println!("Everything for the build is there. Next: `cargo xtask serve`")),
        Chore::Build => bundle::build(root, &Steps::default()),
        Chore::Serve(options) => serve::serve(root, &options),
        Chore::Sizes => sizes::print(&bundle::folder(root)),
        Chore::Content => report::print(root),
        Chore::Schema => schema::write(root),
        Chore::Finish => finish::from_trunk(root),
    };
    command::exit_code(result)
}
