//! Tracks: the two scales of a principle with what each stop means, and the scale with the four phases.

use yew::prelude::*;

use super::scale::{percent, scale};
use super::{Dispatch, screen_reader_suffix, text};
use crate::app::view::block::{MarkShape, PhaseTrack, Track, TrackStop};
use crate::json::Text;

/// The track of a principle.
pub(super) fn track(track: &Track, dispatch: &Dispatch) -> Html {
    let heading = |mark: MarkShape, name: &Text| {
        let class = match mark {
            MarkShape::Desired => "track__heading swatch swatch--desired",
            _ => "track__heading swatch swatch--now",
        };
        html! { <p key={class} {class} aria-hidden="true">{ text(name) }</p> }
    };
    let headings = track.scales.iter().zip(&track.headings).map(|(scale, name)| heading(scale.mark, name));
    let stop = |stop: &TrackStop| {
        html! {
            <li key={&*stop.value} class="track__stop">
                <strong key="name" class="track__name">{ text(&stop.name) }</strong>
                <span key="meaning" id={meaning_id(&stop.value)} class="track__meaning">{ text(&stop.meaning) }</span>
                <details key="example" class="track__example">
                    <summary key="summary">{ text(&track.example_label) }{ screen_reader_suffix(Some(&stop.name)) }</summary>
                    <p key="example">{ text(&stop.example) }</p>
                </details>
            </li>
        }
    };
    html! {
        <div key="track" class="track" data-stops={track.stops.len().to_string()} role="group"
            aria-label={text(&track.label)}>
            <div key="line" class="track__line" aria-hidden="true" />
            { for headings }
            { for track.scales.iter().map(|of_mark| scale(of_mark, Some(meaning_id), dispatch)) }
            <ol key="stops" class="track__stops">{ for track.stops.iter().map(stop) }</ol>
        </div>
    }
}

fn meaning_id(stop: &str) -> String {
    ["meaning-", stop].concat()
}

/// A scale with the four phases, and the current value below it.
pub(super) fn phase_track(track: &PhaseTrack, dispatch: &Dispatch) -> Html {
    // The four stops are in the middle of four equal parts: 1.00 at one eighth, 4.00 at seven eighths.
    let now = track.now.map(|now| percent(now, 50, 450));
    html! {
        <div key="track" class="phase-track">
            <svg key="now" class="phase-track__now" aria-hidden="true">
                { for now.map(|x| html! { <circle key="now" class="mark-now" cx={x} cy="50%" r="10" /> }) }
            </svg>
            { scale(&track.scale, None, dispatch) }
        </div>
    }
}
