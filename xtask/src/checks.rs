//! Every check of the project, in one order, for developers and for continuous integration alike. All checks run even
//! when an early one fails, so that one run tells everything.

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use clap::ValueEnum;

use crate::command::{cargo, output, run as start};
use crate::setup::{self, Browser, WASM};
use crate::versions::{self, Lock};
use crate::{bundle, sizes};

/// Which checks to run.
#[derive(clap::Args)]
pub struct Options {
    /// Run this check alone (can be given several times)
    #[arg(long, value_enum, value_name = "CHECK")]
    only: Vec<Check>,
    /// Leave out the browser tests
    #[arg(long)]
    skip_browser: bool,
}

/// One check. The order here is the order in which they run: quick ones first.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Check {
    /// Layout of the code
    Fmt,
    /// Doubtful code, in every combination that is built
    Clippy,
    /// Tests of the pure core
    Core,
    /// The pure core has no web dependency, and none is there twice
    Purity,
    /// Tests of the screens, rendered without a browser
    Screens,
    /// Tests of these chores
    Xtask,
    /// The release bundle
    Build,
    /// wasm-bindgen's tool and crate are equal
    Bindgen,
    /// The whole scan in a real browser
    Browser,
    /// The size of the bundle
    Sizes,
}

impl Check {
    fn name(self) -> String {
        self.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default()
    }

    /// Whether the check looks at the bundle, so that it says nothing when the build has failed.
    fn needs_bundle(self) -> bool {
        matches!(self, Check::Browser | Check::Sizes)
    }
}

/// Sets everything up, runs the checks and tells which failed.
pub fn run(root: &Path, options: &Options) -> Result<()> {
    let asked = |check: &Check| options.only.is_empty() || options.only.contains(check);
    let wanted: Vec<Check> = Check::value_variants().iter().copied().filter(asked).collect();
    let with_browser = wanted.contains(&Check::Browser) && !options.skip_browser;

    setup::for_checks()?;
    setup::for_build(root)?;
    let browser = if with_browser { Some(setup::for_browser_tests()?) } else { None };

    let mut ended: Vec<(Check, Ending, Duration)> = Vec::new();
    for check in wanted {
        println!("\n== {} ==", check.name());
        let begin = Instant::now();
        let no_bundle = ended.iter().any(|(check, ending, _)| *check == Check::Build && ending.failed());
        let ending = if check.needs_bundle() && no_bundle {
            Ending::Skipped("the build failed")
        } else if check == Check::Browser && browser.is_none() {
            Ending::Skipped("--skip-browser")
        } else {
            Ending::Ran(run_one(check, root, browser.as_ref()))
        };
        if let Ending::Ran(Err(error)) = &ending {
            eprintln!("{}: {error:#}", check.name());
        }
        ended.push((check, ending, begin.elapsed()));
    }
    report(&ended)
}

