//! Polling until a condition holds or the deadline passes; never sleeping for a fixed time.

use std::time::{Duration, Instant};

use crate::DEADLINE;

/// The first and the longest pause between two polls. Polling keeps the browser busy, so it slows down.
const FIRST_PAUSE: Duration = Duration::from_millis(10);
const MAX_PAUSE: Duration = Duration::from_millis(160);

/// Polls until there is a value, and panics with the last error at the deadline.
#[track_caller]
pub(crate) fn wait_for<T>(what: &str, poll: impl FnMut() -> Result<T, String>) -> T {
    wait_for_within(DEADLINE, what, poll)
}

/// The same with another deadline.
#[track_caller]
pub(crate) fn wait_for_within<T>(
    deadline: Duration,
    what: &str,
    mut poll: impl FnMut() -> Result<T, String>,
) -> T {
    let end = Instant::now() + deadline;
    let mut pause = FIRST_PAUSE;
    loop {
        match poll() {
            Ok(found) => return found,
            Err(instead) if Instant::now() > end => panic!("{what}: {instead}"),
            Err(_) => std::thread::sleep(pause),
        }
        pause = (pause * 2).min(MAX_PAUSE);
    }
}
