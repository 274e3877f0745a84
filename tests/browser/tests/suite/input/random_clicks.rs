//! Hundreds of random clicks break nothing. Every run has the same clicks; a failure lists the last ones.

use flexkompas_browser_tests::{engines, phone};
use serde_json::{Value, json};

/// Clicks random controls of the page, from a seed. Leaves out files and printing, which lead out of the page. Returns what
/// went wrong, or how many different controls were clicked.
const WALK: &str = "const [seed, steps, done] = arguments;
    let state = seed;
    const chance = below => {
        state = (state + 0x6D2B79F5) | 0;
        let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
        mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
        return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
    };
    const left_out = ['import', 'export-json', 'export-csv', 'print', 'copy-unreadable']
        .map(name => `[data-action=${name}]`).join() + ', [data-action$=-png], [data-action$=-svg]';
    const clickable = () => [...document.querySelectorAll('button, input[type=radio], summary, textarea, input[type=text]')]
        .filter(e => !e.matches(left_out) && e.checkVisibility());
    const name = e => (e.dataset.action || e.name || e.tagName) + (e.value ? '=' + e.value : '');
    const seen = new Set();
    const way = [];
    const wrong = () => {
        const headings = [...document.querySelectorAll('h1')].filter(e => e.checkVisibility());
        if (headings.length !== 1) return headings.length + ' first headings';
        if (!document.querySelector('main[data-screen]')) return 'no main';
        if (!document.title.endsWith(' · Flexkompas')) return 'the title ' + document.title;
        if (!document.getElementById('boot-failed').hidden) return 'the message that it did not start';
    };
    const walk = async () => {
        for (let step = 0; step < steps; step++) {
            const all = clickable();
            const pick = chance(all.length + 2);
            if (pick >= all.length) {
                way.push(pick === all.length ? 'back' : 'forward');
                if (pick > all.length || history.state !== 'start') history[way[way.length - 1]]();
                await new Promise(next => setTimeout(next, 30));
            } else {
                const e = all[pick];
                way.push(name(e));
                seen.add(name(e));
                e.focus();
                if (e.matches('textarea, input[type=text]')) {
                    e.value += 'x';
                    e.dispatchEvent(new Event('input', { bubbles: true }));
                } else e.click();
                await new Promise(next => setTimeout(next, name(e).startsWith('language') ? 60 : 0));
            }
            const trouble = wrong();
            if (trouble) return { trouble, step, way: way.slice(-6) };
        }
        return { seen: seen.size };
    };
    walk().then(done, error => done({ trouble: String(error), way: way.slice(-6) }))";

#[track_caller]
fn click_randomly(seed: u32) {
    let visitor = phone().start();
    visitor.open("/");
    visitor.expect_statement(1, 10);
    let end = visitor.execute_async(WALK, [json!(seed), json!(400)]);
    assert_eq!(end["trouble"], Value::Null, "{end}");
    assert!(end["seen"].as_u64() > Some(60), "the walk did not get around: {end}");
    visitor.finish();
}

#[test]
fn random_clicks_break_nothing() {
    engines!(all, "history and events are part of the engine");
    click_randomly(1);
}

#[test]
fn other_random_clicks_break_nothing() {
    engines!(Chromium, "the other seed runs in every engine");
    click_randomly(20_261_121);
}
