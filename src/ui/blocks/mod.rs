//! Paints the blocks that pages are made of, each kind in one place.

mod plot;
mod radios;
mod region;
mod spectrum;
mod table;
mod track;

use yew::prelude::*;

use super::{Send, sends, text};
use crate::app::view::block::{
    Action, Block, Fact, Field, FieldOf, Fold, Link, Look, MarkShape, Qr, Row, Weight,
};
use crate::json::Text;
use crate::platform::event::typed;

/// Blocks in order. Whatever can hold the focus has a key of its own; for the rest the place among the siblings
/// will do, because nothing is lost when a paragraph is made anew.
pub(super) fn all(blocks: &[Block], send: &Send) -> Html {
    blocks.iter().enumerate().map(|(at, block)| one(at, block, send)).collect()
}

fn one(at: usize, block: &Block, send: &Send) -> Html {
    match block {
        Block::Title(title) => html! { <h1 key={at} tabindex="-1">{ text(title) }</h1> },
        Block::Heading(2, title) => html! { <h2 key={at}>{ text(title) }</h2> },
        Block::Heading(3, title) => html! { <h3 key={at}>{ text(title) }</h3> },
        Block::Heading(_, title) => html! { <h4 key={at}>{ text(title) }</h4> },
        Block::Words(look, words) => paragraph(at, *look, words),
        Block::Buttons(row, buttons) => {
            let class = match row {
                Row::Beside => "actions",
                Row::Stacked => "actions actions--stacked",
                Row::Ways => "ways no-print",
            };
            let painted = buttons.iter().map(|b| button(&b.action, b.weight, send));
            let key = buttons.first().map_or("buttons", |button| button.action.name);
            html! { <div {key} {class}>{ for painted }</div> }
        }
        Block::Onward { hint, action } => onward(hint.as_ref(), action, send),
        Block::Region(region) => region::region(region, send),
        Block::List(list, items) => region::list(list, items, send),
        Block::Fold(inside) => fold(inside, send),
        Block::Progress { label, current, count } => html! {
            <div key={at} class="progress">
                <p key="label" class="progress__label" data-progress="">{ text(label) }</p>
                <progress key="bar" class="progress__bar" max={count.to_string()} value={current.to_string()}
                    aria-hidden="true" />
            </div>
        },
        Block::Radios(radios) => radios::radios(radios, send),
        Block::Field(field) => words_field(field, send),
        Block::Facts(facts) => html! { <dl key={at} class="facts">{ for facts.iter().map(fact) }</dl> },
        Block::Track(track) => track::track(track, send),
        Block::PhaseTrack(track) => track::phases(track, send),
        Block::Keys(keys) => {
            html! { <ul key={at} class="keys" aria-hidden="true">{ for keys.iter().map(mark_key) }</ul> }
        }
        Block::Spectrum(picture) => spectrum::spectrum(picture),
        Block::Plot(picture) => plot::plot(picture),
        Block::Table(numbers) => table::table(numbers),
        Block::Link(to) => link(to),
        Block::Qr(code) => qr(code),
    }
}

fn paragraph(at: usize, look: Look, words: &Text) -> Html {
    let class = match look {
        Look::Plain => "words",
        Look::Lead => "lead",
        Look::Hint => "hint",
        Look::Source => "source",
        Look::Strong => "strong",
        Look::Kicker => "kicker",
        Look::Spoken => "spoken",
        Look::Quote => "quote",
    };
    let role = (look == Look::Spoken).then_some("status");
    html! { <p key={at} {class} {role}>{ text(words) }</p> }
}

/// A button with its `data-action`.
pub(super) fn button(action: &Action, weight: Weight, send: &Send) -> Html {
    let class = match weight {
        Weight::Primary => "button button--primary",
        Weight::Secondary => "button",
        Weight::Quiet => "button button--quiet",
        Weight::Danger => "button button--danger",
    };
    html! {
        <button key={action.name} type="button" {class} data-action={action.name}
            aria-pressed={action.pressed.map(|pressed| if pressed { "true" } else { "false" })}
            onclick={sends(send, &action.msg)}>
            { text(&action.label) }{ hidden(action.of.as_ref()) }
        </button>
    }
}

