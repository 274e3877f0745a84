//! The browser that the browser tests drive: Chromium and its WebDriver program.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, bail};

use super::announce;
use crate::command;

/// Debian's and Ubuntu's names of the packages.
const PACKAGES: [&str; 2] = ["chromium", "chromium-driver"];

/// A browser and the program that drives it.
pub struct Browser {
    /// The browser itself.
    pub chromium: PathBuf,
    /// Its WebDriver program.
    pub chromedriver: PathBuf,
}

/// Finds the browser or, where we may, installs it.
pub fn for_browser_tests() -> Result<Browser> {
    if let Some(browser) = find()? {
        return Ok(browser);
    }
    let Some(apt) = command::on_path("apt-get") else {
        bail!(
            "the browser tests need Chromium and chromedriver: install both, or set CHROMIUM and CHROMEDRIVER to their \
             paths (or run `cargo xtask test --skip-browser`)"
        );
    };
    if !is_root() {
        let packages = PACKAGES.join(" ");
        bail!("the browser tests need Chromium: `sudo apt-get update && sudo apt-get install -y {packages}`");
    }
    announce("Chromium and chromedriver", "the browser tests drive a real browser");
    command::output(Command::new(&apt).arg("update"))?;
    let mut install = Command::new(&apt);
    install.args(["install", "-y"]).args(PACKAGES).env("DEBIAN_FRONTEND", "noninteractive");
    command::output(&mut install)?;
    match find()? {
        Some(browser) => Ok(browser),
        None => bail!(
            "Chromium or chromedriver is still missing after its installation; set CHROMIUM, CHROMEDRIVER"
        ),
    }
}

fn find() -> Result<Option<Browser>> {
    let chromium = locate("CHROMIUM", &["chromium", "chromium-browser", "google-chrome"])?;
    let chromedriver = locate("CHROMEDRIVER", &["chromedriver"])?;
    Ok(chromium.zip(chromedriver).map(|(chromium, chromedriver)| Browser { chromium, chromedriver }))
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
