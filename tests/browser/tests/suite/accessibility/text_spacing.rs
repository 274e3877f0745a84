//! Wider spacing of letters, words, lines and paragraphs hides no text (WCAG 2.2, 1.4.12).

use flexkompas_browser_tests::options::{LAPTOP, PHONE, Size};
use flexkompas_browser_tests::{engines, phone};

/// The spacing that WCAG requires a page to support.
const SPACED: &str =
    "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
    p { margin-block-end: 2em !important }";

/// Finds text that is cut off, leaves its box or overlaps other text.
const LOOK: &str = r"(window, document) => {
    const { getComputedStyle } = window;
    document.head.appendChild(document.createElement('style')).textContent = SPACED;
    const all = [...document.body.querySelectorAll('*')];
    // Sticky elements overlap others only while scrolling.
    all.filter(e => getComputedStyle(e).position === 'sticky').forEach(e => { e.style.position = 'relative' });
    const root = document.documentElement;
    const wrong = [];
    if (root.scrollWidth > root.clientWidth) wrong.push('scrolls sideways, ' + root.scrollWidth);

    const lines = [];
    const walker = document.createTreeWalker(document.body, 4);
    const range = document.createRange();
    for (let node; (node = walker.nextNode());) {
        const e = node.parentElement;
        const forEars = e.closest('.visually-hidden, .skip-link, svg, textarea');
        if (!node.data.trim() || forEars || !e.checkVisibility({ visibilityProperty: true })) continue;
        range.selectNodeContents(node);
        for (const box of range.getClientRects()) {
            // Glyphs fill less than the height of their line.
            const spare = box.height * 0.15;
            const { left, right } = box;
            if (right - left > 2) lines.push({ e, text: node.data.trim().slice(0, 40), left, right, top: box.top + spare, bottom: box.bottom - spare });
        }
    }
    if (!lines.length) wrong.push('no words at all');

    const MOST = 1.5;
    const within = (line, box, sideways, upright) =>
        (!sideways || (line.left > box.left - MOST && line.right < box.right + MOST))
        && (!upright || (line.top > box.top - MOST && line.bottom < box.bottom + MOST));
    for (const line of lines) {
        let scrolls = false;
        for (let e = line.e; e !== document.body && !scrolls; e = e.parentElement) {
            const style = getComputedStyle(e);
            if (style.display === 'inline' || style.display === 'contents') continue;
            const box = e.getBoundingClientRect();
            const cuts = value => value === 'hidden' || value === 'clip';
            const seen = style.backgroundColor !== 'rgba(0, 0, 0, 0)' || parseFloat(style.borderTopWidth) > 0;
            scrolls = style.overflowX === 'auto' || style.overflowX === 'scroll';
            if (!within(line, box, cuts(style.overflowX), cuts(style.overflowY))) wrong.push('cut off: ' + line.text);
            else if (seen && !scrolls && !within(line, box, true, true)) wrong.push('out of its box ' + e.className + ': ' + line.text);
        }
        if (!scrolls && !within(line, { left: 0, right: root.clientWidth }, true, false)) wrong.push('off the page: ' + line.text);
    }

    lines.sort((one, other) => one.top - other.top);
    lines.forEach((one, at) => {
        for (const other of lines.slice(at + 1)) {
            if (other.top >= one.bottom - MOST) break;
            if (other.left < one.right - MOST && one.left < other.right - MOST) wrong.push(one.text + ' lies over ' + other.text);
        }
    });
    return [...new Set(wrong)];
}";

#[track_caller]
fn expect_no_lost_text(sizes: &[Size]) {
    let look = LOOK.replace("SPACED", &format!("`{SPACED}`"));
    let visitor = phone().start_in_gallery();
    let mut found = Vec::new();
    for language in ["nl", "en"] {
        found.extend(visitor.inspect_gallery(language, sizes, &look));
    }
    assert!(found.is_empty(), "{}:\n{}", found.len(), found.join("\n"));
    visitor.finish();
}

#[test]
fn wider_text_spacing_hides_no_text() {
    engines!(all, "layout is part of the engine");
    expect_no_lost_text(&[PHONE, LAPTOP]);
}
