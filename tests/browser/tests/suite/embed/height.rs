//! The height of the iframe and what is in view, on host pages that follow the height, limit it, or ignore it.

use flexkompas_browser_tests::host::Host;
use flexkompas_browser_tests::{Visitor, engines, phone};
use serde_json::json;

use crate::embed::script::NO_SHARING;
use crate::support::sample::ANSWERS;

/// Content of the host page above the iframe.
const ABOVE: &str = "<p>Welkom op het intranet</p><div id=above></div>";

/// The maximum number of resize messages for one step.
const MAX_MESSAGES: usize = 3;

/// The number of animation frames in more than five seconds.
const IDLE: u32 = 360;

/// The script that README.md advises beside that one: Safari lets no frame scroll the page of another site.
const SHOW_HEADING: &str = "const frame = document.querySelector('iframe');
    addEventListener('message', ({ source, data }) => {
        if (source === frame.contentWindow && data.type === 'flexkompas:heading') {
            scrollBy(0, frame.getBoundingClientRect().top + data.top - 16);
        }
    });";

#[track_caller]
fn resize_count(visitor: &Visitor) -> usize {
    visitor.host_messages("iframe-resized").len()
}

/// The height of the iframe on the host page.
#[track_caller]
fn iframe_height(visitor: &Visitor) -> f64 {
    visitor.leave_iframe();
    let look = "return document.querySelector('iframe').getBoundingClientRect().height";
    visitor.execute(look, []).as_f64().unwrap()
}

/// The height of the content, measured in the iframe.
#[track_caller]
fn content_height(visitor: &Visitor) -> f64 {
    visitor.enter_iframe();
    let look = "return Math.ceil(document.documentElement.getBoundingClientRect().height)";
    visitor.execute(look, []).as_f64().unwrap()
}

/// Goes through statements, and checks that each sends few messages, that its heading is in view, and that nothing
/// grows by itself.
#[track_caller]
fn expect_calm_steps(visitor: &Visitor) {
    visitor.enter_iframe();
    for (at, (statement, answer)) in ANSWERS.iter().enumerate().take(3) {
        visitor.expect_statement(at + 1, ANSWERS.len());
        visitor.scroll_host_to(&format!("label:has(> input[name=\"{statement}\"][value=\"{answer}\"])"));
        visitor.choose(statement, answer);
        let before = resize_count(visitor);
        visitor.enter_iframe();
        visitor.scroll_host_to("[data-action=next]");
        visitor.press_next();
        visitor.expect_statement(at + 2, ANSWERS.len());
        visitor.expect_heading_in_view();
        visitor.wait_for_animation_frames(20);
        let sent = resize_count(visitor) - before;
        assert!(sent <= MAX_MESSAGES, "{sent} messages for statement {}", at + 2);
        visitor.enter_iframe();
    }
    let (before, high) = (resize_count(visitor), iframe_height(visitor));
    visitor.wait_for_animation_frames(IDLE);
    assert_eq!(
        (resize_count(visitor), iframe_height(visitor)),
        (before, high),
        "something changes by itself"
    );
}

/// Opens a host page with this body below other content.
#[track_caller]
fn open_host_with(visitor: &Visitor, body: &str) -> Host {
    let host = Host::with_body(&format!("{ABOVE}{body}<p>Einde</p>"));
    visitor.open_host(&host);
    visitor.execute("document.getElementById('above').style.height = '300px'", []);
    host
}

#[track_caller]
fn expect_height_of_content(visitor: &Visitor) {
    visitor.wait_until("the frame is as high as its content", || {
        (content_height(visitor) - iframe_height(visitor)).abs() < 1.0
    });
}

#[test]
fn open_iframe_resizer_follows_the_content_without_jitter() {
    engines!(all, "layout, observers and scrolling of iframes are part of the engine");
    let visitor = phone().start();
    let address = visitor.server().url();
    let _host = open_host_with(
        &visitor,
        &format!(
            "<iframe title=Flexkompas src=\"{address}\" width=360 height=150 frameborder=0></iframe>
             <script type=module>import {{ initialize }} from './resizer.js'; initialize({{}}, 'iframe'); {SHOW_HEADING}</script>"
        ),
    );
    expect_height_of_content(&visitor);
    expect_calm_steps(&visitor);
    expect_height_of_content(&visitor);
    visitor.finish();
}

#[test]
fn the_embed_script_follows_the_content_without_jitter() {
    engines!(all, "layout, observers and scrolling of iframes are part of the engine");
    let visitor = phone().start();
    visitor.expect_console_in_chromium(NO_SHARING);
    let script = format!("{}embed.js", visitor.server().url());
    let _host =
        open_host_with(&visitor, &format!("<script src=\"{script}\" data-flexkompas async></script>"));
    expect_height_of_content(&visitor);
    expect_calm_steps(&visitor);
    expect_height_of_content(&visitor);
    visitor.finish();
}

#[test]
fn wordpress_limits_the_iframe_to_1000_pixels_and_it_scrolls() {
    engines!(all, "layout, observers and scrolling of iframes are part of the engine");
    let visitor = phone().start();
    visitor.allow_opaque_origin();
    let address = visitor.server().url();
    let _host = open_host_with(
        &visitor,
        &format!(
            "<script src=wordpress.js></script><iframe class=wp-embedded-content title=Flexkompas sandbox=allow-scripts
             security=restricted src=\"{address}\" width=360 height=150 frameborder=0></iframe>"
        ),
    );
    visitor.wait_until("the height that WordPress allows", || {
        (iframe_height(&visitor) - content_height(&visitor).clamp(200.0, 1000.0)).abs() < 1.0
    });
    expect_calm_steps(&visitor);
    let told = visitor.host_messages("height");
    assert!(told.iter().all(|message| message["data"]["secret"] == json!("a1B2c3D4e5")), "{told:?}");
    visitor.finish();
}

#[test]
fn an_iframe_of_600_pixels_scrolls() {
    engines!(all, "layout, observers and scrolling of iframes are part of the engine");
    let visitor = phone().start();
    let address = visitor.server().url();
    let _host = open_host_with(
        &visitor,
        &format!("<iframe title=Flexkompas src=\"{address}\" width=360 height=600 frameborder=0></iframe>"),
    );
    expect_calm_steps(&visitor);
    assert!((iframe_height(&visitor) - 600.0).abs() < 1.0);
    visitor.finish();
}
