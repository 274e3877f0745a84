//! A code that is not as it was made is refused as a whole, and never read as another scan.

use flexkompas::record::{Record, Stamp};
use flexkompas::share_code::DecodeError::{self, Damaged, Newer, NotACode, OtherQuestionSet};
use proptest::prelude::*;

use crate::scans::{blank, everything_answered, scans};
use crate::seal::{LETTERS, opened, sealed};
use crate::support::random_cases;
use crate::{read, written};

/// Codes with many zeros, many ones and something of everything.
fn codes() -> [String; 3] {
    let empty = blank(Stamp { id: "AAAAA".into(), started_at: "".into() });
    let mut some = everything_answered();
    some.stamp = Stamp { id: "k7Qm2".into(), started_at: "2026-11-21T00:00:00Z".into() };
    some.answers.remove("regie-top");
    [empty, everything_answered(), some].map(|scan| written(&scan))
}

#[track_caller]
fn is_refused(code: &str, why: DecodeError) {
    assert_eq!(read(code), Err(why), "{code}");
}

#[track_caller]
fn is_no_other_scan(changed: &str, code: &str) {
    assert!(changed == code || read(changed).is_err(), "{changed} was read, {code} was sent");
}

#[test]
fn a_code_with_one_wrong_letter_is_refused() {
    for code in codes() {
        for at in 0..code.len() {
            for wrong in LETTERS.chars().chain(" \n=+/.~é😀\0".chars()) {
                let changed = [&code[..at], &wrong.to_string(), &code[at + 1..]].concat();
                is_no_other_scan(&changed, &code);
            }
        }
    }
}

#[test]
fn a_code_with_two_neighbours_in_each_others_place_is_refused() {
    for code in codes() {
        for at in 1..code.len() {
            let mut letters: Vec<char> = code.chars().collect();
            letters.swap(at - 1, at);
            is_no_other_scan(&letters.into_iter().collect::<String>(), &code);
        }
    }
}

#[test]
fn a_code_that_was_cut_off_is_refused() {
    for code in codes() {
        for end in 0..code.len() {
            is_refused(&code[..end], if end < 3 { NotACode } else { Damaged });
        }
        for begin in 1..code.len() {
            assert!(read(&code[begin..]).is_err());
            assert!(read(&["fk1", &code[begin..]].concat()).is_err() || begin == 3);
        }
    }
}

#[test]
fn a_code_with_something_behind_it_is_refused() {
    for code in codes() {
        for letter in LETTERS.chars() {
            is_refused(&format!("{code}{letter}"), Damaged);
            is_refused(&format!("{code}A{letter}"), Damaged);
        }
        for more in ["=", "==", ".", " x", "&lang=nl", "\u{301}", &code] {
            is_refused(&[&code, more].concat(), Damaged);
        }
    }
}

#[test]
fn bits_behind_the_last_byte_make_another_code_of_it() {
    for code in codes() {
        // 23 bytes leave two bits of the last letter unused.
        let (front, last) = code.split_at(code.len() - 1);
        let last = LETTERS.find(last).unwrap();
        for unused in 1..4 {
            is_refused(&[front, &LETTERS[last + unused..=last + unused]].concat(), Damaged);
        }
    }
}

#[test]
fn a_code_of_a_newer_form_is_told_as_such() {
    for code in ["fk2", "fk9", "fk2AAAA", "fk3 what else", "fk10"] {
        let why = if code == "fk10" { Damaged } else { Newer };
        is_refused(code, why);
    }
    is_refused(&codes()[0].replacen("fk1", "fk2", 1), Newer);
}

#[test]
fn what_is_no_code_is_told_as_such() {
    for text in ["", " ", "fk", "fk0", "fkA", "FK1", "f k1", "hello", "{}", "https://example.org/", "k1AAAA"]
    {
        is_refused(text, NotACode);
    }
}

#[test]
fn a_text_of_absurd_length_is_refused() {
    for letter in ["A", "_", "😀", " x"] {
        is_refused(&["fk1", &letter.repeat(1_000_000)].concat(), Damaged);
    }
    is_refused(&sealed(&[7; 4000]), Damaged);
}

#[test]
fn a_code_made_by_hand_is_read() {
    for code in codes() {
        assert_eq!(sealed(&opened(&code)), code);
    }
}

#[test]
fn a_whole_code_of_another_length_is_refused() {
    let bytes = opened(&codes()[2]);
    for count in 2..bytes.len() {
        is_refused(&sealed(&bytes[..count]), Damaged);
    }
    for more in 1..300 {
        is_refused(&sealed(&[bytes.clone(), vec![0; more]].concat()), Damaged);
    }
}

#[test]
fn a_whole_code_of_another_question_set_is_told_as_such_whatever_its_length() {
    let binding = &opened(&codes()[0])[..2];
    let other = [binding[0], binding[1] ^ 1];
    for count in 0..200 {
        is_refused(&sealed(&[&other, vec![7; count].as_slice()].concat()), OtherQuestionSet);
    }
}

#[test]
fn a_letter_too_many_is_no_part_of_a_whole_code() {
    let other_content = sealed(&[7; 22]);
    is_refused(&other_content, OtherQuestionSet);
    is_refused(&format!("{other_content}A"), Damaged);
}

#[test]
fn a_whole_code_that_is_too_short_to_tell_its_question_set_is_refused() {
    is_refused(&sealed(&[]), Damaged);
    is_refused(&sealed(&[1]), Damaged);
}

#[test]
fn a_number_beyond_the_last_choice_is_refused() {
    let largest = opened(&codes()[1]);
    let mut next = largest.clone();
    // The smallest byte of the number comes first, behind the two that tell the content.
    for byte in &mut next[2..] {
        *byte = byte.wrapping_add(1);
        if *byte != 0 {
            break;
        }
    }
    is_refused(&sealed(&next), Damaged);
    is_refused(&sealed(&[&largest[..2], vec![0xff; largest.len() - 2].as_slice()].concat()), Damaged);
}

/// A code that is read is the only one for what was read.
fn refused_or_the_only_one(code: &str) -> bool {
    read(code).is_ok_and(|scan: Record| written(&scan) == code.trim()) || read(code).is_err()
}

proptest! {
    #![proptest_config(random_cases(2000))]

    #[test]
    fn a_code_changed_in_one_or_two_places_is_not_read_as_another_scan(
        scan in scans(),
        at in any::<prop::sample::Index>(),
        piece in "[A-Za-z0-9_-]{0,2}",
    ) {
        let code = written(&scan);
        let at = at.index(code.len() - 1);
        let changed = [&code[..at], &piece, &code[at + 2..]].concat();
        prop_assert!(changed == code || read(&changed).is_err(), "{} was read, {} was sent", changed, code);
    }

    #[test]
    fn any_text_is_refused_without_a_panic(text in any::<String>()) {
        prop_assert!(read(&text).is_err());
        prop_assert!(read(&["fk1", &text].concat()).is_err());
    }

    #[test]
    fn any_letters_behind_the_form_are_refused_unless_they_are_a_code(letters in "[A-Za-z0-9_-]{0,200}") {
        prop_assert!(refused_or_the_only_one(&["fk1", &letters].concat()));
    }

    #[test]
    fn any_number_of_the_right_length_is_refused_or_has_no_other_code(number in any::<[u8; 19]>()) {
        let code = sealed(&[&opened(&codes()[0])[..2], number.as_slice()].concat());
        prop_assert!(refused_or_the_only_one(&code));
    }
}
