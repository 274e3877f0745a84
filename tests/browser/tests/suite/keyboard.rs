//! The keyboard as somebody uses it who sees the page: Tab after Tab, looking at the focus at each.
//!
//! The focus can be seen, lies free, and moves on as one reads; at the end of a page nothing was left out.

use flexkompas_browser_tests::Key::{Enter, Tab};
use flexkompas_browser_tests::Visitor;
use serde_json::{Value, json};

/// What is wrong with the focus: not to be seen, covered, or against the order of reading. Where it was before is noted
/// in the page.
const FOCUS: &str = "const focus = document.activeElement;
    if (focus === document.body) return 'the focus is nowhere';
    const label = focus.closest('label'), box = label || focus;
    const ringed = e => {
        const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(e);
        return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && outlineColor !== 'rgba(0, 0, 0, 0)' && getComputedStyle(e).opacity !== '0';
    };
    const name = box.outerHTML.slice(0, 160);
    if (![focus, label, focus.nextElementSibling].some(e => e && ringed(e))) return 'no ring: ' + name;
    const { left, right, top, bottom, width, height } = box.getBoundingClientRect();
    const hit = document.elementFromPoint(left + width / 2, top + height / 2);
    if (!hit || !(box.contains(hit) || hit.contains(box))) return 'covered by ' + (hit ? hit.className : 'the edge') + ': ' + name;
    const { scrollX, scrollY } = window;
    const here = { left: left + scrollX, right: right + scrollX, top: top + scrollY, bottom: bottom + scrollY };
    const last = window.lastFocus;
    window.lastFocus = here;
    (window.visited ||= new Set()).add(focus);
    // The message in sight and the bar at the bottom stay where they are while the page moves.
    const sticks = e => ['.notices', '.primary-action'].some(part => e.closest(part));
    if (!last || sticks(focus) || window.lastSticks) { window.lastSticks = sticks(focus); return null }
    // Beside it on the right is onward too, also where a column begins at its top.
    if (here.bottom <= last.top + 1 && here.left < last.right - 1) return 'back up to ' + name;
    if (here.right <= last.left + 1 && here.bottom < last.bottom - 1) return 'back left to ' + name;
    return null";

/// What the keyboard should have come to behind the heading and has not; one radio stands for its group.
const LEFT_OUT: &str = "const heading = document.querySelector('main h1');
    const can = [...document.querySelectorAll('a[href], button, input, textarea, summary, [tabindex=\"0\"]')]
        .filter(e => e.checkVisibility({ visibilityProperty: true }) && !e.disabled && e.tabIndex >= 0)
        .filter(e => heading.compareDocumentPosition(e) & Node.DOCUMENT_POSITION_FOLLOWING);
    const groups = new Set([...window.visited].filter(e => e.type === 'radio').map(e => e.name));
    return can.filter(e => !window.visited.has(e) && !(e.type === 'radio' && groups.has(e.name)))
        .map(e => e.outerHTML.slice(0, 120))";

/// No page has as many places for the focus as this.
const MOST: usize = 160;

#[track_caller]
pub(crate) fn focus_is_well(visitor: &Visitor) {
    assert_eq!(visitor.script(FOCUS, []), Value::Null);
}

#[track_caller]
pub(crate) fn begins_anew(visitor: &Visitor) {
    visitor.script("window.lastFocus = null; window.visited = new Set()", []);
}

/// Tab after Tab to an element, looking at the focus at each.
#[track_caller]
pub(crate) fn tabs_to(visitor: &Visitor, selector: &str) {
    begins_anew(visitor);
    for _ in 0..MOST {
        visitor.hits(Tab);
        focus_is_well(visitor);
        if visitor.has_focus_on(selector) {
            return;
        }
    }
    panic!("Tab never comes to {selector}");
}

/// Back through the page to an element.
#[track_caller]
pub(crate) fn tabs_back_to(visitor: &Visitor, selector: &str) {
    let mut way = Vec::new();
    for _ in 0..MOST {
        visitor.tabs_back();
        assert!(!visitor.has_focus_on("body"), "Shift and Tab never come to {selector}, but to {way:#?}");
        begins_anew(visitor);
        focus_is_well(visitor);
        way.push(visitor.focus());
        if visitor.has_focus_on(selector) {
            return;
        }
    }
    panic!("Shift and Tab never come to {selector}");
}

/// From the heading to the last button of the page: everything on the way can be reached.
#[track_caller]
pub(crate) fn tabs_through_the_page(visitor: &Visitor) {
    visitor.sees_focus_on("main h1");
    tabs_to(visitor, "[data-action=\"erase\"]");
    assert_eq!(visitor.script(LEFT_OUT, []), json!([]));
}

/// Presses a button that Tab leads to.
#[track_caller]
pub(crate) fn enters(visitor: &Visitor, selector: &str) {
    tabs_to(visitor, selector);
    visitor.hits(Enter);
}

#[track_caller]
pub(crate) fn enters_action(visitor: &Visitor, action: &str) {
    enters(visitor, &format!("[data-action=\"{action}\"]"));
}

/// Goes to a step of the scan, from a page that was just opened.
#[track_caller]
pub(crate) fn takes_step_from_the_top(visitor: &Visitor, step: &str) {
    tabs_to(visitor, "[data-action=\"steps\"]");
    opens_step(visitor, step);
}

/// Goes to a step of the scan, from anywhere in a page back up to the list of steps.
#[track_caller]
pub(crate) fn takes_step(visitor: &Visitor, step: &str) {
    tabs_back_to(visitor, "[data-action=\"steps\"]");
    opens_step(visitor, step);
}

#[track_caller]
pub(crate) fn opens_step(visitor: &Visitor, step: &str) {
    visitor.hits(Enter);
    visitor.sees_value("[data-action=\"steps\"]", "aria-expanded", Some("true"));
    enters_action(visitor, &format!("step-{step}"));
    visitor.sees_focus_on("main h1");
}

/// The focus stayed on the button, which says what became of it.
#[track_caller]
pub(crate) fn is_pressed(visitor: &Visitor, pressed: bool) {
    let look = "return document.activeElement.getAttribute('aria-pressed')";
    let pressed = json!(pressed.to_string());
    visitor.waits_until("the button says so", || visitor.script(look, []) == pressed);
}

/// Wherever what was pressed has gone, the focus is not lost: the next Tab does not begin at the top of the page.
#[track_caller]
pub(crate) fn is_somewhere(visitor: &Visitor) {
    visitor.comes_to_rest();
    assert!(!visitor.has_focus_on("body"), "the focus is nowhere");
}