/// A link to a page in a tab of its own.
pub(super) fn link(link: &Link) -> Html {
    html! {
        <p key={link.name} class="link">
            <a data-action={link.name} href={text(&link.address)} target="_blank" rel="noopener">{ text(&link.label) }</a>
        </p>
    }
}

/// Dark on light in every theme: cameras read nothing else.
fn qr(qr: &Qr) -> Html {
    let size = qr.size.to_string();
    html! {
        <svg key="qr" class="qr" role="img" aria-label={text(&qr.label)} viewBox={["0 0 ", &size, " ", &size].concat()}>
            <rect key="light" width="100%" height="100%" fill="#fff" />
            <path key="dark" d={text(&qr.path)} fill="#000" shape-rendering="crispEdges" />
        </svg>
    }
}

/// What words add for who cannot see where they stand.
fn hidden(of: Option<&Text>) -> Html {
    of.map(|of| html! { <span key="of" class="visually-hidden">{ ": " }{ text(of) }</span> })
        .into_iter()
        .collect()
}

/// The way on, with what is said beside it.
fn onward(hint: Option<&Text>, action: &Action, send: &Send) -> Html {
    html! {
        <div key="onward" class="onward">
            <p key="hint" id="skip-hint" class="onward__hint" role="status">{ for hint.map(text) }</p>
            { button(action, Weight::Primary, send) }
        </div>
    }
}

fn fold(fold: &Fold, send: &Send) -> Html {
    html! {
        <details key={&*fold.key} class={["fold fold--", fold.look].concat()} open={fold.open} data-fold={text(&fold.key)}>
            <summary key="label">{ text(&fold.label) }{ hidden(fold.of.as_ref()) }</summary>
            <div key="inside" class="fold__inside">{ all(&fold.blocks, send) }</div>
        </details>
    }
}

fn fact(fact: &Fact) -> Html {
    html! {
        <div key={&*fact.name} class="fact">
            <dt key="name">{ text(&fact.name) }</dt>
            <dd key="text">{ text(&fact.text) }</dd>
        </div>
    }
}

fn mark_key((shape, name): &(MarkShape, Text)) -> Html {
    let shape = shape.name();
    html! { <li key={shape} class={["key key--", shape].concat()}>{ text(name) }</li> }
}

fn words_field(field: &Field, send: &Send) -> Html {
    let name = AttrValue::from(field.of.name());
    // The words beside a choice are named after it, but the question's own name belongs to its radios.
    let oninput = {
        let (send, of): (Send, FieldOf) = (send.clone(), field.of.clone());
        Callback::from(move |event: InputEvent| send.emit(of.typed(typed(&event))))
    };
    let label = if field.label_hidden { "visually-hidden" } else { "question__text" };
    let hint = field.hint.as_ref().map(|_| [&*name, "-hint"].concat());
    let control = if field.long {
        html! {
            <textarea key="field" class="field" id={name.clone()} name={name.clone()} rows="3"
                aria-describedby={hint.clone()} value={text(&field.value)} {oninput} />
        }
    } else {
        html! {
            <input key="field" class="field" type="text" autocomplete="off" id={name.clone()} name={name.clone()}
                readonly={matches!(field.of, FieldOf::Copying(_))} aria-describedby={hint.clone()} value={text(&field.value)} {oninput} />
        }
    };
    html! {
        <div key={&*name} class="words-field">
            { for field.kicker.iter().map(|kicker| html! { <p key="kicker" class="kicker">{ text(kicker) }</p> }) }
            <label key="label" class={label} for={name.clone()}>{ text(&field.label) }</label>
            { for field.hint.iter().map(|words| html! { <p key="hint" id={hint.clone()} class="hint">{ text(words) }</p> }) }
            { control }
        </div>
    }
}
