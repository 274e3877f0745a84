//! Tracks: scales of native radios along a line, which can be tapped, dragged and driven by keys.

use yew::prelude::*;

use super::{Send, sends, text};
use crate::app::view::block::{MarkShape, PhaseTrack, Scale, ScaleStop, Track, TrackStop};
use crate::json::Text;
use crate::platform::pointer::stop_at;

/// The track of a principle: two scales, and what each stop means.
pub(super) fn track(track: &Track, send: &Send) -> Html {
    let heading = |mark: MarkShape, name: &Text| {
        let class = ["track__heading key key--", mark.name()].concat();
        html! { <p key={["heading-", mark.name()].concat()} {class} aria-hidden="true">{ text(name) }</p> }
    };
    let headings = track.scales.iter().zip(&track.headings).map(|(scale, name)| heading(scale.mark, name));
    let stop = |stop: &TrackStop| {
        html! {
            <li key={&*stop.value} class="track__stop">
                <strong key="name" class="track__name">{ text(&stop.name) }</strong>
                <span key="meaning" id={meaning_id(&stop.value)} class="track__meaning">{ text(&stop.meaning) }</span>
                <details key="example" class="track__example">
                    <summary key="summary">{ text(&track.example_label) }{ super::screen_reader_suffix(Some(&stop.name)) }</summary>
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
            { for track.scales.iter().map(|l| scale(l, true, send)) }
            <ol key="stops" class="track__stops">{ for track.stops.iter().map(stop) }</ol>
        </div>
    }
}

fn meaning_id(stop: &str) -> String {
    ["meaning-", stop].concat()
}

/// A scale with the four phases, and the current value below it.
pub(super) fn phases(track: &PhaseTrack, send: &Send) -> Html {
    // The four stops stand in the middle of four equal parts: 1.00 at one eighth, 4.00 at seven eighths.
    let now = track.now.map(|now| percent(now, 50, 450));
    html! {
        <div key="track" class="phases">
            <svg key="now" class="phases__now" aria-hidden="true">
                { for now.map(|x| html! { <circle key="now" class="mark-now" cx={x} cy="50%" r="10" /> }) }
            </svg>
            { scale(&track.scale, false, send) }
        </div>
    }
}

fn scale(scale: &Scale, described: bool, send: &Send) -> Html {
    let mark = scale.mark.name();
    let stop = |(place, stop): (usize, &ScaleStop)| {
        let described_by = described.then(|| meaning_id(&stop.value));
        html! {
            <label key={&*stop.value} class="lane__stop">
                <input key="radio" class="lane__radio" type="radio" name={text(&scale.name)} value={text(&stop.value)}
                    checked={scale.selected == Some(place)} aria-describedby={described_by}
                    onchange={sends::<Event>(send, &stop.msg)} />
                <span key="mark" class="lane__mark" aria-hidden="true" />
                <span key="label" class="visually-hidden">{ text(&stop.label) }</span>
            </label>
        }
    };
    let moved = {
        let (send, at) = (send.clone(), scale.selected);
        let messages: Vec<_> = scale.stops.iter().map(|stop| stop.msg.clone()).collect();
        Callback::from(move |event: PointerEvent| {
            let place = stop_at(&event).filter(|place| at != Some(*place));
            if let Some(msg) = place.and_then(|place| messages.get(place)) {
                send.emit(msg.clone());
            }
        })
    };
    html! {
        <div key={mark} class={["lane lane--", mark].concat()} role="radiogroup" aria-label={text(&scale.label)}
            data-lane={mark} onpointerdown={moved.clone()} onpointermove={moved.clone()} onpointerup={moved}>
            { for scale.stops.iter().enumerate().map(stop) }
        </div>
    }
}

/// A place on a scale of hundredths as a percentage of its width, in tenths: `62.5%`.
pub(super) fn percent(hundredths: u32, from: u32, to: u32) -> AttrValue {
    let tenths = 1000 * hundredths.saturating_sub(from) / (to - from).max(1);
    AttrValue::from([&(tenths / 10).to_string(), ".", &(tenths % 10).to_string(), "%"].concat())
}
