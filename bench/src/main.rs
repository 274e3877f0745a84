//! The command line of the benchmark; `cargo xtask bench` runs it.

use std::process::ExitCode;

use clap::{Parser, Subcommand};
use flexkompas_bench::{Options, check, run};
use xtask_build::command;

#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Measure against other implementations, side by side, and write bench/RESULTS.md
    Bench(Options),
    /// Visit every page once: each is built, shows every statement and loses no click
    Check,
}

fn main() -> ExitCode {
    let root = command::root();
    let result = match Arguments::parse().task {
        Task::Bench(options) => run(root, &options),
        Task::Check => check(root),
    };
    command::exit_code(result)
}
