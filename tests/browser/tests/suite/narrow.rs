//! The narrowest screen that must work: nothing is cut off and nothing covers what has the focus.

use flexkompas_browser_tests::Key::{Down, Tab};
use flexkompas_browser_tests::wishes::NARROW;
use flexkompas_browser_tests::{Visitor, engines, phone};
use serde_json::{Value, json};

use crate::sample;

/// What sticks out on the right; nothing where the page does not scroll sideways.
const TOO_WIDE: &str = "const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width && window.innerWidth <= 320) return null;
    const sticksOut = e => !e.children.length && e.getBoundingClientRect().right > width + 0.5;
    const out = [...document.body.querySelectorAll('*')].filter(sticksOut);
    return 'width ' + document.documentElement.scrollWidth + ': ' + out.map(e => e.outerHTML.slice(0, 120)).slice(0, 5)";

/// What covers the middle of the element with the focus, or of its label.
const COVERED: &str = "const focus = document.activeElement;
    const box = focus.closest('label') || focus;
    const { x, y, width, height } = box.getBoundingClientRect();
    const hit = document.elementFromPoint(x + width / 2, y + height / 2);
    if (hit && (box.contains(hit) || hit.contains(box))) return null;
    return box.outerHTML.slice(0, 160) + ' at ' + y + ' lies under ' + (hit ? hit.outerHTML.slice(0, 160) : 'the edge')";

#[track_caller]
fn focus_is_in_sight(visitor: &Visitor) {
    assert_eq!(visitor.script(COVERED, []), Value::Null);
}

/// What sticks out of the page, if anything.
#[track_caller]
pub(crate) fn sticks_out(visitor: &Visitor) -> Option<String> {
    visitor.script(TOO_WIDE, []).as_str().map(str::to_owned)
}

#[test]
fn the_bar_at_the_bottom_covers_no_radio_that_has_the_focus() {
    engines!(all, "layout and scrolling to the focus are the engine's own");
    let visitor = phone().sized(NARROW).visitor();
    visitor.opens("/");
    sample::answers_until(&visitor, 1);
    visitor.sees_statement(2, 10);
    assert_eq!(
        visitor.script("return getComputedStyle(document.querySelector('.primary-action')).position", []),
        json!("sticky")
    );
    visitor.tabs_to("input[name=\"regie-top\"]");
    focus_is_in_sight(&visitor);
    for _ in 0..5 {
        visitor.hits(Down);
        focus_is_in_sight(&visitor);
    }
    visitor.leaves();
}

#[test]
fn wherever_tab_leads_the_focus_is_in_sight() {
    engines!(all, "layout and scrolling to the focus are the engine's own");
    let visitor = phone().sized(NARROW).visitor();
    visitor.opens("/");
    sample::answers_all(&visitor);
    for (step, screen) in
        [("ambition", "ambition"), ("principles", "principles"), ("reflection", "reflection")]
    {
        visitor.takes_step(step);
        visitor.sees_screen(screen);
        visitor.sees_focus_on("main h1");
        visitor.hits(Tab);
        while !visitor.has_focus_on("[data-action=\"erase\"]") {
            focus_is_in_sight(&visitor);
            visitor.hits(Tab);
        }
    }
    visitor.leaves();
}
