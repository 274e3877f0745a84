//! The program's own JSON reader and writer, held against `serde_json`: the same texts are accepted, the same values
//! read, and what is written is read back. Where they differ on purpose, a test says so.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop where its own material is wrong")]

mod support;

use flexkompas::json::{SyntaxError, Value, parse};
use proptest::prelude::*;
use serde_json::Value as Theirs;
use support::random_cases;

#[track_caller]
fn reads(text: &str, expected: &Value) {
    assert_eq!(parse(text).as_ref(), Ok(expected), "{text}");
}

#[track_caller]
fn refuses(text: &str, line: usize, column: usize, reason: &'static str) {
    assert_eq!(parse(text), Err(SyntaxError { line, column, reason }), "{text}");
}

#[test]
fn every_kind_of_value_is_read() {
    reads("null", &Value::Null);
    reads("true", &Value::Bool(true));
    reads("false", &Value::Bool(false));
    reads("[]", &Value::List(Vec::new()));
    reads("{}", &Value::Object(Vec::new()));
    reads("\"é\"", &Value::text("é"));
    reads(
        "[1, {\"a\": 2}]",
        &Value::List(vec![Value::number(1), Value::Object(vec![("a".into(), Value::number(2))])]),
    );
}

#[test]
fn fields_keep_the_order_they_stand_in() {
    assert_eq!(parse("{\"b\":1,\"a\":2}").map(|value| value.to_string()), Ok("{\"b\":1,\"a\":2}".to_owned()));
}

#[test]
fn numbers_keep_their_spelling() {
    for number in ["0", "-0", "10", "1.50", "1e9", "1E+2", "-1.5e-3", "123456789012345678901234567890"] {
        reads(number, &Value::Number(number.into()));
    }
}

#[test]
fn only_whole_numbers_that_fit_are_counted() {
    let number = |text: &str| parse(text).ok().and_then(|value| value.as_number());
    assert_eq!(number("4294967295"), Some(u32::MAX));
    assert_eq!((number("4294967296"), number("-1"), number("2.0"), number("1e1")), (None, None, None, None));
}

#[test]
fn escapes_are_read_as_the_characters_they_stand_for() {
    reads(
        r#""\" \\ \/ \b \f \n \r \t \u00e9 \uD83D\uDE00""#,
        &Value::text("\" \\ / \u{8} \u{c} \n \r \t é 😀"),
    );
}

