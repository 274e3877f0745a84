//! Every rule of the real content fires and does not fire.

use std::collections::BTreeSet;

use flexkompas::content::{ConditionalTip, Language};
use flexkompas::domain::Rule;

use super::case::{Row, holds, tips};
use super::{answer_table, principle_table};
use crate::support::content::library;

pub(crate) fn rows() -> impl Iterator<Item = &'static Row> {
    principle_table::ROWS.iter().chain(answer_table::ROWS)
}

#[test]
fn every_tip_on_a_principle_is_shown_for_its_case_and_not_for_its_neighbours() {
    each_row_holds(principle_table::ROWS);
}

#[test]
fn every_tip_on_answers_is_shown_for_its_case_and_not_for_its_neighbours() {
    each_row_holds(answer_table::ROWS);
}

#[track_caller]
fn each_row_holds(rows: &[Row]) {
    for row in rows {
        let (tip, fires, near) = row;
        assert!(tips(fires).iter().any(|id| id == tip), "{tip} is not shown for {fires}");
        for change in *near {
            let line = format!("{fires} {change}");
            assert!(!tips(&line).iter().any(|id| id == tip), "{tip} is shown for {line}");
        }
        assert!(holds(row, tips));
    }
}

#[test]
fn every_rule_but_those_that_need_a_group_has_a_row() {
    let library = library(Language::Dutch);
    let conditional = library.slider_tips.iter().chain(&library.answer_tips);
    let alone = conditional.filter(|tip| tip.when != Some(Rule::Never));
    let wanted: BTreeSet<&str> = alone.map(|tip| tip.id.as_str()).collect();
    let present: BTreeSet<&str> = rows().map(|(tip, _, _)| *tip).collect();
    assert_eq!(wanted, present);
    assert!(rows().all(|(_, _, near)| !near.is_empty()));
}

#[test]
fn a_rule_that_needs_a_group_shows_nothing_in_a_scan_of_one() {
    let is_group = |tip: &&ConditionalTip| tip.when == Some(Rule::Never);
    let library = library(Language::Dutch);
    let of_groups = library.answer_tips.iter().chain(&library.slider_tips).filter(is_group);
    assert_eq!(of_groups.map(|tip| tip.id.as_str()).collect::<Vec<_>>(), ["tip-i-rolverschil"]);
    for (_, fires, _) in rows() {
        assert!(!tips(fires).contains(&"tip-i-rolverschil".to_owned()), "{fires}");
    }
}
