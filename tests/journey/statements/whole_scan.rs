//! The whole scan from the first statement to the tips, in every language.

use flexkompas::content::Language;

use crate::support::content::{library, start};
use crate::support::phase;
use crate::support::visitor::{Visitor, visitor, visitor_in};

/// Score, phase and position as hosts read them.
#[track_caller]
fn outcome(visitor: &Visitor) -> [Option<String>; 3] {
    let page = visitor.page();
    ["data-score", "data-phase", "data-position"].map(|name| page.data_attr(name))
}

fn some(values: [&str; 3]) -> [Option<String>; 3] {
    values.map(|value| Some(value.to_owned()))
}

#[test]
fn the_quick_scan_leads_to_a_result_in_every_language() {
    for language in Language::ALL {
        let mut visitor = visitor_in(language);
        visitor.answer_all("2");
        visitor.press("next");

        assert_eq!((visitor.view().language, visitor.view().screen), (language.code(), "result"));
        assert_eq!(outcome(&visitor), some(["33", "2", "2.00"]));
        let page = visitor.page();
        assert!(page.titles[0].contains(&*start(language).phase(phase(2)).name), "{:?}", page.titles);

        let tips = page.data_attrs("data-tip");
        assert_eq!(tips.len(), 6);
        let library = library(language);
        for id in tips {
            let tip = library.tips.iter().find(|tip| tip.id.as_str() == id).unwrap();
            assert!(page.says(&tip.text), "{id}");
        }
    }
}

#[test]
fn the_full_scan_asks_25_statements_and_leads_to_a_result() {
    let mut visitor = visitor();
    visitor.choose("set", "full");
    assert_eq!(visitor.progress(), (1, 25));
    visitor.answer_all("3");
    visitor.press("next");
    assert_eq!(outcome(&visitor), some(["67", "3", "3.00"]));
}

#[test]
fn a_scan_with_everything_at_its_highest_ends_in_the_last_phase_without_a_step_or_move() {
    let mut visitor = visitor();
    visitor.answer_all("4");
    visitor.press("next");
    assert_eq!(outcome(&visitor), some(["100", "4", "4.00"]));
    let page = visitor.page();
    // No step is left, but so strong a picture is remarkable.
    assert_eq!(page.data_attrs("data-tip"), ["tip-i-alles4"]);
    assert!(page.data_attrs("data-move").is_empty());
}

#[test]
fn a_scan_without_a_single_rating_has_no_number() {
    let mut visitor = visitor();
    visitor.answer_all("unknown");
    visitor.press("next");
    assert_eq!(outcome(&visitor), [None, None, None]);
    let page = visitor.page();
    assert_eq!(page.data_attr("data-coverage").as_deref(), Some("0"));
    assert_eq!(page.data_attrs("data-tip"), ["tip-i-weetniet"]);
}

#[test]
fn every_answer_along_the_way_is_saved() {
    let mut visitor = visitor();
    for count in 1..=10 {
        visitor.answer("2");
        assert_eq!(visitor.record()["answers"].as_object().unwrap().len(), count);
        visitor.press("next");
    }
}

#[test]
fn the_steps_tell_what_is_complete_and_where_one_is() {
    let mut visitor = visitor();
    visitor.answer_all("2");
    let steps = visitor.shell().steps.items;
    let complete: Vec<&str> =
        steps.iter().filter(|step| step.complete).map(|step| step.section.name()).collect();
    let current: Vec<&str> =
        steps.iter().filter(|step| step.current).map(|step| step.section.name()).collect();
    assert_eq!((complete, current), (vec!["statements", "result"], vec!["ambition"]));
}
