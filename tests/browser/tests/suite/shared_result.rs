//! A result that somebody shared: the link and the QR code, and looking at it without touching one's own answers.

use flexkompas_browser_tests::{Visitor, engines, phone};
use serde_json::{Value, json};

use crate::opened::Points;
use crate::sample::{self, ID, KEY, NOTE, REFLECTION, key_of_earlier};

/// How many letters of its id a scan takes along in a link.
const ID_LETTERS: usize = 5;

/// What somebody shares.
struct Shared {
    link: String,
    /// The link from the `#` on.
    fragment: String,
    hooks: Value,
}

/// Shares the sample; the QR code on the page leads to the very same place as the link.
#[track_caller]
fn shares_the_sample() -> Shared {
    let visitor = phone().visitor();
    sample::comes_back_to_the_result(&visitor, "/");
    let hooks = sample::hooks_of_the_result(&visitor);
    visitor.presses("share");
    visitor.sees_titled("share", &visitor.word("share-title"));
    let link = visitor.typed_in("share-link");
    let code = visitor.value("[data-code]", "data-code").unwrap();
    assert_eq!(visitor.typed_in("share-code"), code);
    let fragment = format!("#r={code}");
    assert_eq!(link, format!("{}{fragment}", visitor.server().url()));
    if visitor.takes_pictures_of_parts() {
        assert_eq!(Points::read(&visitor.picture_of("svg.qr")).qr(), link, "the QR code");
    }
    visitor.leaves();
    Shared { link, fragment, hooks }
}

#[track_caller]
fn sees_it(visitor: &Visitor, shared: &Shared) {
    visitor.sees_screen("shared");
    visitor.sees_word("shared-result");
    visitor.sees_word("shared-text");
    let hooks = sample::hooks_of_the_result(visitor);
    assert_eq!(hooks, shared.hooks);
    let address = visitor.script("return location.href", []);
    assert_eq!(address, json!(visitor.server().url()), "the code is out of the address");
}

#[test]
fn who_opens_the_link_sees_the_same_result_and_nothing_that_was_written() {
    engines!(all, "addresses and history are the engine's own");
    let shared = shares_the_sample();
    assert!(shared.link.len() < 120, "{}", shared.link);
    let visitor = phone().visitor();
    visitor.opens(&format!("/{}", shared.fragment));
    sees_it(&visitor, &shared);
    let page = visitor.visible_text();
    for private in [NOTE, REFLECTION, "werkdruk", sample::NAME] {
        assert!(!page.contains(private), "{private} is for oneself");
    }
    visitor.reloads();
    sees_it(&visitor, &shared);
    assert_eq!(visitor.stored(), [].into(), "looking keeps nothing");
    visitor.presses("start-own");
    visitor.sees_statement(1, 10);
    visitor.goes_back();
    sees_it(&visitor, &shared);
    visitor.leaves();
}

#[test]
fn the_qr_code_can_be_read_in_the_dark_too() {
    engines!(Chromium | Firefox, "WebKit's pictures of a part leave black what is out of sight");
    let visitor = phone().dark(true).visitor();
    sample::comes_back_to_the_result(&visitor, "/?lang=en");
    visitor.presses("share");
    visitor.sees_screen("share");
    let link = visitor.typed_in("share-link");
    assert!(link.starts_with(&format!("{}?lang=en#r=", visitor.server().url())), "{link}");
    assert_eq!(Points::read(&visitor.picture_of("svg.qr")).qr(), link);
    visitor.leaves();
}

#[test]
fn looking_at_a_shared_result_leaves_ones_own_answers_byte_for_byte() {
    engines!(Chromium, "the program reads the code and decides what is kept");
    let shared = shares_the_sample();
    let visitor = phone().visitor();
    visitor.opens("/");
    sample::answers_until(&visitor, 3);
    visitor.sees_statement(4, 10);
    let own = visitor.stored();
    visitor.goes_elsewhere();
    visitor.opens(&format!("/{}", shared.fragment));
    sees_it(&visitor, &shared);
    for changes in ["star", "name", "principles", "reflection", "modules", "complete"] {
        assert_eq!(visitor.count(&format!("[data-result] [data-action=\"{changes}\"]")), 0, "{changes}");
    }
    visitor.presses("all-tips");
    visitor.sees_word("tips-fewer");
    visitor.presses("language-en");
    visitor.waits_until("the page is English", || visitor.language() == "en");
    visitor.sees_word("shared-result");
    visitor.presses("language-nl");
    visitor.waits_until("the page is Dutch", || visitor.language() == "nl");
    visitor.sees_word("back-to-own");
    visitor.presses("start-own");
    visitor.sees_titled("start", &visitor.word("resume-title"));
    assert_eq!(visitor.stored(), own);
    visitor.presses("continue");
    visitor.sees_statement(4, 10);
    visitor.leaves();
}

