//! Whatever was chosen comes back as it was.

use flexkompas::content::Language;
use flexkompas::domain::{Answer, Marks};
use flexkompas::record::Stamp;
use flexkompas::share_code::read as read_code;
use proptest::prelude::*;

use crate::scans::{any_answer, blank, everything_answered, scans};
use crate::support::content::{library, start};
use crate::support::{dimension, phase, principle, random_cases, role, statement, stop};
use crate::{CONTENT, read, written};

proptest! {
    #![proptest_config(random_cases(500))]

    #[test]
    fn every_scan_comes_back_as_it_was_packed(scan in scans()) {
        let code = written(&scan);
        let read = read(&code);
        prop_assert_eq!(read.as_ref(), Ok(&scan), "{}", code);
        prop_assert_eq!(written(&read.unwrap()), code);
    }

    #[test]
    fn every_code_is_plain_letters_of_one_length(scan in scans()) {
        let code = written(&scan);
        prop_assert_eq!(code.len(), 35);
        prop_assert!(code.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_'), "{}", code);
    }
}

#[test]
fn a_full_scan_with_everything_chosen_takes_35_letters() {
    let scan = everything_answered();
    assert_eq!(written(&scan).len(), 35, "it has to fit into an address and on one line of a message");
    assert_eq!(read(&written(&scan)), Ok(scan));
}

#[test]
fn a_scan_in_which_nothing_was_chosen_comes_back_blank() {
    let scan = blank(Stamp { id: "AAAAA".into(), started_at: "".into() });
    assert_eq!(read(&written(&scan)), Ok(scan));
}

#[test]
fn every_answer_to_every_statement_comes_back() {
    let statements =
        CONTENT.with(|content| content.start.set.statements().iter().map(|known| known.id.clone()).collect());
    let statements: Vec<_> = statements;
    for id in statements {
        for answer in any_answer() {
            let mut scan = blank(Stamp { id: "AAAAA".into(), started_at: "".into() });
            scan.answers.insert(id.clone(), answer);
            assert_eq!(read(&written(&scan)), Ok(scan), "{id}: {answer:?}");
        }
    }
}

#[test]
fn space_around_a_code_does_no_harm() {
    let scan = everything_answered();
    let code = written(&scan);
    assert_eq!(read(&format!(" \t{code}\r\n")), Ok(scan.clone()));
    assert_eq!(read(&format!("\u{a0}{code}\u{2003}")), Ok(scan));
}

#[test]
fn a_code_made_in_dutch_is_read_in_english() {
    let scan = everything_answered();
    let (start, library) = (start(Language::English), library(Language::English));
    let read = read_code(&written(&scan), &start, &library, Language::English).unwrap();
    assert_eq!(read.language, Language::English);
    assert_eq!((read.answers, read.theme), (scan.answers, scan.theme));
}

/// The id of a scan after its code was unpacked.
fn id_after(id: &str) -> String {
    let code = written(&blank(Stamp { id: id.into(), started_at: "".into() }));
    let scan = read(&code).unwrap();
    assert_eq!(written(&scan), code, "a copy of a copy has the same code");
    scan.stamp.id.to_string()
}

#[test]
fn the_first_five_letters_of_the_id_go_along() {
    assert_eq!(id_after("k7Qm2xB1c9A"), "k7Qm2");
    assert_eq!(id_after("z09Za"), "z09Za");
}

#[test]
fn an_id_of_another_kind_gives_a_code_all_the_same() {
    assert_eq!(id_after(""), "AAAAA");
    assert_eq!(id_after("b2"), "b2AAA");
    assert_eq!(id_after("é-_😀9x"), "AAAA9");
}

#[test]
fn what_the_content_does_not_know_is_left_out() {
    let known = everything_answered();
    let mut more = known.clone();
    more.answers.insert(statement("of-a-later-content"), Answer::Unknown);
    more.ambition.insert(dimension("of-a-later-content"), phase(2));
    let stop_of_later = Marks { now: Some(stop("of-a-later-content")), desired: None };
    more.theme.placements.insert(principle("of-a-later-content"), stop_of_later);
    assert_eq!(written(&more), written(&known));

    let mut with_other_role = known.clone();
    with_other_role.scope.role = Some(role("of-a-later-content"));
    assert_eq!(read(&written(&with_other_role)).unwrap().scope.role, None);

    let mut with_other_stop = known;
    let id = with_other_stop.theme.placements.iter().map(|(id, _)| id.clone()).next().unwrap();
    let marks = Marks { now: Some(stop("of-a-later-content")), desired: None };
    with_other_stop.theme.placements.insert(id.clone(), marks);
    assert_eq!(read(&written(&with_other_stop)).unwrap().theme.placements.get(id.as_str()), None);
}
