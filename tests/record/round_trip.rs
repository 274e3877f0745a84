//! Whatever a person enters comes back as it was.

use flexkompas::content::Language;
use flexkompas::domain::{Answer, Choice, Marks, Phase, Reflection, ScanLength, Scope, SortedMap};
use flexkompas::json::{Fields, Text, Value};
use flexkompas::record::{PolicyTheme, Record, Stamp, UnknownFields};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use crate::support::{
    dimension, entry, module, principle, question, random_cases, role, row, statement, stop, tip,
};
use crate::{QUESTION_SET, read, written};

/// Text that is easy to get wrong: quotes, back-slashes, control characters, half of everything.
fn texts() -> impl Strategy<Value = String> {
    prop_oneof![any::<String>(), "[\"\\\\/{}\u{0}-\u{1f}é😀\u{2028}]{1,8}", Just("</script>".to_owned())]
}

fn ids() -> impl Strategy<Value = String> {
    "[a-z][a-z0-9]{0,5}(-[a-z0-9]{1,4}){0,2}"
}

fn phases() -> impl Strategy<Value = Phase> {
    select(Phase::ALL.to_vec())
}

fn answers() -> impl Strategy<Value = Answer> {
    prop_oneof![phases().prop_map(Answer::Rated), Just(Answer::Unknown), Just(Answer::NotApplicable)]
}

fn choices() -> impl Strategy<Value = Choice> {
    select(Choice::ALL.to_vec())
}

fn marks() -> impl Strategy<Value = Marks> {
    let stops = || prop::option::of(ids().prop_map(|id| stop(&id)));
    (stops(), stops()).prop_map(|(now, desired)| Marks { now, desired })
}

fn reflections() -> impl Strategy<Value = Reflection> {
    let rows = vec((ids().prop_map(|id| row(&id)), choices()), 0..4);
    prop_oneof![
        texts().prop_map(Reflection::Text),
        (1_u8..=10).prop_map(Reflection::Grade),
        (prop::option::of(choices()), texts()).prop_map(|(choice, text)| Reflection::Choice { choice, text }),
        rows.prop_map(|rows| Reflection::Checklist(rows.into_iter().collect())),
    ]
}

/// Up to five entries with keys of a kind.
fn keyed<K, V>(
    key: impl Fn(&str) -> K,
    values: impl Strategy<Value = V>,
) -> impl Strategy<Value = SortedMap<K, V>>
where
    K: Ord + std::borrow::Borrow<str> + std::fmt::Debug,
    V: std::fmt::Debug,
{
    let entries = vec((ids(), values), 0..5);
    entries.prop_map(move |entries| entries.into_iter().map(|(id, value)| (key(&id), value)).collect())
}

fn words() -> impl Strategy<Value = Text> {
    texts().prop_map(|text| text.as_str().into())
}

/// A field that a later version added, or none.
fn later() -> impl Strategy<Value = Fields> {
    prop::option::of(texts())
        .prop_map(|text| text.map(|text| ("later".into(), Value::text(&text))).into_iter().collect())
}

fn themes() -> impl Strategy<Value = PolicyTheme> {
    (words(), keyed(principle, marks()), keyed(question, words()), later(), later()).prop_map(
        |(name, placements, guide, unknown, beside_marks)| {
            let first = placements.iter().map(|(id, _)| id.clone()).next();
            let unknown_marks = first.filter(|_| !beside_marks.is_empty()).map(|id| (id, beside_marks));
            let unknown_marks = unknown_marks.into_iter().collect();
            PolicyTheme { name, placements, guide, unknown, unknown_marks }
        },
    )
}

fn records() -> impl Strategy<Value = Record> {
    let scope = (any::<bool>(), prop::option::of(ids())).prop_map(|(full, id)| Scope {
        length: if full { ScanLength::Full } else { ScanLength::Quick },
        role: id.map(|id| role(&id)),
    });
    let head = (words().prop_filter("an id is never empty", |id| !id.is_empty()), words(), words());
    let entered = (
        keyed(statement, answers()),
        keyed(statement, words()),
        keyed(dimension, phases()),
        keyed(question, reflections()),
        keyed(module, keyed(entry, words())),
        keyed(tip, Just(())),
    );
    let themes = (themes(), vec(themes(), 0..3));
    (head, scope, select(Language::ALL.to_vec()), entered, themes, later()).prop_map(
        |(head, scope, language, entered, themes, later)| {
            let (id, started_at, name) = head;
            let (answers, notes, ambition, reflections, modules, starred) = entered;
            let (theme, other_themes) = themes;
            Record {
                stamp: Stamp { id, started_at },
                question_set: QUESTION_SET.into(),
                scope,
                language,
                name,
                answers,
                notes,
                ambition,
                theme,
                other_themes,
                reflections,
                modules,
                starred,
                unknown: UnknownFields { top: later, ..UnknownFields::default() },
            }
        },
    )
}

proptest! {
    #![proptest_config(random_cases(500))]

    #[test]
    fn every_record_is_read_back_as_it_was_written(record in records()) {
        prop_assert_eq!(read(&written(&record)), Ok(record));
    }

    #[test]
    fn a_written_record_is_json_with_format_and_version(record in records()) {
        let text = written(&record);
        let json: serde_json::Value = serde_json::from_str(&text).unwrap();
        prop_assert_eq!((&json["format"], &json["version"]), (&"flexkompas".into(), &1.into()));
        prop_assert_eq!(json["name"].as_str(), Some(&*record.name));
        prop_assert_eq!(json["answers"].as_object().unwrap().len(), record.answers.len());
    }
}
