//! Who wants less movement gets none.

use flexkompas_browser_tests::{Visitor, engines, phone};
use serde_json::{Value, json};

use crate::sample;

/// The elements that move, with how.
#[track_caller]
fn movers(visitor: &Visitor) -> Value {
    let look = "const long = text => text.split(',').some(part => parseFloat(part) > 0);
        return [...document.querySelectorAll('*')].filter(e => {
            const style = getComputedStyle(e);
            return long(style.transitionDuration) || (long(style.animationDuration) && style.animationName !== 'none')
                || style.scrollBehavior === 'smooth';
        }).map(e => e.className || e.tagName)";
    visitor.script(look, [])
}

#[test]
fn reduced_motion_stops_every_transition() {
    engines!(all, "each engine learns in its own way that its user wants less movement");
    let visitor = phone().still().visitor();
    visitor.opens("/");
    visitor.sees_statement(1, 10);
    assert_eq!(movers(&visitor), json!([]));
    sample::answers_all(&visitor);
    assert_eq!(movers(&visitor), json!([]));
    sample::places_ambition(&visitor);
    sample::sees_the_result(&visitor);
    assert_eq!(movers(&visitor), json!([]));
    visitor.leaves();
}

#[test]
fn otherwise_buttons_do_move() {
    engines!(all, "each engine learns in its own way that its user wants less movement");
    let visitor = phone().visitor();
    visitor.opens("/");
    visitor.sees_statement(1, 10);
    let movers = movers(&visitor);
    let classes: Vec<_> = movers.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    assert!(
        classes.iter().any(|class| class.contains("button")),
        "without this, the other test proves nothing"
    );
    visitor.leaves();
}
