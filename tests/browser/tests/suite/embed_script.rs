//! `embed.js` on the page of another site: the element, the script alone, a sandbox, a strict policy, and messages of
//! windows that are none of its business.

use flexkompas_browser_tests::host::Host;
use flexkompas_browser_tests::{Visitor, engines, laptop, phone};
use serde_json::json;

use crate::sample::{self, AMBITION, ANSWERS};

/// Chromium on Linux cannot hand anything to other programs, and says so where a frame is allowed to.
pub(crate) const NO_SHARING: &str = "Unrecognized feature: 'web-share'";

#[track_caller]
fn element(visitor: &Visitor, attributes: &str) -> String {
    let script = format!("{}embed.js", visitor.server().url());
    format!("<script src=\"{script}\" async></script><flex-kompas {attributes}></flex-kompas>")
}

#[track_caller]
fn someone() -> Visitor {
    let visitor = phone().visitor();
    visitor.expects_in_console_of_chromium(NO_SHARING);
    visitor
}

#[test]
fn the_element_makes_a_frame_with_its_parameters_and_passes_on_what_it_hears() {
    engines!(all, "frames, messages, policies and scrolling are the engine's own");
    let visitor = someone();
    let attributes = "lang=nl set=full theme=werkdruk data-role=employee accent=8c143c title=Zelfscan";
    let host = Host::showing(&element(&visitor, attributes));
    visitor.visits(&host);
    visitor.looks_into_the_frame();
    visitor.sees(&visitor.word("start-title"));
    visitor.clicks("label:has(> input[value=\"2\"])");
    let address = visitor.script("return location.search", []);
    assert_eq!(address, json!("?lang=nl&set=full&role=employee&theme=werkdruk&accent=8c143c"));

    visitor.waits_until("progress", || visitor.heard_events("progress").len() == 2);
    visitor.sees_hooks(
        "iframe",
        &[
            ("title", Some("Zelfscan")),
            ("allow", Some("clipboard-write; web-share")),
            ("loading", Some("lazy")),
            ("referrerpolicy", Some("strict-origin")),
            ("sandbox", None),
        ],
    );
    let ready = visitor.heard_events("ready");
    assert_eq!(ready.len(), 1);
    assert_eq!((&ready[0]["on"], &ready[0]["detail"]["language"]), (&json!("flex-kompas"), &json!("nl")));
    let progress = &visitor.heard_events("progress")[1]["detail"];
    assert_eq!(progress["answered"], json!(1));
    visitor.leaves();
}

#[test]
fn it_works_under_a_strict_policy_of_the_site_with_trusted_types() {
    engines!(all, "frames, messages, policies and scrolling are the engine's own");
    let visitor = someone();
    let own = visitor.server().url();
    let host = Host::showing(&element(&visitor, "lang=en"));
    let policy = format!(
        "default-src 'none'; script-src 'self' {own}; frame-src {own}; img-src data:; require-trusted-types-for 'script'"
    );
    host.server().set_header("content-security-policy", &policy).unwrap();
    visitor.visits(&host);
    visitor.looks_into_the_frame();
    visitor.sees_statement(1, ANSWERS.len());
    assert_eq!(visitor.language(), "en");
    let high = "return document.documentElement.getBoundingClientRect().height";
    let content = visitor.script(high, []).as_f64().unwrap();
    visitor.looks_at_the_host();
    let look = "return document.querySelector('iframe').getBoundingClientRect().height";
    visitor.waits_until("the height", || (visitor.script(look, []).as_f64().unwrap() - content).abs() <= 1.0);
    assert_eq!(visitor.stopped_at_the_host(), json!([]));
    visitor.leaves();
}

#[test]
fn in_a_sandbox_it_follows_and_passes_on_just_the_same() {
    engines!(all, "frames, messages, policies and scrolling are the engine's own");
    let visitor = someone();
    visitor.expects_a_sandbox();
    let host = Host::showing(&element(&visitor, "lang=nl sandbox"));
    visitor.visits(&host);
    visitor.looks_into_the_frame();
    visitor.sees_statement(1, ANSWERS.len());
    visitor.sees_word("saving-blocked");
    assert_eq!(visitor.script("return window.origin", []), json!("null"));
    visitor.chooses("richting-betekenis", "2");
    visitor.waits_until("progress", || visitor.heard_events("progress").len() == 2);
    visitor.sees_hooks("iframe", &[("sandbox", Some("allow-scripts"))]);
    let height = visitor.script("return document.querySelector('iframe').style.height", []);
    assert_ne!(height, json!("640px"), "it follows the content");
    visitor.leaves();
}

