//! The browser tests: builds them once and runs them in every engine at the same time. The engines share the cores, so
//! they share a number of slots.

mod report;
mod slots;

use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, anyhow, bail};
use xtask_build::bundle;
use xtask_build::setup::{self, Browser};

use self::report::Report;
use self::slots::Slots;
use super::native::{passed_in, program, suite};
use crate::gallery;

/// The result of the tests in one engine, with the number of tests as remark.
pub(super) struct EngineResult {
    pub(super) name: &'static str,
    pub(super) result: Result<String>,
    pub(super) took: Duration,
}

/// Runs them, or those whose name contains the filter, in all these engines. Then lists the skipped and the slowest
/// tests.
pub(super) fn run(root: &Path, browsers: &[Browser], filter: Option<&str>) -> Vec<EngineResult> {
    let failed = |error: &anyhow::Error| {
        let failed = |browser: &Browser| EngineResult {
            name: browser.engine.name(),
            result: Err(anyhow!("{error:#}")),
            took: Duration::ZERO,
        };
        browsers.iter().map(failed).collect()
    };
    let ended = run_all(root, browsers, filter).unwrap_or_else(|error| failed(&error));
    for EngineResult { name, result, .. } in &ended {
        if let Err(error) = result {
            eprintln!("{name}: {error:#}");
        }
    }
    ended
}

fn run_all(root: &Path, browsers: &[Browser], filter: Option<&str>) -> Result<Vec<EngineResult>> {
    let bundle = bundle::folder(root);
    if !bundle.join("index.html").is_file() {
        bail!("there is no bundle in dist/: `cargo xtask build` makes it");
    }
    let suite = suite(root)?;
    let gallery = gallery::make_with(&mut program(root, "gallery")?, root)?;
    let slots = Slots::open(count_of_slots()?)?;
    println!("running {} browsers at a time", slots.count());
    let report = std::env::temp_dir().join(format!("flexkompas-report-{}", std::process::id()));

    let run_in = |browser: &Browser| {
        let mut command = suite.command();
        command.arg(format!("--test-threads={}", slots.count())).args(filter);
        command.env("FLEXKOMPAS_DIST", &bundle).env("FLEXKOMPAS_AXE", setup::axe(root));
        command.env("FLEXKOMPAS_RESIZER", setup::resizer(root)).env("FLEXKOMPAS_GALLERY", &gallery);
        command.env("FLEXKOMPAS_ENGINE", browser.engine.name()).env("FLEXKOMPAS_REPORT", &report);
        command.env("FLEXKOMPAS_SLOTS", slots.address());
        command.envs(browser.variables.iter().map(|(variable, path)| (variable, path)));
        watch(browser.engine.name(), command)
    };
    let ended: Vec<(Duration, Result<usize>)> = thread::scope(|scope| {
        let run_in = &run_in;
        let begun = browsers.iter().map(|browser| {
            scope.spawn(move || {
                let begin = Instant::now();
                let passed = run_in(browser);
                (begin.elapsed(), passed)
            })
        });
        let begun: Vec<_> = begun.collect();
        begun.into_iter().filter_map(|thread| thread.join().ok()).collect()
    });

    let told = Report::read(&report)?;
    // The file does not exist if no test ran.
    let _ = fs::remove_file(&report);
    print!("{told}");
    let of_engine = |(browser, (took, passed)): (&Browser, (Duration, Result<usize>))| {
        let name = browser.engine.name();
        let left_out = told.left_out(name);
        let result = passed
            .map(|passed| format!("{} tests, {left_out} more skipped", passed.saturating_sub(left_out)));
        EngineResult { name, result, took }
    };
    Ok(browsers.iter().zip(ended).map(of_engine).collect())
}

/// The number of browsers at a time: more than cores, because waiting for a driver leaves a core idle.
/// `FLEXKOMPAS_SLOTS` overrides it.
fn count_of_slots() -> Result<usize> {
    match std::env::var("FLEXKOMPAS_SLOTS") {
        Ok(count) => {
            count.parse().with_context(|| format!("FLEXKOMPAS_SLOTS is {count:?}, which is not a number"))
        }
        Err(_) => Ok(thread::available_parallelism().map_or(2, usize::from) + 1),
    }
}

/// Runs the tests of one engine with output on the terminal and counts those that passed.
fn watch(engine: &str, mut command: Command) -> Result<usize> {
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut tests = command.spawn().context("cannot start the browser tests")?;
    let errors = tests.stderr.take().context("the browser tests have no error output")?;
    let output = tests.stdout.take().context("the browser tests have no output")?;
    let passed = thread::scope(|scope| {
        scope.spawn(|| echo(engine, errors));
        echo(engine, output)
    });
    let status = tests.wait()?;
    if !status.success() {
        bail!("the tests ended with {status}");
    }
    Ok(passed)
}

/// Prints every line prefixed with the engine; returns how many tests passed.
fn echo(engine: &str, output: impl Read) -> usize {
    let lines = BufReader::new(output).lines().map_while(Result::ok);
    lines
        .map(|line| {
            println!("{engine:<8} | {line}");
            passed_in(&line).unwrap_or_default()
        })
        .sum()
}
