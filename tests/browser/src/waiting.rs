//! Waiting for what must come: looking again and again until the deadline, never for a fixed time.

use std::time::{Duration, Instant};

use crate::DEADLINE;

/// How long to pause between the first two looks, and the most between two later ones. A look keeps the browser busy, so
/// what is slow to come is looked for less often.
const FIRST_PAUSE: Duration = Duration::from_millis(10);
const LONGEST_PAUSE: Duration = Duration::from_millis(160);

/// Looks until there is something; tells what the last look gave instead when it never comes.
#[track_caller]
pub(crate) fn wait_for<T>(what: &str, look: impl FnMut() -> Result<T, String>) -> T {
    wait_for_within(DEADLINE, what, look)
}

/// The same with a deadline of its own, for what is meant to take its time.
#[track_caller]
pub(crate) fn wait_for_within<T>(
    deadline: Duration,
    what: &str,
    mut look: impl FnMut() -> Result<T, String>,
) -> T {
    let end = Instant::now() + deadline;
    let mut pause = FIRST_PAUSE;
    loop {
        match look() {
            Ok(found) => return found,
            Err(instead) if Instant::now() > end => panic!("{what}: {instead}"),
            Err(_) => std::thread::sleep(pause),
        }
        pause = (pause * 2).min(LONGEST_PAUSE);
    }
}
