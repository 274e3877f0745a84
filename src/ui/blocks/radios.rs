//! A choice of one, or of several: native radios and checkboxes, drawn as large cards, small ones side by side, or grades.

use yew::prelude::*;

use super::{Send, sends, text};
use crate::app::view::block::{Radio, RadioStyle, Radios};

/// The group with its question.
pub(super) fn radios(radios: &Radios, send: &Send) -> Html {
    let (group, card) = match radios.style {
        RadioStyle::Cards => ("choices", "card"),
        RadioStyle::Small => ("choices choices--small", "small-choice"),
        RadioStyle::Grades => ("choices choices--grades", "grade"),
    };
    let hint = radios.hint.as_ref().map(|_| [&*radios.name, "-hint"].concat());
    // The question about skipping stands beside the button and belongs to this group.
    let describedby = hint.clone().unwrap_or_else(|| "skip-hint".to_owned());
    let question = match radios.level {
        1 => {
            html! { <h1 key="question" class="choices__question" tabindex="-1">{ text(&radios.legend) }</h1> }
        }
        2 => html! { <h2 key="question" class="choices__question">{ text(&radios.legend) }</h2> },
        _ => html! { <span key="question" class="question__text">{ text(&radios.legend) }</span> },
    };
    let is_statement = radios.level > 0 && radios.style == RadioStyle::Cards;
    let describedby = (hint.is_some() || is_statement).then_some(describedby);
    html! {
        <fieldset key={&*radios.name} class={group} aria-describedby={describedby}>
            <legend key="legend" class="choices__legend">
                { for radios.eyebrow.iter().map(|eyebrow| html! { <span key="kicker" class="kicker">{ text(eyebrow) }{ " " }</span> }) }
                { question }
            </legend>
            { for radios.hint.iter().map(|words| html! { <p key="hint" id={hint.clone()} class="hint">{ text(words) }</p> }) }
            <div key="options" class="choices__options">
                { for radios.options.iter().map(|option| radio(radios, card, option, send)) }
            </div>
        </fieldset>
    }
}

/// The whole card is the label of its radio.
fn radio(radios: &Radios, card: &'static str, radio: &Radio, send: &Send) -> Html {
    let class = if radio.quiet { "card card--quiet" } else { card };
    let kind = if radios.multiple { "checkbox" } else { "radio" };
    html! {
        <label key={&*radio.value} {class}>
            <input key="radio" type={kind} name={text(&radios.name)} value={text(&radio.value)} checked={radio.checked}
                onchange={sends::<Event>(send, &radio.msg)} />
            <span key="label">{ text(&radio.label) }</span>
        </label>
    }
}
