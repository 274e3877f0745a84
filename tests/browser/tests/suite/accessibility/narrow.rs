//! On the narrowest supported screen, nothing covers the focused element.

use flexkompas_browser_tests::Key::{Down, Tab};
use flexkompas_browser_tests::options::NARROW;
use flexkompas_browser_tests::{Visitor, engines, phone};
use serde_json::{Value, json};

use crate::support::sample;

/// The elements beyond the right edge, or null if the page does not scroll sideways.
const TOO_WIDE: &str = "const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width && window.innerWidth <= 320) return null;
    const sticksOut = e => !e.children.length && e.getBoundingClientRect().right > width + 0.5;
    const out = [...document.body.querySelectorAll('*')].filter(sticksOut);
    return 'width ' + document.documentElement.scrollWidth + ': ' + out.map(e => e.outerHTML.slice(0, 120)).slice(0, 5)";

/// What covers the centre of the focused element or its label.
const COVERED: &str = "const focus = document.activeElement;
    const box = focus.closest('label') || focus;
    const { x, y, width, height } = box.getBoundingClientRect();
    const hit = document.elementFromPoint(x + width / 2, y + height / 2);
    if (hit && (box.contains(hit) || hit.contains(box))) return null;
    return box.outerHTML.slice(0, 160) + ' at ' + y + ' lies under ' + (hit ? hit.outerHTML.slice(0, 160) : 'the edge')";

#[track_caller]
fn expect_focus_uncovered(visitor: &Visitor) {
    assert_eq!(visitor.execute(COVERED, []), Value::Null);
}

/// What makes the page scroll sideways, if anything.
#[track_caller]
pub(crate) fn horizontal_overflow(visitor: &Visitor) -> Option<String> {
    visitor.execute(TOO_WIDE, []).as_str().map(str::to_owned)
}

#[test]
fn the_bottom_bar_does_not_cover_a_focused_radio() {
    engines!(all, "layout and scrolling to the focus are part of the engine");
    let visitor = phone().with_size(NARROW).start();
    visitor.open("/");
    sample::answer_until(&visitor, 1);
    visitor.expect_statement(2, 10);
    assert_eq!(
        visitor.execute("return getComputedStyle(document.querySelector('.primary-action')).position", []),
        json!("sticky")
    );
    visitor.tab_to("input[name=\"regie-top\"]");
    expect_focus_uncovered(&visitor);
    for _ in 0..5 {
        visitor.press_key(Down);
        expect_focus_uncovered(&visitor);
    }
    visitor.finish();
}

#[test]
fn the_focus_stays_in_view_for_every_tab_stop() {
    engines!(all, "layout and scrolling to the focus are part of the engine");
    let visitor = phone().with_size(NARROW).start();
    sample::resume_with(&visitor, "/", &[sample::record()]);
    for (step, screen) in
        [("ambition", "ambition"), ("principles", "principles"), ("reflection", "reflection")]
    {
        visitor.go_to_step(step);
        visitor.expect_screen(screen);
        visitor.expect_focus("main h1");
        visitor.press_key(Tab);
        while !visitor.has_focus("[data-action=\"erase\"]") {
            expect_focus_uncovered(&visitor);
            visitor.press_key(Tab);
        }
    }
    visitor.finish();
}
