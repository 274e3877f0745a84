//! Positions on the trade-off sliders (docs/product.md#principles). They are positions, never levels, and stay out of the score.

use serde::Deserialize;

use super::{PrincipleId, SortedMap, StopId};

/// Which of the two marks on a track.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Where things stand now.
    Now,
    /// Where the visitor wants to be.
    Desired,
}

impl Mark {
    /// The end of the radio name, and the key in the stored record.
    pub fn value(self) -> &'static str {
        match self {
            Self::Now => "now",
            Self::Desired => "desired",
        }
    }
}

/// The two marks of a principle; an unplaced mark has no stop.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Marks {
    /// Where things stand now.
    pub now: Option<StopId>,
    /// Where the visitor wants to be.
    pub desired: Option<StopId>,
}

impl Marks {
    /// The stop of one mark.
    pub fn get(&self, mark: Mark) -> Option<&StopId> {
        match mark {
            Mark::Now => self.now.as_ref(),
            Mark::Desired => self.desired.as_ref(),
        }
    }

    /// Sets a mark on a stop, or clears it.
    pub fn set(&mut self, mark: Mark, stop: Option<StopId>) {
        match mark {
            Mark::Now => self.now = stop,
            Mark::Desired => self.desired = stop,
        }
    }
}

/// The marks by principle.
pub type Placements = SortedMap<PrincipleId, Marks>;

/// Which pole the stop at this place of a track of `stops` stops leans to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The first pole of the content, the employee-centred one.
    First,
    /// Exactly in the middle.
    Middle,
    /// The second pole.
    Second,
}

/// The side of a stop, counted from 0.
pub fn side(place: usize, stops: usize) -> Side {
    match (2 * place + 1).cmp(&stops) {
        std::cmp::Ordering::Less => Side::First,
        std::cmp::Ordering::Equal => Side::Middle,
        std::cmp::Ordering::Greater => Side::Second,
    }
}
