//! The driver program of a browser: one process per visitor, as those of Firefox and `WebKit` drive one browser at a time.

use std::any::Any;
use std::io::{BufRead, BufReader};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};

use crate::patience::await_some;

/// `ChromeDriver` takes any port that is free for one version of the internet protocol, wants the same one for the other,
/// and ends where somebody holds that. So many times in a row nobody does.
const STARTS: usize = 5;

/// A program that runs beside a test and ends with it, also when the test fails.
pub(crate) struct Helper(Child);

impl Helper {
    #[track_caller]
    fn start(command: &mut Command) -> Self {
        let started = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn();
        Self(
            started
                .unwrap_or_else(|error| panic!("cannot start {}: {error}", command.get_program().display())),
        )
    }

    /// Starts a program that was told this port and waits until it listens there.
    #[track_caller]
    pub(crate) fn listening(command: &mut Command, port: u16) -> Self {
        let mut helper = Self::start(command);
        let mut output = helper.0.stdout.take().unwrap();
        std::thread::spawn(move || std::io::copy(&mut output, &mut std::io::sink()));
        await_some(&format!("{}", command.get_program().display()), || {
            if let Ok(Some(end)) = helper.0.try_wait() {
                panic!("it ended at once: {end}");
            }
            TcpStream::connect((Ipv4Addr::LOCALHOST, port)).map(drop).map_err(|error| error.to_string())
        });
        helper
    }

    /// Starts a program and waits for what it says about itself. One that finds its port taken and ends is started anew.
    #[track_caller]
    pub(crate) fn saying<T>(command: &mut Command, mut what: impl FnMut(String) -> Option<T>) -> (Self, T) {
        for _ in 0..STARTS {
            let mut helper = Self::start(command);
            let mut lines = BufReader::new(helper.0.stdout.take().unwrap()).lines().map_while(Result::ok);
            if let Some(said) = lines.by_ref().find_map(&mut what) {
                // What it prints later is of no use here, but a full pipe would stop it.
                std::thread::spawn(move || lines.for_each(drop));
                return (helper, said);
            }
        }
        panic!("{} ended {STARTS} times before it said where it listens", command.get_program().display());
    }
}

impl Drop for Helper {
    fn drop(&mut self) {
        // Both only fail when it has ended already.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A port for a program that must be told one. Free a moment ago; another program that takes it meanwhile makes the start
/// fail, and does so plainly.
#[track_caller]
pub(crate) fn free_port() -> u16 {
    let free = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    free.local_addr().unwrap().port()
}

/// A running driver.
pub(crate) struct Driver {
    port: u16,
    _process: Helper,
    /// What must not end before the driver: its screen, its settings. Fields are dropped in this order.
    _surroundings: Vec<Box<dyn Any>>,
}

impl Driver {
    /// Starts a driver that takes any free port and says which: `port_in` finds it in what it prints.
    #[track_caller]
    pub(crate) fn telling_its_port(command: &mut Command, port_in: fn(&str) -> Option<u16>) -> Self {
        let (process, port) = Helper::saying(command, |line| port_in(&line));
        Self { port, _process: process, _surroundings: Vec::new() }
    }

    /// Starts a driver that wants to be told its port, by `--port=`, and waits until it listens there.
    #[track_caller]
    pub(crate) fn told_its_port(command: &mut Command, surroundings: Vec<Box<dyn Any>>) -> Self {
        let port = free_port();
        let process = Helper::listening(command.arg(format!("--port={port}")), port);
        Self { port, _process: process, _surroundings: surroundings }
    }

    /// Where it takes commands.
    pub(crate) fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }
}
