//! Dragging along a track: which stop lies under the finger or the mouse.

use web_sys::Element;
use yew::{PointerEvent, TargetCast};

/// Selects the lane of a track: an element whose children are its stops, in order.
const LANE: &str = "[data-lane]";

/// The place of the stop nearest to the pointer while it is pressed on a lane; none for a mere hover.
///
/// A tap is left to the browser, which chooses the radio under it: only once the pointer moves to another stop
/// does dragging begin, and then the lane holds on to the pointer.
pub fn dragged_to(event: &PointerEvent) -> Option<usize> {
    if event.buttons() & 1 == 0 {
        return None;
    }
    let target: Element = event.target_dyn_into()?;
    let lane = target.closest(LANE).ok()??;
    let stops = lane.children();
    let distance = |stop: &Element| {
        let rect = stop.get_bounding_client_rect();
        let across = f64::from(event.client_x()) - (rect.left() + rect.width() / 2.0);
        let down = f64::from(event.client_y()) - (rect.top() + rect.height() / 2.0);
        across * across + down * down
    };
    let mut nearest: Option<(u32, Element, f64)> = None;
    for at in 0..stops.length() {
        let Some(stop) = stops.item(at) else { continue };
        let distance = distance(&stop);
        if nearest.as_ref().is_none_or(|(_, _, least)| distance < *least) {
            nearest = Some((at, stop, distance));
        }
    }
    let (at, stop, _) = nearest?;
    if !lane.has_pointer_capture(event.pointer_id()) {
        let began_here = target.closest("label").ok().flatten().is_some_and(|label| label == stop);
        if began_here {
            return None;
        }
        // Fails only when the pointer is gone; then there is nothing to hold on to.
        let _ignored = lane.set_pointer_capture(event.pointer_id());
    }
    super::event::focus_control(&stop);
    usize::try_from(at).ok()
}
