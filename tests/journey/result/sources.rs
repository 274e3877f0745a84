//! Every source line says which documents the substance comes from, by their names and never by a bare code.

use std::collections::BTreeSet;

use flexkompas::app::Msg;
use flexkompas::app::view::block::TextStyle;
use flexkompas::content::{Language, MessageKey};

use crate::support::content::{message, modules, texts};
use crate::support::visitor::{Visitor, visitor_in};

/// Every route whose page has a source line.
fn routes(language: Language) -> Vec<String> {
    let modules = modules(language).modules.into_iter().map(|module| format!("module/{}", module.id));
    let principles = ["p1-wensen", "p2-welkan", "p3-ict"].map(|id| format!("principle/{id}"));
    modules.chain(principles).chain(["result".to_owned()]).collect()
}

/// The source lines of a page.
fn lines(visitor: &Visitor) -> Vec<String> {
    let texts = visitor.page().texts.into_iter();
    texts.filter(|(look, _)| *look == Some(TextStyle::Source)).map(|(_, text)| text).collect()
}

#[test]
fn a_source_line_names_documents_and_numbered_sections_and_has_no_code() {
    for language in Language::ALL {
        let mut visitor = visitor_in(language);
        visitor.answer_all("2");
        visitor.send(Msg::AllTipsToggled);
        let begin = message(language, MessageKey::SourceIs).replace("{source}", "");
        let names: Vec<String> = texts(language)["documents"]
            .as_object()
            .unwrap()
            .values()
            .map(|document| document["name"].as_str().unwrap().to_owned())
            .collect();
        let mut seen = BTreeSet::new();
        for route in routes(language) {
            visitor.go(&route);
            for line in lines(&visitor) {
                for part in line.strip_prefix(&begin).unwrap().split("; ") {
                    let name = names.iter().find(|name| part.starts_with(name.as_str()));
                    let name = name.unwrap_or_else(|| panic!("{route}: {line}"));
                    let rest = &part[name.len()..];
                    let is_number = |letter: char| letter.is_ascii_digit() || letter == '.';
                    let numbers = rest.strip_prefix(" § ").map(|numbers| numbers.split(", "));
                    let numbered =
                        numbers.is_some_and(|mut numbers| numbers.all(|n| n.chars().all(is_number)));
                    assert!(rest.is_empty() || numbered, "{route}: {line} has shorthand");
                    seen.insert(name.clone());
                }
                let codes = ["000", "001", "002", "003", "004"];
                let bare = line.split(' ').find(|message| codes.contains(&message.trim_matches([',', ';'])));
                assert_eq!(bare, None, "{route}: {line}");
            }
        }
        let is_named = |name: &&String| seen.contains(*name);
        assert!(names.iter().take(5).all(|name| is_named(&name)), "every seed is named somewhere: {seen:?}");
    }
}

#[test]
fn every_tip_every_principle_and_every_module_with_sources_has_a_source_line() {
    let mut visitor = visitor_in(Language::Dutch);
    visitor.answer_all("2");
    for route in routes(Language::Dutch) {
        visitor.go(&route);
        // The form of the FlexPlan and the glossary are our own.
        let ours = ["flexplan", "begrippen"];
        let is_ours = ours.iter().any(|id| route == format!("module/{id}"));
        assert_eq!(lines(&visitor).is_empty(), is_ours, "{route}");
    }
    assert_eq!(lines(&visitor).len(), visitor.page().data_attrs("data-tip").len());
}
