//! Paints finished views with Yew. Values come in, messages go out; nothing is decided here.
//!
//! [`App`] is the only component with state, and the only component: everything below it is a plain function
//! of a view, because every component type adds some four kilobytes of life-cycle code to the bundle. Every
//! sibling in a list or region has a key: unkeyed siblings lose their focus when one above them comes or goes.

mod app;
mod blocks;
#[cfg(feature = "ssr")]
mod markup;
mod notice;
mod shell;

pub use app::App;
#[cfg(feature = "ssr")]
pub use markup::markup;
pub use shell::page;

use yew::prelude::*;

use crate::app::Msg;
use crate::json::Text;

/// Dispatches messages to the model.
pub type Dispatch = Callback<Msg>;

/// Text of the content as a text node or attribute, without copying it.
fn text(text: &Text) -> AttrValue {
    AttrValue::from(text.clone())
}

/// Text in an element of its own, keyed by its content. A translator of the browser replaces text nodes: one that was
/// replaced would keep saying what it said, so a text that changes comes as another element. Its direction is its own:
/// visitors write in every script.
fn words(words: &Text) -> Html {
    // Styles tell an element without text from others.
    if words.is_empty() {
        return Html::default();
    }
    html! { <span key={&**words} dir="auto">{ text(words) }</span> }
}

/// An event listener that dispatches this message.
fn on<E: 'static>(dispatch: &Dispatch, msg: &Msg) -> Callback<E> {
    let (dispatch, msg) = (dispatch.clone(), msg.clone());
    Callback::from(move |_| dispatch.emit(msg.clone()))
}
