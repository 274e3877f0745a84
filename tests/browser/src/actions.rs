//! Actions on the page: mouse and keyboard.

use std::time::{Duration, Instant};

use serde_json::{Value, json};
use thirtyfour::WebElement;

use crate::engine::Engine;
use crate::pointer::{Gestures, Pointer};
use crate::visitor::Visitor;
use crate::waiting::wait_for;

/// A key of the keyboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are those on the keyboard")]
pub enum Key {
    Tab,
    Enter,
    Space,
    Left,
    Up,
    Right,
    Down,
    Letter(char),
}

impl Key {
    /// Its WebDriver key code.
    fn code(self) -> char {
        match self {
            Self::Tab => '\u{e004}',
            Self::Enter => '\u{e007}',
            Self::Space => ' ',
            Self::Left => '\u{e012}',
            Self::Up => '\u{e013}',
            Self::Right => '\u{e014}',
            Self::Down => '\u{e015}',
            Self::Letter(letter) => letter,
        }
    }
}

/// More than the tab stops of any page.
const MAX_TABS: usize = 120;

/// The first visible element that matches.
const FIND_VISIBLE: &str = "const e = [...document.querySelectorAll(arguments[0])]
    .find(e => e.checkVisibility({ visibilityProperty: true }));";

/// Scrolls if something covers the element. Returns it, where to click it, and whether a pointer action there is enough: in
/// the top window, on an element that does not lead to another page. That is its centre, or beside it if a click there
/// would be the second one of a double click: within 48 pixels of the last point, the second argument.
const UNCOVER: &str = "if (!e) return null;
    const last = arguments[1];
    const points = () => {
        const { x, y, width, height } = e.getBoundingClientRect();
        const aside = width > 140 ? [0, -60, 60] : [0];
        return aside.map(aside => [x + width / 2 + aside, y + height / 2]);
    };
    const isFree = point => { const hit = document.elementFromPoint(...point); return !!hit && e.contains(hit) };
    const isApart = ([x, y]) => !last || Math.max(Math.abs(x - last[0]), Math.abs(y - last[1])) > 48;
    if (!isFree(points()[0])) e.scrollIntoView({ block: 'center', behavior: 'instant' });
    const centre = points()[0];
    const isPlain = window === window.top && !e.closest('a[href], [data-action=use-release]') && isFree(centre);
    const point = isPlain && points().find(point => isFree(point) && isApart(point)) || centre;
    return [e, ...point.map(Math.floor), isPlain]";

/// The product takes clicks within half a second for a double click (`src/platform/second_press.rs`); a driver may take a
/// while to pass one on.
const DOUBLE_CLICK: Duration = Duration::from_millis(700);
/// Clicks within this distance in pixels are at the same place, with a margin.
const NEARBY: u64 = 48;

impl Visitor {
    // Mouse

    /// Clicks the first visible element that matches, once there is one. Scrolls first if something covers it, such as the
    /// bottom bar.
    ///
    /// The click command of a driver finds the element again and waits for a possible navigation, which costs 60 ms in
    /// Chromium and 200 ms in Firefox. A pointer action has the same effect on a page that stays.
    #[track_caller]
    pub fn click(&self, selector: &str) {
        let find = format!("{FIND_VISIBLE} {UNCOVER}");
        let by_pointer = matches!(self.engine, Engine::Chromium | Engine::Firefox);
        // The driver of Firefox counts clicks by time alone, wherever they are.
        let last = if self.engine == Engine::Chromium { self.last_click_point() } else { None };
        let found = wait_for(&format!("{selector} is visible"), || {
            let found = self.execute(&find, [json!(selector), json!(last)]);
            if found.is_null() { Err("it never came".to_owned()) } else { Ok(found) }
        });
        let [x, y] = [&found[1], &found[2]].map(Value::as_i64);
        let point = (x.unwrap(), y.unwrap());
        let is_plain = found[3] == json!(true);
        // Elsewhere the driver scrolls first, so that any place may come under the pointer.
        self.avoid_double_click(if is_plain { point } else { self.last_click_point().unwrap_or(point) });
        if is_plain && by_pointer {
            self.perform(&format!("click {selector}"), Gestures::tap(Pointer::Mouse, point));
        } else {
            // The driver measures first and clicks later, where the element may not be any more.
            self.wait_until_at_rest(selector, &found[0]);
            let element = self.element(selector, found[0].clone());
            self.run(&format!("click {selector}"), element.click());
        }
        self.clicked(point);
    }

    /// Waits until an element keeps its place for the time of two animation frames, which themselves stop in an iframe outside
    /// the view. A page that has just been shown, or whose texts have just arrived, still moves.
    #[track_caller]
    fn wait_until_at_rest(&self, selector: &str, element: &Value) {
        let look = "const [element, done] = arguments;
            const place = () => { const { x, y } = element.getBoundingClientRect(); return `${x} ${y}` };
            const before = place();
            setTimeout(() => done(place() === before), 32)";
        self.wait_until(&format!("{selector} rests"), || {
            self.execute_async(look, [element.clone()]) == json!(true)
        });
    }

