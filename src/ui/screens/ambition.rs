//! The ambition: nine rows, each a track of four stops with the mark of now and a ring to place.

use yew::prelude::*;

use crate::app::Msg;
use crate::app::view::{AmbitionRow, AmbitionView};
use crate::domain::Phase;
use crate::ui::parts::{LaneStop, LaneView, button, lane, percent};
use crate::ui::{Send, sends, text};

/// The page of the ambition.
pub(crate) fn ambition_screen(view: &AmbitionView, send: &Send) -> Html {
    let legend = view.legend.iter().map(|phase| {
        html! {
            <li key={phase.phase.number()} class="legend__phase">
                <strong key="name">{ text(&phase.name) }</strong>{ " " }
                <span key="meaning">{ text(&phase.meaning) }</span>
            </li>
        }
    });
    html! {
        <>
            <div key="ways" class="ways">{ button(&view.back, "quiet", send) }</div>
            <h1 key="title" tabindex="-1">{ text(&view.title) }</h1>
            <p key="intro" class="lead">{ text(&view.intro) }</p>
            <details key="legend" class="legend">
                <summary key="summary">{ text(&view.legend_label) }</summary>
                <ol key="phases" class="legend__phases">{ for legend }</ol>
            </details>
            <ul key="keys" class="keys" aria-hidden="true">
                <li key="now" class="key key--now">{ text(&view.now_label) }</li>
                <li key="ambition" class="key key--ambition">{ text(&view.ambition_label) }</li>
            </ul>
            <div key="rows" class="ambitions">{ for view.rows.iter().map(|r| row(r, view, send)) }</div>
            <div key="onward" class="onward">
                { button(&view.next, "primary", send) }
            </div>
        </>
    }
}

fn row(row: &AmbitionRow, view: &AmbitionView, send: &Send) -> Html {
    let id = row.dimension.as_str();
    let msg = |phase| Msg::AmbitionPlaced { dimension: row.dimension.clone(), phase };
    let stops = Phase::ALL.into_iter().zip(&row.stops).map(|(phase, label)| LaneStop {
        value: phase.to_string().into(),
        label: text(label),
        described_by: None,
        msg: msg(Some(phase)),
    });
    let stops: Vec<LaneStop> = stops.collect();
    let label = [&*view.ambition_label, ": ", &*row.name].concat();
    let track = LaneView {
        mark: "ambition",
        name: ["ambition-", id].concat().into(),
        label: label.into(),
        stops,
        at: row.ambition.map(Phase::index),
    };
    // The four stops stand in the middle of four equal parts: 1.00 at one eighth, 4.00 at seven eighths.
    let now = row.now.map(|now| percent(now, 50, 450));
    html! {
        <section key={id.to_owned()} class="ambition" data-dimension={id.to_owned()}
            aria-labelledby={["ambition-title-", id].concat()}>
            <h2 key="name" id={["ambition-title-", id].concat()} class="ambition__name">{ text(&row.name) }</h2>
            <p key="asks" class="hint">{ text(&row.asks) }</p>
            <div key="track" class="ambition__track">
                <svg key="now" class="ambition__now" aria-hidden="true">
                    { for now.iter().map(|x| html! { <circle key="now" class="mark-now" cx={x.clone()} cy="50%" r="10" /> }) }
                </svg>
                { lane(track, send) }
            </div>
            <p key="values" class="ambition__values">
                <span key="now" class="ambition__value">{ text(&row.now_text) }</span>
                <span key="ambition" class="ambition__value ambition__value--chosen">{ text(&row.ambition_text) }</span>
                { for row.ambition.map(|_| html! {
                    <button key="clear" type="button" class="button button--quiet" data-action="clear-ambition"
                        aria-label={[&*view.clear_label, ": ", &*row.name].concat()}
                        onclick={sends(send, &msg(None))}>{ text(&view.clear_label) }</button>
                }) }
            </p>
        </section>
    }
}
