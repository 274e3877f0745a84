//! A question that waits for yes or no. Not a dialog: it stands in the page and takes the focus.

use yew::prelude::*;

use super::button;
use crate::app::view::AskView;
use crate::ui::{Send, text};

/// The question with its two answers; the harmless one comes first.
pub(crate) fn ask_panel(ask: &AskView, send: &Send) -> Html {
    html! {
        <section class="ask" data-ask="" aria-labelledby="ask-title">
            <h2 key="title" id="ask-title" tabindex="-1">{ text(&ask.title) }</h2>
            <p key="text">{ text(&ask.text) }</p>
            <div key="answers" class="actions">
                { button(&ask.no, "secondary", send) }
                { button(&ask.yes, "danger", send) }
            </div>
        </section>
    }
}
