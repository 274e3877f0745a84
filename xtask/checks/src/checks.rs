//! Every check of the project, in one order, for developers and continuous integration alike. All checks run even if an
//! early one fails, so that one run reports everything.

mod browser_tests;
mod native;
mod once;

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Result, bail};
use clap::ValueEnum;
use xtask::commands::WORKSPACE;
use xtask::engines::Engine;
use xtask::steps::{Steps, format_duration};
use xtask_build::bundle;
use xtask_build::bundle::sizes;
use xtask_build::command::{cargo, output, run as start};
use xtask_build::setup::versions::{self, Lock};
use xtask_build::setup::{self, Browsers, WASM};

use self::browser_tests::EngineResult;
use crate::release;

/// Which checks to run.
#[derive(Debug, clap::Args)]
pub struct Options {
    /// The daily ones: code, native tests, bundle and one journey in one browser
    #[arg(long, conflicts_with = "only")]
    quick: bool,
    /// Run this check alone (can be given several times)
    #[arg(long, value_enum, value_name = "CHECK")]
    only: Vec<Check>,
    /// Run the browser tests in this engine alone (can be given several times)
    #[arg(long = "engine", value_name = "ENGINE")]
    engines: Vec<Engine>,
    /// Skip the browser tests
    #[arg(long)]
    skip_browser: bool,
}

/// A check. They run in this order: quick ones first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Check {
    /// Formatting
    Fmt,
    /// Clippy, in every combination of features that is built
    Clippy,
    /// The documentation, without warnings
    Docs,
    /// Every test that needs no browser
    Native,
    /// The core has no web dependency, and no web dependency is duplicated
    Purity,
    /// The release bundle
    Build,
    /// Bundling compiles no crate a second time
    Once,
    /// The release archive, with the licences of its packages
    Dist,
    /// The wasm-bindgen tool and crate have the same version
    Bindgen,
    /// The whole scan in real browsers
    Browser,
    /// The pages of the benchmark still show every statement (in Chromium)
    Bench,
    /// The size of the bundle, against its budgets
    Sizes,
}

impl Check {
    /// The checks that a developer runs before every commit.
    const QUICK: [Self; 5] = [Self::Fmt, Self::Clippy, Self::Native, Self::Build, Self::Browser];

    fn name(self) -> String {
        self.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default()
    }

    /// Whether the check reads the bundle, so that it is skipped after a failed build.
    fn needs_bundle(self) -> bool {
        matches!(self, Check::Once | Check::Dist | Check::Browser | Check::Bench | Check::Sizes)
    }
}

impl Options {
    /// The requested engines; none means all.
    fn engines(&self) -> Vec<Engine> {
        if self.quick && self.engines.is_empty() { vec![Engine::Chromium] } else { self.engines.clone() }
    }

    /// The part of the name that selects browser tests.
    fn filter(&self) -> Option<&str> {
        self.quick.then_some("smoke")
    }

    fn wants(&self, check: Check) -> bool {
        if self.quick {
            Check::QUICK.contains(&check)
        } else {
            self.only.is_empty() || self.only.contains(&check)
        }
    }
}

/// Sets everything up, runs the checks and reports which failed.
pub fn run(root: &Path, options: &Options) -> Result<()> {
    let wanted: Vec<Check> =
        Check::value_variants().iter().copied().filter(|check| options.wants(*check)).collect();
    let steps = Steps::default();
    setup::for_checks(&steps)?;
    setup::for_build(root, &steps)?;
    let in_browsers_too = wanted.contains(&Check::Browser) && !options.skip_browser;
    let browsers =
        if in_browsers_too { Some(setup::for_browser_tests(&options.engines(), &steps)?) } else { None };

    let mut ended: Vec<CheckResult> = Vec::new();
    for check in wanted {
        let no_bundle = ended.iter().any(|ended| ended.check == Check::Build && ended.ending.failed());
        if check.needs_bundle() && no_bundle {
            ended.push(CheckResult::skipped(check, check.name(), "the build failed"));
        } else if matches!(check, Check::Browser | Check::Bench) && options.skip_browser {
            ended.push(CheckResult::skipped(check, check.name(), "--skip-browser"));
        } else if check == Check::Bench && browsers.as_ref().is_some_and(|found| !found.has(Engine::Chromium))
        {
            let why = "requires Chromium, which is not among the engines of this run";
            ended.push(CheckResult::skipped(check, check.name(), why));
        } else if let (Check::Browser, Some(browsers)) = (check, &browsers) {
            ended.extend(in_browsers(root, browsers, options.filter()));
        } else {
            ended.push(CheckResult::after(check, check.name(), || run_one(check, root)));
        }
    }
    report(&ended)
}

/// Runs the browser tests in every installed engine, and lists the missing ones.
fn in_browsers(root: &Path, browsers: &Browsers, filter: Option<&str>) -> Vec<CheckResult> {
    println!("\n== {} ==", Check::Browser.name());
    let ran = browser_tests::run(root, &browsers.found, filter).into_iter();
    let ran = ran.map(|EngineResult { name, result, took }| CheckResult {
        check: Check::Browser,
        name: name.to_owned(),
        ending: Outcome::Ran(result),
        took,
    });
    let missing = browsers.missing.iter();
    ran.chain(missing.map(|(engine, why)| CheckResult::skipped(Check::Browser, engine.to_string(), why)))
        .collect()
}

/// The result of a check, or of the browser tests in one engine.
struct CheckResult {
    check: Check,
    name: String,
    ending: Outcome,
    took: Duration,
}