#[test]
fn half_a_surrogate_pair_becomes_the_replacement_character() {
    reads(r#""\ud83d""#, &Value::text("\u{fffd}"));
    reads(r#""\ude00!""#, &Value::text("\u{fffd}!"));
    reads(r#""\ud83d\u0041""#, &Value::text("\u{fffd}A"));
    reads(r#""\ud83d\ud83d\ude00""#, &Value::text("\u{fffd}😀"));
}

#[test]
fn a_byte_order_mark_and_white_space_around_the_value_are_allowed() {
    reads("\u{feff} \r\n\tnull \n", &Value::Null);
}

#[test]
fn a_mistake_is_named_with_line_and_column() {
    refuses("", 1, 1, "the text ends too early");
    refuses("{\n  \"é\": nul\n}", 2, 8, "a value was expected");
    refuses("null null", 1, 6, "text after the end");
    refuses("[1 2]", 1, 4, "a comma or ] was expected");
    refuses("{\"a\":1 \"b\":2}", 1, 8, "a comma or } was expected");
    refuses("{\"a\" 1}", 1, 6, "a colon was expected");
    refuses("{a:1}", 1, 2, "a name in quotes was expected");
    refuses("{\"a\":1,}", 1, 8, "a name in quotes was expected");
    refuses("[1,]", 1, 4, "a value was expected");
    refuses("\"a", 1, 3, "quotes are not closed");
    refuses("\"a\nb\"", 1, 3, "a line break or control character inside quotes");
    refuses("01", 1, 3, "a number may not begin with 0");
    refuses("1.", 1, 3, "a digit was expected");
    refuses("-", 1, 2, "a digit was expected");
    refuses(r#""\x""#, 1, 4, "an unknown escape");
    refuses(r#""\u12g4""#, 1, 6, "four hexadecimal digits were expected");
}

#[test]
fn a_mistake_in_the_middle_of_a_wide_character_is_named_before_it() {
    refuses("\"\\é\"", 1, 3, "an unknown escape");
}

#[test]
fn a_name_that_stands_twice_is_refused() {
    refuses("{\"a\":1,\"a\":2}", 1, 11, "this name stands twice");
}

#[test]
fn nesting_is_read_to_a_depth_of_64_and_refused_beyond() {
    let nested = |depth: usize| ["[".repeat(depth), "]".repeat(depth)].concat();
    assert!(parse(&nested(64)).is_ok());
    assert_eq!(parse(&nested(66)).map_err(|error| error.reason), Err("nested too deeply"));
    assert!(parse(&"[".repeat(1_000_000)).is_err());
    assert!(parse(&"{\"a\":".repeat(1_000_000)).is_err());
}

#[test]
fn control_characters_and_quotes_are_written_as_escapes() {
    assert_eq!(
        Value::text("\" \\ \n \r \t \u{0} \u{1f} é 😀 /").to_string(),
        r#""\" \\ \n \r \t \u0000 \u001f é 😀 /""#
    );
}

/// True when both trees say the same; numbers are compared as `serde_json` reads their spelling.
fn is_same(ours: &Value, theirs: &Theirs) -> bool {
    match (ours, theirs) {
        (Value::Null, Theirs::Null) => true,
        (Value::Bool(a), Theirs::Bool(b)) => a == b,
        (Value::Number(a), Theirs::Number(_)) => {
            serde_json::from_str::<Theirs>(a).is_ok_and(|a| a == *theirs)
        }
        (Value::Text(a), Theirs::String(b)) => **a == **b,
        (Value::List(a), Theirs::Array(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| is_same(a, b))
        }
        (Value::Object(a), Theirs::Object(b)) => {
            a.len() == b.len() && a.iter().all(|(key, a)| b.get(&**key).is_some_and(|b| is_same(a, b)))
        }
        _ => false,
    }
}

/// Ours also reads a byte order mark, half a surrogate pair, and numbers of any size.
fn only_ours_may_read(text: &str, their_error: &str) -> bool {
    let lenient = ["number out of range", "surrogate", "unexpected end of hex escape"];
    text.starts_with('\u{feff}') || lenient.iter().any(|what| their_error.contains(what))
}

#[track_caller]
fn agrees_with_serde_json(text: &str) {
    match (parse(text), serde_json::from_str::<Theirs>(text)) {
        (Ok(ours), Ok(theirs)) => assert!(is_same(&ours, &theirs), "{text}: {ours:?} is not {theirs:?}"),
        (Ok(_), Err(error)) => assert!(only_ours_may_read(text, &error.to_string()), "{text}: {error}"),
        (Err(error), Ok(_)) => {
            assert!(
                ["this name stands twice", "nested too deeply"].contains(&error.reason),
                "{text}: {error:?}"
            );
        }
        (Err(_), Err(_)) => {}
    }
}

/// Any value, up to four levels deep.
fn values() -> impl Strategy<Value = Theirs> {
    let leaf = prop_oneof![
        Just(Theirs::Null),
        any::<bool>().prop_map(Theirs::from),
        any::<i64>().prop_map(Theirs::from),
        // Eighths have few digits: serde_json itself does not read longer fractions back exactly.
        any::<i32>().prop_map(|number| Theirs::from(f64::from(number) / 8.0)),
        any::<String>().prop_map(Theirs::from),
        "[\"\\\\\n\u{0}-\u{1f}a]{0,5}".prop_map(Theirs::from),
    ];
    leaf.prop_recursive(4, 32, 5, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Theirs::from),
            prop::collection::vec((any::<String>(), inner), 0..5)
                .prop_map(|fields| Theirs::Object(fields.into_iter().collect())),
        ]
    })
}

/// Text made of the pieces JSON is made of, in any order.
fn near_json() -> impl Strategy<Value = String> {
    let pieces = [
        "{", "}", "[", "]", ",", ":", "\"", "\"a\"", "\"a\":", "\\", "\\u", "d83d", "\\ude00", "0", "1", "-",
        ".", "e", "+", "true", "null", "tru", " ", "\n", "é", "\u{feff}", "\u{1}",
    ];
    prop::collection::vec(prop::sample::select(pieces.to_vec()), 0..10).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(random_cases(3000))]

    #[test]
    fn any_text_is_read_or_refused_without_a_panic(text in any::<String>()) {
        agrees_with_serde_json(&text);
    }

    #[test]
    fn texts_that_look_like_json_are_accepted_and_refused_alike(text in near_json()) {
        agrees_with_serde_json(&text);
    }
}

proptest! {
    #![proptest_config(random_cases(500))]

    #[test]
    fn every_value_is_read_as_serde_json_wrote_it(value in values()) {
        let text = value.to_string();
        prop_assert!(is_same(&parse(&text).unwrap(), &value));
        prop_assert!(is_same(&parse(&serde_json::to_string_pretty(&value).unwrap()).unwrap(), &value));
    }

    #[test]
    fn what_is_written_is_read_back_by_both(value in values()) {
        let ours = parse(&value.to_string()).unwrap();
        let written = ours.to_string();
        prop_assert_eq!(&serde_json::from_str::<Theirs>(&written).unwrap(), &value);
        prop_assert_eq!(parse(&written).unwrap(), ours);
    }

    #[test]
    fn a_damaged_text_is_accepted_and_refused_alike(
        value in values(),
        at in any::<prop::sample::Index>(),
        piece in "[\\[\\]{}:,\"\\\\0-9eé]{0,2}",
    ) {
        let mut letters: Vec<char> = value.to_string().chars().collect();
        let at = at.index(letters.len());
        letters.splice(at..=at, piece.chars());
        agrees_with_serde_json(&letters.into_iter().collect::<String>());
    }
}
