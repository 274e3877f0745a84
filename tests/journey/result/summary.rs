//! The result in two sentences, and what stands on paper only.

use flexkompas::content::{Arg, Language, MessageKey};

use crate::support::content::{message, start};
use crate::support::visitor::Visitor;

/// The sentences below the title of the result.
#[track_caller]
fn summary(visitor: &Visitor) -> String {
    let begin = message(Language::Dutch, MessageKey::SummaryScore);
    let begin = begin.split('{').next().unwrap();
    let page = visitor.page();
    page.texts.iter().find(|(_, text)| text.starts_with(begin)).unwrap().1.clone()
}

fn names(at: &[usize]) -> String {
    let start = start(Language::Dutch);
    at.iter().map(|at| start.dimensions[*at].name.to_string()).collect::<Vec<_>>().join(", ")
}

fn sentence(key: MessageKey, at: &[usize]) -> String {
    start(Language::Dutch).messages.format(key, &[("names", Arg::Text(&names(at)))]).to_string()
}

#[test]
fn it_names_the_score_what_is_highest_and_what_comes_first() {
    // Richting is highest; verbinding is lowest and holds the next phase back.
    let visitor = Visitor::result_of("4 3 3 3 3 3 1 3 3 3");
    let summary = summary(&visitor);
    // kaders 3: (4 + 3 × 7 + 1) / 9 = 26 / 9 = 2.889 → 62.96.
    assert!(summary.starts_with("Score 63 van 100, uit 10 van 10 stellingen."), "{summary}");
    assert!(summary.contains(&sentence(MessageKey::SummaryStrong, &[0])), "{summary}");
    let weak = message(Language::Dutch, MessageKey::SummaryWeak).replace("{names}.", &names(&[5]));
    assert!(summary.contains(&weak), "{summary}");
}

#[test]
fn where_all_are_equal_none_is_ahead() {
    let visitor = Visitor::result_of("2 2 2 2 2 2 2 2 2 2");
    // By rank regie and leiderschap come first (docs/product.md#dimensions).
    let expected =
        format!("Score 33 van 100, uit 10 van 10 stellingen. {}", sentence(MessageKey::SummaryWeak, &[1, 3]));
    assert_eq!(summary(&visitor), expected);
}

#[test]
fn no_dimension_is_both_ahead_and_most_worth_working_on() {
    for answers in [
        "4 4 4 4 4 4 4 4 4 3",
        "1 4 4 4 4 4 4 4 4 4",
        "2 3 3 3 3 3 3 3 3 3",
        "3 2 2 2 2 2 2 2 2 2",
        "1 2 3 4 1 2 3 4 1 2",
    ] {
        let summary = summary(&Visitor::result_of(answers));
        for at in 0..9 {
            assert!(summary.matches(&names(&[at])).count() < 2, "{answers}: {summary}");
        }
    }
}

#[test]
fn what_has_reached_the_last_phase_has_nothing_left_to_win() {
    let summary = summary(&Visitor::result_of("4 4 4 4 4 4 4 4 4 3"));
    assert!(summary.ends_with(&sentence(MessageKey::SummaryWeak, &[8])), "{summary}");
}

#[test]
fn at_the_very_top_there_is_nothing_left_to_win() {
    assert_eq!(
        summary(&Visitor::result_of("4 4 4 4 4 4 4 4 4 4")),
        "Score 100 van 100, uit 10 van 10 stellingen."
    );
}

#[test]
fn at_most_two_are_named_on_either_side() {
    let summary = summary(&Visitor::result_of("4 4 4 4 1 1 1 1 4 4"));
    assert!(summary.contains(&sentence(MessageKey::SummaryStrong, &[0, 1])), "{summary}");
    assert_eq!(summary.matches(&names(&[2])).count(), 0);
}

#[test]
fn without_a_result_there_is_no_sentence_about_it() {
    let begin = message(Language::Dutch, MessageKey::SummaryScore);
    let begin = begin.split('{').next().unwrap().to_owned();
    let page = Visitor::result_of("2 2").page();
    assert!(!page.texts.iter().any(|(_, text)| text.starts_with(&begin) && text.contains("van 100")));
}

#[test]
fn on_paper_stand_the_name_the_scope_and_every_source() {
    let mut visitor = Visitor::result_of("2 2 2 2 2 2 2 2 2 2");
    visitor.write("name-first", "Team Noord");
    let page = visitor.page();
    assert!(
        page.says(&message(Language::Dutch, MessageKey::ReportTitle))
            && page.says("Team Noord · 21 november 2026")
    );
    assert!(page.says(&message(Language::Dutch, MessageKey::SetQuick)));
    for (code, name) in &start(Language::Dutch).documents {
        assert!(page.says(&format!("{code} {name}")), "{code}");
    }
}
