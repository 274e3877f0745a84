//! The principles in words: where the marks are, and how far apart.

use super::Report;
use crate::content::{Arg, MessageKey, Principle, Stop};
use crate::domain::{Marks, PrincipleId, StopId};
use crate::json::Text;

/// Distances from which rounds, and a warning, are advised (docs/product.md#principles).
const ROUNDS_FROM: usize = 2;
const LEAP_FROM: usize = 3;

impl Report<'_> {
    pub(crate) fn marks(&self, id: &PrincipleId) -> Marks {
        self.record.theme.placements.get(id.as_str()).cloned().unwrap_or_default()
    }

    /// The distance from now to desired in words (docs/product.md#principles).
    pub(crate) fn reading(&self, principle: &Principle, marks: &Marks) -> Option<Text> {
        let now = stop_index(principle, marks.now.as_ref())?;
        let desired = stop_index(principle, marks.desired.as_ref())?;
        let pole = &principle.poles[usize::from(desired > now)].name;
        let distance = now.abs_diff(desired);
        let message = match distance {
            0 => MessageKey::ReadingStay,
            LEAP_FROM.. => MessageKey::ReadingLeap,
            ROUNDS_FROM.. => MessageKey::ReadingRounds,
            _ => MessageKey::ReadingAdjust,
        };
        Some(self.format(message, &[("n", Arg::Number(distance)), ("pole", Arg::Text(pole))]))
    }
}

/// The index of a stop on the track; `None` without a mark, or if the content has no such stop.
pub(crate) fn stop_index(principle: &Principle, stop: Option<&StopId>) -> Option<usize> {
    let stop = stop?;
    principle.stops.iter().position(|known| known.id == *stop)
}

/// A stop by its id; `None` without a mark, or if the content has no such stop.
pub(crate) fn stop_of<'p>(principle: &'p Principle, stop: Option<&StopId>) -> Option<&'p Stop> {
    stop_index(principle, stop).and_then(|at| principle.stops.get(at))
}
