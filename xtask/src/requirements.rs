//! Requirements on the machine that no command may install: checked before anything slow starts. Each failure is one
//! sentence that says what to do.

use std::env;
use std::ffi::OsString;
use std::io::ErrorKind;
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::commands;
use crate::engines::{Engine, demanded};

/// The oldest Node.js that the npm programs run on.
pub const NODE_MAJOR: u32 = 20;

/// The default port of the local server.
pub const PORT: u16 = 8080;

const NODE: &str = "Debian 13: `sudo apt install nodejs npm`; Fedora: `sudo dnf install nodejs`; \
                    macOS: `brew install node`; Windows: `winget install OpenJS.NodeJS.LTS`";
const RUSTUP: &str = "Debian: `sudo apt install rustup`; Fedora: `sudo dnf install rustup`, then `rustup-init`; \
                      macOS: `brew install rustup`; Windows: `winget install Rustlang.Rustup`";

/// The free space a build needs at least, in bytes.
const MIN_FREE_SPACE: u64 = 300_000_000;

/// Returns an error if this command, with these arguments, cannot succeed on this machine.
pub fn check(command: &commands::Command, arguments: &[OsString]) -> Result<(), String> {
    if command.builds {
        rustup()?;
        node()?;
    }
    let arguments: Vec<String> = arguments.iter().map(|one| one.to_string_lossy().into_owned()).collect();
    if command.name == "serve" {
        free(port(&arguments).unwrap_or(PORT))?;
    }
    if command.drives_browsers && !arguments.iter().any(|argument| argument == "--skip-browser") {
        browsers(&arguments, is_root())?;
    }
    Ok(())
}

/// The path of rustup, which adds the WebAssembly target.
pub fn rustup() -> Result<PathBuf, String> {
    on_path("rustup").ok_or_else(|| format!("rustup is missing. {RUSTUP}"))
}

/// The path of npm, provided that Node.js is new enough.
pub fn node() -> Result<PathBuf, String> {
    let missing = || format!("Node.js {NODE_MAJOR} or newer with npm is missing. {NODE}");
    let (node, npm) = (on_path("node").ok_or_else(missing)?, on_path("npm").ok_or_else(missing)?);
    let answer = Command::new(node).arg("--version").output();
    let version = answer.map(|answer| String::from_utf8_lossy(&answer.stdout).trim().to_owned());
    let version = version.map_err(|error| format!("Node.js does not start: {error}. {NODE}"))?;
    match major(&version) {
        Some(major) if major >= NODE_MAJOR => Ok(npm),
        _ => Err(format!("Node.js {NODE_MAJOR} or newer is needed, this is {version:?}. {NODE}")),
    }
}

/// The first number of a version such as `v20.20.2`.
fn major(version: &str) -> Option<u32> {
    version.trim_start_matches('v').split('.').next()?.parse().ok()
}

/// The port in the arguments of `serve`; invalid values are left to the command-line parser.
fn port(arguments: &[String]) -> Option<u16> {
    let mut arguments = arguments.iter();
    while let Some(argument) = arguments.next() {
        if argument == "--port" {
            return arguments.next()?.parse().ok();
        }
        if let Some(port) = argument.strip_prefix("--port=") {
            return port.parse().ok();
        }
    }
    None
}

fn free(port: u16) -> Result<(), String> {
    match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
        Err(error) if error.kind() == ErrorKind::AddrInUse => Err(in_use(port)),
        _ => Ok(()),
    }
}

/// The error message for a port that another program uses.
pub fn in_use(port: u16) -> String {
    format!("port {port} is in use: stop the program that has it, or choose another one with `--port`")
}