#[test]
fn heights_and_results_of_other_windows_are_none_of_its_business() {
    engines!(all, "frames, messages, policies and scrolling are the engine's own");
    let visitor = someone();
    let own = visitor.server().url();
    let host = Host::showing(&element(&visitor, "lang=nl"));
    visitor.visits(&host);
    visitor.looks_into_the_frame();
    visitor.sees_statement(1, ANSWERS.len());
    visitor.looks_at_the_host();
    let look = "return document.querySelector('flex-kompas iframe').style.height";
    let before = visitor.script(look, []);
    let forged = "const forged = [{ type: 'iframe-resized', height: 5000 }, { type: 'flexkompas:result', result: {} }];
        forged.forEach(message => postMessage(message, '*'))";
    visitor.script(forged, []);
    // And from a frame of the very same origin that is another window.
    let second = "const frame = document.createElement('iframe');
        [frame.title, frame.src, frame.onload] = ['second', arguments[0], () => { window.second = true }];
        document.body.append(frame)";
    visitor.script(second, [json!(format!("{own}statements.html"))]);
    visitor.waits_until("the second frame", || visitor.script("return window.second", []) == json!(true));
    let from_second = "const forged = [{ type: 'iframe-resized', height: 5000 }, { type: 'flexkompas:result', result: {} }];
        forged.forEach(message => parent.postMessage(message, '*'))";
    visitor.looks_into_a_plain_frame(1);
    visitor.script(from_second, []);
    visitor.waits_until("they were heard", || visitor.heard("flexkompas:result").len() == 2);
    visitor.paints_times(10);
    assert_eq!(visitor.script(look, []), before);
    assert_eq!(visitor.heard_events("result"), [json!(null); 0]);
    visitor.leaves();
}

#[test]
fn a_fixed_height_stays_and_a_page_of_the_site_may_stick_at_its_top() {
    engines!(all, "frames, messages, policies and scrolling are the engine's own");
    let visitor = someone();
    let host = Host::showing(&format!(
        "<header id=sticky>Intranet</header><div id=above></div>{}<div id=below></div>",
        element(&visitor, "lang=nl height=700")
    ));
    visitor.visits(&host);
    // A header of 80 pixels that sticks, told to the browser as sites do.
    let style = "const style = (id, rules) => Object.assign(document.getElementById(id).style, rules);
        style('sticky', { position: 'sticky', top: 0, height: '80px', background: '#fff', zIndex: 1 });
        style('above', { height: '600px' }); style('below', { height: '900px' });
        document.querySelector('flex-kompas').style.scrollMarginTop = '80px'";
    visitor.script(style, []);
    visitor.looks_into_the_frame();
    for selector in ["label:has(> input[value=\"2\"])", "[data-action=next]"] {
        visitor.scrolls_the_host_to(selector);
        visitor.clicks(selector);
    }
    visitor.sees_statement(2, ANSWERS.len());
    visitor.waits_until("the heading below what sticks", || {
        let (top, bottom, height) = visitor.heading_at_the_host();
        top >= 80.0 && bottom <= height
    });
    visitor.looks_at_the_host();
    let height = visitor.script("return document.querySelector('iframe').style.height", []);
    assert_eq!(height, json!("700px"));
    visitor.leaves();
}

#[track_caller]
fn chooses(visitor: &Visitor, name: &str, value: &str) {
    visitor.scrolls_the_host_to(&format!("label:has(> input[name=\"{name}\"][value=\"{value}\"])"));
    visitor.chooses(name, value);
}

#[track_caller]
fn goes_on(visitor: &Visitor) {
    visitor.scrolls_the_host_to("[data-action=next]");
    visitor.goes_on();
}

#[test]
fn what_became_of_a_press_is_told_where_the_visitor_is_and_not_at_the_top_of_a_high_frame() {
    engines!(
        Chromium | Firefox,
        "WebKit's driver now and then clicks beside a button of a frame whose page has just been scrolled"
    );
    let visitor = laptop().visitor();
    visitor.expects_in_console_of_chromium(NO_SHARING);
    let host = Host::showing(&element(&visitor, "lang=nl"));
    visitor.visits(&host);
    visitor.looks_into_the_frame();
    for (at, (statement, answer)) in ANSWERS.iter().enumerate() {
        visitor.sees_statement(at + 1, ANSWERS.len());
        chooses(&visitor, statement, answer);
        goes_on(&visitor);
    }
    visitor.sees_screen("ambition");
    for (dimension, phase) in AMBITION {
        chooses(&visitor, &format!("ambition-{dimension}"), phase);
    }
    goes_on(&visitor);
    sample::sees_the_result(&visitor);
    visitor.scrolls_the_host_to("[data-action=export-csv]");
    visitor.presses("export-csv");
    visitor.sees_word("notice-exported-in-frame");
    let inside =
        "const box = document.querySelector('[data-notice]').getBoundingClientRect(); return box.top";
    visitor.waits_until("the message in sight", || {
        let top = visitor.script(inside, []).as_f64().unwrap();
        visitor.looks_at_the_host();
        let frame = visitor.script("return document.querySelector('iframe').getBoundingClientRect().top", []);
        visitor.looks_into_a_plain_frame(0);
        let seen = frame.as_f64().unwrap() + top;
        (-1.0..600.0).contains(&seen)
    });
    visitor.leaves();
}
