//! `cargo xtask <command>`: announces the command, checks its requirements, compiles the crate behind it and runs that.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use xtask::commands::{self, HOOK_PROGRAM};
use xtask::requirements;
use xtask::steps::Steps;

fn main() -> ExitCode {
    let arguments: Vec<OsString> = env::args_os().skip(1).collect();
    let name = arguments.first().map(|name| name.to_string_lossy()).unwrap_or_default();
    let Some(command) = commands::find(&name) else {
        let asked = ["", "help", "-h", "--help"].contains(&&*name);
        if !asked {
            eprintln!("error: there is no command {name:?}\n");
        }
        println!("{}", commands::list());
        return if asked { ExitCode::SUCCESS } else { ExitCode::from(2) };
    };
    match run_command(command, &arguments) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run_command(command: &commands::Command, arguments: &[OsString]) -> Result<ExitCode, String> {
    if let Some(program) = env::var_os(HOOK_PROGRAM).filter(|_| command.package == commands::BUILD) {
        return hand_over(Path::new(&program), arguments);
    }
    let asks_for_help = arguments.iter().any(|argument| argument == "--help" || argument == "-h");
    if !asks_for_help {
        if let Some(announcement) = command.announcement {
            println!("{announcement}");
        }
        requirements::check(command, arguments)?;
    }
    hand_over(&compiled(command)?, arguments)
}

/// Compiles the crate of a command and returns its program, which cargo puts next to this one.
fn compiled(command: &commands::Command) -> Result<PathBuf, String> {
    let package = command.package;
    let own = env::current_exe().map_err(|error| format!("cannot find this program: {error}"))?;
    let program = own.with_file_name(package).with_extension(env::consts::EXE_EXTENSION);
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.args(["build", "--locked"]).current_dir(commands::root());
    if command.whole_workspace {
        cargo.args(commands::WORKSPACE);
    } else {
        // The hook of Trunk runs `xtask-build`, whatever started the build.
        cargo.args(["--package", package, "--package", commands::BUILD]);
    }
    let run = |cargo: &mut Command| match cargo.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(_) => Err(format!("{package} was not compiled. {}", requirements::advice(commands::root()))),
        Err(error) => Err(format!("cargo does not start: {error}")),
    };
    if !program.is_file() {
        Steps::default().run(&format!("Compile {package}, once"), || run(&mut cargo))?;
    } else if command.whole_workspace {
        run(&mut cargo)?;
    } else {
        // Usually nothing has changed, and recompiling takes seconds.
        run(cargo.arg("--quiet"))?;
    }
    Ok(program)
}

fn hand_over(program: &Path, arguments: &[OsString]) -> Result<ExitCode, String> {
    let status = Command::new(program).args(arguments).status();
    let status = status.map_err(|error| format!("{} does not start: {error}", program.display()))?;
    Ok(status.code().and_then(|code| u8::try_from(code).ok()).map_or(ExitCode::FAILURE, ExitCode::from))
}
