//! A shared result: the link and the QR code, and viewing it without changing one's own answers.

use std::collections::BTreeMap;

use flexkompas_browser_tests::{Visitor, engines, phone};
use serde_json::{Value, json};

use crate::support::decode::Points;
use crate::support::sample::{self, ID, KEY, NOTE, REFLECTION, archived_key};

/// The number of characters of a scan's id in a link.
const ID_LETTERS: usize = 5;

/// A shared result.
struct Shared {
    link: String,
    /// The part of the link from `#`.
    fragment: String,
    hooks: Value,
}

/// Shares the sample, and checks that the QR code contains the same link.
#[track_caller]
fn share_sample() -> Shared {
    let visitor = phone().start();
    sample::resume_at_result(&visitor, "/");
    let hooks = sample::result_hooks(&visitor);
    visitor.press("share");
    visitor.expect_titled_screen("share", &visitor.ui_text("share-title"));
    let link = visitor.field_value("share-link");
    let code = visitor.attribute("[data-code]", "data-code").unwrap();
    assert_eq!(visitor.field_value("share-code"), code);
    let fragment = format!("#r={code}");
    assert_eq!(link, format!("{}{fragment}", visitor.server().url()));
    if visitor.can_screenshot_elements() {
        assert_eq!(Points::read(&visitor.screenshot_of("svg.qr")).qr(), link, "the QR code");
    }
    visitor.finish();
    Shared { link, fragment, hooks }
}

#[track_caller]
fn expect_shared_result(visitor: &Visitor, shared: &Shared) {
    visitor.expect_screen("shared");
    visitor.expect_ui_text("shared-result");
    visitor.expect_ui_text("shared-text");
    let hooks = sample::result_hooks(visitor);
    assert_eq!(hooks, shared.hooks);
    let address = visitor.execute("return location.href", []);
    assert_eq!(address, json!(visitor.server().url()), "the code is out of the address");
}

/// Opens the shared link.
#[track_caller]
fn open_shared(visitor: &Visitor, shared: &Shared) {
    visitor.open(&format!("/{}", shared.fragment));
    expect_shared_result(visitor, shared);
}

/// Answers three statements on the visitor's own device, and returns the stored items.
#[track_caller]
fn start_own_scan(visitor: &Visitor) -> BTreeMap<String, String> {
    visitor.open("/");
    sample::answer_until(visitor, 3);
    visitor.expect_statement(4, 10);
    visitor.stored_items()
}

#[test]
fn a_share_link_shows_the_same_result_without_private_texts() {
    engines!(all, "addresses and history are part of the engine");
    let shared = share_sample();
    assert!(shared.link.len() < 120, "{}", shared.link);
    let visitor = phone().start();
    open_shared(&visitor, &shared);
    let page = visitor.visible_text();
    for private in [NOTE, REFLECTION, "werkdruk", sample::NAME] {
        assert!(!page.contains(private), "{private} is private");
    }
    visitor.reload();
    expect_shared_result(&visitor, &shared);
    assert_eq!(visitor.stored_items(), [].into(), "viewing stores nothing");
    visitor.press("start-own");
    visitor.expect_statement(1, 10);
    visitor.go_back();
    expect_shared_result(&visitor, &shared);
    visitor.finish();
}

#[test]
fn a_link_whose_number_sign_was_encoded_on_its_way_still_opens() {
    engines!(all, "addresses and history are part of the engine");
    let shared = share_sample();
    let code = shared.fragment.trim_start_matches("#r=");
    let visitor = phone().start();
    for path in ["/%23r=", "/%23r%3D", "/%2523r%253D"] {
        visitor.open(&format!("{path}{code}."));
        expect_shared_result(&visitor, &shared);
        visitor.leave_page();
    }
    visitor.finish();
}

