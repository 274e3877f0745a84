//! Types read from our JSON tree: every form a stored type can have, and the place of what its type refuses.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop where its own material is wrong")]

mod support;

use std::collections::BTreeMap;
use std::fmt::Debug;

use flexkompas::domain::{Answer, Choice, Phase, Reflection, ScanLength, SortedMap, StatementId};
use flexkompas::json::{RefusedPath, Text, field_names, parse};
use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use proptest::sample::select;
use serde::de::{DeserializeOwned, IgnoredAny};
use serde::{Deserialize, Serialize};
use support::{phase, random_cases, row, statement};

fn read<T: DeserializeOwned>(text: &str) -> Result<T, RefusedPath> {
    T::deserialize(&parse(text).unwrap())
}

#[track_caller]
fn reads<T: DeserializeOwned + PartialEq + Debug>(text: &str, expected: T) {
    assert_eq!(read(text), Ok(expected), "{text}");
}

#[track_caller]
fn refuses<T: DeserializeOwned + PartialEq + Debug>(text: &str, place: &str) {
    assert_eq!(read::<T>(text), Err(RefusedPath(place.to_owned())), "{text}");
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Shelf {
    kept_by: String,
    #[serde(default)]
    books: Vec<Book>,
    #[serde(default)]
    lent: BTreeMap<String, Option<u32>>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Binding {
    Paper,
    HalfLeather,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Book {
    title: String,
    binding: Option<Binding>,
    #[serde(default)]
    is_new: bool,
}

/// A struct with a group: `title`, `binding` and `is_new` stand beside `place`.
#[derive(Clone, Debug, PartialEq, Deserialize)]
struct Placed {
    place: u8,
    #[serde(rename = "..book")]
    book: Book,
}

fn book(title: &str) -> Book {
    Book { title: title.to_owned(), binding: None, is_new: false }
}

fn shelf(books: Vec<Book>) -> Shelf {
    Shelf { kept_by: "a".to_owned(), books, lent: BTreeMap::new() }
}

#[test]
fn a_struct_is_read_by_the_stored_names_of_its_fields_in_any_order() {
    reads(r#"{"keptBy": "a"}"#, shelf(Vec::new()));
    reads(r#"{"books": [{"is_new": false, "title": "b"}], "keptBy": "a"}"#, shelf(vec![book("b")]));
}

#[test]
fn a_struct_ignores_what_it_does_not_know_and_takes_null_for_absent() {
    reads(r#"{"keptBy": "a", "later": [1e400, {"x": null}], "books": null}"#, shelf(Vec::new()));
    reads(r#"{"title": "a", "is_new": null, "binding": null}"#, book("a"));
}

#[test]
fn a_struct_is_never_read_from_a_list() {
    refuses::<Book>(r#"["a", null, true]"#, "");
    refuses::<Shelf>(r#"{"keptBy": "a", "books": [["a", null, true]]}"#, "books[1]");
}

#[test]
fn a_missing_field_is_named_within_its_struct() {
    refuses::<Shelf>("{}", "keptBy");
    refuses::<Shelf>(r#"{"keptBy": null}"#, "keptBy");
    refuses::<Shelf>(r#"{"keptBy": "a", "books": [{"title": "b"}, {}]}"#, "books[2].title");
}

#[test]
fn a_group_is_read_from_the_fields_of_the_object_around_it() {
    reads(r#"{"place": 2, "title": "a"}"#, Placed { place: 2, book: book("a") });
    refuses::<Placed>(r#"{"place": 2, "..book": {"title": "a"}}"#, "title");
    refuses::<Placed>(r#"{"place": 2, "title": 4}"#, "title");
    refuses::<Vec<Placed>>(r#"[{"place": 2, "title": "a", "is_new": "no"}]"#, "[1].is_new");
}

#[test]
fn a_map_keeps_null_and_names_the_key_of_what_it_refuses() {
    type Map = BTreeMap<String, Option<u8>>;
    reads(r#"{"b": 1, "a": null}"#, Map::from([("a".to_owned(), None), ("b".to_owned(), Some(1))]));
    refuses::<Map>(r#"{"b": 1, "a c": "x"}"#, "a c");
    refuses::<Map>("[1]", "");
    refuses::<BTreeMap<StatementId, u8>>(r#"{"b": 1, "a c": 1}"#, "a c");
    refuses::<BTreeMap<String, Map>>(r#"{"a": {"b": {}}}"#, "a.b");
}

#[test]
fn a_sorted_map_is_read_in_the_order_of_its_keys() {
    let map: SortedMap<StatementId, u8> = read(r#"{"b": 1, "a": 2}"#).unwrap();
    assert_eq!(map.iter().collect::<Vec<_>>(), [(&statement("a"), &2), (&statement("b"), &1)]);
    refuses::<SortedMap<StatementId, u8>>(r#"{"a": null}"#, "a");
    refuses::<SortedMap<StatementId, u8>>("null", "");
}

#[test]
fn a_list_counts_its_items_from_one() {
    reads("[]", Vec::<u8>::new());
    reads(r#"[["a"], []]"#, vec![vec!["a".to_owned()], Vec::new()]);
    refuses::<Vec<u8>>("[1, 2, null]", "[3]");
    refuses::<Vec<Vec<u8>>>("[[], [1, true]]", "[2][2]");
    refuses::<Vec<u8>>(r#"{"0": 1}"#, "");
}

#[test]
fn an_option_is_none_for_null_alone() {
    reads("null", None::<u8>);
    reads("0", Some(0_u8));
    refuses::<Option<u8>>("false", "");
}

#[test]
fn an_enum_is_one_of_its_stored_names() {
    reads(r#""half-leather""#, Binding::HalfLeather);
    reads(r#"["quick", "full"]"#, vec![ScanLength::Quick, ScanLength::Full]);
    for wrong in [r#""HalfLeather""#, r#""Half-Leather""#, r#""""#, "0", "null", r#"{"paper": null}"#] {
        refuses::<Binding>(wrong, "");
    }
}

#[test]
fn the_stored_names_of_an_enum_are_its_values() {
    for choice in Choice::ALL {
        reads(&format!("{:?}", choice.value()), choice);
    }
    for length in [ScanLength::Quick, ScanLength::Full] {
        reads(&format!("{:?}", length.value()), length);
    }
}

#[test]
fn an_id_and_a_phase_are_read_only_if_they_are_one() {
    reads(r#""regie-samen""#, statement("regie-samen"));
    for wrong in [r#""Regie""#, r#""""#, r#""a--b""#, "1", "null", r#"["a"]"#] {
        refuses::<StatementId>(wrong, "");
    }
    reads("4", phase(4));
    for wrong in ["0", "5", "256", "1.0", r#""1""#] {
        refuses::<Phase>(wrong, "");
    }
}

#[test]
fn only_whole_numbers_that_fit_are_read() {
    reads("4294967295", u32::MAX);
    reads("0", 0_u64);
    for wrong in ["4294967296", "-1", "1.0", "1e1", "1e400"] {
        refuses::<u64>(wrong, "");
    }
    refuses::<u8>("256", "");
}

#[test]
fn an_answer_is_a_rating_or_one_of_two_words() {
    let answers = vec![Answer::Rated(phase(1)), Answer::Unknown, Answer::NotApplicable];
    reads(r#"[1, "unknown", "not-applicable"]"#, answers);
    refuses::<Answer>(r#""1""#, "");
}

#[test]
fn a_reflection_is_told_by_its_form() {
    reads(r#""a""#, Reflection::Text("a".to_owned()));
    reads("10", Reflection::Grade(10));
    reads(r#"{"text": "a"}"#, Reflection::Choice { choice: None, text: "a".to_owned() });
    reads("{}", Reflection::Choice { choice: None, text: String::new() });
    let rows = [(row("a"), Choice::No)].into_iter().collect();
    reads(r#"{"choice": 4, "rows": {"a": "no"}, "text": 4}"#, Reflection::Checklist(rows));
    refuses::<Reflection>(r#"{"later": 4, "choice": 4}"#, "choice");
}

#[test]
fn a_text_is_read_with_its_escapes_and_anything_can_be_ignored() {
    reads(r#""\u00e9\n\ud83d""#, Text::from("é\n\u{fffd}"));
    assert!(read::<IgnoredAny>(r#"{"a": [1e400, null]}"#).is_ok());
}

#[test]
fn the_names_of_the_fields_of_a_struct_are_its_stored_names() {
    assert_eq!(field_names::<Shelf>(), ["keptBy", "books", "lent"]);
    assert_eq!(field_names::<Placed>(), ["place", "..book"]);
    assert_eq!((field_names::<Binding>().len(), field_names::<Vec<u8>>().len()), (0, 0));
}

fn shelves() -> impl Strategy<Value = Shelf> {
    let bindings = prop::option::of(select(vec![Binding::Paper, Binding::HalfLeather]));
    let books = (any::<String>(), bindings, any::<bool>());
    let books = books.prop_map(|(title, binding, is_new)| Book { title, binding, is_new });
    let lent = btree_map(any::<String>(), any::<Option<u32>>(), 0..4);
    (any::<String>(), vec(books, 0..4), lent).prop_map(|(kept_by, books, lent)| Shelf {
        kept_by,
        books,
        lent,
    })
}

proptest! {
    #![proptest_config(random_cases(500))]

    #[test]
    fn what_serde_json_writes_is_read_back_equal(shelf in shelves()) {
        prop_assert_eq!(read(&serde_json::to_string(&shelf).unwrap()), Ok(shelf));
    }

    #[test]
    fn what_our_tree_writes_is_read_back_equal(shelf in shelves()) {
        let tree = parse(&serde_json::to_string(&shelf).unwrap()).unwrap();
        prop_assert_eq!(read(&tree.to_string()), Ok(shelf));
    }

    #[test]
    fn the_place_of_a_wrong_title_is_found_wherever_it_stands(shelf in shelves(), at in any::<prop::sample::Index>()) {
        prop_assume!(!shelf.books.is_empty());
        let at = at.index(shelf.books.len());
        let mut wrong = serde_json::to_value(&shelf).unwrap();
        wrong["books"][at]["title"] = serde_json::json!([]);
        let place = format!("books[{}].title", at + 1);
        prop_assert_eq!(read::<Shelf>(&wrong.to_string()), Err(RefusedPath(place)));
    }
}
