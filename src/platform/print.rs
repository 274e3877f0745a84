//! Opens the print window, and finds out whether it opened.

use std::cell::Cell;
use std::rc::Rc;

use gloo::events::EventListener;

use crate::app::PrintFailed;

/// Opens the print window. A sandboxed frame without `allow-modals` ignores the wish without a word, but then it
/// does not announce either that it will print.
pub(super) fn print() -> Result<(), PrintFailed> {
    let window = web_sys::window().ok_or(PrintFailed)?;
    let announced = Rc::new(Cell::new(false));
    let listener = {
        let announced = announced.clone();
        EventListener::new(&window, "beforeprint", move |_| announced.set(true))
    };
    window.print().map_err(|_| PrintFailed)?;
    drop(listener);
    if announced.get() { Ok(()) } else { Err(PrintFailed) }
}
