//! Installs what the chores need and the machine lacks. A step that finds everything in place is quick and says
//! nothing; one that installs says what and why; a prerequisite that is not ours to install gives one clear line.

mod browser;
mod crates;

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

pub use self::browser::{Browser, Browsers, Engine, for_browser_tests};
use crate::command;
use crate::versions::{self, Lock};

/// What the product is compiled to.
pub const WASM: &str = "wasm32-unknown-unknown";

/// The programs of a build, as found or installed.
pub struct Tools {
    /// The bundler.
    pub trunk: PathBuf,
    /// The WebAssembly binding generator.
    pub wasm_bindgen: PathBuf,
    /// PATH for the bundler, on which it finds its helpers in the right version.
    pub path: OsString,
}

/// Everything for a build of the bundle.
pub fn for_build(root: &Path) -> Result<Tools> {
    let installed = rustup(&["target", "list", "--installed"])?;
    if !installed.lines().any(|target| target == WASM) {
        announce(&format!("the Rust target {WASM}"), "the product is compiled to WebAssembly");
        rustup(&["target", "add", WASM])?;
    }
    let npm = npm_programs(root)?;
    fetch_crates()?;

    let lock = Lock::read(root)?;
    let bindgen_why = "its version must equal that of the locked crate wasm-bindgen";
    let wasm_bindgen = crates::tool("wasm-bindgen", "wasm-bindgen-cli", lock.wasm_bindgen()?, bindgen_why)?;
    let trunk = crates::tool("trunk", "trunk", versions::TRUNK, "it bundles program, styles and page")?;

    // Trunk looks for its helpers by name. A tool that was found on PATH needs no help; prefixing its folder could
    // bring another cargo to the front.
    let mut folders = vec![npm];
    folders.extend(wasm_bindgen.installed_in);
    Ok(Tools { trunk: trunk.path, wasm_bindgen: wasm_bindgen.path, path: path_with(folders)? })
}

/// What the benchmark compares with; the build must have been set up before.
pub fn for_bench(root: &Path) -> Result<()> {
    let npm = command::on_path("npm").context("npm is missing")?;
    let why = "the benchmark compares with them";
    npm_packages(&npm, &root.join("bench"), "Preact and SurveyJS from npm", why)
}

/// The parts of the toolchain that only the checks need.
pub fn for_checks() -> Result<()> {
    let installed = rustup(&["component", "list", "--installed"])?;
    for (component, why) in
        [("clippy", "it finds doubtful code"), ("rustfmt", "it checks the layout of the code")]
    {
        if !installed.lines().any(|line| line.starts_with(component)) {
            announce(&format!("the Rust component {component}"), why);
            rustup(&["component", "add", component])?;
        }
    }
    Ok(())
}

/// The tool that lists licences.
pub fn cargo_about() -> Result<PathBuf> {
    let why = "it lists the licences of what is inside the archive";
    Ok(crates::tool_with("cargo-about", "cargo-about", versions::CARGO_ABOUT, &["cli"], why)?.path)
}

/// A nightly compiler, which alone can watch the paths that an input takes, and the tool that uses it. Returns PATH.
pub fn for_fuzzing() -> Result<OsString> {
    if !rustup(&["toolchain", "list"])?.lines().any(|toolchain| toolchain.starts_with("nightly-")) {
        announce("the Rust toolchain nightly", "the fuzz targets are built with it");
        rustup(&["toolchain", "install", "nightly", "--profile", "minimal"])?;
    }
    let fuzz = crates::tool("cargo-fuzz", "cargo-fuzz", versions::CARGO_FUZZ, "it runs the fuzz targets")?;
    path_with(fuzz.installed_in.into_iter().collect())
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

fn announce(what: &str, why: &str) {
    println!("setup: installing {what} ({why})");
}

fn rustup(arguments: &[&str]) -> Result<String> {
    let Some(rustup) = command::on_path("rustup") else {
        bail!(
            "rustup is missing: `curl --proto '=https' --tlsv1.2 -sSf https://sh.rustup.rs | sh` installs it"
        );
    };
    command::output(Command::new(rustup).args(arguments))
}

/// Installs the npm programs and returns the folder of their commands.
fn npm_programs(root: &Path) -> Result<PathBuf> {
    let wanted = versions::NODE_MAJOR;
    let (Some(node), Some(npm)) = (command::on_path("node"), command::on_path("npm")) else {
        bail!(
            "Node.js {wanted} or newer with npm is missing: install it from https://nodejs.org/en/download"
        );
    };
    let version = command::output(Command::new(node).arg("--version"))?;
    let major =
        versions::major(&version).with_context(|| format!("`node --version` answered {version:?}"))?;
    if major < wanted {
        let version = version.trim();
        bail!(
            "Node.js {wanted} or newer is needed, not {version}: install it from https://nodejs.org/en/download"
        );
    }

    let folder = npm_folder(root);
    let why = "they make the bundle smaller and serve the browser tests";
    npm_packages(&npm, &folder, "wasm-opt, esbuild, axe-core and a font from npm", why)?;
    Ok(folder.join("node_modules/.bin"))
}

/// Installs what the lock file in a folder names, unless it is there.
fn npm_packages(npm: &Path, folder: &Path, what: &str, why: &str) -> Result<()> {
    // npm writes this copy of the lock file last, so its age tells whether an installation is complete and current.
    let (lock, done) = (folder.join("package-lock.json"), folder.join("node_modules/.package-lock.json"));
    let current =
        fs::metadata(done).and_then(|done| Ok(done.modified()? >= fs::metadata(&lock)?.modified()?));
    if !current.unwrap_or(false) {
        announce(what, why);
        let mut install = Command::new(npm);
        install.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]);
        command::output(install.current_dir(folder))?;
    }
    Ok(())
}

/// Downloads the dependencies once, so that everything after this works without a network. All targets, for
/// `cargo metadata`, which Trunk calls, wants to see the manifest of every one of them.
fn fetch_crates() -> Result<()> {
    command::run(command::cargo().args(["fetch", "--locked", "--quiet"]).current_dir(command::root()))
}
