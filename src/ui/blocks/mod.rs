//! Paints blocks, each kind in one place.

mod plot;
mod radios;
mod region;
mod spectrum;
mod table;
mod track;

use yew::prelude::*;

use super::{Send, sends, text};
use crate::app::view::block::{
    Action, Block, ButtonLayout, ButtonStyle, Definition, Disclosure, Field, FieldId, Link, MarkShape, Qr,
    TextStyle,
};
use crate::json::Text;
use crate::platform::event::typed;

/// Paints blocks in order. Focusable blocks have a key of their own; for the others the index is enough, because
/// recreating a paragraph loses nothing.
pub(super) fn all(blocks: &[Block], send: &Send) -> Html {
    blocks.iter().enumerate().map(|(at, block)| one(at, block, send)).collect()
}

fn one(at: usize, block: &Block, send: &Send) -> Html {
    match block {
        Block::Title(title) => html! { <h1 key={at} tabindex="-1">{ text(title) }</h1> },
        Block::Heading(2, title) => html! { <h2 key={at}>{ text(title) }</h2> },
        Block::Heading(3, title) => html! { <h3 key={at}>{ text(title) }</h3> },
        Block::Heading(_, title) => html! { <h4 key={at}>{ text(title) }</h4> },
        Block::Paragraph(style, words) => paragraph(at, *style, words),
        Block::Buttons(layout, buttons) => {
            let class = match layout {
                ButtonLayout::Inline => "actions",
                ButtonLayout::Stacked => "actions actions--stacked",
                ButtonLayout::Toolbar => "ways no-print",
            };
            let painted = buttons.iter().map(|b| button(&b.action, b.style, send));
            let key = buttons.first().map_or("buttons", |button| button.action.name);
            html! { <div {key} {class}>{ for painted }</div> }
        }
        Block::PrimaryAction { hint, action } => primary_action(hint.as_ref(), action, send),
        Block::Region(region) => region::region(region, send),
        Block::List(list, items) => region::list(list, items, send),
        Block::Disclosure(inside) => disclosure(inside, send),
        Block::Progress { label, current, count } => html! {
            <div key={at} class="progress">
                <p key="label" class="progress__label" data-progress="">{ text(label) }</p>
                <progress key="bar" class="progress__bar" max={count.to_string()} value={current.to_string()}
                    aria-hidden="true" />
            </div>
        },
        Block::Radios(radios) => radios::radios(radios, send),
        Block::Field(field) => text_field(field, send),
        Block::DefinitionList(definitions) => {
            html! { <dl key={at} class="facts">{ for definitions.iter().map(definition) }</dl> }
        }
        Block::Track(track) => track::track(track, send),
        Block::PhaseTrack(track) => track::phases(track, send),
        Block::Legend(legend) => {
            html! { <ul key={at} class="keys" aria-hidden="true">{ for legend.iter().map(legend_item) }</ul> }
        }
        Block::Spectrum(picture) => spectrum::spectrum(picture),
        Block::Plot(picture) => plot::plot(picture),
        Block::Table(numbers) => table::table(numbers),
        Block::Link(to) => link(to),
        Block::Qr(code) => qr(code),
    }
}

fn paragraph(at: usize, style: TextStyle, words: &Text) -> Html {
    let class = match style {
        TextStyle::Body => "words",
        TextStyle::Lead => "lead",
        TextStyle::Hint => "hint",
        TextStyle::Source => "source",
        TextStyle::Strong => "strong",
        TextStyle::Eyebrow => "kicker",
        TextStyle::Status => "spoken",
        TextStyle::Quote => "quote",
    };
    let role = (style == TextStyle::Status).then_some("status");
    html! { <p key={at} {class} {role}>{ text(words) }</p> }
}

/// A button with its `data-action`.
pub(super) fn button(action: &Action, style: ButtonStyle, send: &Send) -> Html {
    let class = match style {
        ButtonStyle::Primary => "button button--primary",
        ButtonStyle::Secondary => "button",
        ButtonStyle::Quiet => "button button--quiet",
        ButtonStyle::Danger => "button button--danger",
    };
    html! {
        <button key={action.name} type="button" {class} data-action={action.name}
            aria-pressed={action.pressed.map(|pressed| if pressed { "true" } else { "false" })}
            onclick={sends(send, &action.msg)}>
            { text(&action.label) }{ screen_reader_suffix(action.screen_reader_suffix.as_ref()) }
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

/// The context of a label for screen readers.
fn screen_reader_suffix(suffix: Option<&Text>) -> Html {
    suffix
        .map(|suffix| html! { <span key="of" class="visually-hidden">{ ": " }{ text(suffix) }</span> })
        .into_iter()
        .collect()
}

/// The primary action, with its hint.
fn primary_action(hint: Option<&Text>, action: &Action, send: &Send) -> Html {
    html! {
        <div key="onward" class="onward">
            <p key="hint" id="skip-hint" class="onward__hint" role="status">{ for hint.map(text) }</p>
            { button(action, ButtonStyle::Primary, send) }
        </div>
    }
}

fn disclosure(disclosure: &Disclosure, send: &Send) -> Html {
    html! {
        <details key={&*disclosure.key} class={["fold fold--", disclosure.style].concat()} open={disclosure.open} data-fold={text(&disclosure.key)}>
            <summary key="label">{ text(&disclosure.label) }{ screen_reader_suffix(disclosure.screen_reader_suffix.as_ref()) }</summary>
            <div key="inside" class="fold__inside">{ all(&disclosure.blocks, send) }</div>
        </details>
    }
}

fn definition(definition: &Definition) -> Html {
    html! {
        <div key={&*definition.term} class="fact">
            <dt key="name">{ text(&definition.term) }</dt>
            <dd key="text">{ text(&definition.description) }</dd>
        </div>
    }
}

fn legend_item((shape, name): &(MarkShape, Text)) -> Html {
    let shape = shape.name();
    html! { <li key={shape} class={["key key--", shape].concat()}>{ text(name) }</li> }
}

fn text_field(field: &Field, send: &Send) -> Html {
    let name = AttrValue::from(field.id.name());
    // The comment on a choice has a name of its own: that of the question belongs to its radios.
    let oninput = {
        let (send, id): (Send, FieldId) = (send.clone(), field.id.clone());
        Callback::from(move |event: InputEvent| send.emit(id.on_input(typed(&event))))
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
                readonly={matches!(field.id, FieldId::ReadOnly(_))} aria-describedby={hint.clone()} value={text(&field.value)} {oninput} />
        }
    };
    html! {
        <div key={&*name} class="words-field">
            { for field.eyebrow.iter().map(|eyebrow| html! { <p key="kicker" class="kicker">{ text(eyebrow) }</p> }) }
            <label key="label" class={label} for={name.clone()}>{ text(&field.label) }</label>
            { for field.hint.iter().map(|words| html! { <p key="hint" id={hint.clone()} class="hint">{ text(words) }</p> }) }
            { control }
        </div>
    }
}
