//! Runs other programs: one place for how they are found and how failures are reported.

use std::io::{self, Read, Write};
use std::path::Path;
use std::process::{Command, ExitCode, Stdio};

use anyhow::{Context, Result, bail};

pub use xtask::commands::root;
pub use xtask::requirements::on_path;

/// The cargo that runs this program, so that every task uses one toolchain.
pub fn cargo() -> Command {
    Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Runs a program with its output on the terminal; the error says what ran and how it ended.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("cannot start {}", line(command)))?;
    if !status.success() {
        bail!("{} failed ({status})", line(command));
    }
    Ok(())
}

/// Like [`run`], but also captures what the program writes to standard error.
pub fn run_and_capture_stderr(command: &mut Command, kept: &mut Vec<u8>) -> Result<()> {
    let started = command.stderr(Stdio::piped()).spawn();
    let mut program = started.with_context(|| format!("cannot start {}", line(command)))?;
    let mut output = program.stderr.take().context("a program without error output")?;
    let mut part = [0; 4096];
    loop {
        let count = output.read(&mut part)?;
        let Some(read) = part.get(..count).filter(|read| !read.is_empty()) else { break };
        kept.extend_from_slice(read);
        io::stderr().write_all(read)?;
    }
    let status = program.wait()?;
    if !status.success() {
        bail!("{} failed ({status})", line(command));
    }
    Ok(())
}

/// The standard output of a program; its standard error becomes part of the error if it fails.
pub fn output(command: &mut Command) -> Result<String> {
    let output = command.output().with_context(|| format!("cannot start {}", line(command)))?;
    if !output.status.success() {
        let message = String::from_utf8_lossy(&output.stderr);
        bail!("{} failed ({}): {}", line(command), output.status, message.trim());
    }
    String::from_utf8(output.stdout).with_context(|| format!("{} printed no text", line(command)))
}

/// The exit code of a command; an error is printed on one line.
pub fn exit_code(result: Result<()>) -> ExitCode {
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// The command as typed, without the folder of the program.
fn line(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_stem().unwrap_or_default();
    let words = std::iter::once(program).chain(command.get_args());
    let words: Vec<_> = words.map(|word| word.to_string_lossy()).collect();
    format!("`{}`", words.join(" "))
}
