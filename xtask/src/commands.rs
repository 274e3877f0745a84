//! The commands of `cargo xtask`, and the crate that runs each of them.

use std::path::Path;

/// The crate that sets up, builds and serves.
pub const BUILD: &str = "xtask-build";
/// The crate with the checks and the release archive.
pub const CHECKS: &str = "xtask-checks";
/// The benchmark.
pub const BENCH: &str = "flexkompas-bench";

/// The variable with the path of the running `xtask-build`, set while Trunk runs: the hook starts that program instead
/// of cargo, which would recompile it with the flags of the product.
pub const HOOK_PROGRAM: &str = "FLEXKOMPAS_XTASK";

/// The arguments of cargo for the checks: the whole workspace with one set of features. A crate that is built with two
/// sets is compiled twice.
pub const WORKSPACE: [&str; 4] = ["--workspace", "--all-targets", "--features", "flexkompas/ssr"];

/// A command.
#[derive(Debug)]
pub struct Command {
    /// The name, typed after `cargo xtask`.
    pub name: &'static str,
    /// One line for the list of commands.
    pub about: &'static str,
    /// The crate that runs it.
    pub package: &'static str,
    /// Whether it needs the whole workspace, compiled as [`WORKSPACE`] says, rather than that crate alone.
    pub whole_workspace: bool,
    /// A line on its work and duration, printed first; `None` if it takes a second or two.
    pub announcement: Option<&'static str>,
    /// Whether it builds the product, which requires Node.js and the WebAssembly target.
    pub builds: bool,
    /// Whether it drives browsers.
    pub drives_browsers: bool,
}

const fn quick(name: &'static str, about: &'static str, package: &'static str) -> Command {
    Command {
        name,
        about,
        package,
        whole_workspace: false,
        announcement: None,
        builds: false,
        drives_browsers: false,
    }
}

const fn build(name: &'static str, about: &'static str, announcement: &'static str) -> Command {
    Command { announcement: Some(announcement), builds: true, ..quick(name, about, BUILD) }
}

/// All commands, in the order in which `cargo xtask` lists them. The times are for two cores.
pub const ALL: [Command; 13] = [
    build(
        "serve",
        "Set up, build the release bundle and serve it on this machine",
        "Builds Flexkompas and serves it: about 10 minutes on a bare machine, under 2 once the tools are installed.",
    ),
    Command {
        package: CHECKS,
        whole_workspace: true,
        drives_browsers: true,
        ..build(
            "test",
            "Set up and run every check, including the browser tests (--quick: the daily ones)",
            "Runs the checks: about 15 minutes (--quick: 2), plus 15 the first time on a bare machine.",
        )
    },
    build(
        "setup",
        "Install what the build needs and the machine lacks",
        "Installs what the build needs: about 8 minutes on a bare machine, a second if nothing is missing.",
    ),
    build(
        "build",
        "Build the release bundle into dist/",
        "Builds the release bundle: about 10 minutes on a bare machine, under 2 once the tools are installed.",
    ),
    Command {
        package: CHECKS,
        ..build(
            "dist",
            "Build the bundle and pack the release archive for site owners",
            "Packs the release archive: a minute or two, plus 12 the first time on a bare machine.",
        )
    },
    Command {
        package: BENCH,
        drives_browsers: true,
        ..build(
            "bench",
            "Measure against other implementations and write bench/RESULTS.md",
            "Measures for about 12 minutes on an otherwise idle machine, plus 12 the first time on a bare one.",
        )
    },
    Command {
        announcement: Some(
            "Feeds millions of inputs to every parser: a few minutes; installs nightly Rust the first time.",
        ),
        ..quick("fuzz", "Fuzz every parser", CHECKS)
    },
    quick("gallery", "Build and serve every screen in every state", CHECKS),
    quick("content", "Check the content and print a report for editors", BUILD),
    quick("schema", "Write the JSON Schemas of the content files", BUILD),
    quick("sizes", "Print the size of every file of the bundle", BUILD),
    quick("icons", "Render web/icon.svg as PNG files", CHECKS),
    quick("post-build", "Turn the output of Trunk into the bundle (Trunk runs this)", BUILD),
];

/// The command with this name.
pub fn find(name: &str) -> Option<&'static Command> {
    ALL.iter().find(|command| command.name == name)
}

/// The list that `cargo xtask` prints.
pub fn list() -> String {
    let line = |Command { name, about, .. }: &Command| format!("  {name:<10} {about}");
    let lines: Vec<String> = ALL.iter().map(line).collect();
    format!(
        "Usage: cargo xtask <command> [options]\n\nCommands:\n{}\n\n\
         `cargo xtask <command> --help` lists the options of a command.",
        lines.join("\n")
    )
}

/// The root folder of the project, which contains the top-level `Cargo.toml`.
pub fn root() -> &'static Path {
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    own.parent().unwrap_or(own)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_is_found_by_its_name_and_listed_once() {
        for command in &ALL {
            assert_eq!(find(command.name).map(|found| found.about), Some(command.about));
            assert_eq!(list().matches(&format!("  {:<10} ", command.name)).count(), 1);
        }
        assert!(find("sevre").is_none());
    }
}
