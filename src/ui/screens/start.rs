//! The start page: the introduction with the first statement, or the way back in.

use yew::prelude::*;

use super::statement::statement_form;
use crate::app::view::{ResumeView, StartView};
use crate::ui::parts::{button, settings_panel};
use crate::ui::{Send, text};

/// The introduction with the first statement.
pub(crate) fn start_screen(view: &StartView, send: &Send) -> Html {
    html! {
        <>
            <header key="intro" class="intro">
                <h1 key="title" tabindex="-1">{ text(&view.title) }</h1>
                <p key="text" class="lead">{ text(&view.intro) }</p>
                { settings_panel(&view.settings, send) }
            </header>
            <div key="statement">
                { for view.statement.iter().map(|statement| statement_form(statement, false, send)) }
            </div>
        </>
    }
}

/// The way back in.
pub(crate) fn resume_screen(view: &ResumeView, send: &Send) -> Html {
    html! {
        <>
            <h1 key="title" tabindex="-1">{ text(&view.title) }</h1>
            <p key="text" class="lead">{ text(&view.text) }</p>
            <div key="next" class="actions actions--stacked">
                { button(&view.next, "primary", send) }
                { for view.others.iter().map(|action| button(action, "secondary", send)) }
            </div>
            { settings_panel(&view.settings, send) }
        </>
    }
}
