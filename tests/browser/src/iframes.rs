//! The visitor on a host page and in its iframes.

use serde_json::{Value, json};

use crate::host::Host;
use crate::visitor::Visitor;
use crate::waiting::wait_for;

impl Visitor {
    /// Makes the server send a policy that works without an origin. Call it before opening such a page.
    #[track_caller]
    pub fn allow_opaque_origin(&self) {
        self.server().set_self_source(&self.engine.self_source_in_sandbox(&self.address));
    }

    /// Opens a host page, without entering its iframes.
    #[track_caller]
    pub fn open_host(&self, host: &Host) {
        self.hosts.borrow_mut().push(host.url());
        self.go_to(&host.url());
    }

    /// Enters the first iframe once the product has started there.
    #[track_caller]
    pub fn enter_iframe(&self) {
        self.enter_iframe_at(0);
    }

    /// Enters an iframe once the product has started there.
    #[track_caller]
    pub fn enter_iframe_at(&self, index: u16) {
        self.leave_iframe();
        let speaks = "return heard.some(({ frame, data }) => frame === arguments[0] && data.type === 'iframe-resized')";
        self.wait_until("a message from the iframe", || self.execute(speaks, [json!(index)]) == json!(true));
        self.run("enter the iframe", self.browser().enter_frame(index));
        self.wait_until_settled();
    }

    /// Enters an iframe at once, whatever it shows.
    #[track_caller]
    pub fn enter_iframe_without_waiting(&self, index: u16) {
        self.leave_iframe();
        self.run("enter the iframe", self.browser().enter_frame(index));
    }

    /// Goes back to the host page.
    #[track_caller]
    pub fn leave_iframe(&self) {
        self.run("leave the iframe", self.browser().enter_default_frame());
    }

    /// The messages of this type that the host page received. Leaves the iframe.
    #[track_caller]
    pub fn host_messages(&self, kind: &str) -> Vec<Value> {
        self.leave_iframe();
        let look = "return heard.filter(({ data }) => data && (data.type || data.message) === arguments[0])";
        self.execute(look, [json!(kind)]).as_array().cloned().unwrap_or_default()
    }

    /// The events of this kind that the host page received. Leaves the iframe.
    #[track_caller]
    pub fn host_events(&self, kind: &str) -> Vec<Value> {
        self.leave_iframe();
        let look = "return heard.filter(({ event }) => event === arguments[0])";
        self.execute(look, [json!(kind)]).as_array().cloned().unwrap_or_default()
    }

    /// The resources that the policy of the host page blocked, and its errors. Leaves the iframe.
    #[track_caller]
    pub fn host_errors(&self) -> Value {
        self.leave_iframe();
        self.execute("return stopped", [])
    }

    /// The top and bottom of the heading in the viewport of the host page, and the height of that viewport.
    #[track_caller]
    pub fn heading_on_host(&self) -> (f64, f64, f64) {
        let inside = "const box = document.querySelector('main h1').getBoundingClientRect(); return [box.top, box.bottom]";
        let inside = self.execute(inside, []);
        self.leave_iframe();
        let outside = "return [document.querySelector('iframe').getBoundingClientRect().top, innerHeight]";
        let outside = self.execute(outside, []);
        self.run("enter the iframe", self.browser().enter_frame(0));
        let number = |value: &Value| value.as_f64().unwrap();
        let frame = number(&outside[0]);
        (frame + number(&inside[0]), frame + number(&inside[1]), number(&outside[1]))
    }

    /// Scrolls the host page until an element in the iframe is in view: not every driver does so before a click.
    #[track_caller]
    pub fn scroll_host_to(&self, selector: &str) {
        self.visible(selector);
        let place = "const all = [...document.querySelectorAll(arguments[0])];
            const e = all.find(e => e.checkVisibility({ visibilityProperty: true }));
            e.scrollIntoView({ block: 'center', behavior: 'instant' });
            const box = e.getBoundingClientRect(); return box.top + box.height / 2";
        let middle = self.execute(place, [json!(selector)]);
        self.leave_iframe();
        let scroll =
            "const top = document.querySelector('iframe').getBoundingClientRect().top + arguments[0];
            scrollBy({ top: top - innerHeight / 2, behavior: 'instant' })";
        self.execute(scroll, [middle]);
        self.run("enter the iframe", self.browser().enter_frame(0));
    }

    /// Waits until the heading is in the viewport of the host page.
    #[track_caller]
    pub fn expect_heading_in_view(&self) {
        wait_for("the heading in the viewport of the host page", || {
            let (top, bottom, height) = self.heading_on_host();
            let is_in_view = top >= 0.0 && bottom <= height;
            if is_in_view { Ok(()) } else { Err(format!("it extends from {top} to {bottom} of {height}")) }
        });
    }

    /// Waits for this many animation frames, in which a height that keeps growing by itself has grown.
    #[track_caller]
    pub fn wait_for_animation_frames(&self, times: u32) {
        let paint = "const [times, done] = arguments; let left = times;
            const next = () => left-- ? requestAnimationFrame(next) : done(); next()";
        self.execute_async(paint, [json!(times)]);
    }
}
