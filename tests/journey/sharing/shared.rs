//! A shared result: the recipient sees every number of the sender, and nothing done while viewing it changes the
//! recipient's own answers.

use std::collections::BTreeSet;

use flexkompas::app::{Effect, Flags, Msg, Stored};
use flexkompas::content::{Language, MessageKey, Part};
use flexkompas::record::read as read_record;
use flexkompas::share_code::write as write_code;
use serde_json::{Value, json};

use crate::support::content::{QUESTION_SET, library, message, start};
use crate::support::page::Opened;
use crate::support::scan::{kept, named, of_everything, quick};
use crate::support::visitor::{Visitor, first_visit, visitor};

/// The code of a scan.
#[track_caller]
pub(crate) fn code_of(scan: &Value) -> String {
    let record = read_record(&scan.to_string(), QUESTION_SET).unwrap();
    write_code(&record, &start(Language::Dutch), &library(Language::Dutch))
}

/// A scan whose answers are all in its code.
pub(crate) fn sent() -> Value {
    let mut scan = of_everything("k7Qm2xB1c9A", "2026-11-21");
    scan["set"] = json!("full");
    scan
}

/// A visitor who opens the link to a scan on another device.
#[track_caller]
pub(crate) fn opened(code: &str) -> Visitor {
    Visitor::enter(Flags { code: Some(code.to_owned()), ..first_visit() })
}

/// The same, where they have a scan themselves, and one beside it.
#[track_caller]
pub(crate) fn opened_beside_own(code: &str) -> Visitor {
    let stored = Stored::Text(of_everything("own00", "2025-01-01").to_string());
    let archive = kept(&[named("Toen", quick("old00", "2024-01-01", "4 4"))]);
    Visitor::enter_with(Flags { stored, code: Some(code.to_owned()), ..first_visit() }, archive)
}

/// The hooks of the result for hosts and testers, part by part.
fn numbers(page: &Opened) -> Vec<Vec<(&'static str, String)>> {
    let told = |name: &&str| !["data-reading", "data-tips", "data-why", "data-road-map"].contains(name);
    let part = |data_attrs: &Vec<(&'static str, flexkompas::json::Text)>| {
        data_attrs
            .iter()
            .filter(|(name, _)| told(name))
            .map(|(name, value)| (*name, value.to_string()))
            .collect()
    };
    page.data_attrs.iter().map(part).filter(|data_attrs: &Vec<_>| !data_attrs.is_empty()).collect()
}

#[test]
fn a_shared_result_is_that_of_the_sender_to_the_last_number_in_both_languages() {
    for scan in [sent(), of_everything("abcde", "2026-01-01"), quick("abcde", "2026-01-01", "2 2 2")] {
        let mut scan = scan;
        // Stars stand in no code, and change the order of the road map.
        scan.as_object_mut().unwrap().remove("starred");
        for language in Language::ALL {
            let asked_language = Some(language.code().to_owned());
            let mut sender = visitor();
            sender.send(Msg::ImportChosen(Ok(scan.to_string())));
            sender.send(Msg::LanguageChosen(language));
            let code = sender.code();
            sender.go("result");
            let flags = Flags { code: Some(code), asked_language, ..first_visit() };
            let receiver = Visitor::enter(flags);
            assert_eq!((receiver.view().screen, receiver.view().language), ("shared", language.code()));
            assert_eq!(numbers(&receiver.page()), numbers(&sender.page()));
            assert!(receiver.page().data_attr("data-coverage").is_some());
            assert_eq!(receiver.page().data_attr("data-score"), sender.page().data_attr("data-score"));
            assert_eq!(receiver.page().data_attrs("data-dimension").len(), 9);
        }
    }
}

#[test]
fn what_is_shared_has_hooks_of_its_own_kind_and_a_title_that_says_so() {
    let visitor = opened(&code_of(&sent()));
    let page = visitor.page();
    assert_eq!((page.data_attrs("data-reading").len(), page.data_attrs("data-result").len()), (1, 1));
    let shared = message(Language::Dutch, MessageKey::SharedResult);
    assert!(visitor.view().title.starts_with(&shared));
    assert!(page.says(&shared) && page.says(&message(Language::Dutch, MessageKey::SharedText)));
    assert!(page.says("Scan van 21 november 2026"), "the day is in the code, the name is not");
}

#[test]
fn no_word_that_the_sender_typed_arrives() {
    let page = opened(&code_of(&sent())).page();
    let all = format!("{page:?}");
    for typed in ["Noord", "Anna", "meer thuis", "werkdruk", "twee teams"] {
        assert!(!all.contains(typed), "{typed}");
    }
}

#[test]
fn on_a_shared_result_nothing_can_be_changed() {
    for visitor in [opened(&code_of(&sent())), opened_beside_own(&code_of(&sent()))] {
        let page = visitor.page();
        assert_eq!((page.radios.len(), page.fields.len()), (0, 0));
        let buttons: BTreeSet<&str> = page.actions.iter().map(|action| action.name).collect();
        for button in [
            "star",
            "what-if",
            "what-if-clear",
            "open-statement",
            "open-principle",
            "principles",
            "reflection",
            "modules",
            "complete",
            "share",
            "back",
            "next",
            "take-up",
            "restart",
        ] {
            assert!(!buttons.contains(button), "{button}");
        }
        let may_change_nothing = [
            "start-own",
            "keep",
            "print",
            "copy-text",
            "history",
            "export-csv",
            "export-json",
            "all-tips",
            "show-table",
            "spectrum-png",
            "spectrum-svg",
            "dimensions-png",
            "dimensions-svg",
            "principles-png",
            "principles-svg",
            "erase",
        ];
        let unknown: Vec<_> = buttons.iter().filter(|name| !may_change_nothing.contains(name)).collect();
        assert!(unknown.is_empty(), "what do these do? {unknown:?}");
    }
}

