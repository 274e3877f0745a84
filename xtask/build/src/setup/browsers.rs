//! The browsers of the browser tests, each with its WebDriver program.

use std::env;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Error, Result, bail};
use xtask::engines::{Engine, NGINX, demanded};
use xtask::requirements::is_root;
use xtask::steps::Steps;

use super::crates::Crate;
use crate::command;

/// An installed engine, with what the tests must know about it.
#[derive(Debug)]
pub struct Browser {
    /// The engine.
    pub engine: Engine,
    /// Environment variables with the paths of its programs.
    pub variables: Vec<(String, PathBuf)>,
}

/// The nginx module that sends the brotli copies; optional, as the configuration works without it.
const NGINX_BROTLI: &str = "libnginx-mod-http-brotli-static";

/// The engines of a run.
#[derive(Debug)]
pub struct Browsers {
    /// The installed ones.
    pub found: Vec<Browser>,
    /// The missing ones, with the reason.
    pub missing: Vec<(Engine, String)>,
}

impl Browsers {
    /// Whether this engine is installed.
    pub fn has(&self, engine: Engine) -> bool {
        self.found.iter().any(|browser| browser.engine == engine)
    }
}

/// Finds or, if allowed, installs the requested engines, or all of them. A requested engine and one in
/// `FLEXKOMPAS_ENGINES` must be available; otherwise at least one must be.
pub fn for_browser_tests(asked: &[Engine], steps: &Steps) -> Result<Browsers> {
    let demanded = demanded(&env::var("FLEXKOMPAS_ENGINES").unwrap_or_default()).map_err(Error::msg)?;
    let mut browsers = Browsers { found: Vec::new(), missing: Vec::new() };
    for engine in Engine::ALL.into_iter().filter(|engine| asked.is_empty() || asked.contains(engine)) {
        match find_or_install(engine, demanded.contains(&engine), steps) {
            Ok(browser) => browsers.found.push(browser),
            Err(error) if asked.contains(&engine) || demanded.contains(&engine) => return Err(error),
            Err(error) => browsers.missing.push((engine, format!("{error:#}"))),
        }
    }
    if browsers.found.is_empty() {
        let reasons: Vec<_> = browsers.missing.into_iter().map(|(_, reason)| reason).collect();
        bail!(
            "there is no browser for the browser tests (`--skip-browser` skips them): {}",
            reasons.join("; ")
        );
    }
    Ok(browsers)
}

fn find_or_install(engine: Engine, is_demanded: bool, steps: &Steps) -> Result<Browser> {
    let missing = engine.missing().map_err(Error::msg)?;
    if !missing.is_empty() {
        if !can_install() {
            bail!("{engine} is missing. {}", engine.how_to_install());
        }
        install(&format!("the browser tests in {engine}"), &missing, steps)?;
    }
    let mut variables = Vec::new();
    for program in engine.programs() {
        let path = program.locate().map_err(Error::msg)?;
        let path =
            path.with_context(|| format!("{} is still missing after its installation", program.package))?;
        variables.push((format!("FLEXKOMPAS_{}", program.variable), path));
    }
    if engine == Engine::Firefox {
        variables
            .push(("FLEXKOMPAS_GECKODRIVER".to_owned(), Crate::GECKODRIVER.find_or_install(steps)?.path));
    }
    if engine == Engine::Chromium {
        match find_or_install_nginx(steps) {
            Ok(path) => variables.push((format!("FLEXKOMPAS_{}", NGINX.variable), path)),
            Err(error) if is_demanded => return Err(error),
            Err(error) => println!("no tests under nginx: {error:#}"),
        }
    }
    Ok(Browser { engine, variables })
}

fn find_or_install_nginx(steps: &Steps) -> Result<PathBuf> {
    if let Some(path) = NGINX.locate().map_err(Error::msg)? {
        return Ok(path);
    }
    if !can_install() {
        bail!("nginx is missing. Debian: `sudo apt install nginx`");
    }
    let mut packages = vec![NGINX.package];
    let known =
        command::on_path("apt-cache").map(|apt| Command::new(apt).args(["show", NGINX_BROTLI]).output());
    if known.is_some_and(|known| known.is_ok_and(|known| known.status.success())) {
        packages.push(NGINX_BROTLI);
    }
    install("the tests of the configuration for nginx", &packages, steps)?;
    NGINX.locate().map_err(Error::msg)?.context("nginx is still missing after its installation")
}

fn can_install() -> bool {
    is_root() && command::on_path("apt-get").is_some()
}

fn install(purpose: &str, packages: &[&str], steps: &Steps) -> Result<()> {
    steps.run(&format!("Install {} for {purpose}", packages.join(", ")), || {
        command::output(Command::new("apt-get").arg("update"))?;
        let mut install = Command::new("apt-get");
        install.args(["install", "-y"]).args(packages).env("DEBIAN_FRONTEND", "noninteractive");
        // Installing a web server would start it, unless the run level says otherwise.
        install.env("RUNLEVEL", "1");
        command::output(&mut install).map(drop)
    })
}
