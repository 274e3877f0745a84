//! Every target is large enough (WCAG 2.2, 2.5.8), answers large enough for a thumb, without sideways scrolling.

use flexkompas_browser_tests::options::{LAPTOP, NARROW, Size};
use flexkompas_browser_tests::{engines, phone};

/// Finds small targets: answers below 44 pixels, and others below 24 with another target nearby.
const LOOK: &str = r"(window, document) => {
    const LEAST = 24, LEAST_OF_ANSWERS = 44, SPARE = 0.5;
    // A click on a label counts for its field.
    const whole = e => (e.closest('label') || e).getBoundingClientRect();
    const inText = e => e.localName === 'a' && window.getComputedStyle(e).display === 'inline'
        && e.parentElement.textContent.trim() !== e.textContent.trim();
    const all = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [role=button], [tabindex=\'0\']')]
        .filter(e => e.checkVisibility({ visibilityProperty: true }) && !inText(e));
    const targets = all.map(e => ({ e, box: whole(e) }));
    const small = ({ box }) => Math.min(box.width, box.height) < LEAST - SPARE;
    const middle = ({ box }) => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 });
    const apart = (one, other) => {
        const { x, y } = middle(one), { box } = other;
        if (small(other)) return Math.hypot(x - middle(other).x, y - middle(other).y) >= LEAST;
        const away = (at, low, high) => Math.max(low - at, 0, at - high);
        return Math.hypot(away(x, box.left, box.right), away(y, box.top, box.bottom)) >= LEAST / 2;
    };
    const wrong = targets.length > 3 ? [] : ['hardly anything to hit'];
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth) wrong.push('scrolls sideways, ' + root.scrollWidth);
    for (const target of targets) {
        const { e, box } = target;
        const told = what => wrong.push(`${Math.round(box.width)} x ${Math.round(box.height)} is too small for ${what}: ${e.outerHTML.slice(0, 120)}`);
        if (e.matches('[type=radio], [type=checkbox]')) {
            if (Math.min(box.width, box.height) < LEAST_OF_ANSWERS - SPARE) told('an answer');
        } else if (small(target) && !targets.every(other => other === target || apart(target, other))) told('a target');
    }
    return wrong;
}";

/// The width at which ten grades fit in one row.
const MIDDLE: Size = (576, 800);

#[test]
fn targets_are_large_enough_and_no_page_scrolls_sideways() {
    engines!(all, "layout is part of the engine");
    let visitor = phone().start_in_gallery();
    let mut found = visitor.inspect_gallery("nl", &[NARROW, MIDDLE, LAPTOP], LOOK);
    found.extend(visitor.inspect_gallery("en", &[NARROW], LOOK));
    assert!(found.is_empty(), "{}:\n{}", found.len(), found.join("\n"));
    visitor.finish();
}
