//! The tests that need no browser. One call of cargo compiles all test programs of the workspace with one set of
//! features; the browser tests use the same programs.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use cargo_metadata::{Artifact, Message};
use xtask::commands::WORKSPACE;

use super::offline;

/// The name of the test program that drives the browsers.
const SUITE: &str = "suite";

/// A compiled test program.
#[derive(Debug)]
pub(super) struct TestProgram {
    name: String,
    path: PathBuf,
    /// The folder of its package, in which cargo would start it.
    folder: PathBuf,
}

impl TestProgram {
    /// The command that starts it, as `cargo test` would.
    pub(super) fn command(&self) -> Command {
        let mut command = Command::new(&self.path);
        command.current_dir(&self.folder).env("CARGO_MANIFEST_DIR", &self.folder);
        command
    }
}

/// Compiles every program and test of the workspace and returns the tests.
pub(super) fn compile(root: &Path) -> Result<Vec<TestProgram>> {
    let tests = workspace_artifacts(root)?.into_iter().filter(|artifact| artifact.profile.test);
    let program = |artifact: Artifact| {
        let folder = artifact.manifest_path.parent()?.as_std_path().to_owned();
        Some(TestProgram { name: artifact.target.name, path: artifact.executable?.into(), folder })
    };
    Ok(tests.filter_map(program).collect())
}

fn workspace_artifacts(root: &Path) -> Result<Vec<Artifact>> {
    artifacts(offline(root, "build").args(WORKSPACE))
}

/// Runs a build with output on the terminal and returns its artifacts.
pub(super) fn artifacts(command: &mut Command) -> Result<Vec<Artifact>> {
    command.args(["--message-format", "json-render-diagnostics"]).stdout(Stdio::piped());
    let mut cargo = command.spawn().context("cargo does not start")?;
    let output = cargo.stdout.take().context("cargo has no output")?;
    let mut artifacts = Vec::new();
    for message in Message::parse_stream(BufReader::new(output)) {
        if let Message::CompilerArtifact(artifact) = message? {
            artifacts.push(artifact);
        }
    }
    if !cargo.wait()?.success() {
        bail!("the compilation failed");
    }
    Ok(artifacts)
}

/// The test program of the browser tests.
pub(super) fn suite(root: &Path) -> Result<TestProgram> {
    let suite = compile(root)?.into_iter().find(|program| program.name == SUITE);
    suite.context("there is no test program of the browser tests")
}

/// A program or example of the workspace, compiled with the rest.
pub(super) fn program(root: &Path, name: &str) -> Result<Command> {
    let found = workspace_artifacts(root)?.into_iter().find(|artifact| {
        artifact.target.name == name
            && (artifact.target.is_bin() || artifact.target.is_example())
            && !artifact.profile.test
    });
    let path =
        found.and_then(|artifact| artifact.executable).with_context(|| format!("there is no {name}"))?;
    let mut command = Command::new(path);
    command.current_dir(root);
    Ok(command)
}

/// Runs all but the browser tests and prints how many passed.
pub(super) fn run(root: &Path) -> Result<()> {
    let (mut passed, mut failed) = (0, Vec::new());
    for program in compile(root)?.into_iter().filter(|program| program.name != SUITE) {
        let mut tests = program.command().stdout(Stdio::piped()).spawn()?;
        let output = tests.stdout.take().context("a test program has no output")?;
        for line in BufReader::new(output).lines() {
            let line = line?;
            passed += passed_in(&line).unwrap_or_default();
            // One line per passed test would hide the failures.
            if !line.ends_with(" ... ok") && !line.is_empty() {
                println!("{}: {line}", program.name);
            }
        }
        if !tests.wait()?.success() {
            failed.push(program.name);
        }
    }
    if !failed.is_empty() {
        bail!("tests of {} failed", failed.join(", "));
    }
    println!("native: {passed} passed, 0 failed");
    Ok(())
}

/// The number of passed tests in `test result: ok. 75 passed; 0 failed; …`.
pub(super) fn passed_in(line: &str) -> Option<usize> {
    let words = line.strip_prefix("test result: ")?;
    words.split_whitespace().nth(1)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn number_of_passed_tests_is_parsed() {
        assert_eq!(passed_in("test result: ok. 75 passed; 0 failed; 0 ignored"), Some(75));
        assert_eq!(passed_in("test broken ... ok"), None);
    }
}