enum Ending {
    Ran(Result<()>),
    Skipped(&'static str),
}

impl Ending {
    fn failed(&self) -> bool {
        matches!(self, Ending::Ran(Err(_)))
    }
}

fn report(ended: &[(Check, Ending, Duration)]) -> Result<()> {
    println!("\n== summary ==");
    for (check, ending, took) in ended {
        let verdict = match ending {
            Ending::Ran(Ok(())) => "ok".to_owned(),
            Ending::Ran(Err(error)) => format!("FAILED: {error:#}"),
            Ending::Skipped(why) => format!("skipped: {why}"),
        };
        println!("{:<8} {:>7.1} s  {verdict}", check.name(), took.as_secs_f64());
    }
    let failed: Vec<_> =
        ended.iter().filter(|(_, ending, _)| ending.failed()).map(|(check, ..)| check.name()).collect();
    if !failed.is_empty() {
        bail!(
            "failed: {} (again alone: `cargo xtask test --only {}`)",
            failed.join(", "),
            failed.join(" --only ")
        );
    }
    Ok(())
}

fn run_one(check: Check, root: &Path, browser: Option<&Browser>) -> Result<()> {
    match check {
        Check::Fmt => start(&mut offline(root, "fmt --all --check")),
        Check::Clippy => clippy(root),
        Check::Core => start(&mut offline(root, "test --package flexkompas")),
        Check::Purity => purity(root),
        Check::Screens => start(&mut offline(root, "test --package flexkompas --features ssr")),
        Check::Xtask => start(&mut offline(root, "test --package xtask")),
        Check::Build => bundle::build(root),
        Check::Bindgen => bindgen(root),
        Check::Browser => browser_tests(root, browser.context("no browser was set up")?),
        Check::Sizes => sizes::print(&bundle::folder(root)),
    }
}

/// A cargo command of the project; `setup` has fetched everything, so none may ask the network.
fn offline(root: &Path, arguments: &str) -> Command {
    let mut command = cargo();
    command.args(arguments.split_whitespace()).current_dir(root).env("CARGO_NET_OFFLINE", "true");
    command
}

fn clippy(root: &Path) -> Result<()> {
    let combinations = [
        "--package flexkompas --all-targets".to_owned(),
        "--package flexkompas --all-targets --features ssr".to_owned(),
        format!("--package flexkompas --features web --target {WASM}"),
        "--package xtask --package flexkompas-browser-tests --all-targets".to_owned(),
    ];
    // All of them, as one may fail for another reason than the next.
    let results =
        combinations.map(|what| start(&mut offline(root, &format!("clippy {what} -- -D warnings"))));
    let failed: Vec<_> = results.into_iter().filter_map(Result::err).map(|error| error.to_string()).collect();
    if !failed.is_empty() {
        bail!("{}", failed.join("; "));
    }
    Ok(())
}

/// Families of packages that belong to the web and not to the core. Two versions of one would be downloaded twice.
fn of_the_web(package: &str) -> bool {
    ["gloo", "js-sys", "wasm-bindgen", "web-sys", "yew"].iter().any(|family| package.starts_with(family))
}

fn purity(root: &Path) -> Result<()> {
    let mut tree =
        offline(root, "tree --package flexkompas --no-default-features --edges normal --prefix none");
    let tree = output(&mut tree)?;
    let impure: Vec<_> = tree.lines().filter(|line| of_the_web(line)).collect();
    if !impure.is_empty() {
        bail!("the pure core depends on the web: {}", impure.join(", "));
    }
    let doubled = Lock::read(root)?.doubled(of_the_web);
    if !doubled.is_empty() {
        bail!("Cargo.lock has two versions of {}", doubled.join(", "));
    }
    println!(
        "the core depends on {} packages, none of them of the web; none of the web is doubled",
        tree.lines().count() - 1
    );
    Ok(())
}

fn bindgen(root: &Path) -> Result<()> {
    let lock = Lock::read(root)?;
    let locked = lock.wasm_bindgen()?;
    let tool = setup::for_build(root)?.wasm_bindgen;
    let answer = output(Command::new(&tool).arg("--version"))?;
    if versions::reported(&answer) != Some(locked) {
        bail!("{} is {}, Cargo.lock has wasm-bindgen {locked}", tool.display(), answer.trim());
    }
    println!("wasm-bindgen {locked} in both");
    Ok(())
}

fn browser_tests(root: &Path, browser: &Browser) -> Result<()> {
    let bundle = bundle::folder(root);
    if !bundle.join("index.html").is_file() {
        bail!("there is no bundle in dist/: `cargo xtask build` makes it");
    }
    let mut command = offline(root, "test --package flexkompas-browser-tests");
    command.env("FLEXKOMPAS_DIST", bundle).env("FLEXKOMPAS_AXE", setup::axe(root));
    command.env("FLEXKOMPAS_CHROMIUM", &browser.chromium);
    command.env("FLEXKOMPAS_CHROMEDRIVER", &browser.chromedriver);
    start(&mut command)
}
