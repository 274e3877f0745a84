//! The result page: its numbers as hosts read them, why not higher, and tips.

use flexkompas::app::Effect;
use flexkompas::app::view::block::{Block, Role, Spectrum};
use flexkompas::app::view::{Page, View};
use flexkompas::content::{Language, MessageKey};

use crate::support::content::{library, message, source_line, start};
use crate::support::visitor::{Visitor, visitor};

#[track_caller]
fn data_attrs<const N: usize>(visitor: &Visitor, names: [&str; N]) -> [Option<String>; N] {
    let page = visitor.page();
    names.map(|name| page.data_attr(name))
}

fn some<const N: usize>(values: [&str; N]) -> [Option<String>; N] {
    values.map(|value| Some(value.to_owned()))
}

/// The picture on the result.
#[track_caller]
fn spectrum(view: &View) -> Spectrum {
    fn find(blocks: &[Block]) -> Option<Spectrum> {
        blocks.iter().find_map(|block| match block {
            Block::Spectrum(spectrum) => Some(spectrum.clone()),
            Block::Region(region) => find(&region.blocks),
            _ => None,
        })
    }
    let Page::Blocks(blocks) = &view.page else { panic!("no page") };
    find(blocks).unwrap()
}

const ALL: [&str; 6] =
    ["data-score", "data-score-low", "data-score-high", "data-phase", "data-position", "data-coverage"];

#[test]
fn the_numbers_are_given_as_data() {
    // kaders (3 + 2) / 2 = 2.5; position (2.5 + 4 × 3 + 4 × 2) / 9 = 22.5 / 9 = 2.50; score 50.
    let visitor = Visitor::result_of("3 3 3 2 3 3 2 2 2 2");
    assert_eq!(data_attrs(&visitor, ALL), some(["50", "50", "50", "3", "2.50", "100"]));
    let page = visitor.page();
    assert_eq!(
        page.data_attrs("data-value"),
        ["3.00", "3.00", "2.50", "3.00", "3.00", "2.00", "2.00", "2.00", "2.00"]
    );
    assert_eq!(page.data_attrs("data-dimension").len(), 9);
    assert!(page.data_attrs("data-ambition").is_empty());
}

#[test]
fn an_open_answer_widens_the_band_and_lowers_the_coverage() {
    // Eight dimensions at 2, one open: low (16 + 1) / 9 → 29.63, high (16 + 4) / 9 → 40.74.
    let visitor = Visitor::result_of("2 2 2 2 2 2 2 2 2");
    assert_eq!(data_attrs(&visitor, ALL), some(["33", "30", "41", "2", "2.00", "90"]));
    assert_eq!(
        spectrum(&visitor.view()).band,
        Some((190, 223)),
        "hundredths of the position: 100 + 3 × score"
    );
    assert!(visitor.has_button("complete"));
}

#[test]
fn a_value_that_is_withheld_is_an_absent_attribute() {
    let visitor = Visitor::result_of("2 2 2 2 2 2 2 2 2");
    let of = |id| visitor.page().data_attr_of(("data-dimension", id), "data-value");
    assert_eq!((of("richting").as_deref(), of("talent-hr")), (Some("2.00"), None));
}

#[test]
fn without_an_open_answer_no_band_is_drawn_and_nothing_is_left_to_complete() {
    let visitor = Visitor::result_of("2 2 2 2 2 2 2 2 2 2");
    assert_eq!(spectrum(&visitor.view()).band, None);
    assert!(!visitor.has_button("complete"));
}

#[test]
fn too_few_answers_give_what_is_still_needed_and_never_a_number() {
    let mut visitor = Visitor::result_of("2 2 2");
    assert_eq!(data_attrs(&visitor, ["data-score", "data-phase", "data-position"]), [None, None, None]);
    assert_eq!(data_attrs(&visitor, ["data-coverage"]), some(["30"]));
    // 60 % of 10 is 6, and 3 are rated; six dimensions, and 3 have a value (kaders by one of two).
    assert!(visitor.page().says(
        "Kies bij nog 3 stellingen een omschrijving. Bij 3 onderwerpen heb je nog te weinig ingevuld.",
    ));
    assert!(visitor.page().says(&message(Language::Dutch, MessageKey::TipsNone)));
    visitor.press("complete");
    assert_eq!(visitor.progress().0, 4);
}

