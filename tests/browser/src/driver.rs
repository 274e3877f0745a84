//! The driver program of the browser: one process for all tests that run at the same time.

use std::io::{BufRead, BufReader};
use std::process::{Child, Stdio};
use std::sync::{Arc, Mutex, PoisonError, Weak};

use crate::engine::Engine;

/// A running driver. It ends when the last test that uses it ends, also when that test fails.
pub(crate) struct Driver {
    process: Child,
    port: u16,
}

/// Weak, because a static is never dropped and would leave the process behind.
static RUNNING: Mutex<Weak<Driver>> = Mutex::new(Weak::new());

impl Driver {
    /// The driver that runs, or a new one.
    #[track_caller]
    pub(crate) fn shared(engine: Engine) -> Arc<Self> {
        let mut running = RUNNING.lock().unwrap_or_else(PoisonError::into_inner);
        running.upgrade().unwrap_or_else(|| {
            let driver = Arc::new(Self::start(engine));
            *running = Arc::downgrade(&driver);
            driver
        })
    }

    /// Where it takes commands.
    pub(crate) fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    #[track_caller]
    fn start(engine: Engine) -> Self {
        let mut command = engine.driver();
        let started = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn();
        let mut process = started
            .unwrap_or_else(|error| panic!("cannot start {}: {error}", command.get_program().display()));
        let mut lines = BufReader::new(process.stdout.take().unwrap()).lines().map_while(Result::ok);
        let Some(port) = lines.find_map(|line| engine.port_in(&line)) else {
            panic!("{} ended before it said on which port it listens", command.get_program().display());
        };
        // What it prints later is of no use here, but a full pipe would stop it.
        std::thread::spawn(move || lines.for_each(drop));
        Self { process, port }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // Both only fail when it has ended already.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
