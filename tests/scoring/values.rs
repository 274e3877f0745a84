//! The value of one dimension: the mean of its rated statements, if at least half of them are rated.

use flexkompas::domain::Mean;

use crate::support::phase;
use crate::support::sheet::sheet;

#[track_caller]
fn value_of(dimension: &str, hundredths: Option<u32>) {
    assert_eq!(sheet(dimension).first_value(), hundredths, "{dimension}");
}

#[test]
fn the_value_is_the_mean_of_the_rated_statements() {
    value_of("3", Some(300));
    value_of("12", Some(150)); // 3 / 2
    value_of("1234", Some(250)); // 10 / 4
    value_of("122", Some(167)); // 5 / 3 = 1.666…
    value_of("112", Some(133)); // 4 / 3 = 1.333…
}

#[test]
fn a_dimension_has_a_value_from_half_of_its_statements_on() {
    value_of("3-", Some(300)); // 1 of 2
    value_of("3--", None); // 1 of 3
    value_of("33-", Some(300)); // 2 of 3
    value_of("24--", Some(300)); // 2 of 4
    value_of("2---", None); // 1 of 4
}

#[test]
fn a_dimension_without_a_rated_statement_has_no_value() {
    value_of("-", None);
    value_of("?", None);
    value_of("n", None);
}

#[test]
fn dont_know_counts_as_applicable_and_not_as_rated() {
    value_of("4?", Some(400)); // 1 of 2
    value_of("4??", None); // 1 of 3
}

#[test]
fn not_applicable_leaves_the_statement_out() {
    value_of("4n", Some(400)); // 1 of 1
    value_of("4nnn", Some(400)); // 1 of 1
    value_of("4n--", None); // 1 of 3
}

#[test]
fn not_applicable_where_it_is_not_offered_counts_as_not_rated() {
    let mut sheet = sheet("4nn");
    assert_eq!(sheet.first_value(), Some(400)); // 1 of 1
    for statement in &mut sheet.statements {
        statement.allows_not_applicable = false;
    }
    assert_eq!(sheet.first_value(), None); // 1 of 3
}

#[track_caller]
fn rounds(sum: u32, count: u32, whole: u8) {
    assert_eq!(Mean::new(sum, count).map(Mean::rounded), Some(phase(whole)), "{sum}/{count}");
}

#[test]
fn a_mean_rounds_half_up_to_a_whole_phase() {
    rounds(4, 3, 1); // 1.33
    rounds(149, 100, 1);
    rounds(3, 2, 2); // 1.5
    rounds(249, 100, 2);
    rounds(5, 2, 3); // 2.5
    rounds(7, 2, 4); // 3.5
    rounds(4, 1, 4);
}

#[test]
fn a_dimension_is_in_the_phase_that_the_same_bounds_as_for_the_position_give() {
    let phase_of = |sum, count| Mean::new(sum, count).map(|mean: Mean| mean.phase().number());
    assert_eq!(phase_of(174, 100), Some(1));
    assert_eq!(phase_of(7, 4), Some(2)); // 1.75
    assert_eq!(phase_of(249, 100), Some(2));
    assert_eq!(phase_of(5, 2), Some(3)); // 2.50
    assert_eq!(phase_of(324, 100), Some(3));
    assert_eq!(phase_of(13, 4), Some(4)); // 3.25
}

#[test]
fn hundredths_round_half_up() {
    let hundredths = |sum, count| Mean::new(sum, count).map(Mean::hundredths);
    assert_eq!(hundredths(9, 8), Some(113)); // 1.125
    assert_eq!(hundredths(5, 3), Some(167)); // 1.666…
    assert_eq!(hundredths(17, 12), Some(142)); // 1.41666…
}

#[test]
fn no_ratings_have_no_mean() {
    assert_eq!(Mean::new(0, 0), None);
}
