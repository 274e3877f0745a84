//! The right to keep a browser busy. The engines share the cores, so `cargo xtask test` hands out slots to all of them; a
//! test process on its own has two.

use std::cell::Cell;
use std::io::Read;
use std::net::TcpStream;
use std::sync::{Condvar, Mutex, PoisonError};
use std::time::{Duration, Instant};

use crate::engine::env_or;

/// The number of busy browsers when no runner hands out slots.
const OWN_SLOTS: usize = 2;

static TAKEN: Mutex<usize> = Mutex::new(0);
static GIVEN_BACK: Condvar = Condvar::new();

thread_local! {
    static WAITED: Cell<Duration> = const { Cell::new(Duration::ZERO) };
}

/// A slot, released when it is dropped.
pub(crate) enum Slot {
    /// From this process.
    Own,
    /// From the runner, which sees the connection close.
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
            GIVEN_BACK.wait_while(taken, |taken| *taken >= OWN_SLOTS).unwrap_or_else(PoisonError::into_inner);
        *taken += 1;
        Self::Own
    }

    /// The runner answers with one byte when there is a free slot.
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

/// How long the current test has waited for slots.
pub(crate) fn waited() -> Duration {
    WAITED.get()
}
