//! `cargo xtask bench`: measures Flexkompas against pages made otherwise that ask the same statements, side by side in one
//! run: the same server, the same browser, all pages in turn in every round. `bench/README.md` says what is measured.

pub mod content;
pub mod devtools;
pub mod figures;
pub mod machine;
pub mod report;
pub mod results;
pub mod variants;
pub mod verdicts;
pub mod visit;

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::{Context, Result, bail};
use clap::ValueEnum;
use xtask::engines::Engine;
use xtask::steps::Steps;
use xtask_build::content::sources;
use xtask_build::server::Server;
use xtask_build::{bundle, setup};

use self::devtools::{Browser, Line};
use self::results::{Of, Results};
use self::variants::{Built, Variant};
use self::verdicts::OWN_COUNT;
use self::visit::{Silent, Trouble};

/// How much to measure.
#[derive(clap::Args)]
pub struct Options {
    /// How often every page is visited on each line; with more statements half as often
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

/// With how many statements growth is measured.
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
    let worthless = results.values().filter(|row| !row.is_valid()).count();
    if worthless > 0 {
        bail!("{worthless} rows are worth nothing: clicks were lost or errors told");
    }
    Ok(())
}

/// Every page, once and without limits: it is built, shows every statement and loses nothing. So that the benchmark does
/// not rot between its runs.
pub fn check(root: &Path) -> Result<()> {
    let program = prepare(root)?;
    let mut results = Results::new();
    for built in build(root, Variant::value_variants(), OWN_COUNT)? {
        let server = Server::start(&built.folder, 0)?;
        let mut trouble = Trouble::default();
        let look = visit::look(&program, Line::Fast, &server.url(), &built, &mut trouble)?;
        let arrival = visit::arrive(&program, Line::Fast, &server.url(), &built, true, &mut trouble)?;
        println!("{}: {} statements", built.variant.name(), look.nexts.len());
        let of = Of { count: OWN_COUNT, line: Line::Fast, variant: built.variant };
        results.entry(of).or_default().add(&arrival, look, trouble);
    }
    for (of, row) in &results {
        let trouble = &row.trouble;
        if !row.is_valid() || row.nexts.count() != OWN_COUNT {
            bail!("{}: {} clicks lost; {:?}", of.variant.name(), trouble.lost, trouble.complaints);
        }
    }
    Ok(())
}

/// What all of it needs; returns the browser.
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

/// Visits all pages in turn, round after round, beginning with another one each time.
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
        for line in [Line::Slow, Line::Fast] {
            println!("{count} statements, round {} of {rounds}, {line:?}", round + 1);
            let many = pages.len();
            for (server, built) in pages.iter().cycle().skip(round % many).take(many) {
                let row = results.entry(Of { count, line, variant: built.variant }).or_default();
                if row.silent.is_some() {
                    continue;
                }
                let mut trouble = Trouble::default();
                // What growth does to a repeat visit is not asked.
                let comes_back = count == OWN_COUNT;
                let visited = visit::arrive(program, line, &server.url(), built, comes_back, &mut trouble)
                    .and_then(|arrival| {
                        Ok((arrival, visit::look(program, line, &server.url(), built, &mut trouble)?))
                    });
                let name = built.variant.name();
                match visited {
                    Ok((arrival, look)) => {
                        println!("  {name}: first answer after {:.0} ms", arrival.answered);
                        row.add(&arrival, look, trouble);
                    }
                    // With the project's own statements it would be a fault.
                    Err(error) if count > OWN_COUNT && error.is::<Silent>() => {
                        println!("  {name}: {error}");
                        row.silent = Some(error.to_string());
                    }
                    Err(error) => return Err(error.context(name)),
                }
            }
        }
    }
    Ok(())
}

/// The name of the browser, and the day as it knows it.
fn browser_and_date(program: &Path) -> Result<(String, String)> {
    let mut browser = Browser::start(program, Line::Fast, visit::WINDOW)?;
    let date = browser.run("new Date().toISOString().slice(0, 10)")?;
    Ok((browser.version()?, date.as_str().unwrap_or_default().to_owned()))
}
