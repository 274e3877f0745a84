//! Progress through the statements.

use yew::prelude::*;

use super::text;
use crate::json::Text;

/// A line of text and a bar.
pub(super) fn progress(index: usize, label: &Text, current: usize, count: usize) -> Html {
    html! {
        <div key={index} class="progress">
            <p key="label" class="progress__label" data-progress="">{ text(label) }</p>
            <progress key="bar" class="progress__bar" max={count.to_string()} value={current.to_string()}
                aria-hidden="true" />
        </div>
    }
}
