//! WebDriver actions: pointer movements and keys.

use std::sync::Arc;

use http::Method;
use serde_json::{Value, json};
use thirtyfour::common::command::{Command, ExtensionCommand};

use crate::engine::Engine;
use crate::visitor::Visitor;
use crate::waiting::wait_for;

/// A pointer device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pointer {
    /// A mouse.
    Mouse,
    /// A finger.
    Touch,
}

/// The number of moves in a drag, so that the page gets intermediate events as from a hand.
const STEPS: i64 = 10;
/// The duration of a move: one animation frame.
const STEP_MS: u32 = 16;
/// The pause before a drag ends. Without it the browser sees a fling, and the next tap only stops that.
const REST_MS: u32 = 100;
/// How long a hand takes between the taps of a double tap.
const BETWEEN_TAPS_MS: u32 = 120;

/// An input source and its actions, in the format of the WebDriver standard.
#[derive(Clone, Debug)]
pub(crate) struct Gestures {
    source: Value,
    actions: Vec<Value>,
}

impl Gestures {
    pub(crate) fn keyboard() -> Self {
        Self { source: json!({ "type": "key", "id": "keyboard" }), actions: Vec::new() }
    }

    fn of(pointer: Pointer) -> Self {
        let kind = match pointer {
            Pointer::Mouse => "mouse",
            Pointer::Touch => "touch",
        };
        let source = json!({ "type": "pointer", "id": kind, "parameters": { "pointerType": kind } });
        Self { source, actions: Vec::new() }
    }

    pub(crate) fn tap(pointer: Pointer, point: (i64, i64)) -> Self {
        let mut tap = Self::of(pointer);
        tap.move_to(point, 0);
        tap.button("pointerDown");
        tap.button("pointerUp");
        tap
    }

    pub(crate) fn press_and_release(&mut self, key: char) {
        self.actions.push(json!({ "type": "keyDown", "value": key }));
        self.actions.push(json!({ "type": "keyUp", "value": key }));
    }

    /// Presses a key while another is held down.
    pub(crate) fn press_holding(&mut self, held: char, key: char) {
        self.actions.push(json!({ "type": "keyDown", "value": held }));
        self.press_and_release(key);
        self.actions.push(json!({ "type": "keyUp", "value": held }));
    }

    fn move_to(&mut self, (x, y): (i64, i64), duration: u32) {
        self.actions.push(json!({ "type": "pointerMove", "duration": duration, "x": x, "y": y }));
    }

    fn button(&mut self, action: &str) {
        self.actions.push(json!({ "type": action, "button": 0 }));
    }
}

impl Gestures {
    /// Two taps at the same place, as quick as those of a hand.
    fn double_tap(pointer: Pointer, point: (i64, i64)) -> Self {
        let mut taps = Self::tap(pointer, point);
        taps.actions.push(json!({ "type": "pause", "duration": BETWEEN_TAPS_MS }));
        taps.button("pointerDown");
        taps.button("pointerUp");
        taps
    }
}

impl ExtensionCommand for Gestures {
    fn parameters_json(&self) -> Option<Value> {
        let mut source = self.source.clone();
        source["actions"] = json!(self.actions);
        Some(json!({ "actions": [source] }))
    }

    fn method(&self) -> Method {
        Method::POST
    }

    fn endpoint(&self) -> Arc<str> {
        "/actions".into()
    }
}

impl Visitor {
    /// Drags from one element to another.
    #[track_caller]
    pub fn drag(&self, pointer: Pointer, from: &str, to: &str) {
        let mut gestures = Gestures::of(pointer);
        let (from_point, to_point) = self.scroll_into_view(from, to);
        gestures.move_to(from_point, 0);
        gestures.button("pointerDown");
        for step in 1..=STEPS {
            let on_the_way = |from: i64, to: i64| from + (to - from) * step / STEPS;
            gestures.move_to(
                (on_the_way(from_point.0, to_point.0), on_the_way(from_point.1, to_point.1)),
                STEP_MS,
            );
        }
        gestures.actions.push(json!({ "type": "pause", "duration": REST_MS }));
        gestures.button("pointerUp");
        self.perform(&format!("drag from {from} to {to}"), gestures);
    }

