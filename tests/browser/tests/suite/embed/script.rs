//! `embed.js` on a host page: the custom element, the script alone, a sandbox, a strict policy, and forged messages.

use flexkompas_browser_tests::host::Host;
use flexkompas_browser_tests::{Visitor, engines, laptop, phone};
use serde_json::json;

use crate::support::sample::{self, AMBITION, ANSWERS};

/// Chromium on Linux has no share API, and logs this for an iframe with that permission.
pub(crate) const NO_SHARING: &str = "Unrecognized feature: 'web-share'";

#[track_caller]
fn element(visitor: &Visitor, attributes: &str) -> String {
    let script = format!("{}embed.js", visitor.server().url());
    format!("<script src=\"{script}\" async></script><flex-kompas {attributes}></flex-kompas>")
}

#[track_caller]
fn start_on_phone() -> Visitor {
    let visitor = phone().start();
    visitor.expect_console_in_chromium(NO_SHARING);
    visitor
}

#[test]
fn the_element_creates_an_iframe_and_forwards_its_messages() {
    engines!(all, "iframes, messages, policies and scrolling are part of the engine");
    let visitor = start_on_phone();
    let attributes = "lang=nl set=full theme=werkdruk data-role=employee accent=8c143c title=Zelfscan";
    let host = Host::with_body(&element(&visitor, attributes));
    visitor.open_host(&host);
    visitor.enter_iframe();
    visitor.expect_text(&visitor.ui_text("start-title"));
    visitor.scroll_host_to("label:has(> input[value=\"2\"])");
    visitor.click("label:has(> input[value=\"2\"])");
    let address = visitor.execute("return location.search", []);
    assert_eq!(address, json!("?lang=nl&set=full&role=employee&theme=werkdruk&accent=8c143c"));

    visitor.wait_until("progress", || visitor.host_events("progress").len() == 2);
    visitor.expect_attributes(
        "iframe",
        &[
            ("title", Some("Zelfscan")),
            ("allow", Some("clipboard-write; web-share")),
            ("loading", Some("lazy")),
            ("referrerpolicy", Some("strict-origin")),
            ("sandbox", None),
        ],
    );
    let ready = visitor.host_events("ready");
    assert_eq!(ready.len(), 1);
    assert_eq!((&ready[0]["on"], &ready[0]["detail"]["language"]), (&json!("flex-kompas"), &json!("nl")));
    let progress = &visitor.host_events("progress")[1]["detail"];
    assert_eq!(progress["answered"], json!(1));
    visitor.finish();
}

#[test]
fn it_works_under_a_strict_policy_with_trusted_types() {
    engines!(all, "iframes, messages, policies and scrolling are part of the engine");
    let visitor = start_on_phone();
    let own = visitor.server().url();
    let host = Host::with_body(&element(&visitor, "lang=en"));
    let policy = format!(
        "default-src 'none'; script-src 'self' {own}; frame-src {own}; img-src data:; require-trusted-types-for 'script'"
    );
    host.server().set_header("content-security-policy", &policy).unwrap();
    visitor.open_host(&host);
    visitor.enter_iframe();
    visitor.expect_statement(1, ANSWERS.len());
    assert_eq!(visitor.language(), "en");
    let high = "return document.documentElement.getBoundingClientRect().height";
    let content = visitor.execute(high, []).as_f64().unwrap();
    visitor.leave_iframe();
    let look = "return document.querySelector('iframe').getBoundingClientRect().height";
    visitor.wait_until("the height", || (visitor.execute(look, []).as_f64().unwrap() - content).abs() <= 1.0);
    assert_eq!(visitor.host_errors(), json!([]));
    visitor.finish();
}

#[test]
fn it_resizes_and_forwards_messages_in_a_sandbox() {
    engines!(all, "iframes, messages, policies and scrolling are part of the engine");
    let visitor = start_on_phone();
    visitor.allow_opaque_origin();
    let host = Host::with_body(&element(&visitor, "lang=nl sandbox"));
    visitor.open_host(&host);
    visitor.enter_iframe();
    visitor.expect_statement(1, ANSWERS.len());
    visitor.expect_ui_text("saving-blocked");
    assert_eq!(visitor.execute("return window.origin", []), json!("null"));
    visitor.choose("richting-betekenis", "2");
    visitor.wait_until("progress", || visitor.host_events("progress").len() == 2);
    visitor.expect_attributes("iframe", &[("sandbox", Some("allow-scripts"))]);
    let height = visitor.execute("return document.querySelector('iframe').style.height", []);
    assert_ne!(height, json!("640px"), "it follows the content");
    visitor.finish();
}