#[test]
fn the_qr_code_is_readable_in_dark_mode() {
    engines!(Chromium | Firefox, "WebKit's element screenshots leave off-screen parts black");
    let visitor = phone().with_dark_theme(true).start();
    sample::resume_at_result(&visitor, "/?lang=en");
    visitor.press("share");
    visitor.expect_screen("share");
    let link = visitor.field_value("share-link");
    assert!(link.starts_with(&format!("{}?lang=en#r=", visitor.server().url())), "{link}");
    assert_eq!(Points::read(&visitor.screenshot_of("svg.qr")).qr(), link);
    visitor.finish();
}

#[test]
fn viewing_a_shared_result_does_not_change_stored_answers() {
    engines!(Chromium, "the program reads the code and decides what is stored");
    let shared = share_sample();
    let visitor = phone().start();
    let own = start_own_scan(&visitor);
    visitor.leave_page();
    open_shared(&visitor, &shared);
    for changes in ["star", "name", "principles", "reflection", "modules", "complete"] {
        assert_eq!(visitor.count(&format!("[data-result] [data-action=\"{changes}\"]")), 0, "{changes}");
    }
    visitor.press("all-tips");
    visitor.expect_ui_text("tips-fewer");
    visitor.press("language-en");
    visitor.wait_until("the page is English", || visitor.language() == "en");
    visitor.expect_ui_text("shared-result");
    visitor.press("language-nl");
    visitor.wait_until("the page is Dutch", || visitor.language() == "nl");
    visitor.expect_ui_text("back-to-own");
    visitor.press("start-own");
    visitor.expect_titled_screen("start", &visitor.ui_text("resume-title"));
    assert_eq!(visitor.stored_items(), own);
    visitor.press("continue");
    visitor.expect_statement(4, 10);
    visitor.finish();
}

#[test]
fn an_unreadable_code_is_reported_and_changes_nothing() {
    engines!(Chromium, "the program reads the code and decides what is stored");
    let shared = share_sample();
    let code = shared.fragment.as_str();
    let cut = &code[..code.len() - 1];
    let middle = code.len() / 2;
    let other = if &code[middle..=middle] == "A" { "B" } else { "A" };
    let mistyped = [&code[..middle], other, &code[middle + 1..]].concat();
    let newer = code.replacen("#r=fk1", "#r=fk2", 1);
    let bad = [
        ("#r=", "code-not-a-code"),
        ("#r=payload", "code-not-a-code"),
        ("#r=%F0%9F%8D%8A", "code-not-a-code"),
        (cut, "code-damaged"),
        (&mistyped, "code-damaged"),
        (&newer, "code-newer"),
    ];
    let visitor = phone().start();
    let own = start_own_scan(&visitor);
    for (fragment, word) in bad {
        visitor.leave_page();
        visitor.open(&format!("/{fragment}"));
        visitor.expect_ui_text(word);
        visitor.expect_titled_screen("start", &visitor.ui_text("resume-title"));
        assert_eq!(visitor.stored_items(), own, "{fragment}");
        assert_eq!(visitor.execute("return location.hash", []), json!(fragment), "it can be mended");
    }
    visitor.press("continue");
    visitor.expect_statement(4, 10);
    visitor.finish();
}

#[test]
fn a_link_opened_in_the_same_page_can_be_left_with_back() {
    engines!(all, "fragments and history are part of the engine");
    let shared = share_sample();
    let visitor = phone().start();
    let own = start_own_scan(&visitor);
    visitor.execute("location.hash = arguments[0]", [json!(shared.fragment)]);
    expect_shared_result(&visitor, &shared);
    visitor.expect_focus("main h1");
    visitor.reload();
    expect_shared_result(&visitor, &shared);
    visitor.go_back();
    visitor.expect_statement(4, 10);
    visitor.go_forward();
    expect_shared_result(&visitor, &shared);
    assert_eq!(visitor.stored_items(), own);

    visitor.execute("location.hash = '#r=fk1broken'", []);
    visitor.expect_ui_text("code-damaged");
    visitor.expect_titled_screen("start", &visitor.ui_text("resume-title"));
    assert_eq!(visitor.stored_items(), own);
    visitor.finish();
}

