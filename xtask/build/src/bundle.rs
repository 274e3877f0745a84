//! Builds the release bundle with Trunk. Paths of the machine are kept out of the program: the same sources give the
//! same bytes everywhere.

pub mod compress;
pub mod content_bundle;
pub mod embed_page;
pub mod files;
pub mod inline;
pub mod manifest;
pub mod minify;
pub mod page;
pub mod post_build;
pub mod prerender;
pub mod service_worker;
pub mod sizes;

use std::env;
use std::fs;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;

use anyhow::{Context, Result, anyhow};
use xtask::commands::{BUILD, HOOK_PROGRAM};
use xtask::steps::Steps;

use crate::command;
use crate::setup::{self, Tools, WASM};

/// The folder of the bundle.
pub fn folder(root: &Path) -> PathBuf {
    root.join("dist")
}

/// Installs what is missing and builds the bundle.
pub fn build(root: &Path, steps: &Steps) -> Result<()> {
    bundle(root, &prepare(root, steps)?, steps)
}

/// Installs what is missing. Compiling a tool leaves a core idle at times, and the product needs the tools only after
/// it is compiled: cargo compiles it in parallel.
pub fn prepare(root: &Path, steps: &Steps) -> Result<Tools> {
    setup::for_compiling(root, steps)?;
    if setup::has_tools(root)? {
        return setup::tools(root, steps);
    }
    let beside = steps.clone();
    let mut product = product(root)?;
    let product =
        thread::spawn(move || beside.run_alongside("Compile the product", || command::output(&mut product)));
    let tools = setup::tools(root, steps);
    // Trunk reports the full error of a product that does not compile.
    let _ = product.join().map_err(|_| anyhow!("the compilation of the product panicked"))?;
    tools
}

/// Builds the bundle with these tools.
pub fn bundle(root: &Path, tools: &Tools, steps: &Steps) -> Result<()> {
    steps.run("Bundle the product", || {
        let mut trunk = Command::new(&tools.trunk);
        trunk.args(["build", "--release"]).current_dir(root).env("PATH", &tools.path);
        // Trunk rejects the usual `NO_COLOR=1`: it expects a Boolean.
        if let Some(value) = env::var_os("NO_COLOR") {
            trunk.env("NO_COLOR", if value.is_empty() { "false" } else { "true" });
        }
        // Otherwise its hook would ask cargo for the program next to this one, and cargo might recompile it.
        let own = env::current_exe().context("cannot find this program")?;
        trunk.env(HOOK_PROGRAM, own.with_file_name(BUILD).with_extension(env::consts::EXE_EXTENSION));
        // Cargo shows its progress only on a terminal, and here its output is a pipe.
        if io::stderr().is_terminal() {
            trunk.env("CARGO_TERM_PROGRESS_WHEN", "always").env("CARGO_TERM_PROGRESS_WIDTH", "80");
        }
        let mut output = Vec::new();
        command::run_and_capture_stderr(in_trunk_environment(&mut trunk, root)?, &mut output).map_err(
            |error| {
                let compiler_error = compiler_error(&String::from_utf8_lossy(&output));
                if compiler_error.is_empty() { error } else { error.context(compiler_error) }
            },
        )
    })
}

/// The error of the compiler or of the hook, without the output of Trunk around it.
fn compiler_error(output: &str) -> String {
    // A line of progress ends with a carriage return.
    let lines = output.lines().map(|line| line.rsplit('\r').next().unwrap_or_default());
    let lines = lines.skip_while(|line| !line.starts_with("error"));
    let lines =
        lines.take_while(|line| !line.contains(" ERROR ") && !line.starts_with("error from build pipeline"));
    lines.collect::<Vec<_>>().join("\n").trim_end().to_owned()
}

/// Separates the flags in `CARGO_ENCODED_RUSTFLAGS`.
const SEPARATOR: &str = "\u{1f}";

/// The command that compiles the product exactly as Trunk does, so that Trunk finds it compiled.
pub fn product(root: &Path) -> Result<Command> {
    let mut product = command::cargo();
    product.args(["build", "--locked", "--release", "--target", WASM, "--bin", "flexkompas"]);
    product.args(["--features", "web"]).current_dir(root);
    in_trunk_environment(&mut product, root)?;
    Ok(product)
}

/// Gives a command the environment in which Trunk runs.
///
/// The flags apply to the target only, so that cargo need not recompile what it builds for this machine, such as these
/// tasks.
pub fn in_trunk_environment<'a>(command: &'a mut Command, root: &Path) -> Result<&'a mut Command> {
    const TARGET_RUSTFLAGS: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";
    command.env_remove("RUSTFLAGS").env_remove("CARGO_ENCODED_RUSTFLAGS");
    let flags = flags(root)?;
    if flags.iter().any(|flag| flag.contains(char::is_whitespace)) {
        // The variable of the target allows no spaces within a flag.
        command.env("CARGO_ENCODED_RUSTFLAGS", flags.join(SEPARATOR));
    } else {
        command.env(TARGET_RUSTFLAGS, flags.join(" "));
    }
    // `setup` has fetched every dependency; otherwise Trunk's `cargo metadata` would use the network.
    Ok(command.env("CARGO_NET_OFFLINE", "true"))
}

/// The developer's compiler flags, and neutral names for the folders of this machine.
fn flags(root: &Path) -> Result<Vec<String>> {
    let own = |name| env::var(name).ok().filter(|flags| !flags.is_empty());
    let mut flags: Vec<String> = match own("CARGO_ENCODED_RUSTFLAGS") {
        Some(flags) => flags.split(SEPARATOR).map(str::to_owned).collect(),
        None => {
            own("RUSTFLAGS").iter().flat_map(|flags| flags.split_whitespace()).map(str::to_owned).collect()
        }
    };
    let remapped = |folder: &Path, name: &str| format!("--remap-path-prefix={}={name}", folder.display());
    flags.push(remapped(root, "flexkompas"));

    // One folder per package source, such as a mirror.
    let cargo = env::var_os("CARGO_HOME").map(PathBuf::from);
    let cargo =
        cargo.or_else(|| env::home_dir().map(|home| home.join(".cargo"))).context("no home folder")?;
    let sources = cargo.join("registry/src");
    let places = fs::read_dir(&sources).with_context(|| format!("cannot read {}", sources.display()))?;
    let mut places = places.map(|place| Ok(place?.path())).collect::<Result<Vec<_>>>()?;
    places.sort();
    flags.extend(places.iter().map(|place| remapped(place, "crates")));

    // If the sources of the standard library are installed, the compiler would use their local path.
    let rustc = |arguments: &[&str]| command::output(Command::new("rustc").args(arguments).current_dir(root));
    let toolchain = PathBuf::from(rustc(&["--print", "sysroot"])?.trim());
    let version = rustc(&["-vV"])?;
    let commit = version.lines().find_map(|line| line.strip_prefix("commit-hash: "));
    if let Some(commit) = commit {
        let library = toolchain.join("lib/rustlib/src/rust");
        flags.push(remapped(&library, &format!("/rustc/{commit}")));
    }
    Ok(flags)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn failed_build_reports_only_the_error_of_the_compiler() {
        let output = "2026 INFO starting build\n   Compiling flexkompas\n  Building 1/2\rerror: expected `;`\n \
                    --> src/main.rs:1:8\n\n2026 ERROR error\nerror from build pipeline\n\nStack backtrace:\n   0: x\n";
        assert_eq!(compiler_error(output), "error: expected `;`\n --> src/main.rs:1:8");
        assert_eq!(compiler_error("2026 INFO starting build\n"), "");
    }
}
