//! What the page around a frame hears, what it never hears, and whom the frame listens to.

use flexkompas_browser_tests::host::Host;
use flexkompas_browser_tests::{Visitor, bundle, engines, phone};
use serde_json::{Value, json};

use crate::sample::{self, ANSWERS};

#[track_caller]
fn frame(visitor: &Visitor, attributes: &str) -> String {
    let address = visitor.server().url();
    format!("<iframe title=Flexkompas src=\"{address}\" width=360 height=700 {attributes}></iframe>")
}

#[track_caller]
fn comes_to_the_result(visitor: &Visitor) {
    visitor.looks_into_the_frame();
    sample::answers_all(visitor);
    sample::places_ambition(visitor);
    sample::sees_the_result(visitor);
}

#[test]
fn the_page_hears_that_the_frame_is_ready_and_how_far_the_visitor_is_but_no_answer() {
    engines!(all, "who may send messages to whom is up to the engine");
    let visitor = phone().visitor();
    let host = Host::showing(&frame(&visitor, ""));
    visitor.visits(&host);
    visitor.looks_into_the_frame();
    sample::answers_until(&visitor, 2);
    visitor.sees_statement(3, ANSWERS.len());
    let ready = visitor.heard("flexkompas:ready");
    assert_eq!(ready.len(), 1, "{ready:?}");
    assert_eq!(ready[0]["data"], json!({ "type": "flexkompas:ready", "language": "nl" }));
    let progress: Vec<Value> =
        visitor.heard("flexkompas:progress").into_iter().map(|message| message["data"].clone()).collect();
    let of = |answered: u32| json!({ "type": "flexkompas:progress", "answered": answered, "total": 10 });
    assert_eq!(progress, [of(0), of(1), of(2)]);
    let all = visitor.script("return JSON.stringify(heard)", []);
    for (statement, _) in ANSWERS {
        assert!(!all.as_str().unwrap().contains(statement), "{statement} in {all}");
    }
    visitor.leaves();
}

#[test]
fn a_result_reaches_the_site_of_the_block_on_a_press_of_the_button_and_not_before() {
    engines!(all, "who may send messages to whom is up to the engine");
    let host = Host::showing("");
    let site = bundle::configured(&json!({ "results": [host.origin()] }).to_string());
    let visitor = phone().serving(site.path()).visitor();
    host.shows(&frame(&visitor, ""));
    visitor.visits(&host);
    comes_to_the_result(&visitor);
    assert_eq!(visitor.heard("flexkompas:result"), [json!(null); 0]);

    visitor.looks_into_the_frame();
    let site = host.origin().replace("http://", "");
    visitor.sees(&visitor.filled("send-explained", &[("site", &site)]));
    visitor.presses("send-result");
    visitor.sees(&visitor.filled("notice-sent", &[("site", &site)]));
    visitor.waits_until("the result", || !visitor.heard("flexkompas:result").is_empty());
    let heard = visitor.heard("flexkompas:result");
    assert_eq!(heard.len(), 1, "{heard:?}");
    let message = &heard[0]["data"];
    assert_eq!((&message["result"]["score"], &message["result"]["phase"]), (&json!(44), &json!(2)));
    assert!(!message.to_string().contains("regie-top"), "no answers: {message}");
    visitor.leaves();
}

#[test]
fn a_result_never_reaches_a_site_that_is_not_in_the_block() {
    engines!(all, "who may send messages to whom is up to the engine");
    let site = bundle::configured(&json!({ "results": ["https://intranet.example.org"] }).to_string());
    // Some browsers tell the frame whose page it is in, in others the page can keep that to itself.
    for attributes in ["", "referrerpolicy=no-referrer"] {
        let visitor = phone().serving(site.path()).visitor();
        let host = Host::showing(&frame(&visitor, attributes));
        visitor.visits(&host);
        comes_to_the_result(&visitor);
        if visitor.is_visible("[data-action=send-result]") {
            visitor.presses("send-result");
            visitor.sees(&visitor.filled("notice-sent", &[("site", "intranet.example.org")]));
        }
        visitor.looks_at_the_host();
        visitor.paints_times(30);
        assert_eq!(visitor.heard("flexkompas:result"), [json!(null); 0]);
        visitor.leaves();
    }
}

#[test]
fn without_a_site_in_the_block_there_is_no_button_and_in_a_page_of_its_own_neither() {
    engines!(Chromium, "the program decides whether there is a button");
    let visitor = phone().visitor();
    let host = Host::showing(&frame(&visitor, ""));
    visitor.visits(&host);
    comes_to_the_result(&visitor);
    assert_eq!(visitor.count("[data-action=send-result]"), 0);
    visitor.leaves();

    let host = Host::showing("");
    let site = bundle::configured(&json!({ "results": [host.origin()] }).to_string());
    let visitor = phone().serving(site.path()).visitor();
    sample::comes_back_to_the_result(&visitor, "/");
    assert_eq!(visitor.count("[data-action=send-result]"), 0);
    visitor.leaves();
}

#[test]
fn the_frame_answers_the_page_around_it_and_no_other_window() {
    engines!(all, "who may send messages to whom is up to the engine");
    let visitor = phone().visitor();
    let other = "<iframe title=other src=\"about:blank\"></iframe>";
    let host = Host::showing(&format!("{}{other}", frame(&visitor, "")));
    visitor.visits(&host);
    visitor.looks_into_the_frame();
    visitor.sees_statement(1, ANSWERS.len());
    let before = visitor.heard("iframe-resized").len();
    for kind in ["iframe-child-init", "iframe-get-child-dimensions"] {
        // In the other frame, so that the message comes from there.
        let ask = "const script = frames[1].document.createElement('script');
            script.textContent = `parent.frames[0].postMessage({ type: '${arguments[0]}' }, '*')`;
            frames[1].document.body.append(script)";
        visitor.script(ask, [json!(kind)]);
    }
    visitor.paints_times(30);
    assert_eq!(visitor.heard("iframe-resized").len(), before, "a foreign window was answered");
    // The page itself asks, after the others: its answer comes, and is the only one.
    visitor.script("frames[0].postMessage({ type: 'iframe-get-child-dimensions' }, '*')", []);
    visitor.waits_until("an answer", || visitor.heard("iframe-resized").len() == before + 1);
    visitor.paints_times(30);
    assert_eq!(visitor.heard("iframe-resized").len(), before + 1);
    visitor.leaves();
}

#[test]
fn messages_that_mean_nothing_change_nothing() {
    engines!(all, "who may send messages to whom is up to the engine");
    let visitor = phone().visitor();
    let host = Host::showing(&frame(&visitor, ""));
    visitor.visits(&host);
    visitor.looks_into_the_frame();
    visitor.sees_statement(1, ANSWERS.len());
    visitor.looks_at_the_host();
    let send = "for (const message of [null, 7, 'iframe-child-init', [], { type: {} }, { type: 'flexkompas:result' }]) {
        frames[0].postMessage(message, '*') }";
    visitor.script(send, []);
    visitor.paints_times(10);
    visitor.looks_into_the_frame();
    visitor.chooses("richting-betekenis", "2");
    visitor.leaves();
}
