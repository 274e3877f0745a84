//! The right to keep a browser busy. `cargo xtask test` hands slots out to all engines together, as they share the cores;
//! a test process on its own has two.

use std::cell::Cell;
use std::io::Read;
use std::net::TcpStream;
use std::sync::{Condvar, Mutex, PoisonError};
use std::time::{Duration, Instant};

use crate::engine::env_or;

/// How many browsers a test process keeps busy when nothing else hands out slots.
const AT_A_TIME: usize = 2;

static TAKEN: Mutex<usize> = Mutex::new(0);
static GIVEN_BACK: Condvar = Condvar::new();

thread_local! {
    static WAITED: Cell<Duration> = const { Cell::new(Duration::ZERO) };
}

/// A slot, given back when it is dropped.
pub(crate) enum Slot {
    /// Of this process.
    Own,
    /// Of the runner, which sees the connection close.
    Lent(#[allow(dead_code, reason = "held, not used")] TcpStream),
}

impl Slot {
    /// Waits for a slot.
    #[track_caller]
    pub(crate) fn take() -> Self {
        let begin = Instant::now();
        let runner = env_or("FLEXKOMPAS_SLOTS", "");
        let slot = if runner.is_empty() { Self::take_own() } else { Self::borrow(&runner) };
        WAITED.set(WAITED.get() + begin.elapsed());
        slot
    }

    fn take_own() -> Self {
        let taken = TAKEN.lock().unwrap_or_else(PoisonError::into_inner);
        let mut taken =
            GIVEN_BACK.wait_while(taken, |taken| *taken >= AT_A_TIME).unwrap_or_else(PoisonError::into_inner);
        *taken += 1;
        Self::Own
    }

    /// The runner answers a connection with one byte when it is its turn.
    #[track_caller]
    fn borrow(runner: &str) -> Self {
        let mut connection = TcpStream::connect(runner)
            .unwrap_or_else(|error| panic!("the runner gives no slots at {runner}: {error}"));
        connection.read_exact(&mut [0]).unwrap_or_else(|error| panic!("the runner went away: {error}"));
        Self::Lent(connection)
    }
}

impl Drop for Slot {
    fn drop(&mut self) {
        if matches!(self, Self::Own) {
            *TAKEN.lock().unwrap_or_else(PoisonError::into_inner) -= 1;
            GIVEN_BACK.notify_one();
        }
    }
}

/// How long the present test has waited for slots.
pub(crate) fn waited() -> Duration {
    WAITED.get()
}
