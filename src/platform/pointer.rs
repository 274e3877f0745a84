//! Dragging along a track: which stop lies under the finger or the mouse.

use web_sys::Element;
use yew::{PointerEvent, TargetCast};

/// Selects the lane of a track: an element whose children are its stops, in order.
const LANE: &str = "[data-lane]";

/// The place of the stop nearest to the pointer while it is pressed on a lane; none for a mere hover.
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
    let (at, stop) = nearest(&lane, event)?;
    super::event::focus_control(&stop);
    Some(at)
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
