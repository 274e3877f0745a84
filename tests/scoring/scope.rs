//! Which statements count: the set, the role, and what a question set may not be.

use flexkompas::domain::{Coverage, Dimension, QuestionSet, QuestionSetError, ScanLength};

use crate::support::sheet::{Sheet, plain_statement, sheet};
use crate::support::{dimension, role, statement};

fn coverage(sheet: &Sheet) -> (usize, usize) {
    let Coverage { rated, applicable } = sheet.assess().coverage;
    (rated, applicable)
}

#[test]
fn the_quick_set_leaves_the_other_statements_out_with_their_answers() {
    let mut sheet = sheet("14 2");
    sheet.statements[1].quick = true;
    assert_eq!((coverage(&sheet), sheet.first_value()), ((3, 3), Some(250)));
    sheet.scope.length = ScanLength::Quick;
    assert_eq!((coverage(&sheet), sheet.first_value()), ((1, 1), Some(400)));
}

#[test]
fn a_role_leaves_out_what_it_cannot_judge() {
    let mut sheet = sheet("14 2");
    sheet.statements[0].skip = vec![role("employee")];
    sheet.scope.role = Some(role("director"));
    assert_eq!(coverage(&sheet), (3, 3));
    sheet.scope.role = Some(role("employee"));
    assert_eq!((coverage(&sheet), sheet.first_value()), ((2, 2), Some(400)));
}

#[test]
fn without_a_role_every_statement_is_shown() {
    let mut sheet = sheet("14");
    sheet.statements[0].skip = vec![role("employee"), role("director")];
    assert_eq!(coverage(&sheet), (2, 2));
}

#[test]
fn what_is_only_a_perception_counts_in_full() {
    let mut sheet = sheet("14");
    sheet.statements[0].perception = vec![role("employee")];
    sheet.scope.role = Some(role("employee"));
    assert_eq!((coverage(&sheet), sheet.first_value()), ((2, 2), Some(250)));
}

#[test]
fn a_characteristic_outside_the_scope_does_not_hold_phase_4_back() {
    let mut sheet = sheet("42* 4 4 4 4 4");
    assert_eq!(sheet.outcome().phase.number(), 3);
    sheet.statements[1].skip = vec![role("employee")];
    sheet.scope.role = Some(role("employee"));
    assert_eq!(sheet.outcome().phase.number(), 4);
}

#[test]
fn an_answer_to_a_statement_that_does_not_exist_is_left_aside() {
    let mut sheet = sheet("14");
    sheet.rate("of-another-set", 4);
    assert_eq!(coverage(&sheet), (2, 2));
}

#[test]
fn statements_are_shown_in_the_order_of_the_content() {
    let sheet = sheet("12 3");
    let set = sheet.set();
    let shown: Vec<&str> = set.shown(&sheet.scope).map(|statement| statement.id.as_str()).collect();
    assert_eq!(shown, ["d1-s1", "d1-s2", "d2-s1"]);
}

fn dimensions(count: u32) -> Vec<Dimension> {
    (1..=count).map(|at| Dimension { id: dimension(&format!("d{at}")), priority: at }).collect()
}

#[test]
fn a_statement_of_an_unknown_dimension_is_refused() {
    let refused = QuestionSet::new(dimensions(1), vec![plain_statement("lost", "d2")]);
    assert_eq!(refused, Err(QuestionSetError::UnknownDimension(statement("lost"))));
}

#[test]
fn sets_that_could_not_be_summed_exactly_are_refused() {
    assert_eq!(QuestionSet::new(dimensions(13), Vec::new()), Err(QuestionSetError::TooManyDimensions));
    let crowded = (0..301).map(|at| plain_statement(&format!("s{at}"), "d1")).collect();
    assert_eq!(
        QuestionSet::new(dimensions(1), crowded),
        Err(QuestionSetError::DimensionTooLarge(dimension("d1")))
    );
}