#[test]
fn a_code_that_cannot_be_read_is_told_and_leaves_everything() {
    engines!(Chromium, "the program reads the code and decides what is kept");
    let shared = shares_the_sample();
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
    let visitor = phone().visitor();
    visitor.opens("/");
    sample::answers_until(&visitor, 3);
    visitor.sees_statement(4, 10);
    let own = visitor.stored();
    for (fragment, word) in bad {
        visitor.goes_elsewhere();
        visitor.opens(&format!("/{fragment}"));
        visitor.sees_word(word);
        visitor.sees_titled("start", &visitor.word("resume-title"));
        assert_eq!(visitor.stored(), own, "{fragment}");
        assert_eq!(visitor.script("return location.hash", []), json!(""), "{fragment}");
    }
    visitor.presses("continue");
    visitor.sees_statement(4, 10);
    visitor.leaves();
}

#[test]
fn a_link_pasted_into_the_open_page_shows_the_result_and_back_leads_back() {
    engines!(all, "fragments of an address and history are the engine's own");
    let shared = shares_the_sample();
    let visitor = phone().visitor();
    visitor.opens("/");
    sample::answers_until(&visitor, 3);
    visitor.sees_statement(4, 10);
    let own = visitor.stored();
    visitor.script("location.hash = arguments[0]", [json!(shared.fragment)]);
    sees_it(&visitor, &shared);
    visitor.sees_focus_on("main h1");
    visitor.reloads();
    sees_it(&visitor, &shared);
    visitor.goes_back();
    visitor.sees_statement(4, 10);
    visitor.goes_forward();
    sees_it(&visitor, &shared);
    assert_eq!(visitor.stored(), own);

    visitor.script("location.hash = '#r=fk1broken'", []);
    visitor.sees_word("code-damaged");
    visitor.sees_titled("start", &visitor.word("resume-title"));
    assert_eq!(visitor.stored(), own);
    visitor.leaves();
}

#[test]
fn a_shared_result_can_be_kept_once_and_keeps_the_name_it_gets() {
    engines!(Chromium, "the program reads the code and decides what is kept");
    let shared = shares_the_sample();
    let visitor = phone().visitor();
    visitor.opens(&format!("/{}", shared.fragment));
    sees_it(&visitor, &shared);
    visitor.presses("keep");
    visitor.sees_titled("history", &visitor.word("history-title"));
    visitor.sees_word("notice-kept-here");
    let id = &ID[..ID_LETTERS];
    assert_eq!(visitor.values("[data-scan]", "data-scan"), [id]);
    let key = key_of_earlier(id);
    assert_eq!(visitor.stored().into_keys().collect::<Vec<_>>(), [key.as_str()]);
    visitor.types(&format!("name-{id}"), "Van de buren");
    let named = || visitor.stored_text(&key).is_some_and(|text| text.contains("\"Van de buren\""));
    visitor.waits_until("the name is kept", named);

    visitor.goes_elsewhere();
    visitor.opens(&format!("/{}", shared.fragment));
    sees_it(&visitor, &shared);
    visitor.presses("keep");
    visitor.sees_word("notice-already-here");
    assert!(named(), "it has still its name: {:?}", visitor.stored());
    visitor.leaves();
}

#[test]
fn who_shared_it_has_it_already() {
    engines!(Chromium, "the program reads the code and decides what is kept");
    let shared = shares_the_sample();
    let visitor = phone().visitor();
    let other = sample::another("AnotherScan", "2026-11-22", "Team Zuid", "regie-top", 4);
    for scans in [vec![sample::record()], vec![other, sample::record()]] {
        visitor.opens("/");
        visitor.waits_until("the page is there", || visitor.count("main h1") == 1);
        visitor.script("localStorage.clear()", []);
        visitor.goes_elsewhere();
        sample::comes_back_with(&visitor, "/", &scans);
        let before = visitor.stored();
        visitor.goes_elsewhere();
        visitor.opens(&format!("/{}", shared.fragment));
        sees_it(&visitor, &shared);
        visitor.presses("keep");
        visitor.sees_word("notice-already-here");
        assert_eq!(visitor.stored(), before);
    }
    assert!(visitor.stored_text(KEY).is_some());
    visitor.leaves();
}
