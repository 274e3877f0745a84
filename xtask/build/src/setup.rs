//! Installs what the tasks need and the machine lacks. A step that finds everything in place is quick and silent; one
//! that installs something says what and why. [`xtask::requirements`] checks first what must not be installed
//! automatically.

mod browsers;
mod crates;
pub mod versions;

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Error, Result};
use xtask::requirements;
use xtask::steps::Steps;

pub use self::browsers::{Browser, Browsers, for_browser_tests};
use self::crates::Crate;
pub use self::versions::CARGO_ABOUT as CARGO_ABOUT_VERSION;
use crate::command;
use crate::setup::versions::Lock;

/// The compilation target of the product.
pub const WASM: &str = "wasm32-unknown-unknown";

/// The programs of a build, as found or installed.
#[derive(Debug)]
pub struct Tools {
    /// The bundler.
    pub trunk: PathBuf,
    /// The WebAssembly binding generator.
    pub wasm_bindgen: PathBuf,
    /// PATH for the bundler, with the right versions of its helpers.
    pub path: OsString,
}

/// Whether every tool that cargo installs for a build exists.
pub(crate) fn has_tools(root: &Path) -> Result<bool> {
    let lock = Lock::read(root)?;
    Ok(Crate::wasm_bindgen(lock.wasm_bindgen()?).find()?.is_some() && Crate::TRUNK.find()?.is_some())
}

/// Installs what compiling the product takes: the target and every package, so that later steps need no network.
pub(crate) fn for_compiling(root: &Path, steps: &Steps) -> Result<()> {
    let installed = rustup(&["target", "list", "--installed"])?;
    if !installed.lines().any(|target| target == WASM) {
        steps.run(&format!("Add the Rust target {WASM}, to compile the product to WebAssembly"), || {
            rustup(&["target", "add", WASM])
        })?;
    }
    // For all targets: Trunk runs `cargo metadata`, which reads the manifest of every package.
    let fetch = || {
        let mut fetch = command::cargo();
        fetch.args(["fetch", "--locked"]).current_dir(root);
        fetch
    };
    if command::output(fetch().arg("--offline")).is_err() {
        steps
            .run("Download the packages in Cargo.lock", || command::run(&mut fetch()))
            .map_err(|error| with_advice(error, root))?;
    }
    Ok(())
}

/// Installs everything for a build of the bundle.
pub fn for_build(root: &Path, steps: &Steps) -> Result<Tools> {
    for_compiling(root, steps)?;
    tools(root, steps)
}

/// The programs of a build.
pub(crate) fn tools(root: &Path, steps: &Steps) -> Result<Tools> {
    let npm = npm_programs(root, steps)?;
    let lock = Lock::read(root)?;
    let wasm_bindgen = Crate::wasm_bindgen(lock.wasm_bindgen()?).find_or_install(steps)?;
    let trunk = Crate::TRUNK.find_or_install(steps)?;

    // Trunk looks for its helpers by name. A tool that was found on PATH stays there; prepending its folder could put
    // another cargo first.
    let mut folders = vec![npm];
    folders.extend(wasm_bindgen.installed_in);
    Ok(Tools { trunk: trunk.path, wasm_bindgen: wasm_bindgen.path, path: path_with(folders)? })
}

/// Installs the libraries that the benchmark compares with, after the set-up of the build.
pub fn for_bench(root: &Path, steps: &Steps) -> Result<()> {
    npm_packages(&root.join("bench"), "Preact and SurveyJS, for the benchmark", steps)
}

/// Installs the toolchain components that only the checks need.
pub fn for_checks(steps: &Steps) -> Result<()> {
    let installed = rustup(&["component", "list", "--installed"])?;
    for component in ["clippy", "rustfmt"] {
        if !installed.lines().any(|line| line.starts_with(component)) {
            steps.run(&format!("Add {component}, which checks the code"), || {
                rustup(&["component", "add", component])
            })?;
        }
    }
    Ok(())
}

/// The tool that lists the licences of the packages in the product.
pub fn cargo_about(steps: &Steps) -> Result<PathBuf> {
    Ok(Crate::CARGO_ABOUT.find_or_install(steps)?.path)
}

/// Installs a nightly compiler, which coverage instrumentation requires, and the tool that uses it. Returns PATH.
pub fn for_fuzzing(steps: &Steps) -> Result<OsString> {
    if !rustup(&["toolchain", "list"])?.lines().any(|toolchain| toolchain.starts_with("nightly-")) {
        steps.run("Install nightly Rust, which builds the fuzz targets", || {
            rustup(&["toolchain", "install", "nightly", "--profile", "minimal"])
        })?;
    }
    let fuzz = Crate::CARGO_FUZZ.find_or_install(steps)?;
    path_with(fuzz.installed_in.into_iter().collect())
}

/// Adds a sentence of advice to the error of a step that has printed its own.
fn with_advice(error: Error, folder: &Path) -> Error {
    error.context(requirements::advice(folder))
}

/// PATH with these folders first.
fn path_with(mut folders: Vec<PathBuf>) -> Result<OsString> {
    let before = std::env::var_os("PATH").unwrap_or_default();
    folders.extend(std::env::split_paths(&before));
    Ok(std::env::join_paths(folders)?)
}

/// The folder with the programs that come from npm.
fn npm_folder(root: &Path) -> PathBuf {
    root.join("xtask").join("npm")
}

/// The folder of the installed tools, which outlives a clone: for results that depend on nothing but their input.
pub fn cache() -> Result<PathBuf> {
    crates::folder()
}

/// The accessibility checker that the browser tests inject.
pub fn axe(root: &Path) -> PathBuf {
    npm_folder(root).join("node_modules/axe-core/axe.min.js")
}

/// A script that makes iframes follow the height of their content; the browser tests use it on a host page.
pub fn resizer(root: &Path) -> PathBuf {
    npm_folder(root).join("node_modules/@open-iframe-resizer/core/dist/index.js")
}

fn rustup(arguments: &[&str]) -> Result<String> {
    let rustup = requirements::rustup().map_err(Error::msg)?;
    command::output(Command::new(rustup).args(arguments))
        .context("rustup failed; if it is an old one, `rustup self update` replaces it")
}

/// Installs the npm programs and returns the folder of their commands.
fn npm_programs(root: &Path, steps: &Steps) -> Result<PathBuf> {
    let folder = npm_folder(root);
    npm_packages(&folder, "wasm-opt, esbuild, axe-core and a font, for the bundle and the tests", steps)?;
    Ok(folder.join("node_modules/.bin"))
}

/// Installs what the lock file in a folder lists, unless it is installed.
fn npm_packages(folder: &Path, what: &str, steps: &Steps) -> Result<()> {
    // npm writes this copy of the lock file last: its age tells whether an installation is complete and current.
    let (lock, done) = (folder.join("package-lock.json"), folder.join("node_modules/.package-lock.json"));
    let current =
        fs::metadata(done).and_then(|done| Ok(done.modified()? >= fs::metadata(&lock)?.modified()?));
    if current.unwrap_or(false) {
        return Ok(());
    }
    let npm = requirements::node().map_err(Error::msg)?;
    steps.run(&format!("Install {what}"), || {
        let mut install = Command::new(&npm);
        install.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).current_dir(folder);
        command::output(&mut install).context(
            "npm could not install its packages: check the network and the free space, and run the command again",
        )
    })?;
    Ok(())
}
