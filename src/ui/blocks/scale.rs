//! Scales: native radios along a line, which can be tapped, dragged and driven by keys.

use yew::prelude::*;

use super::{Dispatch, on, text};
use crate::app::view::block::{MarkShape, Scale, ScaleStop};
use crate::platform::pointer::stop_at;

/// The scale. If it is part of a track, its stops are described by the track.
pub(super) fn scale(scale: &Scale, describe: Option<fn(&str) -> String>, dispatch: &Dispatch) -> Html {
    let class = match scale.mark {
        MarkShape::Now => "scale scale--now",
        MarkShape::Desired => "scale scale--desired",
        MarkShape::Ambition => "scale scale--ambition",
        // Marks that are only shown.
        MarkShape::Band | MarkShape::Before => "scale",
    };
    let stop = |(index, stop): (usize, &ScaleStop)| {
        html! {
            <label key={&*stop.value} class="scale__stop">
                <input key="radio" class="scale__radio overlay-input" type="radio" name={text(&scale.name)}
                    value={text(&stop.value)} checked={scale.selected == Some(index)}
                    aria-describedby={describe.map(|id| id(&stop.value))}
                    onchange={on::<Event>(dispatch, &stop.msg)} />
                <span key="mark" class="scale__mark" aria-hidden="true" />
                <span key="label" class="visually-hidden">{ text(&stop.label) }</span>
            </label>
        }
    };
    let moved = {
        let (dispatch, selected) = (dispatch.clone(), scale.selected);
        let messages: Vec<_> = scale.stops.iter().map(|stop| stop.msg.clone()).collect();
        Callback::from(move |event: PointerEvent| {
            let index = stop_at(&event).filter(|index| selected != Some(*index));
            if let Some(msg) = index.and_then(|index| messages.get(index)) {
                dispatch.emit(msg.clone());
            }
        })
    };
    let mark = scale.mark.name();
    html! {
        <div key={mark} {class} role="radiogroup" aria-label={text(&scale.label)} data-lane={mark}
            onpointerdown={moved.clone()} onpointermove={moved.clone()} onpointerup={moved}>
            { for scale.stops.iter().enumerate().map(stop) }
        </div>
    }
}

/// A value in hundredths as a percentage of the width from one end to the other, in tenths: `62.5%`.
pub(super) fn percent(hundredths: u32, from: u32, to: u32) -> AttrValue {
    let tenths = 1000 * hundredths.saturating_sub(from) / (to - from).max(1);
    AttrValue::from([&(tenths / 10).to_string(), ".", &(tenths % 10).to_string(), "%"].concat())
}
