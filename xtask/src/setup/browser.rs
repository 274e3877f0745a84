//! The browsers that the browser tests drive, each with its WebDriver program.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use clap::ValueEnum;

use super::{announce, crates};
use crate::{command, versions};

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Engine {
    /// Chromium
    Chromium,
    /// Firefox
    Firefox,
    /// `WebKitGTK`, of the family of Safari
    Webkit,
}

/// A program that an engine needs.
struct Program {
    /// May hold its path; the tests get it under this name with `FLEXKOMPAS_` in front.
    variable: &'static str,
    names: &'static [&'static str],
    /// Debian's and Ubuntu's name of the package.
    package: &'static str,
}

impl Engine {
    /// What it is called on the command line, and to the tests.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::Webkit => "webkit",
        }
    }

    fn programs(self) -> &'static [Program] {
        match self {
            Self::Chromium => &[
                Program {
                    variable: "CHROMIUM",
                    names: &["chromium", "chromium-browser", "google-chrome"],
                    package: "chromium",
                },
                Program { variable: "CHROMEDRIVER", names: &["chromedriver"], package: "chromium-driver" },
            ],
            Self::Firefox => {
                &[Program { variable: "FIREFOX", names: &["firefox-esr", "firefox"], package: "firefox-esr" }]
            }
            // Its driver knows where its browser is. The browser has no mode without a screen.
            Self::Webkit => &[
                Program {
                    variable: "WEBKITWEBDRIVER",
                    names: &["WebKitWebDriver"],
                    package: "webkit2gtk-driver",
                },
                Program { variable: "XVFB", names: &["Xvfb"], package: "xvfb" },
            ],
        }
    }
}

/// An engine that is there, with what the tests must know of it.
pub struct Browser {
    /// Which one.
    pub engine: Engine,
    /// Variables with the paths of its programs.
    pub variables: Vec<(String, PathBuf)>,
}

/// The web server whose shipped configuration is tested, in Chromium alone.
const NGINX: Program = Program { variable: "NGINX", names: &["nginx", "/usr/sbin/nginx"], package: "nginx" };

/// The part of it that sends the copies in brotli; the configuration works without it, so it need not be there.
const NGINX_BROTLI: &str = "libnginx-mod-http-brotli-static";

/// Environment variables with paths.
type Variables = Vec<(String, PathBuf)>;

/// The engines of a run.
pub struct Browsers {
    /// Those that are there.
    pub found: Vec<Browser>,
    /// Those that are not, with the reason.
    pub missing: Vec<(Engine, String)>,
}

impl Browsers {
    /// Whether this engine is there.
    pub fn has(&self, engine: Engine) -> bool {
        self.found.iter().any(|browser| browser.engine == engine)
    }
}

/// Finds the engines or, where we may, installs them: those that are asked for, or else all. One that is asked for, or
/// that `FLEXKOMPAS_ENGINES` demands, must be there; without any other there must at least be one.
pub fn for_browser_tests(asked: &[Engine]) -> Result<Browsers> {
    let demanded = demanded(&env::var("FLEXKOMPAS_ENGINES").unwrap_or_default())?;
    let mut browsers = Browsers { found: Vec::new(), missing: Vec::new() };
    for &engine in Engine::value_variants() {
        if !asked.is_empty() && !asked.contains(&engine) {
            continue;
        }
        match find_or_install(engine, demanded.contains(&engine)) {
            Ok(browser) => browsers.found.push(browser),
            Err(error) if asked.contains(&engine) || demanded.contains(&engine) => return Err(error),
            Err(error) => browsers.missing.push((engine, format!("{error:#}"))),
        }
    }
    if browsers.found.is_empty() {
        let reasons: Vec<_> = browsers.missing.into_iter().map(|(_, reason)| reason).collect();
        bail!(
            "there is no browser for the browser tests (`--skip-browser` leaves them out): {}",
            reasons.join("; ")
        );
    }
    Ok(browsers)
}

