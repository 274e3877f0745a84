//! Codes that cannot be used: each says why, changes nothing and leads home.

use flexkompas::app::{Flags, Msg};
use flexkompas::content::{Language, MessageKey, Part};
use flexkompas::record::read as read_record;
use flexkompas::share_code::write as write_code;
use serde_json::json;

use super::shared::{code_of, opened, opened_beside_own, sent};
use crate::support::content::{QUESTION_SET, library, message, part, read_start};
use crate::support::visitor::{Visitor, first_visit, visitor};

/// Every kind of code that cannot be used, with what is said about it.
fn bad_codes() -> Vec<(String, MessageKey)> {
    let code = code_of(&sent());
    let mut other = code.clone();
    other.replace_range(5..6, if &code[5..6] == "A" { "B" } else { "A" });
    vec![
        (String::new(), MessageKey::CodeNotACode),
        ("hello".to_owned(), MessageKey::CodeNotACode),
        (code.replacen("fk1", "fk2", 1), MessageKey::CodeNewer),
        (code[..code.len() - 1].to_owned(), MessageKey::CodeDamaged),
        (format!("{code}A"), MessageKey::CodeDamaged),
        (other, MessageKey::CodeDamaged),
        (of_other_content(), MessageKey::CodeOtherSet),
    ]
}

/// A code that is whole, but made for another question set.
fn of_other_content() -> String {
    let mut part = part(Part::Start, Language::Dutch);
    part["questionSet"] = json!("other-2027");
    let start = read_start(&part).unwrap();
    let record = read_record(&sent().to_string(), QUESTION_SET).unwrap();
    write_code(&record, &start, &library(Language::Dutch))
}

#[test]
fn every_code_that_cannot_be_used_says_why_changes_nothing_and_leads_home() {
    for (code, expected) in bad_codes() {
        let new = opened(&code);
        assert_eq!(new.notice(), Some(message(Language::Dutch, expected)), "{code}");
        assert!(new.shell().notice.unwrap().is_error);
        assert_eq!((new.route().as_str(), new.stored.as_ref()), ("start", None), "{code}");
        assert_eq!(new.history, ["start"], "the code does not stay in the history");

        let before = opened_beside_own(&code_of(&sent()));
        let known = opened_beside_own(&code);
        assert_eq!(known.notice(), Some(message(Language::Dutch, expected)), "{code}");
        assert_eq!(known.route(), "resume");
        assert_eq!((known.stored, known.archive), (before.stored, before.archive));

        let mut running = visitor();
        running.answer("2");
        let stored = running.stored.clone();
        running.send(Msg::CodeFound(code.clone()));
        assert_eq!(running.notice(), Some(message(Language::Dutch, expected)), "{code}");
        assert_eq!((running.route().as_str(), running.stored), ("resume", stored));
    }
}

#[test]
fn a_good_code_after_a_bad_one_is_shown_without_the_complaint() {
    let mut visitor = opened("nonsense");
    visitor.send(Msg::CodeFound(code_of(&sent())));
    assert_eq!((visitor.view().screen, visitor.notice()), ("shared", None));
}

#[test]
fn a_place_kept_with_a_bad_code_leads_home_after_a_reload() {
    let visitor = Visitor::enter(Flags { route: Some("shared/fk1AAAA".to_owned()), ..first_visit() });
    assert_eq!(
        (visitor.route().as_str(), visitor.notice()),
        ("start", Some(message(Language::Dutch, MessageKey::CodeDamaged)))
    );
}
