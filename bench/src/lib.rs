//! `cargo xtask bench`: measures Flexkompas against other implementations with the same statements, side by side in one
//! run: the same server, the same browser, all pages in turn in every round. `bench/README.md` says what is measured.

pub mod content;
pub mod devtools;
pub mod figures;
pub mod machine;
pub mod page;
pub mod report;
pub mod results;
pub mod traffic;
pub mod variants;
pub mod verdicts;
pub mod visit;

use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Instant;

use anyhow::{Context, Result, anyhow, bail};
use clap::ValueEnum;
use xtask::engines::Engine;
use xtask::steps::Steps;
use xtask_build::content::sources;
use xtask_build::server::Server;
use xtask_build::{bundle, setup};

use self::devtools::{Browser, Speed};
use self::page::{Problems, TimedOut, WINDOW};
use self::results::{Results, Row, RowKey};
use self::variants::{Built, Variant};
use self::verdicts::OWN_COUNT;

/// How much to measure.
#[derive(clap::Args)]
pub struct Options {
    /// How often every page is visited at each speed; with more statements half as often
    #[arg(long, default_value_t = 5, value_parser = clap::value_parser!(u16).range(1..))]
    rounds: u16,
    /// Measure this page alone and write nothing (can be given several times)
    #[arg(long, value_enum, value_name = "PAGE")]
    only: Vec<Variant>,
    /// Leave out the pages with more statements, and write nothing
    #[arg(long)]
    no_growth: bool,
    /// Take dist/ as it is
    #[arg(long)]
    no_build: bool,
}

/// The numbers of statements that growth is measured with.
const MORE: [usize; 2] = [240, 2400];

/// Measures, prints the tables and writes them into `bench/RESULTS.md`.
pub fn run(root: &Path, options: &Options) -> Result<()> {
    let program = prepare(root)?;
    if !options.no_build {
        bundle::build(root, &Steps::default())?;
    }
    let asked = |variant: &Variant| options.only.is_empty() || options.only.contains(variant);
    let variants: Vec<Variant> = Variant::value_variants().iter().copied().filter(asked).collect();
    let rounds = usize::from(options.rounds);
    let more = (rounds / 2).max(1);
    let load = machine::load();
    let begin = Instant::now();

    let mut results = Results::new();
    measure(root, &program, &variants, (OWN_COUNT, rounds), &mut results)?;
    if !options.no_growth {
        for count in MORE {
            measure(root, &program, &variants, (count, more), &mut results)?;
        }
    }

    let verdicts = verdicts::judge(&results);
    println!("\n{}", report::tables(&results, &verdicts));
    if options.only.is_empty() && !options.no_growth {
        let (browser, date) = browser_and_date(&program)?;
        let circumstances = report::Circumstances {
            date,
            machine: machine::description(),
            browser,
            libraries: variants::versions(root)?,
            rounds: (rounds, more),
            load: load.zip(machine::load()),
            minutes: begin.elapsed().as_secs_f64() / 60.0,
        };
        let path = root.join("bench/RESULTS.md");
        fs::write(&path, report::document(&results, &verdicts, &circumstances))?;
        println!("written: {}", path.display());
    }
    let invalid = results.values().filter(|row| !row.is_valid()).count();
    if invalid > 0 {
        bail!("{invalid} rows are invalid: clicks were lost or errors were logged");
    }
    Ok(())
}

/// Visits every page once, at full speed: it builds, shows every statement and loses no click. This keeps the benchmark
/// working between its runs. Nothing is measured, so the pages are visited in parallel.
pub fn check(root: &Path) -> Result<()> {
    let program = prepare(root)?;
    let pages = build(root, Variant::value_variants(), OWN_COUNT)?;
    thread::scope(|scope| {
        let visits: Vec<_> = pages.iter().map(|page| scope.spawn(|| check_page(&program, page))).collect();
        visits.into_iter().try_for_each(|visit| visit.join().map_err(|_| anyhow!("a visit panicked"))?)
    })
}

fn check_page(program: &Path, built: &Built) -> Result<()> {
    let server = Server::start(&built.folder, 0)?;
    let name = built.variant.name();
    let mut problems = Problems::default();
    let look = visit::look(program, Speed::Fast, &server.url(), built, &mut problems).context(name)?;
    let arrival =
        visit::arrive(program, Speed::Fast, &server.url(), built, true, &mut problems).context(name)?;
    let mut row = Row::default();
    row.add(&arrival, look, problems);
    if !row.is_valid() || row.nexts.count() != OWN_COUNT {
        bail!("{name}: {} clicks lost; {:?}", row.problems.lost, row.problems.errors);
    }
    println!("{name}: {OWN_COUNT} statements");
    Ok(())
}

/// Installs what the benchmark needs; returns the browser.
fn prepare(root: &Path) -> Result<PathBuf> {
    let steps = Steps::default();
    setup::for_build(root, &steps)?;
    setup::for_bench(root, &steps)?;
    let browsers = setup::for_browser_tests(&[Engine::Chromium], &steps)?;
    let mut programs = browsers.found.into_iter().flat_map(|browser| browser.variables);
    let program = programs.find(|(name, _)| name == "FLEXKOMPAS_CHROMIUM");
    Ok(program.context("there is no Chromium")?.1)
}

fn build(root: &Path, variants: &[Variant], count: usize) -> Result<Vec<Built>> {
    let own = sources::read(&root.join("content"))?;
    variants::build(root, variants, &content::with_statements(own, count)?, count)
}

/// Visits all pages in turn, round after round, starting with another page each time.
fn measure(
    root: &Path,
    program: &Path,
    variants: &[Variant],
    (count, rounds): (usize, usize),
    results: &mut Results,
) -> Result<()> {
    println!("building the pages with {count} statements");
    let mut pages = Vec::new();
    for built in build(root, variants, count)? {
        pages.push((Server::start(&built.folder, 0)?, built));
    }
    for round in 0..rounds {
        for speed in [Speed::Slow, Speed::Fast] {
            println!("{count} statements, round {} of {rounds}, {speed:?}", round + 1);
            let many = pages.len();
            for (server, built) in pages.iter().cycle().skip(round % many).take(many) {
                let row = results.entry(RowKey { count, speed, variant: built.variant }).or_default();
                if row.timed_out.is_some() {
                    continue;
                }
                let mut problems = Problems::default();
                // Growth is not measured for repeat visits.
                let comes_back = count == OWN_COUNT;
                let visited = visit::arrive(program, speed, &server.url(), built, comes_back, &mut problems)
                    .and_then(|arrival| {
                        Ok((arrival, visit::look(program, speed, &server.url(), built, &mut problems)?))
                    });
                let name = built.variant.name();
                match visited {
                    Ok((arrival, look)) => {
                        println!("  {name}: first answer after {:.0} ms", arrival.answered);
                        row.add(&arrival, look, problems);
                    }
                    // With the project's own statements a time-out is an error.
                    Err(error) if count > OWN_COUNT && error.is::<TimedOut>() => {
                        println!("  {name}: {error}");
                        row.timed_out = Some(error.to_string());
                    }
                    Err(error) => return Err(error.context(name)),
                }
            }
        }
    }
    Ok(())
}

/// The name of the browser, and the current date according to it.
fn browser_and_date(program: &Path) -> Result<(String, String)> {
    let mut browser = Browser::start(program, Speed::Fast, WINDOW)?;
    let date = browser.run("new Date().toISOString().slice(0, 10)")?;
    Ok((browser.version()?, date.as_str().unwrap_or_default().to_owned()))
}
