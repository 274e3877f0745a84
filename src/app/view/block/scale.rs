//! Scales: native radios along a line.

use super::MarkShape;
use crate::app::Msg;
use crate::domain::PrincipleId;
use crate::json::Text;

/// A scale: native radios along a line.
#[derive(Clone, Debug, PartialEq)]
pub struct Scale {
    /// The shape of its mark.
    pub mark: MarkShape,
    /// The name of the radios.
    pub name: Text,
    /// The accessible name of the group.
    pub label: Text,
    /// The index of the selected stop.
    pub selected: Option<usize>,
    /// The stops in order.
    pub stops: Vec<ScaleStop>,
}

/// A stop of a scale.
#[derive(Clone, Debug, PartialEq)]
pub struct ScaleStop {
    /// The value of the radio.
    pub value: Text,
    /// Its accessible name.
    pub label: Text,
    /// The message sent when it is chosen.
    pub msg: Msg,
}

/// The track of a principle, with two scales.
#[derive(Clone, Debug, PartialEq)]
pub struct Track {
    /// Which principle.
    pub principle: PrincipleId,
    /// Its accessible name.
    pub label: Text,
    /// The heading of each scale.
    pub headings: [Text; 2],
    /// Now and desired.
    pub scales: [Scale; 2],
    /// The stops, in order.
    pub stops: Vec<TrackStop>,
    /// Names what an example belongs to.
    pub example_label: Text,
}

/// A stop of a track.
#[derive(Clone, Debug, PartialEq)]
pub struct TrackStop {
    /// The value of its radios.
    pub value: Text,
    /// Its name.
    pub name: Text,
    /// The meaning of choosing it.
    pub meaning: Text,
    /// The worked example.
    pub example: Text,
}

/// A scale with the four phases, and the current value below it.
#[derive(Clone, Debug, PartialEq)]
pub struct PhaseTrack {
    /// The mark to place.
    pub scale: Scale,
    /// The present value in hundredths.
    pub now: Option<u32>,
}
