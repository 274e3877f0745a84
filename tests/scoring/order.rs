//! Which dimensions come first, and which step is next for each.

use flexkompas::domain::{Mean, next_transition};

use crate::support::sheet::sheet;

#[test]
fn without_ambition_the_lowest_values_come_first() {
    assert_eq!(sheet("3 1 2 2 3 2").ranks(&[6, 5, 4, 3, 2, 1]).order(), "d2 d6 d4 d3 d5 d1");
}

#[test]
fn the_widest_gap_to_the_ambition_comes_first() {
    // Gaps 0, 2, 1, 1, 0, 0; equal gaps by rank.
    assert_eq!(sheet("2 2 2 2 2 2").ambition("2 4 3 3 2 2").order(), "d2 d3 d4 d1 d5 d6");
}

#[test]
fn an_ambition_below_the_present_value_comes_last() {
    // Gaps -1, 0 and four times 1.
    assert_eq!(sheet("3 3 2 2 2 2").ambition("2 3 3 3 3 3").order(), "d3 d4 d5 d6 d2 d1");
}

#[test]
fn gaps_are_compared_exactly() {
    // Gaps to 4: 2.33 (5 / 3), 2.25 (7 / 4), 2.5 (3 / 2), then three times 2.
    let sheet = sheet("122 1222 12 2 2 2").ambition("4 4 4 4 4 4");
    assert_eq!(sheet.order(), "d3 d1 d2 d4 d5 d6");
}

#[test]
fn where_no_ambition_was_placed_the_next_phase_stands_in_for_it() {
    // Phase 2, so the aim is phase 3, which gives a gap of 1.
    assert_eq!(sheet("2 2 2 2 2 2").ambition("- 4 - - - -").order(), "d2 d1 d3 d4 d5 d6"); // 2 before 1
    assert_eq!(sheet("2 2 2 2 2 2").ambition("- 3 - - - -").order(), "d1 d2 d3 d4 d5 d6"); // 1 beside 1
    assert_eq!(sheet("2 2 2 2 2 2").ambition("- 2 - - - -").order(), "d1 d3 d4 d5 d6 d2"); // 0 after 1
}

#[test]
fn equal_gaps_go_by_rank_and_not_by_the_order_of_the_content() {
    assert_eq!(sheet("2 2 2 2 2 2").ranks(&[3, 1, 4, 2, 5, 6]).order(), "d2 d4 d1 d3 d5 d6");
}

#[test]
fn a_dimension_that_lags_behind_comes_before_a_wider_gap() {
    // The weakest link holds phase 3 (position 22 / 7); its own gap is 0, the widest is 2.
    let sheet = sheet("4 4 4 4 2 3 1").ambition("4 4 4 4 4 4 1");
    assert_eq!(sheet.outcome().phase.number(), 2);
    assert!(sheet.order().starts_with("d7 d5"), "{}", sheet.order());
}

#[test]
fn a_dimension_that_lacks_a_characteristic_of_phase_4_comes_before_a_wider_gap() {
    // The gap of d1 is 1 and that of d2 is 0.
    let sheet = sheet("3 42* 4 4 4 4").ambition("4 3 - - - -");
    assert_eq!(sheet.order(), "d2 d1 d3 d4 d5 d6");
}

#[test]
fn a_characteristic_does_not_count_before_phase_4_is_next() {
    assert_eq!(sheet("2 1*3 2 2 2 2").order(), "d1 d2 d3 d4 d5 d6");
}

#[test]
fn dimensions_without_a_value_are_left_out() {
    assert_eq!(sheet("2 2 2 2 2 2 - ?").order(), "d1 d2 d3 d4 d5 d6");
}

#[test]
fn before_there_is_a_result_the_lowest_values_come_first() {
    assert_eq!(sheet("3 1 -").order(), "d2 d1");
}

#[track_caller]
fn step(sum: u32, count: u32, expected: Option<(u8, u8)>) {
    let step = Mean::new(sum, count).and_then(next_transition);
    assert_eq!(step.map(|(from, to)| (from.number(), to.number())), expected, "{sum}/{count}");
}

#[test]
fn the_next_step_of_a_dimension_starts_at_its_own_phase() {
    step(1, 1, Some((1, 2)));
    step(174, 100, Some((1, 2)));
    step(7, 4, Some((2, 3))); // 1.75
    step(5, 2, Some((3, 4))); // 2.50
    step(324, 100, Some((3, 4)));
}

#[test]
fn a_dimension_in_the_last_phase_has_no_next_step() {
    step(13, 4, None); // 3.25
    step(4, 1, None);
}
