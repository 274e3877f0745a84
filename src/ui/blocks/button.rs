//! Buttons, groups of them, and the main one of a page.

use yew::prelude::*;
use yew::virtual_dom::Key;

use super::{Dispatch, on, screen_reader_suffix, words};
use crate::app::view::block::{Action, Button, ButtonLayout, ButtonStyle, PrimaryAction};

/// A button with its `data-action`.
pub(in crate::ui) fn button(action: &Action, style: ButtonStyle, dispatch: &Dispatch) -> Html {
    keyed_button(action.name.into(), action, style, dispatch)
}

fn keyed_button(key: Key, action: &Action, style: ButtonStyle, dispatch: &Dispatch) -> Html {
    let class = match style {
        ButtonStyle::Primary => "button button--primary",
        ButtonStyle::Secondary => "button",
        ButtonStyle::Quiet => "button button--quiet",
        ButtonStyle::Danger => "button button--danger",
    };
    html! {
        <button {key} type="button" {class} data-action={action.name}
            aria-pressed={action.pressed.map(|pressed| if pressed { "true" } else { "false" })}
            onclick={on(dispatch, &action.msg)}>
            { words(&action.label) }{ screen_reader_suffix(action.screen_reader_suffix.as_ref()) }
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
    let painted = buttons.iter().enumerate().map(|(index, Button { style, action })| {
        // Several buttons of a group may have the same action, such as those that open a theme.
        let earlier = buttons.iter().take(index).filter(|other| other.action.name == action.name).count();
        let key = if earlier == 0 {
            action.name.into()
        } else {
            [action.name, &earlier.to_string()].concat().into()
        };
        keyed_button(key, action, *style, dispatch)
    });
    let key = buttons.first().map_or("buttons", |first| first.action.name);
    html! { <div {key} {class}>{ for painted }</div> }
}

/// The main button of a page, with its hint.
pub(super) fn primary_action(primary: &PrimaryAction, dispatch: &Dispatch) -> Html {
    html! {
        <div key="primary-action" class="primary-action">
            <p key="hint" id={PrimaryAction::HINT_ID} class="primary-action__hint" role="status">
                { for primary.hint.iter().map(words) }
            </p>
            { button(&primary.action, ButtonStyle::Primary, dispatch) }
        </div>
    }
}
