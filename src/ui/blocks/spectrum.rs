//! The spectrum: one band of four phases that widens, because each phase means flexibility reaches further.

use yew::prelude::*;

use super::scale::percent;
use super::text;
use crate::app::view::block::Spectrum;

/// The four parts of the band in a box of 400 by 100, from left to right, with their class names.
const PARTS: [(&str, &str); 4] = [
    ("0,40 99,33 99,67 0,60", "spectrum__phase-1"),
    ("101,33 199,24 199,76 101,67", "spectrum__phase-2"),
    ("201,24 299,14 299,86 201,76", "spectrum__phase-3"),
    ("301,14 400,4 400,96 301,86", "spectrum__phase-4"),
];

/// The spectrum with position, band and ambition.
pub(super) fn spectrum(view: &Spectrum) -> Html {
    let Spectrum { label, phases, phase, position, band, ambition } = view;
    let parts = PARTS
        .iter()
        .map(|(points, class)| html! { <polygon key={*class} class={*class} points={*points} /> });
    let x = |hundredths: u32| percent(hundredths, 100, 400);
    let band = band.map(|(low, high)| {
        html! { <line key="band" class="spectrum__band" x1={x(low)} x2={x(high)} y1="50%" y2="50%" /> }
    });
    let ambition = ambition.map(|ambition| {
        html! { <circle key="ambition" class="spectrum__ambition" cx={x(ambition)} cy="50%" r="13" /> }
    });
    let name = |(at, name): (usize, &crate::json::Text)| {
        let current = at == phase.index();
        html! { <li key={at} class="spectrum__name" data-current={current.then_some("")}>{ text(name) }</li> }
    };
    html! {
        <figure key="spectrum" class="spectrum">
            <div key="picture" class="spectrum__picture" role="img" aria-label={text(label)}>
                <svg key="phases" class="spectrum__phases" viewBox="0 0 400 100" preserveAspectRatio="none" aria-hidden="true">
                    { for parts }
                </svg>
                <svg key="marks" class="spectrum__marks" aria-hidden="true">
                    { for band }
                    { for ambition }
                    <line key="needle" class="spectrum__needle" x1={x(*position)} x2={x(*position)} y1="8%" y2="92%" />
                    <circle key="now" class="spectrum__now" cx={x(*position)} cy="50%" r="9" />
                </svg>
            </div>
            <ol key="names" class="spectrum__names">{ for phases.iter().enumerate().map(name) }</ol>
        </figure>
    }
}
