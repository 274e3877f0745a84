//! Keyboard use with a check at every tab stop.
//!
//! The focus must be visible and uncovered and follow the reading order, and Tab must reach every control.

use flexkompas_browser_tests::Key::{Enter, Tab};
use flexkompas_browser_tests::Visitor;
use serde_json::{Value, json};

/// The problem with the focus, if any: invisible, covered, or against the reading order. The page keeps earlier positions.
const FOCUS_PROBLEM: &str = "const focus = document.activeElement;
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
    // Notices and the bottom bar stay in place while the page scrolls.
    const sticks = e => ['.notices', '.primary-action'].some(part => e.closest(part));
    if (!last || sticks(focus) || window.lastSticks) { window.lastSticks = sticks(focus); return null }
    // To the right is forward too, including the top of a next column.
    if (here.bottom <= last.top + 1 && here.left < last.right - 1) return 'back up to ' + name;
    if (here.right <= last.left + 1 && here.bottom < last.bottom - 1) return 'back left to ' + name;
    return null";

/// Forgets the earlier focus positions.
const RESET_PATH: &str = "window.lastFocus = null; window.visited = new Set()";

/// The controls after the heading that Tab did not reach; one radio counts for its group.
const MISSED: &str = "const heading = document.querySelector('main h1');
    const can = [...document.querySelectorAll('a[href], button, input, textarea, summary, [tabindex=\"0\"]')]
        .filter(e => e.checkVisibility({ visibilityProperty: true }) && !e.disabled && e.tabIndex >= 0)
        .filter(e => heading.compareDocumentPosition(e) & Node.DOCUMENT_POSITION_FOLLOWING);
    const groups = new Set([...window.visited].filter(e => e.type === 'radio').map(e => e.name));
    return can.filter(e => !window.visited.has(e) && !(e.type === 'radio' && groups.has(e.name)))
        .map(e => e.outerHTML.slice(0, 120))";

/// More than the tab stops of any page.
const MAX_TABS: usize = 160;

/// Checks the focus, and returns whether an element that matches has it. One script call does both, as each call is a
/// round trip to the browser.
#[track_caller]
fn check_focus(visitor: &Visitor, selector: &str) -> bool {
    let check = format!(
        "const [selector] = arguments; const problem = (() => {{ {FOCUS_PROBLEM} }})();
        return [problem, document.activeElement.matches(selector)]"
    );
    let checked = visitor.execute(&check, [json!(selector)]);
    assert_eq!(checked[0], Value::Null);
    checked[1] == json!(true)
}

#[track_caller]
pub(crate) fn expect_visible_focus(visitor: &Visitor) {
    check_focus(visitor, "*");
}

#[track_caller]
pub(crate) fn reset_focus_path(visitor: &Visitor) {
    visitor.execute(RESET_PATH, []);
}

/// Presses Tab until an element that matches has the focus, and checks the focus every time.
#[track_caller]
pub(crate) fn tab_to(visitor: &Visitor, selector: &str) {
    reset_focus_path(visitor);
    for _ in 0..MAX_TABS {
        visitor.press_key(Tab);
        if check_focus(visitor, selector) {
            return;
        }
    }
    panic!("Tab never reaches {selector}");
}

/// Presses Shift and Tab until an element that matches has the focus.
#[track_caller]
pub(crate) fn tab_back_to(visitor: &Visitor, selector: &str) {
    // Going back is against the reading order, so each element starts a new path.
    let check = format!(
        "const [selector] = arguments, focus = document.activeElement; {RESET_PATH};
        const problem = (() => {{ {FOCUS_PROBLEM} }})();
        return [problem, focus.matches(selector), focus.outerHTML.slice(0, 200), focus === document.body]"
    );
    let mut others = Vec::new();
    for _ in 0..MAX_TABS {
        visitor.press_shift_tab();
        let checked = visitor.execute(&check, [json!(selector)]);
        let [problem, matches, html, is_lost] = [0, 1, 2, 3].map(|index| checked[index].clone());
        assert_ne!(is_lost, json!(true), "Shift and Tab never reach {selector}, only {others:#?}");
        assert_eq!(problem, Value::Null);
        if matches == json!(true) {
            return;
        }
        others.push(html);
    }
    panic!("Shift and Tab never reach {selector}");
}

/// Tabs from the heading to the last button of the page, and checks that Tab reaches every control.
#[track_caller]
pub(crate) fn tab_through_page(visitor: &Visitor) {
    visitor.expect_focus("main h1");
    tab_to(visitor, "[data-action=\"erase\"]");
    assert_eq!(visitor.execute(MISSED, []), json!([]));
}

/// Tabs to a button and presses Enter.
#[track_caller]
pub(crate) fn activate(visitor: &Visitor, selector: &str) {
    tab_to(visitor, selector);
    visitor.press_key(Enter);
}

#[track_caller]
pub(crate) fn activate_action(visitor: &Visitor, action: &str) {
    activate(visitor, &format!("[data-action=\"{action}\"]"));
}

/// Goes to a step of the scan, from a newly opened page.
#[track_caller]
pub(crate) fn go_to_step_from_top(visitor: &Visitor, step: &str) {
    tab_to(visitor, "[data-action=\"steps\"]");
    open_step(visitor, step);
}

/// Goes to a step of the scan from anywhere on the page, back through the list of steps.
#[track_caller]
pub(crate) fn go_to_step(visitor: &Visitor, step: &str) {
    tab_back_to(visitor, "[data-action=\"steps\"]");
    open_step(visitor, step);
}

#[track_caller]
pub(crate) fn open_step(visitor: &Visitor, step: &str) {
    visitor.press_key(Enter);
    visitor.expect_attribute("[data-action=\"steps\"]", "aria-expanded", Some("true"));
    activate_action(visitor, &format!("step-{step}"));
    visitor.expect_focus("main h1");
}

/// Waits until the focused button reports its pressed state.
#[track_caller]
pub(crate) fn expect_pressed(visitor: &Visitor, pressed: bool) {
    let look = "return document.activeElement.getAttribute('aria-pressed')";
    let pressed = json!(pressed.to_string());
    visitor.wait_until("the button says so", || visitor.execute(look, []) == pressed);
}

/// Checks that the focus is not lost when the pressed button disappears, so that Tab does not restart at the top.
#[track_caller]
pub(crate) fn expect_focus_kept(visitor: &Visitor) {
    visitor.wait_until_idle();
    assert!(!visitor.has_focus("body"), "the focus is nowhere");
}
