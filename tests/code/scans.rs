//! Scans with closed answers alone, as a code can hold them.

use std::borrow::Borrow;
use std::fmt::Debug;

use flexkompas::content::Language;
use flexkompas::domain::{Answer, Marks, Phase, ScanLength, Scope, SortedMap};
use flexkompas::record::{Record, Stamp};
use proptest::prelude::*;
use proptest::sample::select;

use crate::CONTENT;
use crate::support::content::QUESTION_SET;

/// One of these, or nothing.
fn one_of<T: Clone + Debug + 'static>(known: Vec<T>) -> impl Strategy<Value = Option<T>> {
    prop::option::weighted(0.8, select(known))
}

/// Every id with one of these, or without.
fn each<K: Clone + Debug + Ord + Borrow<str>, V: Clone + Debug + 'static>(
    ids: Vec<K>,
    known: Vec<V>,
) -> impl Strategy<Value = SortedMap<K, V>> {
    let values = prop::collection::vec(one_of(known), ids.len());
    values.prop_map(move |values| {
        let pairs = ids.iter().cloned().zip(values);
        pairs.filter_map(|(id, value)| Some((id, value?))).collect()
    })
}

pub(crate) fn any_answer() -> Vec<Answer> {
    let rated = Phase::ALL.map(Answer::Rated);
    rated.into_iter().chain([Answer::Unknown, Answer::NotApplicable]).collect()
}

/// A moment at the beginning of a day of the years that a code can tell, or none.
fn days() -> impl Strategy<Value = String> {
    let day = (2021..=2063, 1..=12, 1..=28);
    let day = day.prop_map(|(year, month, day)| format!("{year}-{month:02}-{day:02}T00:00:00Z"));
    prop_oneof![9 => day, 1 => Just(String::new())]
}

pub(crate) fn scans() -> impl Strategy<Value = Record> {
    CONTENT.with(|content| {
        let statements = content.start.set.statements().iter().map(|known| known.id.clone()).collect();
        let dimensions = content.start.set.dimensions().iter().map(|known| known.id.clone()).collect();
        let roles = content.start.roles.iter().map(|known| known.id.clone()).collect();
        let tracks = content.library.principles.iter().map(|principle| {
            let stops: Vec<_> = principle.stops.iter().map(|stop| stop.id.clone()).collect();
            let id = principle.id.clone();
            (one_of(stops.clone()), one_of(stops))
                .prop_map(move |(now, desired)| (id.clone(), Marks { now, desired }))
        });
        let tracks: Vec<_> = tracks.collect();
        let scope = (any::<bool>(), one_of(roles)).prop_map(|(full, role)| Scope {
            length: if full { ScanLength::Full } else { ScanLength::Quick },
            role,
        });
        let answers = (each(statements, any_answer()), each(dimensions, Phase::ALL.to_vec()));
        ("[A-Za-z0-9]{5}", days(), scope, answers, tracks).prop_map(
            |(id, day, scope, (answers, ambition), marks)| {
                let stamp = Stamp { id: id.into(), started_at: day.into() };
                let mut record = Record { scope, answers, ambition, ..blank(stamp) };
                // A principle without a mark is not in a record that was unpacked.
                let marks = marks.into_iter().filter(|(_, marks)| *marks != Marks::default());
                record.theme.placements = marks.collect();
                record
            },
        )
    })
}

pub(crate) fn blank(stamp: Stamp) -> Record {
    Record::new(stamp, QUESTION_SET.into(), Language::Dutch)
}

/// Everything chosen that can be chosen, with the last of all choices: the largest number a code can hold.
pub(crate) fn everything_answered() -> Record {
    CONTENT.with(|content| {
        let mut record = blank(Stamp { id: "99999".into(), started_at: "2064-11-08T00:00:00Z".into() });
        record.scope =
            Scope { length: ScanLength::Full, role: content.start.roles.last().map(|role| role.id.clone()) };
        for statement in content.start.set.statements() {
            record.answers.insert(statement.id.clone(), Answer::NotApplicable);
        }
        for dimension in content.start.set.dimensions() {
            record.ambition.insert(dimension.id.clone(), Phase::LAST);
        }
        for principle in &content.library.principles {
            let stop = principle.stops.last().map(|stop| stop.id.clone());
            let marks = Marks { now: stop.clone(), desired: stop };
            record.theme.placements.insert(principle.id.clone(), marks);
        }
        record
    })
}
