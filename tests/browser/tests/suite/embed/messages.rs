//! The messages a host page receives, those it never receives, and the windows the iframe listens to.

use flexkompas_browser_tests::host::Host;
use flexkompas_browser_tests::{Visitor, bundle, engines, phone};
use serde_json::{Value, json};

use crate::support::sample::{self, ANSWERS};

#[track_caller]
fn iframe(visitor: &Visitor, attributes: &str) -> String {
    let address = visitor.server().url();
    format!("<iframe title=Flexkompas src=\"{address}\" width=360 height=700 {attributes}></iframe>")
}

#[track_caller]
fn complete_scan_in_iframe(visitor: &Visitor) {
    visitor.enter_iframe();
    sample::import_result(visitor);
}

#[test]
fn the_host_page_receives_ready_and_progress_but_no_answers() {
    engines!(all, "the engine decides which windows can exchange messages");
    let visitor = phone().start();
    let host = Host::with_body(&iframe(&visitor, ""));
    visitor.open_host(&host);
    visitor.enter_iframe();
    sample::answer_until(&visitor, 2);
    visitor.expect_statement(3, ANSWERS.len());
    let ready = visitor.host_messages("flexkompas:ready");
    assert_eq!(ready.len(), 1, "{ready:?}");
    assert_eq!(ready[0]["data"], json!({ "type": "flexkompas:ready", "language": "nl" }));
    let progress: Vec<Value> = visitor
        .host_messages("flexkompas:progress")
        .into_iter()
        .map(|message| message["data"].clone())
        .collect();
    let of = |answered: u32| json!({ "type": "flexkompas:progress", "answered": answered, "total": 10 });
    assert_eq!(progress, [of(0), of(1), of(2)]);
    let all = visitor.execute("return JSON.stringify(heard)", []);
    for (statement, _) in ANSWERS {
        assert!(!all.as_str().unwrap().contains(statement), "{statement} in {all}");
    }
    visitor.finish();
}

#[test]
fn the_result_is_sent_only_on_request() {
    engines!(all, "the engine decides which windows can exchange messages");
    let host = Host::with_body("");
    let site = bundle::configured(&json!({ "results": [host.origin()] }).to_string());
    let visitor = phone().serve_folder(site.path()).start();
    host.set_body(&iframe(&visitor, ""));
    visitor.open_host(&host);
    complete_scan_in_iframe(&visitor);
    assert_eq!(visitor.host_messages("flexkompas:result"), [json!(null); 0]);

    visitor.enter_iframe();
    let site = host.origin().replace("http://", "");
    visitor.expect_text(&visitor.ui_text_with("send-explained", &[("site", &site)]));
    visitor.press("send-result");
    visitor.expect_text(&visitor.ui_text_with("notice-sent", &[("site", &site)]));
    visitor.wait_until("the result", || !visitor.host_messages("flexkompas:result").is_empty());
    let heard = visitor.host_messages("flexkompas:result");
    assert_eq!(heard.len(), 1, "{heard:?}");
    let message = &heard[0]["data"];
    assert_eq!((&message["result"]["score"], &message["result"]["phase"]), (&json!(44), &json!(2)));
    assert!(!message.to_string().contains("regie-top"), "no answers: {message}");
    visitor.finish();
}

#[test]
fn the_result_is_not_sent_to_an_unlisted_site() {
    engines!(all, "the engine decides which windows can exchange messages");
    let site = bundle::configured(&json!({ "results": ["https://intranet.example.org"] }).to_string());
    // Some browsers give the iframe the origin of the host page; in others the host can withhold it.
    for attributes in ["", "referrerpolicy=no-referrer"] {
        let visitor = phone().serve_folder(site.path()).start();
        let host = Host::with_body(&iframe(&visitor, attributes));
        visitor.open_host(&host);
        complete_scan_in_iframe(&visitor);
        if visitor.is_visible("[data-action=send-result]") {
            visitor.press("send-result");
            visitor.expect_text(&visitor.ui_text_with("notice-sent", &[("site", "intranet.example.org")]));
        }
        visitor.leave_iframe();
        visitor.wait_for_animation_frames(30);
        assert_eq!(visitor.host_messages("flexkompas:result"), [json!(null); 0]);
        visitor.finish();
    }
}

#[test]
fn the_send_button_needs_a_listed_site_and_an_iframe() {
    engines!(Chromium, "the program decides whether to show the button");
    let visitor = phone().start();
    let host = Host::with_body(&iframe(&visitor, ""));
    visitor.open_host(&host);
    complete_scan_in_iframe(&visitor);
    assert_eq!(visitor.count("[data-action=send-result]"), 0);
    visitor.finish();

    let host = Host::with_body("");
    let site = bundle::configured(&json!({ "results": [host.origin()] }).to_string());
    let visitor = phone().serve_folder(site.path()).start();
    sample::resume_at_result(&visitor, "/");
    assert_eq!(visitor.count("[data-action=send-result]"), 0);
    visitor.finish();
}

#[test]
fn the_iframe_answers_only_the_host_page() {
    engines!(all, "the engine decides which windows can exchange messages");
    let visitor = phone().start();
    let other = "<iframe title=other src=\"about:blank\"></iframe>";
    let host = Host::with_body(&format!("{}{other}", iframe(&visitor, "")));
    visitor.open_host(&host);
    visitor.enter_iframe();
    visitor.expect_statement(1, ANSWERS.len());
    let before = visitor.host_messages("iframe-resized").len();
    for kind in ["iframe-child-init", "iframe-get-child-dimensions"] {
        // Runs in the other iframe, so that the message comes from there.
        let ask = "const script = frames[1].document.createElement('script');
            script.textContent = `parent.frames[0].postMessage({ type: '${arguments[0]}' }, '*')`;
            frames[1].document.body.append(script)";
        visitor.execute(ask, [json!(kind)]);
    }
    visitor.wait_for_animation_frames(30);
    assert_eq!(visitor.host_messages("iframe-resized").len(), before, "a foreign window was answered");
    // Then the host page asks, and gets the only answer.
    visitor.execute("frames[0].postMessage({ type: 'iframe-get-child-dimensions' }, '*')", []);
    visitor.wait_until("an answer", || visitor.host_messages("iframe-resized").len() == before + 1);
    visitor.wait_for_animation_frames(30);
    assert_eq!(visitor.host_messages("iframe-resized").len(), before + 1);
    visitor.finish();
}

#[test]
fn unknown_messages_are_ignored() {
    engines!(all, "the engine decides which windows can exchange messages");
    let visitor = phone().start();
    let host = Host::with_body(&iframe(&visitor, ""));
    visitor.open_host(&host);
    visitor.enter_iframe();
    visitor.expect_statement(1, ANSWERS.len());
    visitor.leave_iframe();
    let send = "for (const message of [null, 7, 'iframe-child-init', [], { type: {} }, { type: 'flexkompas:result' }]) {
        frames[0].postMessage(message, '*') }";
    visitor.execute(send, []);
    visitor.wait_for_animation_frames(10);
    visitor.enter_iframe();
    visitor.choose("richting-betekenis", "2");
    visitor.finish();
}
