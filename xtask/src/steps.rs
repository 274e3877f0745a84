//! The steps of a long command, as lines on the terminal and on the page that the server shows meanwhile.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// The steps so far; clones share them.
#[derive(Clone, Debug, Default)]
pub struct Steps(Arc<Mutex<Vec<Step>>>);

#[derive(Debug)]
struct Step {
    what: String,
    begin: Instant,
    took: Option<Duration>,
}

impl Steps {
    /// Runs a step: prints a line before it, and one with its duration after it.
    pub fn run<T, E>(&self, what: &str, work: impl FnOnce() -> Result<T, E>) -> Result<T, E> {
        println!("==> {what}");
        let (at, result) = self.time(what, work);
        if result.is_ok() {
            println!("    done in {}", self.took(at));
        }
        result
    }

    /// Runs a step in parallel with others: prints one line when it is done, so as not to interrupt their output.
    pub fn run_alongside<T, E>(&self, what: &str, work: impl FnOnce() -> Result<T, E>) -> Result<T, E> {
        let (at, result) = self.time(what, work);
        if result.is_ok() {
            println!("==> {what}: done in {}, in parallel with other steps", self.took(at));
        }
        result
    }

    fn time<T, E>(&self, what: &str, work: impl FnOnce() -> Result<T, E>) -> (usize, Result<T, E>) {
        let at = {
            let mut steps = self.locked();
            steps.push(Step { what: what.to_owned(), begin: Instant::now(), took: None });
            steps.len() - 1
        };
        let result = work();
        if let Some(step) = self.locked().get_mut(at) {
            step.took = Some(step.begin.elapsed());
        }
        (at, result)
    }

    fn took(&self, at: usize) -> String {
        self.locked().get(at).map(|step| format_duration(step.begin.elapsed())).unwrap_or_default()
    }

    /// One line per step: its name and how long it took or has been running.
    pub fn lines(&self) -> Vec<String> {
        let line = |step: &Step| match step.took {
            Some(took) => format!("{}: {}", step.what, format_duration(took)),
            None => format!("{} … {}", step.what, format_duration(step.begin.elapsed())),
        };
        self.locked().iter().map(line).collect()
    }

    fn locked(&self) -> MutexGuard<'_, Vec<Step>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Formats a duration as `0.3 s`, `12 s` or `3 min 5 s`.
pub fn format_duration(time: Duration) -> String {
    let seconds = time.as_secs_f64();
    match time.as_secs() {
        0..10 => format!("{seconds:.1} s"),
        10..100 => format!("{seconds:.0} s"),
        whole => format!("{} min {} s", whole / 60, whole % 60),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_rounded_to_a_readable_precision() {
        assert_eq!(format_duration(Duration::from_millis(340)), "0.3 s");
        assert_eq!(format_duration(Duration::from_millis(12_400)), "12 s");
        assert_eq!(format_duration(Duration::from_secs(185)), "3 min 5 s");
    }

    #[test]
    fn step_is_listed_while_it_runs_and_afterwards() {
        let steps = Steps::default();
        let during = steps.run("Compile", || Ok::<_, ()>(steps.lines())).unwrap();
        assert!(during[0].starts_with("Compile … "), "{during:?}");
        assert!(steps.lines()[0].starts_with("Compile: "), "{:?}", steps.lines());
    }
}
