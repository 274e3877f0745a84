//! One lane of a track: native radios along a line, which can be tapped, dragged and driven by keys.

use yew::prelude::*;

use crate::app::Msg;
use crate::platform::pointer::dragged_to;
use crate::ui::Send;

/// A stop of a lane.
pub(crate) struct LaneStop {
    /// The value of the radio.
    pub(crate) value: AttrValue,
    /// Its accessible name.
    pub(crate) label: AttrValue,
    /// The id of the element that explains it.
    pub(crate) described_by: Option<AttrValue>,
    /// What choosing it sends.
    pub(crate) msg: Msg,
}

/// One lane.
pub(crate) struct LaneView {
    /// `now`, `desired` or `ambition`: the shape of the mark.
    pub(crate) mark: &'static str,
    /// The name of the radios.
    pub(crate) name: AttrValue,
    /// The accessible name of the group.
    pub(crate) label: AttrValue,
    /// The stops in order.
    pub(crate) stops: Vec<LaneStop>,
    /// Where the mark stands.
    pub(crate) at: Option<usize>,
}

/// A lane with its mark.
pub(crate) fn lane(lane: LaneView, send: &Send) -> Html {
    let LaneView { mark, name, label, stops, at } = lane;
    let stop = |(place, stop): (usize, &LaneStop)| {
        let (send, msg) = (send.clone(), stop.msg.clone());
        let onchange = Callback::from(move |_: Event| send.emit(msg.clone()));
        html! {
            <label key={&*stop.value} class="lane__stop">
                <input key="radio" class="lane__radio" type="radio" name={name.clone()} value={stop.value.clone()}
                    checked={at == Some(place)} aria-describedby={stop.described_by.clone()} {onchange} />
                <span key="mark" class="lane__mark" aria-hidden="true" />
                <span key="label" class="visually-hidden">{ stop.label.clone() }</span>
            </label>
        }
    };
    let radios: Html = stops.iter().enumerate().map(stop).collect();
    let send = send.clone();
    let count = stops.len().to_string();
    let onpointermove = Callback::from(move |event: PointerEvent| {
        let place = dragged_to(&event).filter(|place| at != Some(*place));
        if let Some(stop) = place.and_then(|place| stops.get(place)) {
            send.emit(stop.msg.clone());
        }
    });
    html! {
        <div key={mark} class={["lane lane--", mark].concat()} role="radiogroup" aria-label={label} data-lane={mark}
            data-stops={count} {onpointermove}>
            { radios }
        </div>
    }
}

/// A place on a scale of hundredths as a percentage of its width, in tenths: `62.5%`.
pub(crate) fn percent(hundredths: u32, from: u32, to: u32) -> String {
    let tenths = 1000 * hundredths.saturating_sub(from) / (to - from).max(1);
    [&(tenths / 10).to_string(), ".", &(tenths % 10).to_string(), "%"].concat()
}
