//! Nothing moves for visitors who prefer reduced motion.

use flexkompas_browser_tests::{Visitor, engines, phone};
use serde_json::{Value, json};

use crate::support::sample;

/// The elements with a transition, an animation or smooth scrolling.
#[track_caller]
fn moving_elements(visitor: &Visitor) -> Value {
    let look = "const long = text => text.split(',').some(part => parseFloat(part) > 0);
        return [...document.querySelectorAll('*')].filter(e => {
            const style = getComputedStyle(e);
            return long(style.transitionDuration) || (long(style.animationDuration) && style.animationName !== 'none')
                || style.scrollBehavior === 'smooth';
        }).map(e => e.className || e.tagName)";
    visitor.execute(look, [])
}

#[test]
fn reduced_motion_stops_every_transition() {
    engines!(all, "each engine detects reduced motion differently");
    let visitor = phone().with_reduced_motion().start();
    visitor.open("/");
    visitor.expect_statement(1, 10);
    assert_eq!(moving_elements(&visitor), json!([]));
    sample::resume_with(&visitor, "/", &[sample::record()]);
    visitor.go_to_step("ambition");
    visitor.expect_screen("ambition");
    assert_eq!(moving_elements(&visitor), json!([]));
    visitor.press_next();
    sample::expect_result(&visitor);
    assert_eq!(moving_elements(&visitor), json!([]));
    visitor.finish();
}

#[test]
fn buttons_have_transitions_by_default() {
    engines!(all, "each engine detects reduced motion differently");
    let visitor = phone().start();
    visitor.open("/");
    visitor.expect_statement(1, 10);
    let movers = moving_elements(&visitor);
    let classes: Vec<_> = movers.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    assert!(
        classes.iter().any(|class| class.contains("button")),
        "without this, the other test proves nothing"
    );
    visitor.finish();
}
