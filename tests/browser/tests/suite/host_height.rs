//! The height of the frame and what is in sight there, in the pages of sites that follow the height, limit it, or know
//! nothing of it.

use flexkompas_browser_tests::host::Host;
use flexkompas_browser_tests::{Visitor, engines, phone};
use serde_json::json;

use crate::sample::ANSWERS;

/// Something of the site itself, higher than a screen: the frame is not at the top.
const ABOVE: &str = "<p>Welkom op het intranet</p><div id=above></div>";

/// More messages than this for one step would be a conversation.
const MOST_MESSAGES: usize = 3;

/// As many pictures as a browser paints in more than five seconds.
const IDLE: u32 = 360;

/// Chromium on Linux cannot hand anything to other programs, and says so where a frame is allowed to.
const NO_SHARING: &str = "Unrecognized feature: 'web-share'";

/// What README.md advises beside that script: Safari lets no frame scroll the page of another site.
const SHOW_HEADING: &str = "const frame = document.querySelector('iframe');
    addEventListener('message', ({ source, data }) => {
        if (source === frame.contentWindow && data.type === 'flexkompas:heading') {
            scrollBy(0, frame.getBoundingClientRect().top + data.top - 16);
        }
    });";

#[track_caller]
fn resizes(visitor: &Visitor) -> usize {
    visitor.heard("iframe-resized").len()
}

/// The height of the frame at the host.
#[track_caller]
fn height(visitor: &Visitor) -> f64 {
    visitor.looks_at_the_host();
    let look = "return document.querySelector('iframe').getBoundingClientRect().height";
    visitor.script(look, []).as_f64().unwrap()
}

/// The height of the content, measured in the frame.
#[track_caller]
fn content_height(visitor: &Visitor) -> f64 {
    visitor.looks_into_the_frame();
    let look = "return Math.ceil(document.documentElement.getBoundingClientRect().height)";
    visitor.script(look, []).as_f64().unwrap()
}

/// Goes through statements, with few messages for each; the heading is in sight after each, and nothing grows by itself.
#[track_caller]
fn steps_are_calm_and_in_sight(visitor: &Visitor) {
    visitor.looks_into_the_frame();
    for (at, (statement, answer)) in ANSWERS.iter().enumerate().take(3) {
        visitor.sees_statement(at + 1, ANSWERS.len());
        visitor.scrolls_the_host_to(&format!("label:has(> input[name=\"{statement}\"][value=\"{answer}\"])"));
        visitor.chooses(statement, answer);
        let before = resizes(visitor);
        visitor.looks_into_the_frame();
        visitor.scrolls_the_host_to("[data-action=next]");
        visitor.goes_on();
        visitor.sees_statement(at + 2, ANSWERS.len());
        visitor.sees_the_heading_at_the_host();
        visitor.paints_times(20);
        let sent = resizes(visitor) - before;
        assert!(sent <= MOST_MESSAGES, "{sent} messages for statement {}", at + 2);
        visitor.looks_into_the_frame();
    }
    let (before, high) = (resizes(visitor), height(visitor));
    visitor.paints_times(IDLE);
    assert_eq!((resizes(visitor), height(visitor)), (before, high), "something changes by itself");
}

/// A page of a site with this in it, below something of its own.
#[track_caller]
fn visits(visitor: &Visitor, body: &str) -> Host {
    let host = Host::showing(&format!("{ABOVE}{body}<p>Einde</p>"));
    visitor.visits(&host);
    visitor.script("document.getElementById('above').style.height = '300px'", []);
    host
}

#[track_caller]
fn follows_its_content(visitor: &Visitor) {
    visitor.waits_until("the frame is as high as its content", || {
        (content_height(visitor) - height(visitor)).abs() < 1.0
    });
}

#[test]
fn a_site_with_open_iframe_resizer_follows_the_content_calmly() {
    engines!(all, "layout, observers and scrolling of frames are the engine's own");
    let visitor = phone().visitor();
    let address = visitor.server().url();
    let _host = visits(
        &visitor,
        &format!(
            "<iframe title=Flexkompas src=\"{address}\" width=360 height=150 frameborder=0></iframe>
             <script type=module>import {{ initialize }} from './resizer.js'; initialize({{}}, 'iframe'); {SHOW_HEADING}</script>"
        ),
    );
    follows_its_content(&visitor);
    steps_are_calm_and_in_sight(&visitor);
    follows_its_content(&visitor);
    visitor.leaves();
}

#[test]
fn a_site_with_our_own_script_follows_the_content_calmly() {
    engines!(all, "layout, observers and scrolling of frames are the engine's own");
    let visitor = phone().visitor();
    visitor.expects_in_console_of_chromium(NO_SHARING);
    let script = format!("{}embed.js", visitor.server().url());
    let _host = visits(&visitor, &format!("<script src=\"{script}\" data-flexkompas async></script>"));
    follows_its_content(&visitor);
    steps_are_calm_and_in_sight(&visitor);
    follows_its_content(&visitor);
    visitor.leaves();
}

#[test]
fn in_wordpress_the_frame_has_at_most_1000_pixels_and_scrolls_inside() {
    engines!(all, "layout, observers and scrolling of frames are the engine's own");
    let visitor = phone().visitor();
    visitor.expects_a_sandbox();
    let address = visitor.server().url();
    let _host = visits(
        &visitor,
        &format!(
            "<script src=wordpress.js></script><iframe class=wp-embedded-content title=Flexkompas sandbox=allow-scripts
             security=restricted src=\"{address}\" width=360 height=150 frameborder=0></iframe>"
        ),
    );
    visitor.waits_until("the height that WordPress allows", || {
        (height(&visitor) - content_height(&visitor).clamp(200.0, 1000.0)).abs() < 1.0
    });
    steps_are_calm_and_in_sight(&visitor);
    let told = visitor.heard("height");
    assert!(told.iter().all(|message| message["data"]["secret"] == json!("a1B2c3D4e5")), "{told:?}");
    visitor.leaves();
}

#[test]
fn a_frame_of_600_pixels_scrolls_inside() {
    engines!(all, "layout, observers and scrolling of frames are the engine's own");
    let visitor = phone().visitor();
    let address = visitor.server().url();
    let _host = visits(
        &visitor,
        &format!("<iframe title=Flexkompas src=\"{address}\" width=360 height=600 frameborder=0></iframe>"),
    );
    steps_are_calm_and_in_sight(&visitor);
    assert!((height(&visitor) - 600.0).abs() < 1.0);
    visitor.leaves();
}
