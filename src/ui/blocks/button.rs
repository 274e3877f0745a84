//! Buttons, groups of them, and the main one of a page.

use yew::prelude::*;

use super::{Dispatch, on, screen_reader_suffix, text};
use crate::app::view::block::{Action, Button, ButtonLayout, ButtonStyle, PrimaryAction};

/// A button with its `data-action`.
pub(in crate::ui) fn button(action: &Action, style: ButtonStyle, dispatch: &Dispatch) -> Html {
    let class = match style {
        ButtonStyle::Primary => "button button--primary",
        ButtonStyle::Secondary => "button",
        ButtonStyle::Quiet => "button button--quiet",
        ButtonStyle::Danger => "button button--danger",
    };
    html! {
        <button key={action.name} type="button" {class} data-action={action.name}
            aria-pressed={action.pressed.map(|pressed| if pressed { "true" } else { "false" })}
            onclick={on(dispatch, &action.msg)}>
            { text(&action.label) }{ screen_reader_suffix(action.screen_reader_suffix.as_ref()) }
        </button>
    }
}

/// A group of buttons.
pub(super) fn buttons(layout: ButtonLayout, buttons: &[Button], dispatch: &Dispatch) -> Html {
    let class = match layout {
        ButtonLayout::Inline => "buttons",
        ButtonLayout::Stacked => "buttons buttons--stacked",
        ButtonLayout::Toolbar => "toolbar",
    };
    let painted = buttons.iter().map(|painted| button(&painted.action, painted.style, dispatch));
    let key = buttons.first().map_or("buttons", |first| first.action.name);
    html! { <div {key} {class}>{ for painted }</div> }
}

/// The main button of a page, with its hint.
pub(super) fn primary_action(primary: &PrimaryAction, dispatch: &Dispatch) -> Html {
    html! {
        <div key="primary-action" class="primary-action">
            <p key="hint" id={PrimaryAction::HINT_ID} class="primary-action__hint" role="status">
                { for primary.hint.iter().map(text) }
            </p>
            { button(&primary.action, ButtonStyle::Primary, dispatch) }
        </div>
    }
}
