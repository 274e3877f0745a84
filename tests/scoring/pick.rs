//! Which reflection questions are shown first: by role, then by the dimensions that matter most.

use flexkompas::domain::{Assessment, Question, QuestionKind, QuestionSet, ThemeId, dimension_order, pick};

use crate::support::sheet::{Sheet, sheet};
use crate::support::{dimension, question, role};

/// Core questions for everyone, from words such as `a:d1`; without a dimension `a:`.
#[track_caller]
fn questions(line: &str) -> Vec<Question> {
    let read = |word: &str| {
        let (id, of) = word.split_once(':').unwrap();
        Question {
            id: question(id),
            theme: ThemeId::parse("theme").unwrap(),
            core: true,
            roles: Vec::new(),
            kind: QuestionKind::Open,
            rows: Vec::new(),
            dimensions: of.split('+').filter(|id| !id.is_empty()).map(dimension).collect(),
        }
    };
    line.split_whitespace().map(read).collect()
}

/// The names of the questions picked, in order.
#[track_caller]
fn picked(sheet: &Sheet, questions: &[Question], count: usize) -> String {
    let (set, assessment): (QuestionSet, Assessment) = (sheet.set(), sheet.assess());
    let order = dimension_order(&set, &assessment, None);
    let role = sheet.scope.role.as_ref();
    let places = pick(questions.iter(), role, &set, &assessment, &order, count);
    let names: Vec<&str> = places.iter().map(|at| questions[*at].id.as_str()).collect();
    names.join(" ")
}

#[test]
fn the_weakest_dimension_comes_first() {
    assert_eq!(picked(&sheet("3 1 2"), &questions("a:d1 b:d2 c:d3"), 3), "b c a");
}

#[test]
fn every_dimension_has_its_turn_before_one_has_a_second() {
    assert_eq!(picked(&sheet("1 2"), &questions("a:d1 b:d1 c:d2 d:d2"), 4), "a c b d");
}

#[test]
fn dimensions_without_a_value_come_after_the_others_by_rank() {
    let sheet = sheet("- - 3").ranks(&[2, 1, 3]);
    assert_eq!(picked(&sheet, &questions("a:d1 b:d2 c:d3"), 3), "c b a");
}

#[test]
fn questions_of_no_dimension_fill_what_is_left() {
    assert_eq!(picked(&sheet("1 2"), &questions("x: a:d1 y: b:d2"), 3), "a b x");
}

#[test]
fn there_are_never_more_than_asked_for() {
    let questions = questions("a:d1 b:d2 c:d3 x:");
    assert_eq!(picked(&sheet("1 2 3"), &questions, 2), "a b");
    assert_eq!(picked(&sheet("1 2 3"), &questions, 0), "");
}

#[test]
fn there_are_no_more_than_there_are() {
    assert_eq!(picked(&sheet("1 2 3"), &questions("a:d1 x:"), 9), "a x");
    assert_eq!(picked(&sheet("1 2 3"), &questions(""), 9), "");
}

#[test]
fn a_question_of_two_dimensions_is_picked_once() {
    assert_eq!(picked(&sheet("1 2"), &questions("a:d1+d2 b:d2"), 5), "a b");
}

#[test]
fn a_role_leaves_out_the_questions_of_others() {
    let mut questions = questions("a:d1 b:d1 c:d1");
    questions[0].roles = vec![role("director")];
    questions[1].roles = vec![role("employee"), role("hr")];
    let mut sheet = sheet("1");
    assert_eq!(picked(&sheet, &questions, 3), "a b c");
    sheet.scope.role = Some(role("employee"));
    assert_eq!(picked(&sheet, &questions, 3), "b c");
}

#[test]
fn only_core_questions_are_picked() {
    let mut questions = questions("a:d1 b:d1");
    questions[0].core = false;
    assert_eq!(picked(&sheet("1"), &questions, 2), "b");
}
