//! Dragging along a track: which stop lies under the finger or the mouse.

use std::cell::Cell;

use web_sys::Element;
use yew::{PointerEvent, TargetCast};

/// Selects the lane of a track: an element whose children are its stops, in order.
const LANE: &str = "[data-lane]";

/// How far a finger may stray, in CSS pixels, and still have tapped.
const SLOP: u32 = 10;

/// A finger on a lane.
#[derive(Clone, Copy)]
struct Touch {
    pointer: i32,
    start: (i32, i32),
    /// True if it came down on the mark.
    on_mark: bool,
    /// True once the finger drags the mark.
    drags: bool,
}

thread_local! {
    static TOUCH: Cell<Option<Touch>> = const { Cell::new(None) };
}

/// The index of the stop nearest to a mouse or pen that is pressed on a lane, or to a finger that taps it or drags along it;
/// `None` for a mere hover, and for a finger that may be about to scroll.
///
/// The lane holds on to the pointer from the press on, so that a mark follows wherever the hand strays. The focus
/// goes along, again when the pointer is lifted, because the press itself takes it away.
pub fn stop_at(event: &PointerEvent) -> Option<usize> {
    let target: Element = event.target_dyn_into()?;
    let lane = target.closest(LANE).ok()??;
    let pressed = event.type_() == "pointerdown" && event.button() == 0;
    if pressed {
        // Fails only when the pointer is gone; then there is nothing to hold on to.
        let _ignored = lane.set_pointer_capture(event.pointer_id());
    } else if !lane.has_pointer_capture(event.pointer_id()) {
        return None;
    }
    if event.pointer_type() == "touch" && !is_meant(event, &lane, pressed) {
        return None;
    }
    let (at, stop) = nearest(&lane, event)?;
    super::event::focus_control(&stop);
    Some(at)
}

/// Whether a finger taps the lane or drags along it. The browser takes any other swipe for scrolling, and cancels the
/// pointer, but not always before it has moved.
fn is_meant(event: &PointerEvent, lane: &Element, pressed: bool) -> bool {
    let (pointer, position) = (event.pointer_id(), (event.client_x(), event.client_y()));
    if pressed {
        let stop: Option<Element> =
            event.target_dyn_into().and_then(|at: Element| at.closest("label").ok()?);
        let on_mark =
            stop.is_some_and(|stop| stop.query_selector(":checked").is_ok_and(|mark| mark.is_some()));
        TOUCH.set(Some(Touch { pointer, start: position, on_mark, drags: false }));
        return false;
    }
    let Some(mut touch) = TOUCH.get().filter(|touch| touch.pointer == pointer) else { return false };
    let (x, y) = (position.0.abs_diff(touch.start.0), position.1.abs_diff(touch.start.1));
    let rect = lane.get_bounding_client_rect();
    // Along a line that stands upright, only the mark itself can be told from the page that is to scroll.
    let is_upright = rect.height() > rect.width();
    let (along, across) = if is_upright { (y, x) } else { (x, y) };
    touch.drags |= along > SLOP && along > across && (touch.on_mark || !is_upright);
    TOUCH.set(Some(touch));
    touch.drags || (event.type_() == "pointerup" && along.max(across) <= SLOP)
}

fn nearest(lane: &Element, event: &PointerEvent) -> Option<(usize, Element)> {
    let distance = |stop: &Element| {
        let rect = stop.get_bounding_client_rect();
        let across = f64::from(event.client_x()) - (rect.left() + rect.width() / 2.0);
        let down = f64::from(event.client_y()) - (rect.top() + rect.height() / 2.0);
        across * across + down * down
    };
    let stops = lane.children();
    let mut nearest: Option<(u32, Element, f64)> = None;
    for at in 0..stops.length() {
        let Some(stop) = stops.item(at) else { continue };
        let distance = distance(&stop);
        if nearest.as_ref().is_none_or(|(_, _, least)| distance < *least) {
            nearest = Some((at, stop, distance));
        }
    }
    let (at, stop, _) = nearest?;
    Some((usize::try_from(at).ok()?, stop))
}