#[test]
fn what_must_move_is_named_with_both_descriptions_and_leads_to_the_statement() {
    let mut visitor = Visitor::result_of("1 4 4 4 4 4 4 4 4 4");
    let page = visitor.page();
    assert_eq!(page.data_attrs("data-move"), ["richting-betekenis"]);
    let start = start(Language::Dutch);
    let (_, text) = start.statement(&crate::support::statement("richting-betekenis")).unwrap();
    assert!(page.says(&text.anchors[0]) && page.says(&text.anchors[1]) && !page.says(&text.anchors[2]));
    visitor.press("open-statement");
    assert_eq!(visitor.statement(), "richting-betekenis");
}

#[test]
fn only_the_rules_that_hold_are_named() {
    let reasons = |answers| {
        let page = Visitor::result_of(answers).page();
        let begins = |key| {
            let text = message(Language::Dutch, key);
            let begin = text.split('{').next().unwrap_or_default().to_owned();
            page.texts.iter().any(|(_, said)| said.starts_with(&begin))
        };
        [MessageKey::HeldByPosition, MessageKey::HeldByWeakestLink, MessageKey::HeldByCharacteristics]
            .map(begins)
    };
    assert_eq!(reasons("2 2 2 2 2 2 2 2 2 2"), [true, false, false]);
    assert_eq!(reasons("4 4 4 4 4 1 4 4 4 4"), [false, true, false]); // position 33 / 9
    assert_eq!(reasons("4 4 2 4 4 4 4 4 4 4"), [false, false, true]); // kaders 3, its characteristic 2
}

#[test]
fn what_lags_or_lacks_is_named() {
    let names = |answers| Visitor::result_of(answers).page();
    let weakest = message(Language::Dutch, MessageKey::HeldByWeakestLink);
    assert!(
        names("4 4 4 4 4 4 1 4 4 4").says(&weakest.replace("{names}", "Team en cultuur").replace("{n}", "3"))
    );
    let page = names("4 4 2 4 4 4 4 4 4 4");
    let says = |at: usize| {
        let characteristic = &library(Language::Dutch).characteristics[at];
        page.says(&format!("{}: {}", characteristic.name, characteristic.meaning))
    };
    // The answer of 2 is to kaders-spelregels, which tests the fifth.
    assert_eq!((0..8).filter(|at| says(*at)).collect::<Vec<_>>(), [4]);
}

#[test]
fn the_bound_that_is_missed_is_told_the_way_of_the_language() {
    let says = |visitor: &Visitor, position: &str| {
        let text = message(Language::Dutch, MessageKey::HeldByPosition);
        let text = text.replace("{value}", position).replace("{n}", "3").replace("{bound}", "2,50");
        visitor.page().says(&text)
    };
    assert!(says(&Visitor::result_of("2 2 2 2 2 2 2 2 2 2"), "2,00"));
    assert!(says(&Visitor::result_of("2 2 2 2 2 2 2 2 2 3"), "2,11")); // 19 / 9
}

#[test]
fn doing_what_is_named_changes_the_result() {
    let mut visitor = Visitor::result_of("1 4 4 4 4 4 4 4 4 4");
    assert_eq!(data_attrs(&visitor, ["data-phase"]), some(["2"]));
    visitor.answer_to("regie-top", "4");
    visitor.go("start");
    visitor.answer("2");
    visitor.go("result");
    assert_eq!(data_attrs(&visitor, ["data-phase"]), some(["3"]));
}

#[test]
fn the_quick_result_names_the_two_characteristics_that_were_not_asked() {
    let visitor = Visitor::result_of("4 4 4 4 4 4 4 4 4 4");
    let characteristics = library(Language::Dutch).characteristics;
    let names = format!("{}’, ‘{}", characteristics[0].name, characteristics[7].name);
    let not_asked = message(Language::Dutch, MessageKey::NotAsked).replace("{names}", &names);
    assert!(visitor.page().says(&not_asked), "{:?}", visitor.page().texts);
}

