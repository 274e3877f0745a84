//! The programs beside a test: the driver of a browser, its screen, a web server. None outlives the test process.

use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use crate::ports;
use crate::waiting::wait_for;

/// `ChromeDriver` takes any free port of one version of the internet protocol, wants the same port of the other, and
/// ends where that one is taken. It does not happen this many times in a row.
const STARTS: usize = 5;

/// Ends a program and all it started when the test process ends. Idle sessions are held by a static, which is never
/// dropped, and a test process can be killed; a pipe is closed in either case.
const SUPERVISOR: &str = include_str!("supervise.sh");

/// A program that runs beside a test and ends with it, also when the test fails.
pub(crate) struct Helper(Option<Child>);

impl Helper {
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
        // The group that the leash ends.
        supervised.process_group(0).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let started = supervised.spawn();
        Self(Some(started.unwrap_or_else(|error| panic!("cannot start {}: {error}", name(command)))))
    }

    #[track_caller]
    fn output(&mut self) -> impl BufRead + Send + use<> {
        BufReader::new(self.0.as_mut().and_then(|child| child.stdout.take()).unwrap())
    }

    /// Another start uses it.
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

impl Drop for Helper {
    fn drop(&mut self) {
        if let Some(mut leash) = self.0.take() {
            // The leash sees that its input is closed and needs a moment to end everything.
            drop(leash.stdin.take());
            std::thread::spawn(move || leash.wait());
        }
    }
}

/// A running driver.
pub(crate) struct Driver {
    port: u16,
    _process: Helper,
    /// Must not end before the driver: fields are dropped in this order.
    _screen: Option<Helper>,
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
        let (process, port) = Helper::saying(command, Some(folder), |line| port_in(&line));
        Self { port, _process: process, _screen: None }
    }

    /// Starts a driver that wants to be told its port, by `--port=`, and waits until it listens there. The driver keeps
    /// its files in the folder, which is removed when it ends.
    #[track_caller]
    pub(crate) fn told_its_port(command: &mut Command, folder: &Path, screen: Helper) -> Self {
        let port = ports::free();
        let command = command.arg(format!("--port={port}")).env("TMPDIR", folder);
        let process = Helper::listening(command, port, Some(folder));
        Self { port, _process: process, _screen: Some(screen) }
    }

    /// Where it takes commands.
    pub(crate) fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }
}
