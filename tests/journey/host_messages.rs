//! Messages to the host page: how far the visitor is, and the result if the visitor sends it. They contain no answers.

use flexkompas::app::{Effect, Flags, HostMessage, Msg, StorageScope};
use serde_json::{Value, json};

use crate::configured::{at_the_result, configured, visitor_with};
use crate::support::visitor::Visitor;

fn framed(block: &Value, host: Option<&str>) -> Visitor {
    let flags = configured(block, &[]);
    Visitor::enter(Flags { storage_scope: StorageScope::Site, host: host.map(Into::into), ..flags })
}

fn told(visitor: &Visitor) -> Vec<Value> {
    let message = |effect: &Effect| match effect {
        Effect::PostMessage(message) if message.target_origin() == "*" => {
            Some(serde_json::from_str(&message.to_json()).unwrap())
        }
        _ => None,
    };
    visitor.effects.iter().filter_map(message).collect()
}

/// Results that left, each with the origin that may have it.
fn sent(visitor: &Visitor) -> Vec<(Value, String)> {
    let message = |effect: &Effect| match effect {
        Effect::PostMessage(message @ HostMessage::Result { recipient, .. }) => {
            Some((serde_json::from_str(&message.to_json()).unwrap(), recipient.to_string()))
        }
        _ => None,
    };
    visitor.effects.iter().filter_map(message).collect()
}

const SITE: &str = "https://intranet.example.org";

#[test]
fn the_page_around_hears_how_far_the_visitor_is_and_no_answer() {
    let mut visitor = framed(&json!({}), None);
    assert_eq!(
        told(&visitor),
        [
            json!({ "type": "flexkompas:ready", "language": "nl" }),
            json!({ "type": "flexkompas:progress", "answered": 0, "total": 10 }),
        ]
    );
    visitor.effects.clear();
    visitor.answer("4");
    assert_eq!(told(&visitor), [json!({ "type": "flexkompas:progress", "answered": 1, "total": 10 })]);
    visitor.effects.clear();
    visitor.answer("1");
    visitor.press("next");
    assert_eq!(told(&visitor), [json!(null); 0], "another answer to the same statement is nothing to tell");
}

#[test]
fn outside_a_frame_nothing_is_told() {
    let visitor = at_the_result(visitor_with(&json!({ "results": SITE })));
    assert_eq!(told(&visitor), [json!(null); 0]);
    assert!(!visitor.has_button("send-result"));
}

#[test]
fn a_result_goes_to_the_site_of_the_block_on_a_press_and_holds_no_answer() {
    let mut visitor =
        at_the_result(framed(&json!({ "results": [SITE, "https://other.example"] }), Some(SITE)));
    assert_eq!(sent(&visitor), []);
    assert_eq!(&*visitor.page().action("send-result").label, "Stuur resultaat naar intranet.example.org");
    visitor.press("send-result");
    let sent = sent(&visitor);
    assert_eq!(sent.len(), 1, "{sent:?}");
    assert_eq!(sent[0].1, SITE);
    let message = &sent[0].0;
    assert_eq!(message["type"], "flexkompas:result");
    assert_eq!((&message["set"], &message["result"]["phase"]), (&json!("quick"), &json!(2)));
    assert_eq!(message["result"]["score"], 33);
    let mut fields: Vec<&str> = message.as_object().unwrap().keys().map(String::as_str).collect();
    fields.sort_unstable();
    assert_eq!(fields, ["questionSet", "result", "set", "type"]);
    for private in ["answers", "notes", "name", "reflection", "startedAt", "\"id\""] {
        assert!(!message.to_string().contains(private), "{private}");
    }
    assert_eq!(visitor.notice().unwrap(), "Je resultaat is naar intranet.example.org gestuurd.");
}

#[test]
fn without_a_site_in_the_block_or_on_another_site_there_is_no_button() {
    for (block, host) in [
        (json!({}), Some(SITE)),
        (json!({ "results": "https://other.example" }), Some(SITE)),
        (json!({ "results": "*" }), Some(SITE)),
        (json!({ "results": [] }), None),
    ] {
        let mut visitor = at_the_result(framed(&block, host));
        assert!(!visitor.has_button("send-result"), "{block}");
        visitor.send(Msg::SendPressed);
        assert_eq!(sent(&visitor), [], "{block}");
    }
}

#[test]
fn where_the_browser_does_not_tell_the_site_every_one_of_the_block_is_named() {
    let mut visitor =
        at_the_result(framed(&json!({ "results": [SITE, "https://other.example:8443"] }), None));
    let label = visitor.page().action("send-result").label.to_string();
    assert_eq!(label, "Stuur resultaat naar intranet.example.org, other.example:8443");
    visitor.press("send-result");
    let origins: Vec<String> = sent(&visitor).into_iter().map(|(_, origin)| origin).collect();
    assert_eq!(origins, [SITE, "https://other.example:8443"]);
}

#[test]
fn a_result_that_is_only_looked_at_is_not_sent() {
    let mut visitor = at_the_result(framed(&json!({ "results": SITE }), Some(SITE)));
    let code = visitor.code();
    let mut other = framed(&json!({ "results": SITE }), Some(SITE));
    other.send(Msg::CodeFound(code));
    assert!(!other.has_button("send-result"));
    other.send(Msg::SendPressed);
    assert_eq!(sent(&other), []);
}
