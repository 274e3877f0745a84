//! The visitor on the page of another site, and in the frame with the product there.

use serde_json::{Value, json};

use crate::host::Host;
use crate::patience::await_some;
use crate::visitor::Visitor;

impl Visitor {
    /// The server sends the policy that works in a sandbox without an origin; before a page with such a frame is opened.
    #[track_caller]
    pub fn expects_a_sandbox(&self) {
        self.server().set_self_source(&self.engine.own_in_sandbox(&self.address));
    }

    /// Opens the page of another site and looks at it, not into its frames.
    #[track_caller]
    pub fn visits(&self, host: &Host) {
        self.hosts.borrow_mut().push(host.url());
        self.goes_to(&host.url());
    }

    /// Looks into the first frame of the page once the product is there.
    #[track_caller]
    pub fn looks_into_the_frame(&self) {
        self.looks_into_frame(0);
    }

    /// Looks into a frame of the page once the product is there.
    #[track_caller]
    pub fn looks_into_frame(&self, at: u16) {
        self.looks_at_the_host();
        let speaks = "return heard.some(({ frame, data }) => frame === arguments[0] && data.type === 'iframe-resized')";
        self.waits_until("word from the frame", || self.script(speaks, [json!(at)]) == json!(true));
        self.run("look into the frame", self.browser().enter_frame(at));
        self.settles();
    }

    /// Looks into a frame of the page, whatever is there.
    #[track_caller]
    pub fn looks_into_a_plain_frame(&self, at: u16) {
        self.looks_at_the_host();
        self.run("look into the frame", self.browser().enter_frame(at));
    }

    /// Looks at the page around the frame.
    #[track_caller]
    pub fn looks_at_the_host(&self) {
        self.run("look at the host", self.browser().enter_default_frame());
    }

    /// The messages of this type that the page around the frame has heard; the visitor then looks at that page.
    #[track_caller]
    pub fn heard(&self, kind: &str) -> Vec<Value> {
        self.looks_at_the_host();
        let look = "return heard.filter(({ data }) => data && (data.type || data.message) === arguments[0])";
        self.script(look, [json!(kind)]).as_array().cloned().unwrap_or_default()
    }

    /// The events of this kind that the page around the frame has seen; the visitor then looks at that page.
    #[track_caller]
    pub fn heard_events(&self, kind: &str) -> Vec<Value> {
        self.looks_at_the_host();
        let look = "return heard.filter(({ event }) => event === arguments[0])";
        self.script(look, [json!(kind)]).as_array().cloned().unwrap_or_default()
    }

    /// What the policy of the page around the frame stopped, and what went wrong there.
    #[track_caller]
    pub fn stopped_at_the_host(&self) -> Value {
        self.looks_at_the_host();
        self.script("return stopped", [])
    }

    /// Where the heading is, from the top of what is seen of the page around the frame, and how high that is.
    #[track_caller]
    pub fn heading_at_the_host(&self) -> (f64, f64, f64) {
        let inside = "const box = document.querySelector('main h1').getBoundingClientRect(); return [box.top, box.bottom]";
        let inside = self.script(inside, []);
        self.looks_at_the_host();
        let outside = "return [document.querySelector('iframe').getBoundingClientRect().top, innerHeight]";
        let outside = self.script(outside, []);
        self.run("look into the frame", self.browser().enter_frame(0));
        let number = |value: &Value| value.as_f64().unwrap();
        let frame = number(&outside[0]);
        (frame + number(&inside[0]), frame + number(&inside[1]), number(&outside[1]))
    }

    /// Scrolls, as a person does, until something in the frame is in sight on the page around it: not every driver does
    /// so before it clicks.
    #[track_caller]
    pub fn scrolls_the_host_to(&self, selector: &str) {
        self.visible(selector);
        let place = "const all = [...document.querySelectorAll(arguments[0])];
            const e = all.find(e => e.checkVisibility({ visibilityProperty: true }));
            e.scrollIntoView({ block: 'center', behavior: 'instant' });
            const box = e.getBoundingClientRect(); return box.top + box.height / 2";
        let middle = self.script(place, [json!(selector)]);
        self.looks_at_the_host();
        let scroll =
            "const top = document.querySelector('iframe').getBoundingClientRect().top + arguments[0];
            scrollBy({ top: top - innerHeight / 2, behavior: 'instant' })";
        self.script(scroll, [middle]);
        self.run("look into the frame", self.browser().enter_frame(0));
    }

    /// Waits until the heading is in sight on the page around the frame.
    #[track_caller]
    pub fn sees_the_heading_at_the_host(&self) {
        await_some("the heading in sight at the host", || {
            let (top, bottom, height) = self.heading_at_the_host();
            let is_in_sight = top >= 0.0 && bottom <= height;
            if is_in_sight { Ok(()) } else { Err(format!("it stands from {top} to {bottom} of {height}")) }
        });
    }

    /// Lets the browser paint so many times: what keeps growing by itself has grown then.
    #[track_caller]
    pub fn paints_times(&self, times: u32) {
        let paint = "const [times, done] = arguments; let left = times;
            const next = () => left-- ? requestAnimationFrame(next) : done(); next()";
        self.script_to_the_end(paint, [json!(times)]);
    }
}
