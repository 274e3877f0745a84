//! The visitor on the page of another site, and in the frame with the product there.

use serde_json::{Value, json};

use crate::host::Host;
use crate::visitor::Visitor;
use crate::waiting::wait_for;

impl Visitor {
    /// The server sends the policy that works in a sandbox without an origin; before a page with such a frame is opened.
    #[track_caller]
    pub fn allow_opaque_origin(&self) {
        self.server().is_called(&self.engine.self_source_in_sandbox(&self.address));
    }

    /// Opens the page of another site and looks at it, not into its frames.
    #[track_caller]
    pub fn open_host(&self, host: &Host) {
        self.hosts.borrow_mut().push(host.url());
        self.go_to(&host.url());
    }

    /// Looks into the first frame of the page once the product is there.
    #[track_caller]
    pub fn enter_iframe(&self) {
        self.enter_iframe_at(0);
    }

    /// Looks into a frame of the page once the product is there.
    #[track_caller]
    pub fn enter_iframe_at(&self, at: u16) {
        self.leave_iframe();
        let speaks = "return heard.some(({ frame, data }) => frame === arguments[0] && data.type === 'iframe-resized')";
        self.wait_until("word from the frame", || self.execute(speaks, [json!(at)]) == json!(true));
        self.run("look into the frame", self.browser().enter_frame(at));
        self.wait_until_settled();
    }

    /// Looks into a frame of the page, whatever is there.
    #[track_caller]
    pub fn enter_iframe_without_waiting(&self, at: u16) {
        self.leave_iframe();
        self.run("look into the frame", self.browser().enter_frame(at));
    }

    /// Looks at the page around the frame.
    #[track_caller]
    pub fn leave_iframe(&self) {
        self.run("look at the host", self.browser().enter_default_frame());
    }

    /// The messages of this type that the page around the frame has heard; the visitor then looks at that page.
    #[track_caller]
    pub fn host_messages(&self, kind: &str) -> Vec<Value> {
        self.leave_iframe();
        let look = "return heard.filter(({ data }) => data && (data.type || data.message) === arguments[0])";
        self.execute(look, [json!(kind)]).as_array().cloned().unwrap_or_default()
    }

    /// The events of this kind that the page around the frame has seen; the visitor then looks at that page.
    #[track_caller]
    pub fn host_events(&self, kind: &str) -> Vec<Value> {
        self.leave_iframe();
        let look = "return heard.filter(({ event }) => event === arguments[0])";
        self.execute(look, [json!(kind)]).as_array().cloned().unwrap_or_default()
    }

    /// What the policy of the page around the frame stopped, and what went wrong there.
    #[track_caller]
    pub fn host_errors(&self) -> Value {
        self.leave_iframe();
        self.execute("return stopped", [])
    }

    /// Where the heading is, from the top of what is seen of the page around the frame, and how high that is.
    #[track_caller]
    pub fn heading_on_host(&self) -> (f64, f64, f64) {
        let inside = "const box = document.querySelector('main h1').getBoundingClientRect(); return [box.top, box.bottom]";
        let inside = self.execute(inside, []);
        self.leave_iframe();
        let outside = "return [document.querySelector('iframe').getBoundingClientRect().top, innerHeight]";
        let outside = self.execute(outside, []);
        self.run("look into the frame", self.browser().enter_frame(0));
        let number = |value: &Value| value.as_f64().unwrap();
        let frame = number(&outside[0]);
        (frame + number(&inside[0]), frame + number(&inside[1]), number(&outside[1]))
    }

    /// Scrolls, as a person does, until something in the frame is in sight on the page around it: not every driver does
    /// so before it clicks.
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
        self.run("look into the frame", self.browser().enter_frame(0));
    }

    /// Waits until the heading is in sight on the page around the frame.
    #[track_caller]
    pub fn expect_heading_in_view(&self) {
        wait_for("the heading in sight at the host", || {
            let (top, bottom, height) = self.heading_on_host();
            let is_in_sight = top >= 0.0 && bottom <= height;
            if is_in_sight { Ok(()) } else { Err(format!("it stands from {top} to {bottom} of {height}")) }
        });
    }

    /// Lets the browser paint so many times: what keeps growing by itself has grown then.
    #[track_caller]
    pub fn wait_for_animation_frames(&self, times: u32) {
        let paint = "const [times, done] = arguments; let left = times;
            const next = () => left-- ? requestAnimationFrame(next) : done(); next()";
        self.execute_async(paint, [json!(times)]);
    }
}
