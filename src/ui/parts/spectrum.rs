//! The spectrum: one band of four phases that widens, because each phase means flexibility reaches further.

use yew::prelude::*;

use super::percent;
use crate::app::view::SpectrumView;
use crate::ui::text;

/// The four parts of the band in a box of 400 by 100, from left to right.
const PARTS: [&str; 4] = [
    "0,40 99,33 99,67 0,60",
    "101,33 199,24 199,76 101,67",
    "201,24 299,14 299,86 201,76",
    "301,14 400,4 400,96 301,86",
];

/// The spectrum with position, band and ambition.
pub(crate) fn spectrum(view: &SpectrumView) -> Html {
    let SpectrumView { label, phases, phase, position, band, ambition, keys } = view;
    let parts = PARTS.iter().enumerate().map(|(at, points)| {
        let class = ["spectrum__phase spectrum__phase--", &(at + 1).to_string()].concat();
        html! { <polygon key={at} {class} points={*points} data-current={(at == phase.index()).then_some("")} /> }
    });
    let x = |hundredths: u32| percent(hundredths, 100, 400);
    let band = band.map(|(low, high)| {
        html! {
            <line key="band" class="spectrum__band" x1={x(low)} x2={x(high)} y1="50%" y2="50%" />
        }
    });
    let ambition = ambition.map(|ambition| {
        html! {
            <circle key="ambition" class="spectrum__ambition" cx={x(ambition)} cy="50%" r="11" />
        }
    });
    let names = phases.iter().enumerate().map(|(at, name)| {
        html! {
            <li key={at} class="spectrum__name" data-current={(at == phase.index()).then_some("")}>
                <span key="number" class="spectrum__number">{ at + 1 }</span>{ " " }{ text(name) }
            </li>
        }
    });
    let kinds = ["now", "band", "ambition"];
    let kinds = kinds.into_iter().filter(|kind| match *kind {
        "band" => band.is_some(),
        "ambition" => ambition.is_some(),
        _ => true,
    });
    let keys = kinds.zip(keys).map(|(kind, name)| {
        html! {
            <li key={kind} class={["key key--", kind].concat()}>{ text(name) }</li>
        }
    });
    html! {
        <figure key="spectrum" class="spectrum">
            <div key="picture" class="spectrum__picture" role="img" aria-label={text(label)}>
                <svg key="phases" class="spectrum__phases" viewBox="0 0 400 100" preserveAspectRatio="none" aria-hidden="true">
                    { for parts }
                </svg>
                <svg key="marks" class="spectrum__marks" aria-hidden="true">
                    { for band.clone() }
                    { for ambition.clone() }
                    <line key="needle" class="spectrum__needle" x1={x(*position)} x2={x(*position)} y1="8%" y2="92%" />
                    <circle key="now" class="spectrum__now" cx={x(*position)} cy="50%" r="9" />
                </svg>
            </div>
            <ol key="names" class="spectrum__names">{ for names }</ol>
            <ul key="keys" class="keys" aria-hidden="true">{ for keys }</ul>
        </figure>
    }
}
