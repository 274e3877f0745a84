//! Every check of the project, in one order, for developers and for continuous integration alike. All checks run even
//! when an early one fails, so that one run tells everything.

mod browser_tests;

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Result, bail};
use clap::ValueEnum;

use self::browser_tests::InEngine;
use crate::command::{cargo, output, run as start};
use crate::setup::{self, Browsers, Engine, WASM};
use crate::versions::{self, Lock};
use crate::{bench, bundle, dist, sizes};

/// Which checks to run.
#[derive(clap::Args)]
pub struct Options {
    /// Run this check alone (can be given several times)
    #[arg(long, value_enum, value_name = "CHECK")]
    only: Vec<Check>,
    /// Run the browser tests in this engine alone (can be given several times)
    #[arg(long = "engine", value_enum, value_name = "ENGINE")]
    engines: Vec<Engine>,
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
    /// The archive for site owners, with the licences of what is inside
    Dist,
    /// wasm-bindgen's tool and crate are equal
    Bindgen,
    /// The whole scan in real browsers, side by side
    Browser,
    /// The pages of the benchmark still show every statement (in Chromium)
    Bench,
    /// The size of the bundle, and its budgets
    Sizes,
}

impl Check {
    fn name(self) -> String {
        self.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default()
    }

    /// Whether the check looks at the bundle, so that it says nothing when the build has failed.
    fn needs_bundle(self) -> bool {
        matches!(self, Check::Dist | Check::Browser | Check::Bench | Check::Sizes)
    }
}

/// Sets everything up, runs the checks and tells which failed.
pub fn run(root: &Path, options: &Options) -> Result<()> {
    let asked = |check: &Check| options.only.is_empty() || options.only.contains(check);
    let wanted: Vec<Check> = Check::value_variants().iter().copied().filter(asked).collect();
    let with_browser = wanted.contains(&Check::Browser) && !options.skip_browser;

    setup::for_checks()?;
    setup::for_build(root)?;
    let browsers = if with_browser { Some(setup::for_browser_tests(&options.engines)?) } else { None };

    let mut ended: Vec<Ended> = Vec::new();
    for check in wanted {
        let no_bundle = ended.iter().any(|ended| ended.check == Check::Build && ended.ending.failed());
        let name = check.name();
        if check.needs_bundle() && no_bundle {
            ended.push(Ended::skipped(check, name, "the build failed"));
        } else if check == Check::Bench && options.skip_browser {
            ended.push(Ended::skipped(check, name, "--skip-browser"));
        } else if check == Check::Bench
            && browsers.as_ref().is_some_and(|browsers| !browsers.has(Engine::Chromium))
        {
            ended.push(Ended::skipped(
                check,
                name,
                "it needs Chromium, which is not among the engines of this run",
            ));
        } else if check != Check::Browser {
            ended.push(Ended::after(check, name, || run_one(check, root).map(|()| String::new())));
        } else if let Some(Browsers { found, missing }) = &browsers {
            println!("\n== {name} ==");
            for InEngine { name, result, took } in browser_tests::run(root, found) {
                ended.push(Ended { check, name: name.to_owned(), ending: Ending::Ran(result), took });
            }
            for (engine, why) in missing {
                ended.push(Ended::skipped(check, engine.name().to_owned(), why));
            }
        } else {
            ended.push(Ended::skipped(check, name, "--skip-browser"));
        }
    }
    report(&ended)
}

/// How a check ended, or the browser tests in one engine.
struct Ended {
    check: Check,
    name: String,
    ending: Ending,
    took: Duration,
}

enum Ending {
    /// With what there is to tell about it.
    Ran(Result<String>),
    Skipped(String),
}

impl Ended {
    fn after(check: Check, name: String, run: impl FnOnce() -> Result<String>) -> Self {
        println!("\n== {name} ==");
        let begin = Instant::now();
        let result = run();
        if let Err(error) = &result {
            eprintln!("{name}: {error:#}");
        }
        Self { check, name, ending: Ending::Ran(result), took: begin.elapsed() }
    }

    fn skipped(check: Check, name: String, why: &str) -> Self {
        Self { check, name, ending: Ending::Skipped(why.to_owned()), took: Duration::ZERO }
    }
}

impl Ending {
    fn failed(&self) -> bool {
        matches!(self, Ending::Ran(Err(_)))
    }
}

fn report(ended: &[Ended]) -> Result<()> {
    println!("\n== summary ==");
    for Ended { name, ending, took, .. } in ended {
        let verdict = match ending {
            Ending::Ran(Ok(remark)) if remark.is_empty() => "ok".to_owned(),
            Ending::Ran(Ok(remark)) => format!("ok: {remark}"),
            Ending::Ran(Err(error)) => format!("FAILED: {error:#}"),
            Ending::Skipped(why) => format!("skipped: {why}"),
        };
        println!("{name:<8} {:>7.1} s  {verdict}", took.as_secs_f64());
    }
    let failed: Vec<&Ended> = ended.iter().filter(|ended| ended.ending.failed()).collect();
    if !failed.is_empty() {
        let names: Vec<_> = failed.iter().map(|ended| ended.name.as_str()).collect();
        let again = failed.iter().map(|ended| match ended.check {
            Check::Browser => format!(" --only browser --engine {}", ended.name),
            check => format!(" --only {}", check.name()),
        });
        let again: String = again.collect();
        bail!("failed: {} (again alone: `cargo xtask test{again}`)", names.join(", "));
    }
    Ok(())
}

fn run_one(check: Check, root: &Path) -> Result<()> {
    match check {
        Check::Fmt => start(&mut offline(root, "fmt --all --check")),
        Check::Clippy => clippy(root),
        Check::Core => start(&mut offline(root, "test --package flexkompas")),
        Check::Purity => purity(root),
        Check::Screens => start(&mut offline(root, "test --package flexkompas --features ssr")),
        Check::Xtask => start(&mut offline(root, "test --package xtask")),
        Check::Build => bundle::build(root),
        Check::Dist => dist::check(root),
        Check::Bindgen => bindgen(root),
        // Once per engine, by `run`.
        Check::Browser => Ok(()),
        Check::Bench => bench::check(root),
        Check::Sizes => sizes::check(&bundle::folder(root)),
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
