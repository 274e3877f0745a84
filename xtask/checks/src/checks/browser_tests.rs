//! The browser tests in one engine: runs them in view of the developer, counts them, and lists what was left out.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::Stdio;

use anyhow::{Context, Result, bail};

use super::native::{passed_in, suite};
use xtask_build::bundle;
use xtask_build::setup::{self, Browser};

/// Runs them; what there is to tell of a success is how many ran.
pub(super) fn run(root: &Path, browser: &Browser) -> Result<String> {
    let bundle = bundle::folder(root);
    if !bundle.join("index.html").is_file() {
        bail!("there is no bundle in dist/: `cargo xtask build` makes it");
    }
    let left_out = std::env::temp_dir().join(format!("flexkompas-left-out-{}", std::process::id()));
    let mut command = suite(root)?.command();
    command.env("FLEXKOMPAS_DIST", bundle).env("FLEXKOMPAS_AXE", setup::axe(root));
    command.env("FLEXKOMPAS_RESIZER", setup::resizer(root));
    command.env("FLEXKOMPAS_ENGINE", browser.engine.name()).env("FLEXKOMPAS_LEFT_OUT", &left_out);
    command.envs(browser.variables.iter().map(|(variable, path)| (variable, path)));

    let mut tests = command.stdout(Stdio::piped()).spawn().context("cannot start the browser tests")?;
    let output = tests.stdout.take().context("the browser tests have no output")?;
    let mut passed = 0;
    for line in BufReader::new(output).lines() {
        let line = line?;
        passed += passed_in(&line).unwrap_or_default();
        println!("{line}");
    }
    let status = tests.wait()?;
    // There is no such file when all tests ran.
    let list = fs::read_to_string(&left_out).unwrap_or_default();
    let _ = fs::remove_file(&left_out);
    if !status.success() {
        bail!("the tests ended with {status}");
    }
    let count = list.lines().count();
    if count > 0 {
        println!("{count} tests were left out in {}:\n{list}", browser.engine.name());
    }
    Ok(format!("{} tests, {count} more left out", passed.saturating_sub(count)))
}
