//! One principle: a track between two poles, with a lane for *now* and a lane for *desired*.

use yew::prelude::*;

use crate::app::Msg;
use crate::app::view::{Fact, MarkLane, PoleView, PrincipleView, StopView};
use crate::platform::event::typed;
use crate::ui::parts::{LaneStop, LaneView, button, lane as track_lane};
use crate::ui::{Send, text};

/// The page of one principle.
pub(crate) fn principle_screen(view: &PrincipleView, send: &Send) -> Html {
    html! {
        <>
            <div key="ways" class="ways">{ button(&view.back, "quiet", send) }</div>
            <p key="number" class="statement__number">{ text(&view.number) }</p>
            <h1 key="title" tabindex="-1">{ text(&view.title) }</h1>
            <p key="question" class="lead">{ text(&view.question) }</p>
            <p key="about">{ text(&view.about) }</p>
            { theme(view, send) }
            <div key="poles" class="poles">{ for view.poles.iter().map(pole) }</div>
            <p key="hint" class="hint" id="track-hint">{ text(&view.track_hint) }</p>
            { track(view, send) }
            <p key="reading" class="reading" role="status" data-reading="">{ for view.reading.iter().map(text) }</p>
            { warnings(view) }
            <p key="source" class="source">{ text(&view.source) }</p>
            <div key="onward" class="onward">
                { button(&view.next, "primary", send) }
            </div>
        </>
    }
}

fn theme(view: &PrincipleView, send: &Send) -> Html {
    let send = send.clone();
    let oninput = Callback::from(move |event: InputEvent| send.emit(Msg::ThemeTyped(typed(&event))));
    html! {
        <div key="theme" class="theme">
            <label key="label" class="group__label" for="theme">{ text(&view.theme_label) }</label>
            <p key="hint" id="theme-hint" class="hint">{ text(&view.theme_hint) }</p>
            <input key="field" id="theme" class="field" type="text" name="theme" autocomplete="off"
                aria-describedby="theme-hint" value={text(&view.theme)} {oninput} />
        </div>
    }
}

fn pole(pole: &PoleView) -> Html {
    html! {
        <section key={&*pole.key} class="pole">
            <h2 key="name" class="pole__name">{ text(&pole.name) }</h2>
            <p key="start" class="pole__start">{ text(&pole.start) }</p>
            <p key="thinking">{ text(&pole.thinking) }</p>
        </section>
    }
}

fn track(view: &PrincipleView, send: &Send) -> Html {
    let count = view.stops.len();
    html! {
        <div key="track" class="track" data-stops={count.to_string()} aria-describedby="track-hint" role="group"
            aria-label={text(&view.question)}>
            <div key="line" class="track__line" aria-hidden="true" />
            { for view.lanes.iter().map(|lane| heading(lane)) }
            { for view.lanes.iter().map(|l| lane(view, l, send)) }
            <ol key="stops" class="track__stops">{ for view.stops.iter().map(|s| stop(view, s)) }</ol>
        </div>
    }
}

fn heading(lane: &MarkLane) -> Html {
    let mark = lane.mark.value();
    html! {
        <p key={["heading-", mark].concat()} class={["track__heading key key--", mark].concat()} aria-hidden="true">
            { text(&lane.label) }
        </p>
    }
}

fn lane(view: &PrincipleView, lane: &MarkLane, send: &Send) -> Html {
    let mark = lane.mark.value();
    let stops = view.stops.iter().map(|stop| LaneStop {
        value: stop.id.as_str().to_owned().into(),
        label: [&*lane.label, ": ", &*stop.name].concat().into(),
        described_by: Some(meaning_id(stop).into()),
        msg: Msg::MarkPlaced { principle: view.id.clone(), mark: lane.mark, stop: Some(stop.id.clone()) },
    });
    let stops: Vec<LaneStop> = stops.collect();
    let name = [view.id.as_str(), "-", mark].concat().into();
    track_lane(LaneView { mark, name, label: text(&lane.label), stops, at: lane.at }, send)
}

fn meaning_id(stop: &StopView) -> String {
    ["meaning-", stop.id.as_str()].concat()
}

fn stop(view: &PrincipleView, stop: &StopView) -> Html {
    html! {
        <li key={stop.id.as_str().to_owned()} class="track__stop">
            <strong key="name" class="track__name">{ text(&stop.name) }</strong>
            <span key="meaning" id={meaning_id(stop)} class="track__meaning">{ text(&stop.meaning) }</span>
            <details key="example" class="track__example">
                <summary key="summary">
                    { text(&view.example_label) }<span class="visually-hidden">{ [": ", &*stop.name].concat() }</span>
                </summary>
                <p key="example">{ text(&stop.example) }</p>
            </details>
        </li>
    }
}

fn warnings(view: &PrincipleView) -> Html {
    let warning = |fact: &Fact| {
        html! {
            <li key={&*fact.name} class="warning">
                <strong key="name">{ text(&fact.name) }</strong>{ " " }<span key="text">{ text(&fact.text) }</span>
            </li>
        }
    };
    html! {
        <section key="warnings" class="warnings" aria-live="polite" data-warnings={view.warnings.len().to_string()}>
            if !view.warnings.is_empty() {
                <h2 key="title">{ text(&view.warnings_label) }</h2>
                <ul key="list">{ for view.warnings.iter().map(warning) }</ul>
            }
        </section>
    }
}