#[test]
fn a_shared_result_is_saved_once_and_keeps_its_name() {
    engines!(Chromium, "the program reads the code and decides what is stored");
    let shared = share_sample();
    let visitor = phone().start();
    open_shared(&visitor, &shared);
    visitor.press("keep");
    visitor.expect_titled_screen("history", &visitor.ui_text("history-title"));
    visitor.expect_ui_text("notice-kept-here");
    let id = &ID[..ID_LETTERS];
    assert_eq!(visitor.attributes("[data-scan]", "data-scan"), [id]);
    let key = archived_key(id);
    assert_eq!(visitor.stored_items().into_keys().collect::<Vec<_>>(), [key.as_str()]);
    visitor.type_into(&format!("name-{id}"), "Van de buren");
    let named = || visitor.stored_item(&key).is_some_and(|text| text.contains("\"Van de buren\""));
    visitor.wait_until("the name is stored", named);

    visitor.leave_page();
    open_shared(&visitor, &shared);
    visitor.press("keep");
    visitor.expect_ui_text("notice-already-here");
    assert!(named(), "it has still its name: {:?}", visitor.stored_items());
    visitor.finish();
}

#[test]
fn saving_ones_own_shared_result_changes_nothing() {
    engines!(Chromium, "the program reads the code and decides what is stored");
    let shared = share_sample();
    let visitor = phone().start();
    let other = sample::other_record("AnotherScan", "2026-11-22", "Team Zuid", "regie-top", 4);
    for scans in [vec![sample::record()], vec![other, sample::record()]] {
        visitor.open("/");
        visitor.wait_until("the page is there", || visitor.count("main h1") == 1);
        visitor.execute("localStorage.clear()", []);
        visitor.leave_page();
        sample::resume_with(&visitor, "/", &scans);
        let before = visitor.stored_items();
        visitor.leave_page();
        open_shared(&visitor, &shared);
        visitor.press("keep");
        visitor.expect_ui_text("notice-already-here");
        assert_eq!(visitor.stored_items(), before);
    }
    assert!(visitor.stored_item(KEY).is_some());
    visitor.finish();
}

#[test]
fn a_link_shows_the_result_whatever_mail_and_chats_have_added() {
    engines!(Chromium, "the program reads the code, and behaves the same in every engine");
    let shared = share_sample();
    let code = shared.fragment.strip_prefix("#r=").unwrap();
    let visitor = phone().start();
    let middle = code.len() / 2;
    let (begin, end) = code.split_at(middle);
    for fragment in [
        format!("#r={code}."),
        format!("#r={code})"),
        format!("#r%3D{code}"),
        format!("#r={code}?utm_source=x"),
        format!("#r=%22{code}%22"),
        format!("#r={code}%C2%AD"),
        format!("#r={begin}%0D%0A{end}"),
        format!("#r={begin}%2520{end}"),
        format!("#r=3D{code}"),
        format!("#r={code}_"),
    ] {
        visitor.leave_page();
        visitor.open(&format!("/{fragment}"));
        visitor.expect_screen("shared");
        assert_eq!(sample::result_hooks(&visitor), shared.hooks, "{fragment}");
    }
    visitor.finish();
}

#[test]
fn a_damaged_code_stays_in_the_address_and_can_be_mended_there() {
    engines!(all, "addresses and history are part of the engine");
    let shared = share_sample();
    let visitor = phone().start();
    let damaged = &shared.fragment[..shared.fragment.len() - 1];
    visitor.open(&format!("/{damaged}"));
    visitor.expect_ui_text("code-damaged");
    assert_eq!(visitor.execute("return location.hash", []), json!(damaged));
    visitor.execute("location.hash = arguments[0]", [json!(shared.fragment)]);
    expect_shared_result(&visitor, &shared);
    visitor.finish();
}
