//! The words that the result uses are explained beside it: the phases, and the characteristics of phase 4.

use flexkompas::content::{Language, MessageKey};

use crate::support::content::{library, message, start};
use crate::support::page::Opened;
use crate::support::visitor::{Visitor, visitor};

#[track_caller]
fn expect_phases(page: &Opened) {
    for phase in &start(Language::Dutch).phases {
        assert!(page.says(&phase.meaning), "{}: {:#?}", phase.name, page.texts);
        let sign = message(Language::Dutch, MessageKey::PhaseSign).replace("{sign}", &phase.sign);
        assert!(page.says(&sign), "{}: {:#?}", phase.name, page.texts);
    }
}

#[test]
fn each_phase_is_explained_by_its_meaning_and_how_people_notice_it() {
    expect_phases(&Visitor::result_of("3 3 3 2 3 3 2 2 2 2").page());
    let mut before = visitor();
    before.go("ambition");
    expect_phases(&before.page());
}

#[test]
fn all_eight_characteristics_are_explained() {
    let page = Visitor::result_of("3 3 3 2 3 3 2 2 2 2").page();
    let characteristics = &library(Language::Dutch).characteristics;
    assert_eq!(characteristics.len(), 8);
    for characteristic in characteristics {
        assert!(page.says(&characteristic.name) && page.says(&characteristic.meaning), "{characteristic:?}");
    }
}
