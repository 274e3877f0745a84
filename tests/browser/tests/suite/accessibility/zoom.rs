//! A laptop at 400 % zoom has 320 by 256 pixels (WCAG 2.2, 1.4.10 and 2.4.11): no sideways scrolling, every focused element
//! in view, and a reachable next button.

use flexkompas_browser_tests::Key::{Enter, Letter, Tab};
use flexkompas_browser_tests::options::Size;
use flexkompas_browser_tests::{Visitor, bundle, engines, phone};
use serde_json::{Value, json};

use crate::support::sample::{self, ANSWERS};

const ZOOMED: Size = (320, 256);

/// Focuses every element and returns those that are not in view: the centre of an element, or of its label, must be
/// uncovered.
const LOOK: &str = r"(window, document) => {
    const root = document.documentElement;
    const wrong = root.scrollWidth > root.clientWidth ? ['scrolls sideways, ' + root.scrollWidth] : [];
    // A table scrolls by itself and may be wider.
    const all = [...document.querySelectorAll('a[href], button, input, textarea, summary')]
        .filter(e => e.checkVisibility({ visibilityProperty: true }));
    // Down the page and up again, because sticky elements cover both edges.
    for (const e of [...all, ...all.toReversed()]) {
        e.focus();
        if (document.activeElement !== e) wrong.push('takes no focus: ' + e.outerHTML.slice(0, 120));
        const box = e.closest('label') || e;
        const { left, width, top, height } = box.getBoundingClientRect();
        const hit = at => document.elementFromPoint(left + width / 2, top + height * at);
        const free = at => { const e = hit(at); return e && (box.contains(e) || e.contains(box)) };
        // In a large text field, browsers scroll only the line with the cursor into view.
        const enough = e.localName === 'textarea' || height > root.clientHeight ? [.1, .3, .5, .7, .9].some(free) : free(.5);
        if (!enough) {
            const above = hit(.5);
            wrong.push(`at ${Math.round(top)} under ${above ? above.className || above.localName : 'the edge'}: ${e.outerHTML.slice(0, 120)}`);
        }
    }
    return [...new Set(wrong)];
}";

#[test]
fn the_focus_is_in_view_at_400_percent() {
    engines!(
        Chromium | Firefox,
        "in WebKit, focus() in an iframe does not scroll; Tab does, as the other tests show"
    );
    let visitor = phone().start_in_gallery();
    let mut found = Vec::new();
    for language in ["nl", "en"] {
        found.extend(visitor.inspect_gallery(language, &[ZOOMED], LOOK));
    }
    assert!(found.is_empty(), "{}:\n{}", found.len(), found.join("\n"));
    visitor.finish();
}

/// The visible fraction of the focused element, from 0 to 1.
#[track_caller]
fn visible_fraction_of_focus(visitor: &Visitor) -> f64 {
    let look = "const focus = document.activeElement, box = focus.closest('label') || focus;
        const { x, y, width, height } = box.getBoundingClientRect();
        const free = at => { const hit = document.elementFromPoint(x + width / 2, y + height * at); return hit && (box.contains(hit) || hit.contains(box)) };
        return [0.1, 0.3, 0.5, 0.7, 0.9].filter(free).length / 5";
    visitor.execute(look, []).as_f64().unwrap()
}

#[test]
fn the_keyboard_works_at_400_percent() {
    engines!(all, "layout and scrolling to the focus are part of the engine");
    // A window that was used before may keep a bar of the browser.
    let visitor = phone().with_size(ZOOMED).with_new_session().start();
    visitor.open("/");
    visitor.wait_until("the window has its size", || {
        visitor.execute("return [innerWidth, innerHeight]", []) == json!(ZOOMED)
    });
    for (at, (statement, _)) in ANSWERS.into_iter().enumerate().take(3) {
        visitor.expect_statement(at + 1, ANSWERS.len());
        visitor.tab_to(&format!("input[name=\"{statement}\"]"));
        for answer in ["4", "3"] {
            visitor.press_key(Letter(bundle::digit_of(statement, answer)));
            visitor.expect_chosen(statement, answer);
            visitor.wait_until(&format!("{answer} of {statement} in view"), || {
                visible_fraction_of_focus(&visitor) >= 0.4
            });
        }
        visitor.tab_to("[data-action=\"next\"]");
        visitor.wait_until(&format!("the next button in view, below {statement}"), || {
            visible_fraction_of_focus(&visitor) > 0.9
        });
        visitor.press_key(Enter);
    }
    visitor.finish();
}

#[test]
fn notices_are_in_view_and_cover_no_focus_at_400_percent() {
    engines!(all, "layout and scrolling to the focus are part of the engine");
    let visitor = phone().with_size(ZOOMED).start();
    sample::resume_at_result(&visitor, "/");
    visitor.execute("window.print = () => {}", []);
    visitor.press("print");
    visitor.expect_ui_text("notice-print-failed");
    let notice = "const { top, bottom } = document.querySelector('.notices').getBoundingClientRect();
        return 0 <= top && bottom <= innerHeight * 0.7";
    assert_eq!(visitor.execute(notice, []), json!(true));
    visitor.press_key(Tab);
    while !visitor.has_focus("[data-action=\"erase\"]") {
        assert!(visible_fraction_of_focus(&visitor) > 0.0, "{}", visitor.focused_html());
        visitor.press_key(Tab);
    }
    let wide = "return document.documentElement.scrollWidth > document.documentElement.clientWidth";
    assert_eq!(visitor.execute(wide, []), Value::Bool(false));
    visitor.finish();
}
