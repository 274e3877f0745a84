//! Why not higher? The rules that hold, and the fewest statements that lift them.

use flexkompas::domain::{LimitingFactor, NextPhase};
use proptest::prelude::*;

use crate::support::random_cases;
use crate::support::sheet::{Sheet, sheet};

/// The moves as `d1-s1 2>3`, in order.
#[track_caller]
fn moves(line: &str) -> String {
    let next = sheet(line).next().unwrap();
    let moves: Vec<String> =
        next.improvements.iter().map(|m| format!("{} {}>{}", m.statement, m.from, m.to)).collect();
    moves.join(", ")
}

#[track_caller]
fn limited_by(line: &str, expected: &[LimitingFactor]) {
    assert_eq!(sheet(line).next().unwrap().limited_by, expected, "{line}");
}

#[test]
fn above_the_last_phase_there_is_nothing() {
    assert_eq!(sheet("4 4 4 4 4 4").next(), None);
}

#[test]
fn the_next_phase_is_the_one_after_the_present() {
    assert_eq!(sheet("2 2 2 2 2 2").next().unwrap().phase.number(), 3);
}

#[test]
fn every_rule_that_holds_is_named_and_no_other() {
    limited_by("2 2 2 2 2 2", &[LimitingFactor::Position]);
    limited_by("1 4 4 4 4 4 4 4", &[LimitingFactor::WeakestLink]); // position 29 / 8
    limited_by("42* 4 4 4 4 4", &[LimitingFactor::Characteristics]);
    limited_by(
        "2 2 3 3 3 3*2*",
        &[LimitingFactor::Position, LimitingFactor::WeakestLink, LimitingFactor::Characteristics],
    ); // 15.5 / 6
}

#[test]
fn as_few_statements_as_can_be_move_and_no_further_than_needed() {
    // From 12 / 6 to 15 / 6: three steps, which two statements can make.
    assert_eq!(moves("2 2 2 2 2 2"), "d1-s1 2>3, d2-s1 2>4");
    // From 14 / 6 to 15 / 6: one step.
    assert_eq!(moves("3 3 2 2 2 2"), "d3-s1 2>3");
    // From 1 to 1.75 in six dimensions: 4.5 steps, so five, which two statements can make.
    assert_eq!(moves("1 1 1 1 1 1"), "d1-s1 1>3, d2-s1 1>4");
}

#[test]
fn a_lagging_dimension_moves_by_its_lowest_statement() {
    assert_eq!(moves("1 4 4 4 4 4 4 4"), "d1-s1 1>2");
    // The dimension needs 1.5: 112 is at 4 / 3 and one step more is 5 / 3.
    assert_eq!(moves("211 4 4 4 4 4 4 4"), "d1-s2 1>2");
}

#[test]
fn a_statement_weighs_more_in_a_small_dimension() {
    // One step is missing: a statement alone gives it at once, one of four only a quarter.
    assert_eq!(moves("2222 2 3 3 2 2"), "d2-s1 2>3");
}

#[test]
fn every_missing_characteristic_moves_to_3() {
    assert_eq!(moves("42* 41* 4 4 4 4"), "d1-s2 2>3, d2-s2 1>3");
}

#[test]
fn a_missing_characteristic_moves_also_where_its_dimension_has_no_value() {
    assert_eq!(moves("4 4 4 4 4 4 2*--"), "d7-s1 2>3");
}

#[test]
fn a_missing_characteristic_does_not_move_before_phase_4_is_next() {
    assert_eq!(moves("3 3 2 2 2 2 1*--"), "d3-s1 2>3");
}

#[test]
fn moves_stand_in_the_order_of_the_statements() {
    assert_eq!(moves("2 2 2 2 2 1"), "d1-s1 2>3, d6-s1 1>4"); // from 11 / 6 to 15 / 6
}

fn reaches(sheet: &Sheet, raised: &[(&str, u8)], next: &NextPhase) -> bool {
    let mut sheet = sheet.clone();
    for (id, rating) in raised {
        sheet.rate(id, *rating);
    }
    sheet.outcome().phase >= next.phase
}

/// True when raising some `count` of these statements to the top reaches the phase.
fn some_reach(sheet: &Sheet, rated: &[&str], count: usize, next: &NextPhase) -> bool {
    let chosen = |mask: u32| rated.iter().enumerate().filter(move |(at, _)| mask >> at & 1 == 1);
    let masks = (0..1_u32 << rated.len()).filter(|mask| mask.count_ones() as usize == count);
    masks.into_iter().any(|mask| {
        let raised: Vec<(&str, u8)> = chosen(mask).map(|(_, id)| (*id, 4)).collect();
        reaches(sheet, &raised, next)
    })
}

/// The moves lift the phase, each step of each of them is needed, and no smaller number of statements would do.
#[track_caller]
fn moves_are_the_fewest(line: &str) {
    let sheet = sheet(line);
    if sheet.assess().outcome.is_err() {
        return;
    }
    let Some(next) = sheet.next() else { return };
    let moves: Vec<(&str, u8)> =
        next.improvements.iter().map(|m| (m.statement.as_str(), m.to.number())).collect();
    assert!(reaches(&sheet, &moves, &next), "{line}: {moves:?} do not lift the phase");
    for at in 0..moves.len() {
        let mut fewer = moves.clone();
        fewer[at].1 -= 1;
        assert!(!reaches(&sheet, &fewer, &next), "{line}: {moves:?} go further than needed");
    }
    let rated: Vec<&str> = sheet
        .answers
        .iter()
        .filter(|(_, answer)| answer.rated().is_some())
        .map(|(id, _)| id.as_str())
        .collect();
    let fewer = moves.len() - 1;
    assert!(!some_reach(&sheet, &rated, fewer, &next), "{line}: {fewer} would do, not {moves:?}");
}

#[test]
fn no_smaller_set_reaches_the_next_phase_in_any_set_of_six_single_statements() {
    for number in 0..4_u32.pow(6) {
        let digit = |at: u32| number / 4_u32.pow(at) % 4 + 1;
        moves_are_the_fewest(&format!(
            "{}* {}* {} {} {} {}",
            digit(0),
            digit(1),
            digit(2),
            digit(3),
            digit(4),
            digit(5)
        ));
    }
}

/// Six or seven dimensions of one to three statements, some with a characteristic, some not rated.
fn small_sets() -> impl Strategy<Value = String> {
    let mark = prop::sample::select(vec!["1", "2", "3", "4", "1*", "2*", "3*", "4*", "?", "-", "n"]);
    let dimension = prop::collection::vec(mark, 1..=3).prop_map(|marks| marks.concat());
    prop::collection::vec(dimension, 6..=7).prop_map(|words| words.join(" "))
}

proptest! {
    #![proptest_config(random_cases(300))]

    #[test]
    fn no_smaller_set_reaches_the_next_phase_in_small_random_sets(line in small_sets()) {
        prop_assume!(line.matches(['1', '2', '3', '4']).count() <= 12);
        moves_are_the_fewest(&line);
    }
}
