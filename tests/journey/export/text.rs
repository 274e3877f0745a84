//! The result as text to paste: its parts, their order, and what stays private.

use flexkompas::app::{Flags, Msg, Stored};
use flexkompas::content::{Arg, Language, MessageKey, Part};
use serde_json::json;

use crate::support::content::{library, message, start};
use crate::support::tip;
use crate::support::visitor::{Visitor, first_visit, visitor, visitor_in};

/// A visitor who gave the same answer to everything.
#[track_caller]
fn all_at(answer: &str, language: Language) -> Visitor {
    let mut visitor = visitor_in(language);
    visitor.answer_all(answer);
    visitor.go("result");
    visitor
}

#[track_caller]
fn lines(visitor: &Visitor) -> Vec<String> {
    visitor.model.plain_text().lines().map(str::to_owned).collect()
}

/// Finds these lines in this order, whatever stands between them.
#[track_caller]
fn in_order(lines: &[String], wanted: &[&str]) {
    let mut rest = lines.iter();
    for line in wanted {
        assert!(rest.any(|found| found == line), "no {line:?} where it belongs in {lines:#?}");
    }
}

#[test]
fn the_text_tells_phase_score_moves_dimensions_road_map_and_what_it_is() {
    for language in Language::ALL {
        let visitor = all_at("2", language);
        let start = start(language);
        let words = &start.messages;
        let phase = [("n", Arg::Number(2)), ("name", Arg::Text(&start.phases[1].name))];
        let score = format!("- Score: {}", words.format(MessageKey::ScoreIs, &[("n", Arg::Number(33))]));
        let two = if language == Language::Dutch { "2,0" } else { "2.0" };
        let now = words.format(MessageKey::NowIs, &[("value", Arg::Text(two))]);
        let first_dimension = format!("- {}. {now}", start.dimensions[0].name);
        let library = library(language);
        in_order(
            &lines(&visitor),
            &[
                &words.format(MessageKey::ResultTitle, &phase),
                &score,
                "",
                &words.format(MessageKey::WhyTitle, &[("n", Arg::Number(3))]),
                "",
                &words.get(MessageKey::DimensionsTitle),
                &first_dimension,
                "",
                &words.get(MessageKey::RoadMapTitle),
                "",
                &library.horizons[1].name,
                "",
                &words.get(MessageKey::Disclaimer),
            ],
        );
    }
}

#[test]
fn the_first_line_names_the_scan_and_its_day() {
    assert_eq!(lines(&visitor())[0], "Flexkompas · 21 november 2026");
    let mut record = visitor_record();
    record["name"] = json!("Team Noord");
    assert_eq!(lines(&at_result_of(&record))[0], "Flexkompas · Team Noord · 21 november 2026");
    record["startedAt"] = json!("");
    assert_eq!(lines(&at_result_of(&record))[0], "Flexkompas · Team Noord");
}

#[test]
fn exactly_the_statements_that_must_move_are_named_with_both_descriptions() {
    let visitor = all_at("2", Language::Dutch);
    let becomes = message(Language::Dutch, MessageKey::Becomes);
    let page = visitor.page();
    // On the page each move is its name, the present description, *becomes*, and the one to come.
    let steps = page.texts.windows(4).filter(|texts| texts[2].1 == becomes);
    let expected = steps.map(|step| format!("- {}: ‘{}’ {becomes} ‘{}’", step[0].1, step[1].1, step[3].1));
    let expected: Vec<String> = expected.collect();
    assert_eq!(expected.len(), page.data_attrs("data-move").len());
    let mut found = lines(&visitor);
    found.retain(|line| line.contains(&format!("’ {becomes} ‘")));
    assert!(!found.is_empty() && found == expected, "{found:#?}");
}

#[test]
fn the_tips_are_those_of_the_road_map_in_its_order() {
    let mut visitor = Visitor::result_of("1 2 2 2 2 2 2 2 2 2");
    let before = visitor.page().data_attrs("data-planned");
    visitor.send(Msg::StarToggled(tip(before.last().unwrap())));
    let planned = visitor.page().data_attrs("data-planned");
    assert_ne!(planned, before, "what is taken along comes first");
    let library = library(Language::Dutch);
    let text = |id: &String| {
        let tip = library.tips.iter().find(|tip| tip.id.as_str() == id.as_str()).unwrap();
        format!("- {}", tip.text)
    };
    let expected: Vec<String> = planned.iter().map(text).collect();
    let lines = lines(&visitor);
    let found: Vec<&String> = lines.iter().filter(|line| expected.contains(line)).collect();
    assert!(found.len() == 6 && found == expected.iter().collect::<Vec<_>>(), "{lines:#?}");
    let heads = lines.iter().filter(|line| library.horizons.iter().any(|horizon| *horizon.name == ***line));
    assert_eq!(heads.count(), 2, "each part of the road map is named once: {lines:#?}");
}

#[test]
fn a_band_is_told_only_where_something_was_not_answered() {
    let band = |visitor: &Visitor| {
        lines(visitor)
            .iter()
            .any(|line| line.starts_with(&format!("- {}", message(Language::Dutch, MessageKey::Band))))
    };
    assert!(!band(&all_at("2", Language::Dutch)));
    assert!(band(&Visitor::result_of("2 2 2 2 2 2 2 2 2 unknown")));
}

