//! Everything of the domain is in the content or left out for a reason, both ways. `fixtures/domain-ids.txt` holds every id
//! of sections A to F of the substance, `fixtures/left-out.txt` those that are left out, each with the reason and,
//! behind the arrow, where its substance is.

use std::collections::{BTreeMap, BTreeSet};

use crate::support::content::{ids, structure};

const DOMAIN: &str = include_str!("../fixtures/domain-ids.txt");
const LEFT_OUT: &str = include_str!("../fixtures/left-out.txt");

fn content() -> BTreeSet<String> {
    ids(structure()).into_iter().map(|(_, id)| id).collect()
}

fn domain() -> BTreeSet<String> {
    DOMAIN.lines().map(str::to_owned).collect()
}

/// Reason by id.
#[track_caller]
fn left_out() -> BTreeMap<String, String> {
    LEFT_OUT
        .lines()
        .map(|line| line.split_once(": ").unwrap())
        .map(|(a, b)| (a.to_owned(), b.to_owned()))
        .collect()
}

#[test]
fn every_id_of_the_domain_is_in_the_content_or_left_out() {
    let (content, left_out) = (content(), left_out());
    let lost: Vec<String> =
        domain().into_iter().filter(|id| !content.contains(id) && !left_out.contains_key(id)).collect();
    assert!(lost.is_empty(), "in the domain, and neither in content/ nor in fixtures/left-out.txt: {lost:?}");
}

#[test]
fn no_id_is_both_in_the_content_and_left_out() {
    let (content, left_out) = (content(), left_out());
    let both: Vec<&String> = left_out.keys().filter(|id| content.contains(*id)).collect();
    assert!(both.is_empty(), "{both:?}");
}

#[test]
fn whatever_is_left_out_is_of_the_domain_and_has_a_reason() {
    let domain = domain();
    for (id, reason) in left_out() {
        assert!(domain.contains(&id), "{id} is not of the domain");
        assert!(reason.split(" → ").next().is_some_and(|words| words.len() > 20), "{id}: {reason}");
    }
}

#[test]
fn where_the_substance_of_what_is_left_out_is_said_to_be_there_is_something() {
    let content = content();
    for (id, reason) in left_out() {
        for place in reason.split(" → ").skip(1).flat_map(|places| places.split(", ")) {
            assert!(content.contains(place), "{id} points to {place}");
        }
    }
}

#[test]
fn the_lists_hold_every_id_once() {
    assert_eq!((DOMAIN.lines().count(), domain().len()), (484, 484));
    assert_eq!((LEFT_OUT.lines().count(), left_out().len()), (42, 42));
}
