//! Which statements, and from which role: folded away until somebody wants to adjust them.

use yew::prelude::*;

use crate::app::view::{SettingView, Settings};
use crate::json::Text;
use crate::ui::{Send, text};

/// The settings.
pub(crate) fn settings_panel(settings: &Settings, send: &Send) -> Html {
    html! {
        <details class="settings" data-settings="">
            <summary key="summary" class="settings__summary">{ text(&settings.label) }</summary>
            <div key="body" class="settings__body">
                { group("set", &settings.set_label, None, &settings.sets, send) }
                { group("role", &settings.role_label, Some(&settings.role_hint), &settings.roles, send) }
            </div>
        </details>
    }
}

fn group(
    name: &'static str,
    label: &Text,
    hint: Option<&Text>,
    choices: &[SettingView],
    send: &Send,
) -> Html {
    let choices = choices.iter().map(|choice| {
        let (send, msg) = (send.clone(), choice.msg.clone());
        let onchange = Callback::from(move |_: Event| send.emit(msg.clone()));
        html! {
            <label key={&*choice.value} class="small-choice">
                <input key="radio" type="radio" {name} value={text(&choice.value)} checked={choice.checked} {onchange} />
                <span key="label">{ text(&choice.label) }</span>
            </label>
        }
    });
    html! {
        <fieldset key={name} class="group">
            <legend key="legend" class="group__label">{ text(label) }</legend>
            { for hint.map(|hint| html! { <p key="hint" class="hint">{ text(hint) }</p> }) }
            <div key="choices" class="small-choices">{ for choices }</div>
        </fieldset>
    }
}