#[test]
fn an_ambition_stands_beside_the_value_of_its_dimension() {
    let mut visitor = all_at("2", Language::Dutch);
    visitor.go("ambition");
    visitor.choose("ambition-richting", "3");
    let name = &start(Language::Dutch).dimensions[0].name;
    in_order(&lines(&visitor), &[&format!("- {name}. Nu: 2,0 · Ambitie: fase 3")]);
}

#[test]
fn the_quick_set_says_what_it_did_not_ask_and_the_full_set_does_not() {
    let begin = "Niet gevraagd in de snelle scan: ";
    let says = |visitor: &Visitor| lines(visitor).iter().any(|line| line.starts_with(begin));
    let mut visitor = all_at("2", Language::Dutch);
    assert!(says(&visitor));
    visitor.go("start");
    visitor.choose("set", "full");
    visitor.answer_all("2");
    assert!(!says(&visitor));
}

#[test]
fn in_the_last_phase_nothing_needs_to_move() {
    let lines = lines(&all_at("4", Language::Dutch));
    let words = [MessageKey::WhyTopTitle, MessageKey::WhyTopText].map(|key| message(Language::Dutch, key));
    in_order(&lines, &words.each_ref().map(String::as_str));
    assert!(!lines.iter().any(|line| line.starts_with("- ") && line.contains('‘')), "{lines:#?}");
}

#[test]
fn a_result_that_is_withheld_says_what_is_needed_and_gives_no_score() {
    let text = Visitor::result_of("2 2 2").model.plain_text();
    let words =
        [MessageKey::ResultNeededTitle, MessageKey::Disclaimer].map(|key| message(Language::Dutch, key));
    assert!(words.iter().all(|message| text.contains(message)), "{text}");
    assert!(text.contains("Kies bij nog 3 stellingen een omschrijving."), "{text}");
    assert!(text.contains("- Deel beantwoord: 3 van 10 stellingen (30%)"), "{text}");
    assert!(!text.contains("Score") && !text.contains("fase"), "{text}");
}

#[test]
fn with_nothing_answered_there_is_still_a_text() {
    for language in Language::ALL {
        let text = visitor_in(language).model.plain_text();
        assert!(text.contains(&message(language, MessageKey::Disclaimer)), "{text}");
    }
}

#[test]
fn before_the_content_is_there_the_text_is_empty_and_without_the_library_it_has_the_score() {
    let without = |part| Visitor::enter_where_broken(first_visit(), &[(part, Language::Dutch)]);
    assert_eq!(without(Part::Start).model.plain_text(), "");
    let mut visitor = without(Part::Library);
    visitor.answer_all("2");
    assert!(visitor.model.plain_text().contains("- Score: 33 van 100"));
}

#[test]
fn parts_are_apart_by_one_empty_line_and_nothing_dangles() {
    let text = at_result_of(&visitor_record()).model.plain_text();
    assert!(!text.contains("\n\n\n") && !text.starts_with('\n') && !text.ends_with("\n\n"), "{text:?}");
    assert!(text.lines().all(|line| line.trim_end() == line), "{text:?}");
}

#[test]
fn principles_stand_with_the_names_of_both_stops() {
    let library = library(Language::Dutch);
    let principle = library.principle("p1-wensen").unwrap();
    let stop = |id| principle.stops.iter().find(|stop| stop.id.as_str() == id).unwrap().name.to_string();
    let line = format!(
        "- {}. Nu: {} · Gewenst: {}",
        principle.name,
        stop("p1-segmenteren"),
        message(Language::Dutch, MessageKey::NotPlaced)
    );
    let lines = lines(&at_result_of(&visitor_record()));
    in_order(&lines, &[&message(Language::Dutch, MessageKey::PrinciplesTitle), &line]);
    assert!(!lines.iter().any(|line| line.contains(&*library.principles[1].name)), "it was not placed");
}

/// A finished scan with words of the person wherever one may write, each with PRIVATE in it.
fn visitor_record() -> serde_json::Value {
    let mut record = all_at("2", Language::Dutch).record();
    record["notes"] = json!({ "regie-top": "PRIVATE note" });
    record["principles"] = json!({
        "theme": "PRIVATE theme",
        "positions": { "p1-wensen": { "now": "p1-segmenteren" } },
        "guide": { "q-bel-klant": "PRIVATE guide" },
        "others": [{ "theme": "PRIVATE other", "guide": { "q-bel-klant": "PRIVATE guide" } }],
    });
    record["reflection"] = json!({
        "q-omg-trends": "PRIVATE words",
        "q-case-beeld": { "choice": "yes", "text": "PRIVATE beside" },
    });
    record["modules"] = json!({ "flexplan": { "flexplan-plaats": "PRIVATE sheet" } });
    record
}

#[track_caller]
fn at_result_of(record: &serde_json::Value) -> Visitor {
    let stored = Stored::Text(record.to_string());
    let mut visitor = Visitor::enter(Flags { stored, route: Some("result".to_owned()), ..first_visit() });
    visitor.go("modules");
    visitor.go("result");
    visitor
}

#[test]
fn nothing_a_person_wrote_is_in_the_text() {
    let visitor = at_result_of(&visitor_record());
    let page = visitor.page();
    assert!(page.texts.iter().any(|(_, text)| text.contains("PRIVATE")), "it does stand on the result");
    let text = visitor.model.plain_text();
    assert!(!text.contains("PRIVATE"), "{text}");
}
