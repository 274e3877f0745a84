//! Notices, and questions that wait for yes or no.

use yew::prelude::*;

use super::blocks::{button, link};
use super::{Dispatch, text, words};
use crate::app::view::block::ButtonStyle;
use crate::app::view::{AskView, NoticeView};

/// A notice, with what can be done about it.
pub(super) fn notice(notice: &NoticeView, dispatch: &Dispatch) -> Html {
    let class = if notice.is_error { "notice notice--error" } else { "notice" };
    html! {
        <div key="notice" {class} data-notice="">
            <p key="text" class="notice__text">{ words(&notice.text) }</p>
            { for notice.copy.iter().map(|copy| html! {
                <textarea key="copy" class="notice__copy" readonly=true aria-label={text(&notice.text)}
                    value={text(copy)} />
            }) }
            { for notice.link.iter().map(link) }
            { for notice.action.iter().map(|action| button(action, ButtonStyle::Secondary, dispatch)) }
            { button(&notice.close, ButtonStyle::Quiet, dispatch) }
        </div>
    }
}

/// A question that waits for yes or no. Not a dialog: it is part of the page and takes the focus; the harmless
/// answer comes first.
pub(super) fn ask(ask: &AskView, dispatch: &Dispatch) -> Html {
    html! {
        <section key="ask" class="ask" data-ask="" aria-labelledby="ask-title">
            <h2 key="title" id="ask-title" tabindex="-1">{ words(&ask.title) }</h2>
            <p key="text">{ words(&ask.text) }</p>
            <div key="answers" class="buttons">
                { button(&ask.no, ButtonStyle::Secondary, dispatch) }
                { button(&ask.yes, ButtonStyle::Danger, dispatch) }
            </div>
        </section>
    }
}
