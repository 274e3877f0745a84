//! The programs a test starts: the driver of a browser, its screen, a web server. None outlives the test process.

use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use crate::ports;
use crate::waiting::wait_for;

/// Maximum number of attempts. `ChromeDriver` picks a free IPv4 port, then needs the same IPv6 port, and exits if that one
/// is taken.
const STARTS: usize = 5;

/// Ends a program and its children when the test process ends. Neither drop nor a signal handler is enough: idle sessions
/// live in a static, which is never dropped, and the test process can be killed. A pipe is closed in every case.
const SUPERVISOR: &str = include_str!("supervise.sh");

/// A program that ends with the test that started it, even if the test fails.
pub(crate) struct ChildProgram(Option<Child>);

impl ChildProgram {
    #[track_caller]
    fn start(command: &Command, folder: Option<&Path>) -> Self {
        let folder = folder.unwrap_or(Path::new(""));
        let mut supervised = Command::new("sh");
        supervised
            .args(["-c", SUPERVISOR, "supervise"])
            .arg(folder)
            .arg(command.get_program())
            .args(command.get_args());
        for (variable, value) in command.get_envs() {
            match value {
                Some(value) => supervised.env(variable, value),
                None => supervised.env_remove(variable),
            };
        }
        // The process group that the supervisor ends.
        supervised.process_group(0).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let started = supervised.spawn();
        Self(Some(started.unwrap_or_else(|error| panic!("cannot start {}: {error}", name(command)))))
    }

    #[track_caller]
    fn output(&mut self) -> impl BufRead + Send + use<> {
        BufReader::new(self.0.as_mut().and_then(|child| child.stdout.take()).unwrap())
    }

    /// Keeps the folder for another attempt.
    fn keep_folder(&mut self) {
        let input = self.0.as_mut().and_then(|child| child.stdin.as_mut());
        input.unwrap().write_all(b"keep\n").unwrap();
    }

    /// Starts a program that was told this port and waits until it listens there. The folder is removed when it ends.
    #[track_caller]
    pub(crate) fn listening(command: &Command, port: u16, folder: Option<&Path>) -> Self {
        let mut helper = Self::start(command, folder);
        let mut output = helper.output();
        let copy = std::thread::spawn(move || std::io::copy(&mut output, &mut std::io::sink()));
        wait_for(&name(command), || {
            assert!(!copy.is_finished(), "{} ended at once", name(command));
            TcpStream::connect((Ipv4Addr::LOCALHOST, port)).map(drop).map_err(|error| error.to_string())
        });
        helper
    }

    /// Starts a program and waits for what it says about itself. One that finds its port taken and ends is started anew.
    /// The folder is removed when it ends.
    #[track_caller]
    pub(crate) fn saying<T>(
        command: &Command,
        folder: Option<&Path>,
        mut what: impl FnMut(String) -> Option<T>,
    ) -> (Self, T) {
        for _ in 0..STARTS {
            let mut helper = Self::start(command, folder);
            let mut lines = helper.output().lines().map_while(Result::ok);
            if let Some(said) = lines.by_ref().find_map(&mut what) {
                // What it prints later is of no use here, but a full pipe would stop it.
                std::thread::spawn(move || lines.for_each(drop));
                return (helper, said);
            }
            helper.keep_folder();
        }
        panic!("{} ended {STARTS} times before it said where it listens", name(command));
    }
}

fn name(command: &Command) -> String {
    command.get_program().display().to_string()
}

impl Drop for ChildProgram {
    fn drop(&mut self) {
        if let Some(mut supervisor) = self.0.take() {
            // The supervisor notices that its input is closed and needs a moment to end everything.
            drop(supervisor.stdin.take());
            std::thread::spawn(move || supervisor.wait());
        }
    }
}

/// A running driver.
pub(crate) struct Driver {
    port: u16,
    _process: ChildProgram,
    /// Must not end before the driver: fields are dropped in this order.
    _screen: Option<ChildProgram>,
}

impl Driver {
    /// Starts a driver that takes any free port and says which: `port_in` finds it in what it prints. The driver keeps
    /// its files in the folder, which is removed when it ends.
    #[track_caller]
    pub(crate) fn telling_its_port(
        command: &mut Command,
        folder: &Path,
        port_in: fn(&str) -> Option<u16>,
    ) -> Self {
        let command = command.env("TMPDIR", folder);
        let (process, port) = ChildProgram::saying(command, Some(folder), |line| port_in(&line));
        Self { port, _process: process, _screen: None }
    }

    /// Starts a driver that wants to be told its port, by `--port=`, and waits until it listens there. The driver keeps
    /// its files in the folder, which is removed when it ends.
    #[track_caller]
    pub(crate) fn told_its_port(command: &mut Command, folder: &Path, screen: ChildProgram) -> Self {
        let port = ports::free();
        let command = command.arg(format!("--port={port}")).env("TMPDIR", folder);
        let process = ChildProgram::listening(command, port, Some(folder));
        Self { port, _process: process, _screen: Some(screen) }
    }

    /// Where it takes commands.
    pub(crate) fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }
}
