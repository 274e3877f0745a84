//! Ignores the second press of a double click or double tap where the first has changed what lies under the pointer: it
//! would hit a button that the visitor did not aim at.

use std::cell::{Cell, RefCell};

use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use wasm_bindgen::JsCast;
use web_sys::{Element, MouseEvent};

use super::history::Listener;

/// A press follows another within this time; the usual double-click interval of desktop systems.
const WITHIN_MS: f64 = 500.0;
/// And within this distance in CSS pixels: a finger does not hit the same point twice.
const NEARBY: u32 = 24;
/// Whatever a press can be meant for.
const CONTROLS: &str = "a, button, input, label, summary, textarea";

thread_local! {
    /// Counts the pages and questions that have been shown.
    static PAGE: Cell<u32> = const { Cell::new(0) };
    /// Counts how often a pointer went down. A click on a label makes another one on its control, of the same press.
    static PRESSES: Cell<u32> = const { Cell::new(0) };
}

/// Notes that another page or question is shown.
pub fn page_changed() {
    PAGE.set(PAGE.get().wrapping_add(1));
}

/// A press of a pointer that was not ignored.
#[derive(Debug)]
struct Press {
    /// In milliseconds, on the clock of events.
    time: f64,
    position: (i32, i32),
    control: Option<Element>,
    page: u32,
    number: u32,
}

impl Press {
    /// `None` for a click that the keyboard or a script made.
    fn of(event: &MouseEvent) -> Option<Self> {
        let target: Option<Element> = event.target().and_then(|target| target.dyn_into().ok());
        (event.detail() > 0).then(|| Self {
            time: event.time_stamp(),
            position: (event.client_x(), event.client_y()),
            control: target.and_then(|target| target.closest(CONTROLS).ok().flatten()),
            page: PAGE.get(),
            number: PRESSES.get(),
        })
    }

    fn is_right_after(&self, other: &Self) -> bool {
        self.time - other.time < WITHIN_MS
            && self.position.0.abs_diff(other.position.0) <= NEARBY
            && self.position.1.abs_diff(other.position.1) <= NEARBY
    }

    fn hits_something_else_than(&self, other: &Self) -> bool {
        self.page != other.page || self.control != other.control
    }
}

/// Listens to every press before anything else does, as long as the listeners live.
pub fn ignore_second_presses() -> [Option<Listener>; 2] {
    let Some(window) = web_sys::window() else { return [None, None] };
    let down = EventListener::new_with_options(
        &window,
        "pointerdown",
        EventListenerOptions::run_in_capture_phase(),
        |_| PRESSES.set(PRESSES.get().wrapping_add(1)),
    );
    let last = RefCell::new(None::<Press>);
    let options = EventListenerOptions { phase: EventListenerPhase::Capture, passive: false };
    let click = EventListener::new_with_options(&window, "click", options, move |event| {
        let Some(click) = event.dyn_ref::<MouseEvent>() else { return };
        let Some(press) = Press::of(click) else { return };
        let is_double = click.detail() == 2;
        let is_second = last.borrow().as_ref().map_or(is_double, |last| {
            press.number != last.number
                && (is_double || press.is_right_after(last))
                && press.hits_something_else_than(last)
        });
        if is_second {
            event.prevent_default();
            event.stop_immediate_propagation();
        } else {
            last.replace(Some(press));
        }
    });
    [Some(Listener(down)), Some(Listener(click))]
}