#[test]
fn messages_from_other_windows_are_ignored() {
    engines!(all, "iframes, messages, policies and scrolling are part of the engine");
    let visitor = start_on_phone();
    let own = visitor.server().url();
    let host = Host::with_body(&element(&visitor, "lang=nl"));
    visitor.open_host(&host);
    visitor.enter_iframe();
    visitor.expect_statement(1, ANSWERS.len());
    visitor.leave_iframe();
    let look = "return document.querySelector('flex-kompas iframe').style.height";
    let before = visitor.execute(look, []);
    let forged = "const forged = [{ type: 'iframe-resized', height: 5000 }, { type: 'flexkompas:result', result: {} }];
        forged.forEach(message => postMessage(message, '*'))";
    visitor.execute(forged, []);
    // Also from another iframe of the same origin.
    let second = "const frame = document.createElement('iframe');
        [frame.title, frame.src, frame.onload] = ['second', arguments[0], () => { window.second = true }];
        document.body.append(frame)";
    visitor.execute(second, [json!(format!("{own}statements.html"))]);
    visitor.wait_until("the second frame", || visitor.execute("return window.second", []) == json!(true));
    let from_second = "const forged = [{ type: 'iframe-resized', height: 5000 }, { type: 'flexkompas:result', result: {} }];
        forged.forEach(message => parent.postMessage(message, '*'))";
    visitor.enter_iframe_without_waiting(1);
    visitor.execute(from_second, []);
    visitor
        .wait_until("the host page received them", || visitor.host_messages("flexkompas:result").len() == 2);
    visitor.wait_for_animation_frames(10);
    assert_eq!(visitor.execute(look, []), before);
    assert_eq!(visitor.host_events("result"), [json!(null); 0]);
    visitor.finish();
}

#[test]
fn a_fixed_height_is_kept_and_headings_appear_below_a_sticky_header() {
    engines!(all, "iframes, messages, policies and scrolling are part of the engine");
    let visitor = start_on_phone();
    let host = Host::with_body(&format!(
        "<header id=sticky>Intranet</header><div id=above></div>{}<div id=below></div>",
        element(&visitor, "lang=nl height=700")
    ));
    visitor.open_host(&host);
    // A sticky header of 80 pixels, with the scroll margin that sites set for it.
    let style = "const style = (id, rules) => Object.assign(document.getElementById(id).style, rules);
        style('sticky', { position: 'sticky', top: 0, height: '80px', background: '#fff', zIndex: 1 });
        style('above', { height: '600px' }); style('below', { height: '900px' });
        document.querySelector('flex-kompas').style.scrollMarginTop = '80px'";
    visitor.execute(style, []);
    visitor.enter_iframe();
    for selector in ["label:has(> input[value=\"2\"])", "[data-action=next]"] {
        visitor.scroll_host_to(selector);
        visitor.click(selector);
    }
    visitor.expect_statement(2, ANSWERS.len());
    visitor.wait_until("the heading below what sticks", || {
        let (top, bottom, height) = visitor.heading_on_host();
        top >= 80.0 && bottom <= height
    });
    visitor.leave_iframe();
    let height = visitor.execute("return document.querySelector('iframe').style.height", []);
    assert_eq!(height, json!("700px"));
    visitor.finish();
}

#[track_caller]
fn choose(visitor: &Visitor, name: &str, value: &str) {
    visitor.scroll_host_to(&format!("label:has(> input[name=\"{name}\"][value=\"{value}\"])"));
    visitor.choose(name, value);
}

#[track_caller]
fn press_next(visitor: &Visitor) {
    visitor.scroll_host_to("[data-action=next]");
    visitor.press_next();
}

#[test]
fn notices_appear_in_view_within_a_tall_iframe() {
    engines!(
        Chromium | Firefox,
        "WebKit's driver sometimes misses a button in an iframe after its page has scrolled"
    );
    let visitor = laptop().start();
    visitor.expect_console_in_chromium(NO_SHARING);
    let host = Host::with_body(&element(&visitor, "lang=nl"));
    visitor.open_host(&host);
    visitor.enter_iframe();
    for (at, (statement, answer)) in ANSWERS.iter().enumerate() {
        visitor.expect_statement(at + 1, ANSWERS.len());
        choose(&visitor, statement, answer);
        press_next(&visitor);
    }
    visitor.expect_screen("ambition");
    for (dimension, phase) in AMBITION {
        choose(&visitor, &format!("ambition-{dimension}"), phase);
    }
    press_next(&visitor);
    sample::expect_result(&visitor);
    visitor.scroll_host_to("[data-action=export-csv]");
    visitor.press("export-csv");
    visitor.expect_ui_text("notice-exported-in-frame");
    let inside =
        "const box = document.querySelector('[data-notice]').getBoundingClientRect(); return box.top";
    visitor.wait_until("the message in sight", || {
        let top = visitor.execute(inside, []).as_f64().unwrap();
        visitor.leave_iframe();
        let frame =
            visitor.execute("return document.querySelector('iframe').getBoundingClientRect().top", []);
        visitor.enter_iframe_without_waiting(0);
        let seen = frame.as_f64().unwrap() + top;
        (-1.0..600.0).contains(&seen)
    });
    visitor.finish();
}
