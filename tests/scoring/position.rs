//! Position, score and band.

use crate::support::sheet::sheet;

#[track_caller]
fn position(line: &str, hundredths: u32) {
    assert_eq!(sheet(line).outcome().position.hundredths(), hundredths, "{line}");
}

#[track_caller]
fn score(line: &str, expected: u32) {
    assert_eq!(sheet(line).outcome().score, expected, "{line}");
}

#[track_caller]
fn band(line: &str, low: u32, high: u32) {
    assert_eq!(sheet(line).outcome().band, (low, high), "{line}");
}

#[test]
fn every_dimension_weighs_the_same_however_many_statements_it_has() {
    position("4444 1 1 1 1 1", 150); // (4 + 5 × 1) / 6, and not 21 / 9
}

#[test]
fn a_dimension_without_a_value_has_no_part_in_the_position() {
    position("2 2 2 2 2 2 4--", 200);
}

#[test]
fn the_position_is_rounded_half_up_to_two_decimals() {
    position("2 1 1 1 1 1", 117); // 7 / 6 = 1.1666…
    position("2 1 1 1 1 1 1 1", 113); // 9 / 8 = 1.125
}

#[test]
fn the_score_runs_from_0_to_100() {
    score("1 1 1 1 1 1", 0);
    score("2 2 2 2 2 2", 33); // 33.33
    score("3 3 3 3 3 3", 67); // 66.67
    score("4 4 4 4 4 4", 100);
}

#[test]
fn the_score_is_rounded_half_up() {
    score("2 2 2 1 1 1 1 1", 13); // 11 / 8 = 1.375 → 12.5
    score("3 2 2 2 2 2 2 2", 38); // 17 / 8 = 2.125 → 37.5
    score("3 3 3 3 3 3 3 2", 63); // 23 / 8 = 2.875 → 62.5
    score("2 1 1 1 1 1", 6); // 7 / 6 → 5.56
    score("2 2 1 1 1 1", 11); // 8 / 6 → 11.11
}

#[test]
fn the_score_just_below_a_half_is_rounded_down() {
    let hair_below = format!("2 2 {}1 1 1 1 1 1", "2".repeat(299));
    score(&hair_below, 12); // (2 + 2 + 599 / 300 + 5) / 8 = 1.37458 → 12.486
}

#[test]
fn the_band_is_the_score_with_all_that_is_not_rated_lowest_and_highest() {
    // low (1.5 + 5 × 2) / 6 = 1.9167 → 30.56; high (3 + 5 × 2) / 6 = 2.1667 → 38.89
    band("2- 2 2 2 2 2", 31, 39);
    band("2? 2 2 2 2 2", 31, 39);
}

#[test]
fn the_band_includes_dimensions_that_have_no_value_yet() {
    // low (6 × 2 + 3 × 1) / 9 = 1.6667 → 22.22; high (6 × 2 + 3 × 4) / 9 = 2.6667 → 55.56
    band("2 2 2 2 2 2 - - -", 22, 56);
    // low (6 × 2 + 6 / 3) / 7 = 2 → 33.33; high (6 × 2 + 12 / 3) / 7 = 2.2857 → 42.86
    band("2 2 2 2 2 2 4--", 33, 43);
}

#[test]
fn the_band_leaves_out_what_is_not_applicable() {
    band("2n 2 2 2 2 2 n", 33, 33);
}

#[test]
fn the_band_has_no_width_when_all_is_rated() {
    let outcome = sheet("1 2 3 4 1 2").outcome();
    assert_eq!(outcome.band, (outcome.score, outcome.score));
}

#[test]
fn the_largest_set_that_is_allowed_is_summed_exactly() {
    let full = ["4".repeat(300).as_str(); 12].join(" ");
    score(&full, 100);
    position(&full, 400);
}