#[test]
fn whatever_is_pressed_the_scan_of_the_visitor_stays_as_it_is_letter_for_letter() {
    let code = code_of(&sent());
    let untouched = opened_beside_own(&code);
    let (stored, archive) = (untouched.stored.clone(), untouched.archive.clone());
    assert!(!untouched.has_saved(), "looking alone saves nothing");
    let mut msgs: Vec<Msg> = untouched.page().actions.iter().map(|action| action.msg.clone()).collect();
    msgs.extend(untouched.shell().steps.items.iter().map(|step| step.msg.clone()));
    msgs.extend([Msg::LanguageChosen(Language::English), Msg::NextPressed, Msg::BackPressed, Msg::Confirmed]);
    for msg in msgs {
        let mut visitor = opened_beside_own(&code);
        let is_keep = msg == Msg::KeepViewedPressed;
        visitor.send(msg.clone());
        assert_eq!(visitor.stored, stored, "{msg:?}");
        let left: Vec<_> = visitor.archive.iter().filter(|(id, _)| id != "k7Qm2").cloned().collect();
        assert_eq!((&left, visitor.archive.len()), (&archive, if is_keep { 2 } else { 1 }), "{msg:?}");
        visitor.go("result");
        assert_eq!(visitor.page().written("name-own00"), "Team Noord", "{msg:?}");
    }
}

#[test]
fn a_language_chosen_while_looking_is_kept_with_the_next_answer_of_ones_own() {
    let mut visitor = opened_beside_own(&code_of(&sent()));
    visitor.send(Msg::LanguageChosen(Language::English));
    assert!(visitor.page().says(&message(Language::English, MessageKey::SharedResult)));
    visitor.press("start-own");
    visitor.answer_to("regie-top", "1");
    assert_eq!(visitor.record()["language"], "en");
}

#[test]
fn the_code_leaves_the_address_before_anything_else_happens() {
    let visitor = opened(&code_of(&sent()));
    assert_eq!(visitor.effects.first(), Some(&Effect::ClearFragment));
    let visitor = opened("nonsense");
    assert_eq!(visitor.effects.first(), Some(&Effect::ClearFragment));
}

#[test]
fn a_code_that_cannot_be_read_is_back_in_the_address_where_it_can_be_mended() {
    let visitor = opened("nonsense");
    assert!(visitor.effects.contains(&Effect::ShowCode("nonsense".into())));
    let shows_code = |effect: &Effect| matches!(effect, Effect::ShowCode(_));
    assert!(!opened(&code_of(&sent())).effects.iter().any(shows_code));
}

#[test]
fn a_link_with_a_full_stop_and_a_tracking_parameter_shows_the_result() {
    let visitor = opened(&format!("{}.?utm_source=chat", code_of(&sent())));
    assert_eq!(visitor.view().screen, "shared");
}

#[test]
fn a_code_that_is_found_in_a_running_visit_is_shown_and_back_leads_to_where_one_was() {
    let mut visitor = visitor();
    visitor.answer("2");
    visitor.go("ambition");
    let before = visitor.stored.clone();
    let effects = visitor.send(Msg::CodeFound(code_of(&sent())));
    assert_eq!(effects.first(), Some(&Effect::ClearFragment));
    assert_eq!(visitor.view().screen, "shared");
    visitor.press_browser_back();
    assert_eq!((visitor.route().as_str(), visitor.stored), ("ambition", before));
}

#[test]
fn a_reload_still_shows_what_was_shared() {
    for visitor in [opened(&code_of(&sent())), opened_beside_own(&code_of(&sent()))] {
        let before = numbers(&visitor.page());
        let visitor = visitor.reload();
        assert_eq!(visitor.route(), format!("shared/{}", code_of(&sent())));
        assert_eq!(numbers(&visitor.page()), before);
    }
}

#[test]
fn from_a_shared_result_one_begins_or_goes_on_with_ones_own() {
    let mut new = opened(&code_of(&sent()));
    assert_eq!(*new.page().action("start-own").label, *message(Language::Dutch, MessageKey::StartOwn));
    new.press("start-own");
    assert_eq!((new.route().as_str(), new.chosen()), ("start", None));

    let mut known = opened_beside_own(&code_of(&sent()));
    assert_eq!(*known.page().action("start-own").label, *message(Language::Dutch, MessageKey::BackToOwn));
    known.press("start-own");
    assert_eq!(known.route(), "resume");
    known.go("result");
    assert_eq!(known.page().written("name-own00"), "Team Noord");
}

#[test]
fn where_the_library_does_not_load_a_shared_result_can_be_tried_again() {
    let flags = Flags { code: Some(code_of(&sent())), ..first_visit() };
    let mut visitor = Visitor::enter_where_broken(flags, &[(Part::Library, Language::Dutch)]);
    assert_eq!(visitor.page().titles, [message(Language::Dutch, MessageKey::LoadFailedTitle)]);
    assert!(!visitor.has_button("keep"));
    visitor.broken.clear();
    visitor.press("retry");
    assert_eq!(numbers(&visitor.page()), numbers(&opened(&code_of(&sent())).page()));
}

#[test]
fn a_language_that_does_not_load_leaves_a_shared_result_as_it_is() {
    let mut visitor = opened(&code_of(&sent()));
    let before = numbers(&visitor.page());
    visitor.broken.push((Part::Start, Language::English));
    visitor.send(Msg::LanguageChosen(Language::English));
    assert_eq!(visitor.notice(), Some(message(Language::Dutch, MessageKey::NoticeLanguageFailed)));
    assert_eq!((visitor.view().language, numbers(&visitor.page())), ("nl", before));
}
