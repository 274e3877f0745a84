//! Whatever a person enters comes back as it was.

use flexkompas::app::{Record, Stamp, Unknown};
use flexkompas::content::Language;
use flexkompas::domain::{Answer, Choice, Keyed, Marks, Phase, Reflection, Scope, Set};
use flexkompas::json::Value;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use crate::support::content::QUESTION_SET;
use crate::support::{dimension, principle, question, random_cases, role, row, statement, stop};
use crate::{read, written};

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
) -> impl Strategy<Value = Keyed<K, V>>
where
    K: Ord + std::borrow::Borrow<str> + std::fmt::Debug,
    V: std::fmt::Debug,
{
    let entries = vec((ids(), values), 0..5);
    entries.prop_map(move |entries| entries.into_iter().map(|(id, value)| (key(&id), value)).collect())
}

fn records() -> impl Strategy<Value = Record> {
    let scope = (any::<bool>(), prop::option::of(ids())).prop_map(|(full, id)| Scope {
        set: if full { Set::Full } else { Set::Quick },
        role: id.map(|id| role(&id)),
    });
    let head = (texts().prop_filter("an id is never empty", |id| !id.is_empty()), texts(), texts(), texts());
    let entered = (
        keyed(statement, answers()),
        keyed(statement, texts().prop_map(|text| text.as_str().into())),
        keyed(dimension, phases()),
        keyed(principle, marks()),
        keyed(question, reflections()),
    );
    let later = prop::option::of(texts());
    (head, scope, select(Language::ALL.to_vec()), entered, later).prop_map(
        |(head, scope, language, entered, later)| {
            let (id, started_at, name, theme) = head;
            let (answers, notes, ambition, positions, reflections) = entered;
            let later = later.map(|text| ("later".into(), Value::text(&text)));
            Record {
                stamp: Stamp { id: id.as_str().into(), started_at: started_at.as_str().into() },
                question_set: QUESTION_SET.into(),
                scope,
                language,
                name: name.as_str().into(),
                answers,
                notes,
                ambition,
                theme: theme.as_str().into(),
                positions,
                reflections,
                unknown: Unknown { top: later.into_iter().collect(), ..Unknown::default() },
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
