//! A code may be sent to anybody: what a person typed is not in it.

use flexkompas::content::Language;
use flexkompas::domain::{Choice, Reflection, SortedMap};
use flexkompas::json::Value;
use flexkompas::record::{PolicyTheme, Record};

use crate::scans::everything_answered;
use crate::support::{entry, module, question, statement, tip};
use crate::{read, written};

#[test]
fn words_and_stars_change_nothing_in_a_code() {
    let closed = everything_answered();
    let words = || "Secret words".into();
    let reflection = Reflection::Choice { choice: Some(Choice::No), text: "Secret words".to_owned() };
    let mut theme = PolicyTheme { name: words(), ..closed.theme.clone() };
    theme.guide.insert(question("q-scope-kern"), words());
    let mut record = Record {
        name: words(),
        language: Language::English,
        other_themes: vec![theme.clone()],
        theme,
        ..closed.clone()
    };
    record.notes.insert(statement("regie-top"), words());
    record.reflections.insert(question("q-omg-trends"), Reflection::Text("Secret words".to_owned()));
    record.reflections.insert(question("q-spec-papier"), reflection);
    record.modules.insert(module("flexplan"), SortedMap::from_iter([(entry("flexplan-plaats"), words())]));
    record.starred.insert(tip("tip-i-top"), ());
    record.unknown.top.push(("later".into(), Value::text("Secret words")));
    assert_eq!(written(&record), written(&closed));
}

#[test]
fn a_scan_from_a_code_has_no_words() {
    let scan = read(&written(&everything_answered())).unwrap();
    assert!(scan.name.is_empty() && scan.theme.name.is_empty() && scan.notes.is_empty());
    assert!(scan.theme.guide.is_empty() && scan.other_themes.is_empty() && scan.reflections.is_empty());
    assert!(scan.modules.is_empty() && scan.starred.is_empty() && scan.unknown.top.is_empty());
}