#[test]
fn the_full_result_names_none_even_where_the_role_did_not_see_one() {
    let mut visitor = visitor();
    visitor.choose("set", "full");
    visitor.choose("role", "employee");
    visitor.answer_all("4");
    visitor.press("next");
    assert_eq!(data_attrs(&visitor, ["data-phase"]), some(["4"]));
    let not_asked = message(Language::Dutch, MessageKey::NotAsked);
    let begin = not_asked.split('{').next().unwrap();
    assert!(!visitor.page().texts.iter().any(|(_, text)| text.starts_with(begin)));
}

#[test]
fn tips_are_those_of_the_next_step_of_the_three_first_dimensions() {
    // All at 2 and none with an ambition: by rank regie, leiderschap, richting (docs/product.md#dimensions).
    let visitor = Visitor::result_of("2 2 2 2 2 2 2 2 2 2");
    let expected =
        ["regie-23a", "regie-23b", "leiderschap-23a", "leiderschap-23b", "richting-23a", "richting-23b"];
    assert_eq!(visitor.page().data_attrs("data-tip"), expected.map(|id| format!("tip-{id}")));
}

#[test]
fn each_tip_names_its_source_and_each_step_its_phases() {
    let page = Visitor::result_of("2 2 2 2 2 2 2 2 2 2").page();
    let library = library(Language::Dutch);
    for id in page.data_attrs("data-tip") {
        let tip = library.tips.iter().find(|tip| tip.id.as_str() == id).unwrap();
        assert!(page.says(&source_line(Language::Dutch, &tip.source)), "{id}");
    }
    let step = message(Language::Dutch, MessageKey::TipStep);
    let step = step.replace("{from}", "2").replace("{to}", "3");
    assert_eq!(page.texts.iter().filter(|(_, text)| *text == step).count(), 3);
}

#[test]
fn a_dimension_that_lags_gets_the_only_tips_where_all_others_are_in_the_last_phase() {
    let visitor = Visitor::result_of("4 4 4 4 4 4 4 4 4 1");
    assert_eq!(visitor.page().data_attrs("data-tip"), ["tip-talenthr-12a", "tip-talenthr-12b"]);
}

#[test]
fn all_tips_can_be_shown_and_hidden_again() {
    let mut visitor = Visitor::result_of("2 2 2 2 2 2 2 2 2 2");
    visitor.press("all-tips");
    assert_eq!(
        visitor.page().data_attrs("data-tip").len(),
        18 + 12,
        "two per dimension, and the general ones"
    );
    visitor.press("all-tips");
    assert_eq!(visitor.page().data_attrs("data-tip").len(), 6);
}

#[test]
fn the_persons_own_notes_are_quoted_with_their_statement() {
    let mut visitor = visitor();
    visitor.answer("2");
    visitor.press("next");
    visitor.write("note-regie-top", "Directie werkt zelf thuis");
    visitor.go("result");
    let start = start(Language::Dutch);
    let (_, text) = start.statement(&crate::support::statement("regie-top")).unwrap();
    assert!(visitor.page().says("Directie werkt zelf thuis") && visitor.page().says(&text.ask));
}

#[test]
fn the_mean_ambition_is_drawn_once_there_is_one() {
    let mut visitor = Visitor::result_of("2 2 2 2 2 2 2 2 2 2");
    assert_eq!(spectrum(&visitor.view()).ambition, None);
    visitor.go("ambition");
    visitor.choose("ambition-richting", "4");
    visitor.choose("ambition-regie", "3");
    visitor.go("result");
    assert_eq!(spectrum(&visitor.view()).ambition, Some(350)); // (4 + 3) / 2
}

#[test]
fn the_result_is_one_region_that_can_be_printed_and_taken_along() {
    let mut visitor = Visitor::result_of("2 2 2 2 2 2 2 2 2 2");
    let Page::Blocks(blocks) = visitor.view().page else { panic!("no page") };
    assert!(matches!(blocks.as_slice(), [Block::Region(region)] if region.role == Role::Result));
    assert_eq!(visitor.press("print"), [Effect::Print]);
    visitor.press("export-json");
    assert_eq!(visitor.files.len(), 1);
}

#[test]
fn the_result_says_what_it_is_not() {
    for answers in ["2", "2 2 2 2 2 2 2 2 2 2"] {
        assert!(Visitor::result_of(answers).page().says(&message(Language::Dutch, MessageKey::Disclaimer)));
    }
}
