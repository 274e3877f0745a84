//! Reads what the screens need from events, so that `ui` knows no browser types but their names.

use gloo::file::File;
use gloo::file::futures::read_as_text;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, HtmlInputElement, HtmlTextAreaElement};
use yew::{Callback, Event, InputEvent, KeyboardEvent, TargetCast};

use crate::app::{Msg, ReadFailed};

/// The value of the field of an `input` event.
pub fn input_value(event: &InputEvent) -> String {
    if let Some(field) = event.target_dyn_into::<HtmlTextAreaElement>() {
        return field.value();
    }
    event.target_dyn_into::<HtmlInputElement>().map(|field| field.value()).unwrap_or_default()
}

/// The key that was pressed, unless it belongs to a field, to a control or to a shortcut of the browser.
pub fn shortcut_key(event: &KeyboardEvent) -> Option<String> {
    let with_modifier = event.ctrl_key() || event.alt_key() || event.meta_key();
    let target: Option<Element> = event.target_dyn_into();
    let takes_keys = target
        .is_some_and(|element| element.matches("textarea, input:not([type=radio]), select").unwrap_or(true));
    (!with_modifier && !takes_keys && !event.repeat()).then(|| event.key())
}

/// True if the target is a heading or a radio, which do not handle Enter themselves.
pub fn ignores_enter(event: &KeyboardEvent) -> bool {
    let target: Option<Element> = event.target_dyn_into();
    target.is_some_and(|element| element.matches("h1, h2, input[type=radio]").unwrap_or(false))
}

/// Reads the file that was chosen and sends its text; the field is emptied so that the same file can be
/// chosen again.
pub fn read_file(event: &Event, dispatch: &Callback<Msg>) {
    let Some(field) = event.target_dyn_into::<HtmlInputElement>() else { return };
    let file = field.files().and_then(|files| files.get(0));
    let Some(file) = file else { return };
    let dispatch = dispatch.clone();
    spawn_local(async move {
        let text = read_as_text(&File::from(file).into()).await.map_err(|_| ReadFailed);
        dispatch.emit(Msg::ImportChosen(text));
    });
    field.set_value("");
}

/// Puts the focus on the control inside the element that was dragged over, so that keys go on from there.
pub(super) fn focus_control(element: &Element) {
    let control = element.query_selector("input").ok().flatten();
    if let Some(control) = control.and_then(|control| control.dyn_into::<HtmlInputElement>().ok()) {
        // The page must not move under the finger.
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ignored = control.focus_with_options(&options);
    }
}
