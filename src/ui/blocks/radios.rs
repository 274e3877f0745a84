//! A choice of one, or of several: native radios and checkboxes as large options, small options side by side, or grades.

use yew::prelude::*;

use super::{Dispatch, on, text};
use crate::app::view::block::{Radio, RadioStyle, Radios};

/// The group with its question.
pub(super) fn radios(radios: &Radios, dispatch: &Dispatch) -> Html {
    let class = match radios.style {
        RadioStyle::Cards => "radios",
        RadioStyle::Small => "radios radios--small",
        RadioStyle::Grades => "radios radios--grades",
    };
    let hint = radios.hint.as_ref().map(|_| AttrValue::from([&*radios.name, "-hint"].concat()));
    let described_by = hint.clone().or(radios.described_by.map(AttrValue::Static));
    let question = match radios.heading {
        Some(1) => {
            html! { <h1 key="question" class="radios__question" tabindex="-1">{ text(&radios.legend) }</h1> }
        }
        Some(_) => html! { <h2 key="question" class="radios__question">{ text(&radios.legend) }</h2> },
        None => html! { <span key="question" class="radios__text">{ text(&radios.legend) }</span> },
    };
    html! {
        <fieldset key={&*radios.name} {class} aria-describedby={described_by}>
            <legend key="legend" class="radios__legend">
                { for radios.eyebrow.iter().map(|eyebrow| html! { <span key="eyebrow" class="eyebrow">{ text(eyebrow) }{ " " }</span> }) }
                { question }
            </legend>
            { for radios.hint.iter().map(|words| html! { <p key="hint" id={hint.clone()} class="hint">{ text(words) }</p> }) }
            <div key="options" class="radios__options">
                { for radios.options.iter().map(|option| radio(radios, option, dispatch)) }
            </div>
        </fieldset>
    }
}

/// The whole option is the label of its radio; a grade is seen in place of its radio.
fn radio(radios: &Radios, radio: &Radio, dispatch: &Dispatch) -> Html {
    let class = match radios.style {
        RadioStyle::Cards if radio.quiet => "option option--quiet",
        RadioStyle::Cards => "option",
        RadioStyle::Small => "small-option",
        RadioStyle::Grades => "grade",
    };
    let kind = if radios.multiple { "checkbox" } else { "radio" };
    let overlay = (radios.style == RadioStyle::Grades).then_some("overlay-input");
    html! {
        <label key={&*radio.value} {class}>
            <input key="radio" class={overlay} type={kind} name={text(&radios.name)} value={text(&radio.value)}
                checked={radio.checked} onchange={on::<Event>(dispatch, &radio.msg)} />
            <span key="label">{ text(&radio.label) }</span>
        </label>
    }
}
