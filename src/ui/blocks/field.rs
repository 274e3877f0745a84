//! Text fields with their label.

use yew::prelude::*;

use super::{Dispatch, text};
use crate::app::view::block::Field;
use crate::platform::event::input_value;

/// The field. Its name is never that of radios, which a comment on a choice is next to.
pub(super) fn field(field: &Field, dispatch: &Dispatch) -> Html {
    let name = AttrValue::from(field.id.name());
    let readonly = field.id.is_read_only();
    let oninput = (!readonly).then(|| {
        let (dispatch, id) = (dispatch.clone(), field.id.clone());
        Callback::from(move |event: InputEvent| {
            if let Some(msg) = id.on_input(input_value(&event)) {
                dispatch.emit(msg);
            }
        })
    });
    let label = if field.label_hidden { "visually-hidden" } else { "field__label" };
    let hint = field.hint.as_ref().map(|_| [&*name, "-hint"].concat());
    let control = if field.long {
        html! {
            <textarea key="control" class="field__control" id={name.clone()} name={name.clone()} rows="3"
                aria-describedby={hint.clone()} value={text(&field.value)} {oninput} />
        }
    } else {
        html! {
            <input key="control" class="field__control" type="text" autocomplete="off" id={name.clone()}
                name={name.clone()} {readonly} aria-describedby={hint.clone()} value={text(&field.value)} {oninput} />
        }
    };
    html! {
        <div key={&*name} class="field">
            { for field.eyebrow.iter().map(|eyebrow| html! { <p key="eyebrow" class="eyebrow">{ text(eyebrow) }</p> }) }
            <label key="label" class={label} for={name.clone()}>{ text(&field.label) }</label>
            { for field.hint.iter().map(|words| html! { <p key="hint" id={hint.clone()} class="hint">{ text(words) }</p> }) }
            { control }
        </div>
    }
}
