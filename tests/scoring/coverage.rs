//! When a result may be shown: enough coverage and six dimensions, else what is still needed.

use flexkompas::domain::MissingAnswers;

use crate::support::sheet::sheet;

#[track_caller]
fn shows_a_result(line: &str) {
    assert!(sheet(line).assess().outcome.is_ok(), "{line}");
}

#[track_caller]
fn still_needs(line: &str, statements: usize, dimensions: usize) {
    assert_eq!(sheet(line).needed(), MissingAnswers { statements, dimensions }, "{line}");
}

#[track_caller]
fn covers(line: &str, percent: usize) {
    assert_eq!(sheet(line).assess().coverage.percent(), percent, "{line}");
}

/// Ten dimensions of ten statements: this many rated in the last, six in each of the others.
fn a_hundred_statements(rated_in_last: usize) -> String {
    let others = ["222222----"; 9].join(" ");
    format!("{others} {}{}", "2".repeat(rated_in_last), "-".repeat(10 - rated_in_last))
}

#[test]
fn a_coverage_of_exactly_60_percent_is_enough() {
    shows_a_result(&a_hundred_statements(6)); // 9 × 6 + 6 = 60 of 100
    shows_a_result("2- 2- 2- 2- 2 2"); // 6 of 10
}

#[test]
fn a_coverage_just_below_60_percent_is_not_enough() {
    still_needs(&a_hundred_statements(5), 1, 0); // 9 × 6 + 5 = 59 of 100
}

#[test]
fn missing_statements_are_counted_up_to_a_whole_one() {
    still_needs("2- 2- 2- 2- 2- 2", 1, 0); // 60 % of 11 is 6.6: 7, and 6 are rated
    still_needs("2- 2- 2- 2- 2- 2- 2- 2-", 2, 0); // 60 % of 16 is 9.6: 10, and 8 are rated
}

#[test]
fn six_dimensions_with_a_value_are_enough() {
    shows_a_result("2 2 2 2 2 2 - - -"); // 6 of 9 statements is 66 %
    shows_a_result("2 2 2 2 2 2");
}

#[test]
fn five_dimensions_with_a_value_are_not_enough() {
    still_needs("22 22 22 22 22 - - - -", 0, 1); // 10 of 14 statements is 71 %
    still_needs("2 2 2 2 2", 0, 1);
}

#[test]
fn a_dimension_below_half_does_not_count_among_the_six() {
    still_needs("2 2 2 2 2 2--", 0, 1); // 6 of 8 statements is 75 %
}

#[test]
fn statements_and_dimensions_can_be_missing_together() {
    still_needs("2 - - - - -", 3, 5); // 60 % of 6 is 3.6: 4, and 1 is rated
}

#[test]
fn nothing_answered_needs_everything() {
    still_needs("-- -- -- -- -- -- -- -- -- --", 12, 6); // 60 % of 20
}

#[test]
fn a_scan_where_nothing_applies_has_no_result() {
    still_needs("n n n n n n", 0, 6);
    covers("n n n n n n", 0);
}

#[test]
fn coverage_leaves_out_what_is_not_applicable_and_counts_dont_know() {
    covers("2n", 100); // 1 of 1
    covers("2?", 50); // 1 of 2
    covers("2-", 50);
}

#[test]
fn coverage_percent_is_rounded_down_so_that_60_is_never_shown_too_early() {
    covers("22-", 66); // 66.67
    covers(&a_hundred_statements(5), 59);
    covers("22222222222------- -", 57); // 11 of 19 is 57.9
}