    /// Where the last click was, if another one there would still make a double click.
    pub(crate) fn last_click_point(&self) -> Option<(i64, i64)> {
        self.last_click.get().filter(|(time, _)| time.elapsed() <= DOUBLE_CLICK).map(|(_, point)| point)
    }

    pub(crate) fn clicked(&self, point: (i64, i64)) {
        self.last_click.set(Some((Instant::now(), point)));
    }

    /// Waits where another click at the same place would be the second of a double click, which the product ignores.
    #[track_caller]
    pub(crate) fn avoid_double_click(&self, (x, y): (i64, i64)) {
        let Some((time, last)) = self.last_click.get() else { return };
        if x.abs_diff(last.0).max(y.abs_diff(last.1)) <= NEARBY {
            self.wait_until("this is no double click", || time.elapsed() > DOUBLE_CLICK);
        }
    }

    /// Clicks the button with this `data-action`.
    #[track_caller]
    pub fn press(&self, action: &str) {
        self.click(&format!("[data-action=\"{action}\"]"));
    }

    /// Clicks the next button.
    #[track_caller]
    pub fn press_next(&self) {
        self.press("next");
    }

    /// Clicks the label of a radio, and waits until the radio is checked.
    #[track_caller]
    pub fn choose(&self, name: &str, value: &str) {
        self.click(&format!("label:has(> input[name=\"{name}\"][value=\"{value}\"])"));
        self.expect_chosen(name, value);
    }

    /// Answers the current statement and goes to the next.
    #[track_caller]
    pub fn answer(&self, statement: &str, answer: &str) {
        self.choose(statement, answer);
        self.press_next();
    }

    /// Expands a disclosure.
    #[track_caller]
    pub fn expand(&self, fold: &str) {
        self.click(&format!("details[data-fold=\"{fold}\"]:not([open]) > summary"));
    }

    /// Goes to a step of the scan; on a phone the list of steps is opened first.
    #[track_caller]
    pub fn go_to_step(&self, step: &str) {
        let button = format!("[data-action=\"step-{step}\"]");
        if !self.is_visible(&button) {
            self.press("steps");
        }
        self.click(&button);
    }

    // Keyboard

    /// Presses and releases a key.
    #[track_caller]
    pub fn press_key(&self, key: Key) {
        let mut keys = Gestures::keyboard();
        keys.press_and_release(key.code());
        self.perform(&format!("press {key:?}"), keys);
    }

    /// Presses Shift and Tab.
    #[track_caller]
    pub fn press_shift_tab(&self) {
        let mut keys = Gestures::keyboard();
        keys.press_holding('\u{e008}', Key::Tab.code());
        self.perform("press Shift and Tab", keys);
    }

    /// Presses Tab until an element that matches has the focus.
    #[track_caller]
    pub fn tab_to(&self, selector: &str) {
        let look = "const focus = document.activeElement;
            return focus.matches(arguments[0]) ? null : focus.outerHTML.slice(0, 200)";
        let mut others = Vec::new();
        for _ in 0..MAX_TABS {
            self.press_key(Key::Tab);
            let other = self.execute(look, [json!(selector)]);
            if other.is_null() {
                return;
            }
            others.push(other);
        }
        panic!("Tab never reaches {selector}, only {others:#?}");
    }

    /// Types into the focused element.
    #[track_caller]
    pub fn type_keys(&self, text: &str) {
        let mut keys = Gestures::keyboard();
        text.chars().for_each(|letter| keys.press_and_release(letter));
        self.perform(&format!("type {text:?}"), keys);
    }

    /// Clicks a field and types into it.
    #[track_caller]
    pub fn type_into(&self, name: &str, text: &str) {
        let selector = format!("[name=\"{name}\"]");
        self.click(&selector);
        let field = self.visible(&selector);
        self.run(&format!("type into {name}"), field.send_keys(text));
    }

    // Building blocks

    /// The first visible element that matches, once there is one.
    #[track_caller]
    pub(crate) fn visible(&self, selector: &str) -> WebElement {
        let element = wait_for(&format!("{selector} is visible"), || {
            let found = self.find_visible(selector);
            if found.is_null() { Err("it never came".to_owned()) } else { Ok(found) }
        });
        self.element(selector, element)
    }

    #[track_caller]
    fn element(&self, selector: &str, element: Value) -> WebElement {
        self.run(selector, async { WebElement::from_json(element, self.browser().handle().clone()) })
    }

    /// Whether an element that matches is visible.
    #[track_caller]
    pub fn is_visible(&self, selector: &str) -> bool {
        !self.find_visible(selector).is_null()
    }

    #[track_caller]
    fn find_visible(&self, selector: &str) -> Value {
        self.execute(&format!("{FIND_VISIBLE} return e || null"), [json!(selector)])
    }
}
