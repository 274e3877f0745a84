//! All statements, with what is open.

use yew::prelude::*;

use crate::app::view::OverviewView;
use crate::ui::parts::{button, settings_panel};
use crate::ui::{Send, sends, text};

/// The overview.
pub(crate) fn overview_screen(view: &OverviewView, send: &Send) -> Html {
    let rows = view.rows.iter().map(|row| {
        html! {
            <li key={row.id.as_str().to_owned()} class="overview__row" data-answered={row.answered.then_some("")}>
                <button type="button" class="overview__button" data-action="open-statement"
                    data-statement={row.id.as_str().to_owned()} onclick={sends(send, &row.msg)}>
                    <span key="number" class="overview__number">{ text(&row.number) }</span>
                    <span key="words" class="overview__words">
                        <span key="name" class="overview__name">{ text(&row.name) }</span>
                        <span key="state" class="overview__state">{ text(&row.state) }</span>
                    </span>
                </button>
            </li>
        }
    });
    html! {
        <>
            <h1 key="title" tabindex="-1">{ text(&view.title) }</h1>
            <p key="text" class="lead">{ text(&view.text) }</p>
            { settings_panel(&view.settings, send) }
            <ol key="rows" class="overview">{ for rows }</ol>
            <div key="onward" class="onward">
                { button(&view.next, "primary", send) }
            </div>
        </>
    }
}
