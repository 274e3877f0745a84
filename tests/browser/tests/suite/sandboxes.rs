//! What may be done in a frame depends on the tokens of its sandbox. Whatever may not is told, with another way; and what a
//! frame keeps comes along to the site itself by a file or a code.

use flexkompas_browser_tests::host::Host;
use flexkompas_browser_tests::{Visitor, engines, phone};
use serde_json::{Value, json};

use crate::sample::{self, ANSWERS, KEY};

/// What Chromium says where a sandbox forbids something; elsewhere nothing is said.
const REFUSALS: [(&str, &str); 2] = [
    ("allow-modals", "Ignored call to 'print()'"),
    (
        "allow-downloads",
        "Download is disallowed. The frame initiating or instantiating the download is sandboxed",
    ),
];

/// The window for printing cannot be closed from here; a page notices no more of it than this.
const PRINTS: &str = "window.printed = 0;
    window.print = () => {
        window.printed++;
        dispatchEvent(new Event('beforeprint'));
        dispatchEvent(new Event('afterprint'));
    }";

#[track_caller]
fn comes_to_the_result(visitor: &Visitor, tokens: &str) -> Host {
    let address = visitor.server().url();
    let opaque = !tokens.contains("allow-same-origin");
    if opaque {
        visitor.expects_a_sandbox();
    }
    let host = Host::showing(&format!(
        "<iframe title=Flexkompas src=\"{address}\" width=360 height=700 allow=\"clipboard-write\" sandbox=\"{tokens}\"></iframe>"
    ));
    visitor.visits(&host);
    visitor.looks_into_the_frame();
    visitor.sees_word(if opaque { "saving-blocked" } else { "saving-for-site" });
    sample::answers_all(visitor);
    sample::places_ambition(visitor);
    sample::sees_the_result(visitor);
    host
}

/// The text that is offered to copy by hand, if any.
fn offered(visitor: &Visitor) -> Option<String> {
    let look = "const field = document.querySelector('[data-notice] textarea'); return field && field.value";
    visitor.script(look, []).as_str().map(str::to_owned)
}

#[track_caller]
fn closes(visitor: &Visitor) {
    visitor.presses("close");
    visitor.waits_until("the message is gone", || visitor.count("[data-notice]") == 0);
}

#[test]
fn whatever_a_sandbox_allows_every_action_works_or_tells_another_way() {
    engines!(all, "what a sandbox allows is up to the engine");
    for tokens in [
        "allow-scripts",
        "allow-scripts allow-same-origin",
        "allow-scripts allow-downloads",
        "allow-scripts allow-same-origin allow-downloads allow-modals allow-popups",
    ] {
        let visitor = phone().visitor();
        for (token, refusal) in REFUSALS {
            if !tokens.contains(token) {
                visitor.expects_in_console_of_chromium(refusal);
            }
        }
        let _host = comes_to_the_result(&visitor, tokens);

        // A file: it arrives, and where it may not, the page has said what to do then and has the very text of it.
        visitor.presses("export-json");
        visitor.sees_word("notice-exported-in-frame");
        let text = offered(&visitor).unwrap_or_else(|| panic!("{tokens}: no text to copy"));
        let record: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(record["result"]["score"], json!(44), "{tokens}");
        if tokens.contains("allow-downloads") {
            assert_eq!(visitor.takes_download().1, text, "{tokens}: the file, byte for byte");
        }
        closes(&visitor);

        // Paper: the window opens, or there is a way to a page that may open it.
        if tokens.contains("allow-modals") {
            visitor.script(PRINTS, []);
        }
        visitor.presses("print");
        if tokens.contains("allow-modals") {
            visitor
                .waits_until("the window for printing", || visitor.script("return printed", []) == json!(1));
            assert_eq!(visitor.count("[data-notice]"), 0, "{tokens}");
        } else {
            visitor.sees_word("notice-print-failed");
            assert!(
                offered(&visitor).unwrap().contains("#r=fk1"),
                "{tokens}: a link to copy, as no tab may open"
            );
            closes(&visitor);
        }

        // The clipboard: it has the text, or here it is.
        visitor.presses("copy-text");
        visitor.waits_until("a message", || visitor.count("[data-notice]") == 1);
        match offered(&visitor) {
            Some(text) => assert!(text.contains(&visitor.word("disclaimer")), "{tokens}"),
            None => visitor.sees_word("notice-copied"),
        }
        closes(&visitor);

        // Other programs: a button only where the browser has them, and always a link to copy.
        visitor.presses("share");
        visitor.sees_screen("share");
        assert!(visitor.typed_in("share-link").contains("#r=fk1"), "{tokens}");
        visitor.leaves();
    }
}

#[test]
fn what_a_frame_keeps_is_not_on_the_site_itself_and_comes_along_by_its_code() {
    engines!(all, "what a sandbox allows is up to the engine");
    let visitor = phone().visitor();
    let host = Host::framing(&visitor.server().url(), None);
    visitor.visits(&host);
    visitor.looks_into_the_frame();
    sample::answers_all(&visitor);
    sample::places_ambition(&visitor);
    sample::sees_the_result(&visitor);
    let in_frame = sample::hooks_of_the_result(&visitor);
    visitor.presses("export-json");
    let (_, file) = visitor.takes_download();
    visitor.presses("share");
    visitor.sees_screen("share");
    let link = visitor.typed_in("share-link");
    let fragment = link.split_once('#').unwrap().1.to_owned();

    visitor.opens("/");
    visitor.sees_statement(1, ANSWERS.len());
    assert_eq!(visitor.stored_text(KEY), None, "the site itself holds nothing");
    visitor.goes_elsewhere();
    visitor.opens(&format!("/#{fragment}"));
    visitor.sees_screen("shared");
    assert_eq!(sample::hooks_of_the_result(&visitor), in_frame);
    visitor.presses("keep");
    visitor.waits_until("it is kept", || visitor.stored().keys().any(|key| key.starts_with(KEY)));
    let kept = visitor.stored();
    let answers = kept.values().find_map(|text| {
        let record: Value = serde_json::from_str(text).ok()?;
        record["answers"].as_object().filter(|answers| answers.len() == ANSWERS.len()).cloned()
    });
    let answers = answers.unwrap_or_else(|| panic!("no such scan in {kept:?}"));
    for (statement, answer) in ANSWERS {
        let wanted = answer.parse::<u8>().map_or(json!(answer), |number| json!(number));
        assert_eq!(answers[statement], wanted, "{statement}");
    }

    // By its file everything comes along, to the last letter but for the result, which is reckoned anew.
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("mine.json");
    std::fs::write(&path, &file).unwrap();
    visitor.loads_file(&path);
    sample::sees_the_result(&visitor);
    let mut record: Value = serde_json::from_str(&file).unwrap();
    record.as_object_mut().unwrap().remove("result");
    let stored: Value = serde_json::from_str(&visitor.stored_text(KEY).unwrap()).unwrap();
    assert_eq!(stored, record);

    // The frame still has what it had.
    visitor.comes_back_to(&host);
    visitor.sees_titled("start", &visitor.word("resume-title"));
    visitor.leaves();
}
