//! Codes that mail programs, chats and people have wrapped, decorated or encoded on their way.

use flexkompas::share_code::DecodeError::{self, Damaged, Newer, NotACode, OtherQuestionSet};
use proptest::prelude::*;

use crate::damage::codes;
use crate::scans::scans;
use crate::{read, read_received, written};

#[track_caller]
fn arrives(code: &str, text: &str) {
    assert_eq!(read_received(text), read(code), "{text}");
    assert!(read(code).is_ok());
}

#[test]
fn punctuation_brackets_quotes_and_parameters_around_a_code_are_ignored() {
    for code in codes() {
        for end in [
            ".", ",", ";", ":", "!", "?", ")", "]", "}", ">", "\"", "'", "\u{201d}", "\u{bb}", "*", "**",
            "_", "__", "~", "/", "=", "==", "|", "\\",
        ] {
            arrives(&code, &[&code, end].concat());
            arrives(&code, &[&code, end, "."].concat());
        }
        for end in [
            "?utm_source=chat",
            "&fbclid=IwAR0abc",
            "#top",
            "/?lang=nl",
            " en kijk eens",
            ".\nGroet",
            "&amp;x=1",
            "%",
            "%2",
        ] {
            arrives(&code, &[&code, end].concat());
        }
        for begin in ["<", "(", "\"", "\u{201c}", "3D", " ", "\u{feff}", "=", "\u{2068}"] {
            arrives(&code, &[begin, &code].concat());
        }
    }
}

#[test]
fn a_code_that_ends_in_a_mark_of_emphasis_keeps_it() {
    // A code of `codes.txt`.
    let code = "fk1P7bHW625pQcV3jkcKhvJqOB4Jrf9ACS_";
    for end in ["", "_", "__", "-", "_.", "**"] {
        arrives(code, &[code, end].concat());
    }
}

#[test]
fn line_breaks_spaces_and_invisible_characters_within_a_code_are_ignored() {
    let inside = [
        "\n", "\r\n", " ", "\t", "\r\n ", "\u{ad}", "\u{200b}", "\u{2060}", "\u{feff}", "=\r\n", "\u{a0}",
        "\u{202a}",
    ];
    for code in codes() {
        for (at, separator) in (1..code.len()).zip(inside.iter().cycle()) {
            arrives(&code, &[&code[..at], separator, &code[at..]].concat());
            arrives(&code, &[&code[..at], separator, &code[at..], "."].concat());
        }
    }
}

#[test]
fn a_wrong_letter_is_still_refused_whatever_surrounds_it() {
    let code = &codes()[0];
    let wrong = [&code[..10], if code[10..].starts_with('x') { "y" } else { "x" }, &code[11..]].concat();
    for text in [wrong.clone(), format!("{wrong}."), format!("({wrong})")] {
        assert_eq!(read_received(&text).unwrap_err(), Damaged);
    }
    let code = &codes()[0];
    assert_eq!(
        read_received(&format!("{code}A")).unwrap_err(),
        Damaged,
        "a letter may be a slip of the finger"
    );
}

#[test]
fn what_is_no_code_or_a_newer_one_is_told_as_such_also_with_something_around_it() {
    let is = |text: &str, why: DecodeError| assert_eq!(read_received(text).unwrap_err(), why, "{text}");
    is("", NotACode);
    is("Zie het resultaat.", NotACode);
    is("fk2AAAA.", Newer);
    is("(fk2AAAA)", Newer);
    is(&["fk1", &"A".repeat(5000)].concat(), Damaged);
    is(&"fk1 ".repeat(3000), Damaged);
}

#[test]
fn a_code_of_another_question_set_is_told_as_such_with_a_full_stop_behind_it() {
    let other = crate::seal::sealed(&[7; 22]);
    assert_eq!(read_received(&format!("{other}.")).unwrap_err(), OtherQuestionSet);
}

proptest! {
    #[test]
    fn every_code_survives_being_wrapped_and_decorated(scan in scans(), width in 1_usize..40) {
        let code = written(&scan);
        let lines: Vec<&str> = code.as_bytes().chunks(width).map(|line| std::str::from_utf8(line).unwrap()).collect();
        let text = format!("<{}>.", lines.join("\r\n"));
        prop_assert_eq!(read_received(&text), read(&code));
    }
}