/// Returns an error if a required engine is missing and cannot be installed.
fn browsers(arguments: &[String], is_root: bool) -> Result<(), String> {
    if is_root && on_path("apt-get").is_some() {
        return Ok(());
    }
    let mut wanted = demanded(&env::var("FLEXKOMPAS_ENGINES").unwrap_or_default())?;
    let named = arguments.windows(2).filter(|pair| pair[0] == "--engine").map(|pair| pair[1].as_str());
    let named = named.chain(arguments.iter().filter_map(|argument| argument.strip_prefix("--engine=")));
    wanted.extend(named.filter_map(|name| name.parse::<Engine>().ok()));
    for engine in &wanted {
        if !engine.missing()?.is_empty() {
            return Err(format!("{engine} is missing. {}", engine.how_to_install()));
        }
    }
    let mut found =
        Engine::ALL.into_iter().filter(|engine| engine.missing().is_ok_and(|list| list.is_empty()));
    if wanted.is_empty() && found.next().is_none() {
        return Err(format!(
            "The browser tests need a browser (`--skip-browser` skips them). {}",
            Engine::Chromium.how_to_install()
        ));
    }
    Ok(())
}

/// Whether system packages may be installed.
pub fn is_root() -> bool {
    let id = Command::new("id").arg("-u").stderr(Stdio::null()).output();
    id.is_ok_and(|id| id.stdout.trim_ascii() == b"0")
}

/// The full path of a program on PATH.
pub fn on_path(name: &str) -> Option<PathBuf> {
    let endings: &[&str] = if cfg!(windows) { &[".exe", ".cmd", ".bat"] } else { &[""] };
    let path = env::var_os("PATH")?;
    let places = env::split_paths(&path)
        .flat_map(|folder| endings.iter().map(move |ending| folder.join(format!("{name}{ending}"))));
    places.into_iter().find(|place| is_program(place))
}

#[cfg(unix)]
fn is_program(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    path.metadata().is_ok_and(|found| found.is_file() && found.permissions().mode() & 0o111 != 0)
}

#[cfg(not(unix))]
fn is_program(path: &Path) -> bool {
    path.is_file()
}

/// One sentence of advice after cargo has failed and printed its own error.
pub fn advice(folder: &Path) -> String {
    if free_space(folder).is_some_and(|space| space < MIN_FREE_SPACE) {
        return format!(
            "The disk with {} is full: a build takes about 5 GB. Free some space and run the command again; it \
             continues where it stopped.",
            folder.display()
        );
    }
    let mut fetch = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    fetch.args(["fetch", "--locked"]).current_dir(commands::root());
    if fetch.output().is_ok_and(|fetched| !fetched.status.success()) {
        return "The packages cannot be downloaded: check the network and run the command again; it continues where it \
                stopped."
            .to_owned();
    }
    "Fix the error above and run the command again; it continues where it stopped. `rustup update stable` replaces \
     an old compiler."
        .to_owned()
}

/// The free bytes on the disk of a folder, if `df` reports them.
fn free_space(folder: &Path) -> Option<u64> {
    let output = Command::new("df").arg("-Pk").arg(folder).stderr(Stdio::null()).output().ok()?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    text.lines().nth(1)?.split_whitespace().nth(3)?.parse::<u64>().ok().map(|kilobytes| kilobytes * 1024)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn node_version_is_parsed() {
        assert_eq!(major("v20.20.2"), Some(20));
        assert_eq!(major("node"), None);
    }

    #[test]
    fn port_is_read_in_both_spellings() {
        let read = |arguments: &[&str]| port(&arguments.iter().map(ToString::to_string).collect::<Vec<_>>());
        assert_eq!(read(&["serve", "--port", "81"]), Some(81));
        assert_eq!(read(&["serve", "--open", "--port=82"]), Some(82));
        assert_eq!(read(&["serve"]), None);
    }

    #[test]
    fn port_in_use_is_reported_before_anything_is_built() {
        let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let port = taken.local_addr().unwrap().port();
        assert!(free(port).unwrap_err().starts_with(&format!("port {port} is in use")));
    }

    #[test]
    fn missing_engine_is_one_line_with_the_commands_for_each_system() {
        for engine in Engine::ALL {
            let advice = engine.how_to_install();
            assert!(advice.contains("Debian: `") && !advice.contains('\n'), "{advice}");
        }
    }
}
