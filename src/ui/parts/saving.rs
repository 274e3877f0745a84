//! The foot of every page: the truth about saving, what to do with the answers, what this is.

use yew::prelude::*;

use super::button;
use crate::app::view::SavingLine;
use crate::platform::event::read_file;
use crate::ui::{Send, text};

/// The line about saving with its actions.
pub(crate) fn saving_line(saving: &SavingLine, send: &Send) -> Html {
    let onchange = {
        let send = send.clone();
        Callback::from(move |event: Event| read_file(&event, &send))
    };
    let class = if saving.is_warning { "saving saving--warning" } else { "saving" };
    html! {
        <section {class} data-saving={if saving.is_warning { "not-kept" } else { "kept" }} aria-labelledby="saving-title">
            <h2 key="title" id="saving-title" class="saving__title">{ text(&saving.title) }</h2>
            <p key="text" class="saving__text">{ text(&saving.text) }</p>
            <div key="actions" class="actions">
                { for saving.actions.iter().map(|action| button(action, "quiet", send)) }
                <label key="import" class="button button--quiet file">
                    <input key="field" class="file__field" type="file" accept="application/json,.json" data-action="import" {onchange} />
                    <span key="label">{ text(&saving.import_label) }</span>
                </label>
                { button(&saving.erase, "quiet", send) }
            </div>
            <p key="about" class="saving__about">{ text(&saving.about) }{ " " }{ text(&saving.sources) }</p>
        </section>
    }
}
