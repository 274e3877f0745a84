//! Actions in iframes with different sandbox tokens: each works, or the page offers an alternative. A scan moves from an
//! iframe to the site itself by file or code.

use flexkompas_browser_tests::host::Host;
use flexkompas_browser_tests::{Visitor, engines, phone};
use serde_json::{Value, json};

use crate::support::notices;
use crate::support::sample::{self, ANSWERS, KEY};

/// Chromium's console messages for what a sandbox forbids; other engines log nothing.
const REFUSALS: [(&str, &str); 2] = [
    ("allow-modals", "Ignored call to 'print()'"),
    (
        "allow-downloads",
        "Download is disallowed. The frame initiating or instantiating the download is sandboxed",
    ),
];

#[track_caller]
fn open_result_in_sandbox(visitor: &Visitor, tokens: &str) -> Host {
    let address = visitor.server().url();
    let opaque = !tokens.contains("allow-same-origin");
    if opaque {
        visitor.allow_opaque_origin();
    }
    let host = Host::with_body(&format!(
        "<iframe title=Flexkompas src=\"{address}\" width=360 height=700 allow=\"clipboard-write\" sandbox=\"{tokens}\"></iframe>"
    ));
    visitor.open_host(&host);
    visitor.enter_iframe();
    visitor.expect_ui_text(if opaque { "saving-blocked" } else { "saving-for-site" });
    sample::import_result(visitor);
    host
}

#[test]
fn every_action_works_or_offers_an_alternative_in_any_sandbox() {
    engines!(all, "the engine decides what a sandbox allows");
    for tokens in [
        "allow-scripts",
        "allow-scripts allow-same-origin",
        "allow-scripts allow-downloads",
        "allow-scripts allow-same-origin allow-downloads allow-modals allow-popups",
    ] {
        let visitor = phone().start();
        for (token, refusal) in REFUSALS {
            if !tokens.contains(token) {
                visitor.expect_console_in_chromium(refusal);
            }
        }
        let _host = open_result_in_sandbox(&visitor, tokens);

        // The file arrives; in case it is blocked, the notice also has its text.
        visitor.press("export-json");
        visitor.expect_ui_text("notice-exported-in-frame");
        let text = notices::offered_text(&visitor).unwrap_or_else(|| panic!("{tokens}: no text to copy"));
        let record: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(record["result"]["score"], json!(44), "{tokens}");
        if tokens.contains("allow-downloads") {
            assert_eq!(visitor.wait_for_json_download().1, text, "{tokens}: the file, byte for byte");
        }
        notices::close(&visitor);

        // The print dialog opens, or the notice has a link to a page that may print.
        if tokens.contains("allow-modals") {
            visitor.execute(notices::PRINT_STUB, []);
        }
        visitor.press("print");
        if tokens.contains("allow-modals") {
            visitor
                .wait_until("the window for printing", || visitor.execute("return printed", []) == json!(1));
            assert_eq!(visitor.count("[data-notice]"), 0, "{tokens}");
        } else {
            visitor.expect_ui_text("notice-print-failed");
            assert!(
                notices::offered_text(&visitor).unwrap().contains("#r=fk1"),
                "{tokens}: a link to copy, as no tab may open"
            );
            notices::close(&visitor);
        }

        // The text is on the clipboard or in the notice.
        visitor.press("copy-text");
        visitor.wait_until("a message", || visitor.count("[data-notice]") == 1);
        match notices::offered_text(&visitor) {
            Some(text) => assert!(text.contains(&visitor.ui_text("disclaimer")), "{tokens}"),
            None => visitor.expect_ui_text("notice-copied"),
        }
        notices::close(&visitor);

        // Sharing: always a link to copy.
        visitor.press("share");
        visitor.expect_screen("share");
        assert!(visitor.field_value("share-link").contains("#r=fk1"), "{tokens}");
        visitor.finish();
    }
}

#[test]
fn an_iframe_scan_moves_to_the_site_by_code_or_file() {
    engines!(all, "the engine decides what a sandbox allows");
    let visitor = phone().start();
    let host = Host::with_iframe(&visitor.server().url(), None);
    visitor.open_host(&host);
    visitor.enter_iframe();
    sample::import_result(&visitor);
    let in_frame = sample::result_hooks(&visitor);
    visitor.press("export-json");
    let (_, file) = visitor.wait_for_json_download();
    visitor.press("share");
    visitor.expect_screen("share");
    let link = visitor.field_value("share-link");
    let fragment = link.split_once('#').unwrap().1.to_owned();

    visitor.open("/");
    visitor.expect_statement(1, ANSWERS.len());
    assert_eq!(visitor.stored_item(KEY), None, "the site itself holds nothing");
    visitor.leave_page();
    visitor.open(&format!("/#{fragment}"));
    visitor.expect_screen("shared");
    assert_eq!(sample::result_hooks(&visitor), in_frame);
    visitor.press("keep");
    visitor.wait_until("it is stored", || visitor.stored_items().keys().any(|key| key.starts_with(KEY)));
    let kept = visitor.stored_items();
    let answers = kept.values().find_map(|text| {
        let record: Value = serde_json::from_str(text).ok()?;
        record["answers"].as_object().filter(|answers| answers.len() == ANSWERS.len()).cloned()
    });
    let answers = answers.unwrap_or_else(|| panic!("no such scan in {kept:?}"));
    for (statement, answer) in ANSWERS {
        let wanted = answer.parse::<u8>().map_or(json!(answer), |number| json!(number));
        assert_eq!(answers[statement], wanted, "{statement}");
    }

    // The file restores everything except the result, which is computed again.
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("mine.json");
    std::fs::write(&path, &file).unwrap();
    visitor.choose_file(&path);
    sample::expect_result(&visitor);
    let mut record: Value = serde_json::from_str(&file).unwrap();
    record.as_object_mut().unwrap().remove("result");
    let stored: Value = serde_json::from_str(&visitor.stored_item(KEY).unwrap()).unwrap();
    assert_eq!(stored, record);

    // The iframe still has its scan.
    visitor.return_to(&host);
    visitor.expect_titled_screen("start", &visitor.ui_text("resume-title"));
    visitor.finish();
}
