//! `cargo xtask fuzz`: coverage-guided fuzzing of every parser of external input. The targets in `tests/fuzz` state the
//! invariants; an input that breaks one is saved there.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use xtask::steps::Steps;
use xtask_build::{command, setup};

/// How long to fuzz.
#[derive(clap::Args)]
pub struct Options {
    /// Inputs for every target
    #[arg(long, value_name = "N", default_value_t = 1_000_000)]
    runs: u64,
}

/// The targets, each a file in `tests/fuzz/targets`.
const TARGETS: [&str; 3] = ["code", "record", "json"];

/// Runs every target.
pub fn run(root: &Path, options: &Options) -> Result<()> {
    let path = setup::for_fuzzing(&Steps::default())?;
    let folder = root.join("target/fuzz");
    for target in TARGETS {
        println!("\n== {target} ==");
        let (found, seeds) = (folder.join("found").join(target), folder.join("seeds").join(target));
        fs::create_dir_all(&found).with_context(|| format!("cannot make {}", found.display()))?;
        write_seeds(&root.join("tests/fixtures"), target, &seeds)?;

        let mut fuzz = Command::new("rustup");
        fuzz.args(["run", "nightly", "cargo", "fuzz", "run", "--fuzz-dir", "tests/fuzz"]);
        // The program forbids unsafe code, so memory sanitizers would find nothing.
        fuzz.args(["--sanitizer", "none", "--target-dir"]).arg(folder.join("build"));
        fuzz.arg(target).args([&found, &seeds]);
        fuzz.args(["--", "-print_final_stats=1", &format!("-runs={}", options.runs)]);
        // The variables of the cargo that runs these tasks do not apply to the other toolchain.
        fuzz.env("PATH", &path).env_remove("CARGO").env_remove("RUSTC").current_dir(root);
        command::run(&mut fuzz)?;
    }
    Ok(())
}

/// Writes real inputs as seeds: the share codes and records of the tests.
fn write_seeds(fixtures: &Path, target: &str, seeds: &Path) -> Result<()> {
    fs::create_dir_all(seeds).with_context(|| format!("cannot make {}", seeds.display()))?;
    if target == "code" {
        let codes = fs::read_to_string(fixtures.join("codes.txt")).context("cannot read codes.txt")?;
        for code in codes.lines().filter(|line| line.starts_with("fk")) {
            fs::write(seeds.join(code), code)?;
        }
        return Ok(());
    }
    for fixture in fs::read_dir(fixtures)? {
        let fixture = fixture?;
        let name = fixture.file_name();
        if name.to_string_lossy().starts_with("record-") {
            fs::copy(fixture.path(), seeds.join(name))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_target_is_run() {
        let files = fs::read_dir(command::root().join("tests/fuzz/targets")).unwrap();
        let mut names: Vec<_> =
            files.map(|file| file.unwrap().path().file_stem().unwrap().to_owned()).collect();
        names.sort_unstable();
        let mut run = TARGETS;
        run.sort_unstable();
        assert_eq!(names, run);
    }

    #[test]
    fn every_target_has_real_inputs_as_seeds() {
        let seeds = tempfile::tempdir().unwrap();
        for target in TARGETS {
            let seeds = seeds.path().join(target);
            write_seeds(&command::root().join("tests/fixtures"), target, &seeds).unwrap();
            assert!(fs::read_dir(seeds).unwrap().count() >= 4, "{target}");
        }
    }
}