/// From `chromium,firefox`.
fn demanded(list: &str) -> Result<Vec<Engine>> {
    let names = list.split(',').map(str::trim).filter(|name| !name.is_empty());
    let engine = |name: &str| {
        Engine::from_str(name, false).ok().with_context(|| {
            format!("FLEXKOMPAS_ENGINES holds {name:?}, which is none of chromium, firefox, webkit")
        })
    };
    names.map(engine).collect()
}

fn find_or_install(engine: Engine, is_demanded: bool) -> Result<Browser> {
    let mut variables = match find(engine)? {
        (variables, missing) if missing.is_empty() => variables,
        (_, missing) => {
            install(&format!("the browser tests in {}", engine.name()), &missing)?;
            let (variables, missing) = find(engine)?;
            if !missing.is_empty() {
                let (engine, missing) = (engine.name(), missing.join(", "));
                bail!("{engine} is still not whole after the installation of {missing}");
            }
            variables
        }
    };
    if engine == Engine::Firefox {
        let why = "it drives Firefox for the browser tests";
        let driver = crates::tool("geckodriver", "geckodriver", versions::GECKODRIVER, why)?;
        variables.push(("FLEXKOMPAS_GECKODRIVER".to_owned(), driver.path));
    }
    if engine == Engine::Chromium {
        match find_or_install_nginx() {
            Ok(path) => variables.push((format!("FLEXKOMPAS_{}", NGINX.variable), path)),
            Err(error) if is_demanded => return Err(error),
            Err(error) => println!("setup: no tests under nginx: {error:#}"),
        }
    }
    Ok(Browser { engine, variables })
}

fn find_or_install_nginx() -> Result<PathBuf> {
    if let Some(path) = locate(NGINX.variable, NGINX.names)? {
        return Ok(path);
    }
    let mut packages = vec![NGINX.package];
    let known =
        command::on_path("apt-cache").map(|apt| Command::new(apt).args(["show", NGINX_BROTLI]).output());
    if known.is_some_and(|known| known.is_ok_and(|known| known.status.success())) {
        packages.push(NGINX_BROTLI);
    }
    install("the tests of the configuration for nginx", &packages)?;
    locate(NGINX.variable, NGINX.names)?.context("nginx is still not there after its installation")
}

/// The programs that are there, and the packages of those that are not.
fn find(engine: Engine) -> Result<(Variables, Vec<&'static str>)> {
    let (mut variables, mut missing) = (Vec::new(), Vec::new());
    for program in engine.programs() {
        match locate(program.variable, program.names)? {
            Some(path) => variables.push((format!("FLEXKOMPAS_{}", program.variable), path)),
            None => missing.push(program.package),
        }
    }
    Ok((variables, missing))
}

fn install(what_for: &str, packages: &[&str]) -> Result<()> {
    let listed = packages.join(" ");
    let Some(apt) = command::on_path("apt-get") else {
        bail!("{what_for} need what Debian calls {listed}: install it, and see to it that PATH has it");
    };
    if !is_root() {
        bail!("{what_for} need `sudo apt-get update && sudo apt-get install -y {listed}`");
    }
    announce(&listed, &format!("for {what_for}"));
    command::output(Command::new(&apt).arg("update"))?;
    let mut install = Command::new(&apt);
    install.args(["install", "-y"]).args(packages).env("DEBIAN_FRONTEND", "noninteractive");
    // A web server starts with its installation, unless the machine is said to be at rest.
    install.env("RUNLEVEL", "1");
    command::output(&mut install).map(drop)
}

/// The program that a variable names, else the first of these names on PATH.
fn locate(variable: &str, names: &[&str]) -> Result<Option<PathBuf>> {
    let Some(path) = env::var_os(variable).filter(|path| !path.is_empty()) else {
        return Ok(names.iter().find_map(|name| command::on_path(name)));
    };
    if !Path::new(&path).is_file() {
        bail!("{variable} is set to {}, where there is no file", path.display());
    }
    Ok(Some(path.into()))
}

fn is_root() -> bool {
    command::output(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn engines_can_be_demanded_by_name() {
        assert_eq!(demanded("").unwrap(), []);
        assert_eq!(demanded("chromium, webkit").unwrap(), [Engine::Chromium, Engine::Webkit]);
        assert!(demanded("chromium,safari").unwrap_err().to_string().contains("\"safari\""));
    }
}