    /// Presses the mouse on an element, until [`Visitor::release_button`].
    #[track_caller]
    pub fn press_and_hold(&self, on: &str) {
        let mut gestures = Gestures::of(Pointer::Mouse);
        let (point, _) = self.scroll_into_view(on, on);
        gestures.move_to(point, 0);
        gestures.button("pointerDown");
        self.perform(&format!("hold {on} down"), gestures);
    }

    /// Releases the mouse button.
    #[track_caller]
    pub fn release_button(&self) {
        let mut gestures = Gestures::of(Pointer::Mouse);
        gestures.button("pointerUp");
        self.perform("release the mouse button", gestures);
    }

    /// Taps an element.
    #[track_caller]
    pub fn tap(&self, pointer: Pointer, on: &str) {
        let (point, _) = self.scroll_into_view(on, on);
        self.avoid_double_click(point);
        let gestures = Gestures::tap(pointer, point);
        self.perform(&format!("tap {on}"), gestures);
        self.clicked(point);
    }

    /// Taps an element twice, as a double click or a double tap.
    #[track_caller]
    pub fn double_tap(&self, pointer: Pointer, on: &str) {
        let (point, _) = self.scroll_into_view(on, on);
        // The driver of Firefox counts clicks by time alone, wherever they are: the second must be this one.
        let other_clicks = if self.engine == Engine::Firefox { self.last_click_point() } else { None };
        self.avoid_double_click(other_clicks.unwrap_or(point));
        self.perform(&format!("tap {on} twice"), Gestures::double_tap(pointer, point));
        self.clicked(point);
        if self.engine == Engine::Firefox {
            self.avoid_double_click(point);
        }
    }

    /// Swipes with a finger from an element, so many pixels to the right and down.
    #[track_caller]
    pub fn swipe(&self, from: &str, (right, down): (i64, i64)) {
        let (start, _) = self.scroll_into_view(from, from);
        let mut gestures = Gestures::of(Pointer::Touch);
        gestures.move_to(start, 0);
        gestures.button("pointerDown");
        for step in 1..=STEPS {
            let point = (start.0 + right * step / STEPS, start.1 + down * step / STEPS);
            gestures.move_to(point, STEP_MS);
        }
        gestures.button("pointerUp");
        self.perform(&format!("swipe from {from}"), gestures);
    }

    /// Scrolls until both elements are in view and stay where they are, and returns the centre of each. A page that has just
    /// been shown still scrolls its heading into view.
    #[track_caller]
    pub fn scroll_into_view(&self, one: &str, other: &str) -> ((i64, i64), (i64, i64)) {
        let look = "const [one, other, done] = arguments;
            const both = [one, other].map(selector => document.querySelector(selector));
            const middle = e => { const r = e.getBoundingClientRect(); return [r.x + r.width / 2, r.y + r.height / 2] };
            const [a, b] = both.map(middle);
            window.scrollBy({ top: (a[1] + b[1] - window.innerHeight) / 2, behavior: 'instant' });
            const points = () => both.map(middle).map(point => point.map(Math.floor));
            const before = points();
            requestAnimationFrame(() => requestAnimationFrame(() => {
                const after = points();
                done(String(before) === String(after) ? after : null);
            }))";
        let points = wait_for(&format!("{one} and {other} rest in view"), || {
            let points = self.execute_async(look, [json!(one), json!(other)]);
            if points.is_null() { Err("they never did".to_owned()) } else { Ok(points) }
        });
        let point = |at: usize| (points[at][0].as_i64().unwrap(), points[at][1].as_i64().unwrap());
        (point(0), point(1))
    }

    #[track_caller]
    pub(crate) fn perform(&self, what: &str, gestures: Gestures) {
        let command = Command::ExtensionCommand(Box::new(gestures));
        self.run(what, async { self.browser().cmd(command).await.map(|_| ()) });
    }
}
