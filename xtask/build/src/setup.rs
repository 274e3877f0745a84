//! Installs what the tasks need and the machine lacks. A step that finds everything in place is quick and says
//! nothing; one that installs says what and why. What is not ours to install is checked first
//! ([`xtask::requirements`]).

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
use crate::command;
use crate::setup::versions::Lock;

/// What the product is compiled to.
pub const WASM: &str = "wasm32-unknown-unknown";

/// The programs of a build, as found or installed.
#[derive(Debug)]
pub struct Tools {
    /// The bundler.
    pub trunk: PathBuf,
    /// The WebAssembly binding generator.
    pub wasm_bindgen: PathBuf,
    /// PATH for the bundler, on which it finds its helpers in the right version.
    pub path: OsString,
}

/// Whether every program that cargo installs for a build is there already.
pub(crate) fn has_tools(root: &Path) -> Result<bool> {
    let lock = Lock::read(root)?;
    Ok(Crate::wasm_bindgen(lock.wasm_bindgen()?).find()?.is_some() && Crate::TRUNK.find()?.is_some())
}

/// What compiling the product takes: the target, and every package, so that nothing later needs a network.
pub(crate) fn for_compiling(root: &Path, steps: &Steps) -> Result<()> {
    let installed = rustup(&["target", "list", "--installed"])?;
    if !installed.lines().any(|target| target == WASM) {
        steps.run(&format!("Add the Rust target {WASM}, to compile the product to WebAssembly"), || {
            rustup(&["target", "add", WASM])
        })?;
    }
    // For all targets: `cargo metadata`, which Trunk calls, reads the manifest of every one of them.
    let fetch = || {
        let mut fetch = command::cargo();
        fetch.args(["fetch", "--locked"]).current_dir(root);
        fetch
    };
    if command::output(fetch().arg("--offline")).is_err() {
        steps
            .run("Download the packages that Cargo.lock names", || command::run(&mut fetch()))
            .map_err(|error| with_advice(error, root))?;
    }
    Ok(())
}

/// Everything for a build of the bundle.
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

    // Trunk looks for its helpers by name. A tool that was found on PATH needs no help; prefixing its folder could
    // bring another cargo to the front.
    let mut folders = vec![npm];
    folders.extend(wasm_bindgen.installed_in);
    Ok(Tools { trunk: trunk.path, wasm_bindgen: wasm_bindgen.path, path: path_with(folders)? })
}

/// The libraries that the benchmark compares with; the build must have been set up before.
pub fn for_bench(root: &Path, steps: &Steps) -> Result<()> {
    npm_packages(&root.join("bench"), "Preact and SurveyJS, for the benchmark", steps)
}

/// The parts of the toolchain that only the checks need.
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

/// The tool that lists the licences of what is inside the archive.
pub fn cargo_about(steps: &Steps) -> Result<PathBuf> {
    Ok(Crate::CARGO_ABOUT.find_or_install(steps)?.path)
}

/// A nightly compiler, which alone can watch the paths that an input takes, and the tool that uses it. Returns PATH.
pub fn for_fuzzing(steps: &Steps) -> Result<OsString> {
    if !rustup(&["toolchain", "list"])?.lines().any(|toolchain| toolchain.starts_with("nightly-")) {
        steps.run("Install nightly Rust, which builds the fuzz targets", || {
            rustup(&["toolchain", "install", "nightly", "--profile", "minimal"])
        })?;
    }
    let fuzz = Crate::CARGO_FUZZ.find_or_install(steps)?;
    path_with(fuzz.installed_in.into_iter().collect())
}

/// The error of a step that had already complained, with one sentence on what to do.
fn with_advice(error: Error, folder: &Path) -> Error {
    error.context(requirements::advice(folder))
}

/// PATH with these folders in front.
fn path_with(mut folders: Vec<PathBuf>) -> Result<OsString> {
    let before = std::env::var_os("PATH").unwrap_or_default();
    folders.extend(std::env::split_paths(&before));
    Ok(std::env::join_paths(folders)?)
}

/// The folder with the programs that come from npm.
fn npm_folder(root: &Path) -> PathBuf {
    root.join("xtask").join("npm")
}

/// The accessibility checker that the browser tests load into the page.
pub fn axe(root: &Path) -> PathBuf {
    npm_folder(root).join("node_modules/axe-core/axe.min.js")
}

/// The script with which some sites let frames follow their content; the browser tests put it around the product.
pub fn resizer(root: &Path) -> PathBuf {
    npm_folder(root).join("node_modules/@open-iframe-resizer/core/dist/index.js")
}

fn rustup(arguments: &[&str]) -> Result<String> {
    let rustup = requirements::rustup().map_err(Error::msg)?;
    command::output(Command::new(rustup).args(arguments))
}

/// Installs the npm programs and returns the folder of their commands.
fn npm_programs(root: &Path, steps: &Steps) -> Result<PathBuf> {
    let folder = npm_folder(root);
    npm_packages(&folder, "wasm-opt, esbuild, axe-core and a font, for the bundle and the tests", steps)?;
    Ok(folder.join("node_modules/.bin"))
}

/// Installs what the lock file in a folder names, unless it is there.
fn npm_packages(folder: &Path, what: &str, steps: &Steps) -> Result<()> {
    // npm writes this copy of the lock file last, so its age tells whether an installation is complete and current.
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
