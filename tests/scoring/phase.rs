//! The phase: the lowest of three limits.

use flexkompas::domain::Caps;

use crate::support::phase;
use crate::support::sheet::{Sheet, sheet};

/// By position, by the weakest link, by the characteristics.
#[track_caller]
fn caps(sheet: &Sheet, position: u8, weakest_link: u8, characteristics: u8) {
    let expected = Caps {
        position: phase(position),
        weakest_link: phase(weakest_link),
        characteristics: phase(characteristics),
    };
    assert_eq!(sheet.outcome().caps, expected);
    let lowest = position.min(weakest_link).min(characteristics);
    assert_eq!(sheet.outcome().phase, phase(lowest), "the phase is the lowest of the limits");
}

#[track_caller]
fn limit_by_position(line: &str, expected: u8) {
    assert_eq!(sheet(line).outcome().caps.position, phase(expected), "{line}");
}

#[track_caller]
fn limit_by_weakest_link(line: &str, expected: u8) {
    assert_eq!(sheet(line).outcome().caps.weakest_link, phase(expected), "{line}");
}

#[test]
fn phase_2_begins_at_exactly_1_75() {
    limit_by_position("2 2 2 2 2 2 1 1", 2); // 14 / 8 = 1.75
    limit_by_position("2 2 2 2 2 1 1 1", 1); // 13 / 8 = 1.625
    limit_by_position("2221 2 2 2 2 2 1 1", 1); // (7 / 4 + 12) / 8 = 1.71875
}

#[test]
fn phase_3_begins_at_exactly_2_50() {
    limit_by_position("3 3 3 2 2 2", 3); // 15 / 6 = 2.50
    limit_by_position("3332 3 3 2 2 2", 2); // (11 / 4 + 12) / 6 = 2.4583
}

#[test]
fn phase_4_begins_at_exactly_3_25() {
    limit_by_position("4 4 3 3 3 3 3 3", 4); // 26 / 8 = 3.25
    limit_by_position("4443 4 3 3 3 3 3 3", 3); // (15 / 4 + 22) / 8 = 3.21875
}

#[test]
fn a_hair_below_a_boundary_is_below_it_even_where_two_decimals_show_the_boundary() {
    // One dimension of 300 statements, 299 at 2 and one at 1: (599 / 300 + 12) / 8 = 1.749583.
    let hair_below = format!("{}1 2 2 2 2 2 1 1", "2".repeat(299));
    limit_by_position(&hair_below, 1);
    assert_eq!(sheet(&hair_below).outcome().position.hundredths(), 175);
    // (899 / 300 + 12) / 6 = 2.499444
    limit_by_position(&format!("{}2 3 3 2 2 2", "3".repeat(299)), 2);
    // (1199 / 300 + 22) / 8 = 3.249583
    limit_by_position(&format!("{}3 4 3 3 3 3 3 3", "4".repeat(299)), 3);
}

#[test]
fn the_lowest_and_the_highest_position_are_in_the_first_and_the_last_phase() {
    limit_by_position("1 1 1 1 1 1", 1);
    limit_by_position("4 4 4 4 4 4", 4);
}

#[test]
fn no_dimension_may_lag_more_than_one_phase_behind() {
    limit_by_weakest_link("1 4 4 4 4 4", 2); // 1 + max(1, 1)
    limit_by_weakest_link("112 4 4 4 4 4", 2); // 1.33 rounds to 1
    limit_by_weakest_link("12 4 4 4 4 4", 3); // 1.5 rounds to 2
    limit_by_weakest_link("2 4 4 4 4 4", 3);
    limit_by_weakest_link("223 4 4 4 4 4", 3); // 2.33 rounds to 2
    limit_by_weakest_link("23 4 4 4 4 4", 4); // 2.5 rounds to 3
    limit_by_weakest_link("3 4 4 4 4 4", 4);
    limit_by_weakest_link("4 4 4 4 4 4", 4);
}

#[test]
fn the_weakest_link_never_holds_below_phase_2() {
    caps(&sheet("1 2 2 2 2 2 2 2"), 2, 2, 4); // 15 / 8 = 1.875
}

#[test]
fn a_dimension_without_a_value_is_no_weakest_link() {
    limit_by_weakest_link("4 4 4 4 4 4 1--", 4);
}

#[test]
fn the_weakest_link_brings_a_high_position_down() {
    caps(&sheet("1 4 4 4 4 4 4 4"), 4, 2, 4); // 29 / 8 = 3.625
}

#[test]
fn phase_4_needs_every_characteristic_at_least_3() {
    caps(&sheet("4* 4 4 4 4 4"), 4, 4, 4);
    caps(&sheet("43* 4 4 4 4 4"), 4, 4, 4);
    caps(&sheet("42* 4 4 4 4 4"), 4, 4, 3); // the dimension is at 3, the characteristic at 2
    caps(&sheet("41* 4 4 4 4 4"), 4, 4, 3);
}

#[test]
fn a_statement_without_a_characteristic_does_not_hold_phase_4_back() {
    caps(&sheet("4*2 4 4 4 4 4"), 4, 4, 4);
}

#[test]
fn only_rated_characteristics_hold_phase_4_back() {
    caps(&sheet("4?* 4n* 4-* 4 4 4"), 4, 4, 4);
}

#[test]
fn a_characteristic_holds_phase_4_back_also_where_its_dimension_has_no_value() {
    caps(&sheet("4 4 4 4 4 4 2*--"), 4, 4, 3);
}

#[test]
fn a_missing_characteristic_does_not_lower_an_earlier_phase() {
    caps(&sheet("1* 2 2 2 2 2 2 2"), 2, 2, 3);
}

#[test]
fn the_position_alone_can_hold() {
    caps(&sheet("3 3 3 3 3 3"), 3, 4, 4);
}
