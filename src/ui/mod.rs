//! The screens, painted with Yew. Props are finished values, messages go out; nothing is decided here.
//!
//! [`App`] is the only component with state. Everything below it is a function of its props. Every sibling
//! in a list or region has a key: unkeyed siblings lose their focus when one above them comes or goes.

mod app;
mod frame;
mod parts;
mod screens;

pub use app::App;
pub use frame::frame;

use yew::prelude::*;

use crate::app::Msg;
use crate::json::Text;

/// How a part reports what a person did.
pub type Send = Callback<Msg>;

/// Text of the content as a text node or attribute, without copying it.
fn text(text: &Text) -> AttrValue {
    AttrValue::from(text.clone())
}

/// A click that sends this message.
fn sends(send: &Send, msg: &Msg) -> Callback<MouseEvent> {
    let (send, msg) = (send.clone(), msg.clone());
    Callback::from(move |_| send.emit(msg.clone()))
}
