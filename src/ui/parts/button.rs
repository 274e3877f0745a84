//! A button that sends a message.

use yew::prelude::*;

use crate::app::view::Action;
use crate::ui::{Send, sends, text};

/// A button with its `data-action`; the look is `primary`, `secondary`, `quiet` or `danger`.
pub(crate) fn button(action: &Action, look: &'static str, send: &Send) -> Html {
    let class = ["button button--", look].concat();
    html! {
        <button key={action.name} type="button" {class} data-action={action.name} onclick={sends(send, &action.msg)}>
            { text(&action.label) }
        </button>
    }
}

/// The main button of a form, whose `submit` sends the message.
pub(crate) fn submit_button(action: &Action) -> Html {
    html! {
        <button key={action.name} type="submit" class="button button--primary" data-action={action.name}>
            { text(&action.label) }
        </button>
    }
}