enum Outcome {
    /// With a remark, if it succeeded.
    Ran(Result<String>),
    Skipped(String),
}

impl CheckResult {
    fn after(check: Check, name: String, run: impl FnOnce() -> Result<()>) -> Self {
        println!("\n== {name} ==");
        let begin = Instant::now();
        let result = run().map(|()| String::new());
        if let Err(error) = &result {
            eprintln!("{name}: {error:#}");
        }
        Self { check, name, ending: Outcome::Ran(result), took: begin.elapsed() }
    }

    fn skipped(check: Check, name: String, why: &str) -> Self {
        Self { check, name, ending: Outcome::Skipped(why.to_owned()), took: Duration::ZERO }
    }
}

impl Outcome {
    fn failed(&self) -> bool {
        matches!(self, Outcome::Ran(Err(_)))
    }
}

fn report(ended: &[CheckResult]) -> Result<()> {
    println!("\n== summary ==");
    for CheckResult { name, ending, took, .. } in ended {
        let verdict = match ending {
            Outcome::Ran(Ok(remark)) if remark.is_empty() => "ok".to_owned(),
            Outcome::Ran(Ok(remark)) => format!("ok: {remark}"),
            Outcome::Ran(Err(error)) => format!("FAILED: {error:#}"),
            Outcome::Skipped(why) => format!("skipped: {why}"),
        };
        println!("{name:<8} {:>13}  {verdict}", format_duration(*took));
    }
    let failed: Vec<&CheckResult> = ended.iter().filter(|ended| ended.ending.failed()).collect();
    if !failed.is_empty() {
        let names: Vec<_> = failed.iter().map(|ended| ended.name.as_str()).collect();
        let again = failed.iter().map(|ended| match ended.check {
            Check::Browser => format!(" --only browser --engine {}", ended.name),
            check => format!(" --only {}", check.name()),
        });
        let again: String = again.collect();
        bail!("failed: {} (rerun with `cargo xtask test{again}`)", names.join(", "));
    }
    Ok(())
}

fn run_one(check: Check, root: &Path) -> Result<()> {
    match check {
        Check::Fmt => start(&mut offline(root, "fmt --all --check")),
        Check::Clippy => clippy(root),
        Check::Docs => docs(root),
        Check::Native => native::run(root),
        Check::Purity => purity(root),
        Check::Build => bundle::build(root, &Steps::default()),
        Check::Once => once::check(root),
        Check::Dist => release::check(root),
        Check::Bindgen => bindgen(root),
        // `run` does this once per engine.
        Check::Browser => Ok(()),
        Check::Bench => start(native::program(root, "flexkompas-bench")?.arg("check")),
        Check::Sizes => sizes::check(&bundle::folder(root)),
    }
}

/// A cargo command of the project, without network: `setup` has fetched everything.
fn offline(root: &Path, arguments: &str) -> Command {
    let mut command = cargo();
    command.args(arguments.split_whitespace()).current_dir(root).env("CARGO_NET_OFFLINE", "true");
    command
}

fn clippy(root: &Path) -> Result<()> {
    let combinations = [
        // The core as `cargo test` builds it: code that only the screens use would be unused there.
        "--package flexkompas".to_owned(),
        WORKSPACE.join(" "),
        format!("--package flexkompas --features web --target {WASM}"),
    ];
    // Runs all of them, as each may fail for another reason.
    let results =
        combinations.map(|what| start(&mut offline(root, &format!("clippy {what} -- -D warnings"))));
    let failed: Vec<_> = results.into_iter().filter_map(Result::err).map(|error| error.to_string()).collect();
    if !failed.is_empty() {
        bail!("{}", failed.join("; "));
    }
    Ok(())
}

/// Builds the documentation of our own crates, private items included: broken links are errors. It reuses the
/// dependencies as clippy has checked them.
fn docs(root: &Path) -> Result<()> {
    let mut doc =
        offline(root, "doc --workspace --no-deps --document-private-items --features flexkompas/ssr");
    start(doc.env("RUSTDOCFLAGS", "-D warnings"))
}

/// Packages that belong to the web and not to the core. Two versions of one would both be downloaded.
fn is_web_package(package: &str) -> bool {
    ["gloo", "js-sys", "wasm-bindgen", "web-sys", "yew"].iter().any(|family| package.starts_with(family))
}

fn purity(root: &Path) -> Result<()> {
    let mut tree =
        offline(root, "tree --package flexkompas --no-default-features --edges normal --prefix none");
    let tree = output(&mut tree)?;
    let impure: Vec<_> = tree.lines().filter(|line| is_web_package(line)).collect();
    if !impure.is_empty() {
        bail!("the core depends on the web: {}", impure.join(", "));
    }
    let duplicated = Lock::read(root)?.duplicated(is_web_package);
    if !duplicated.is_empty() {
        bail!("Cargo.lock has two versions of {}", duplicated.join(", "));
    }
    println!(
        "the core depends on {} packages, none of them of the web; no web package is duplicated",
        tree.lines().count() - 1
    );
    Ok(())
}

fn bindgen(root: &Path) -> Result<()> {
    let lock = Lock::read(root)?;
    let locked = lock.wasm_bindgen()?;
    let tool = setup::for_build(root, &Steps::default())?.wasm_bindgen;
    let answer = output(Command::new(&tool).arg("--version"))?;
    if versions::reported(&answer) != Some(locked) {
        bail!("{} is {}, Cargo.lock has wasm-bindgen {locked}", tool.display(), answer.trim());
    }
    println!("wasm-bindgen {locked} in both");
    Ok(())
}
