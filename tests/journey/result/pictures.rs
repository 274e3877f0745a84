//! The pictures of a result say the same as their tables and the hooks.

use flexkompas::app::Msg;
use flexkompas::app::view::block::{MarkShape, PlotKind, Spectrum};
use flexkompas::content::{Language, MessageKey};
use serde_json::{Value, json};

use crate::support::content::{library, message, start};
use crate::support::page::Opened;
use crate::support::scan::{of_everything, quick};
use crate::support::visitor::{Visitor, visitor, visitor_in};

/// The result of a scan, in this language.
#[track_caller]
fn result_in(language: Language, scan: &Value) -> Opened {
    let mut visitor = visitor_in(language);
    visitor.send(Msg::ImportChosen(Ok(scan.to_string())));
    visitor.go("result");
    visitor.page()
}

fn result(scan: &Value) -> Opened {
    result_in(Language::Dutch, scan)
}

#[track_caller]
fn spectrum(page: &Opened) -> &Spectrum {
    page.spectrum.as_ref().unwrap()
}

/// Hundredths as data: `2.50`.
fn decimal(hundredths: u32) -> String {
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

/// With one decimal, rounded half up, in the language.
fn one_decimal(language: Language, hundredths: u32) -> String {
    let tenths = (hundredths + 5) / 10;
    let point = if language == Language::Dutch { "," } else { "." };
    format!("{}{point}{}", tenths / 10, tenths % 10)
}

/// Every picture stands above a table of the same name, with a button that shows it.
#[test]
fn every_picture_has_a_table_that_can_be_shown_and_put_away() {
    let mut visitor = visitor();
    visitor.send(Msg::ImportChosen(Ok(of_everything("now", "2026-01-01").to_string())));
    visitor.go("result");
    let keys = ["spectrum", "profile", "principles"];
    let shown = |visitor: &Visitor| keys.map(|key| visitor.page().table(key).shown);
    let button = |visitor: &Visitor, key: &str| {
        let page = visitor.page();
        let label = page.table(key).label.clone();
        page.actions
            .iter()
            .find(|action| {
                action.name == "show-table" && action.screen_reader_suffix.as_ref() == Some(&label)
            })
            .unwrap()
            .clone()
    };
    assert_eq!(shown(&visitor), [false; 3]);
    for (at, key) in keys.into_iter().enumerate() {
        assert_eq!(button(&visitor, key).pressed, Some(false));
        let before = visitor.stored.clone();
        visitor.send(button(&visitor, key).msg);
        assert_eq!(shown(&visitor), [0, 1, 2].map(|other| other == at), "{key} alone");
        assert_eq!((button(&visitor, key).pressed, &visitor.stored), (Some(true), &before));
        visitor.go("ambition");
        visitor.go("result");
        assert!(visitor.page().table(key).shown, "it stays as it was");
        visitor.send(button(&visitor, key).msg);
        assert_eq!(shown(&visitor), [false; 3]);
    }
}

#[test]
fn the_spectrum_is_at_the_position_and_phase_that_hosts_read() {
    for language in Language::ALL {
        for answers in
            ["2 2 2 2 2 2 2 2 2 2", "1 4 4 4 4 4 4 4 4 4", "2 3 2 2 2 2 2 2 2", "4 4 4 4 4 4 4 4 4 4"]
        {
            let page = result_in(language, &quick("now", "2026-01-01", answers));
            let picture = spectrum(&page);
            assert_eq!(Some(decimal(picture.position)), page.data_attr("data-position"));
            assert_eq!(Some(picture.phase.number().to_string()), page.data_attr("data-phase"));
            let names: Vec<_> = start(language).phases.iter().map(|phase| phase.name.clone()).collect();
            assert_eq!(picture.phases, names);
            let number = |name| page.data_attr(name).unwrap().parse::<u32>().unwrap();
            let (low, high) = (number("data-score-low"), number("data-score-high"));
            assert_eq!(picture.band, (low != high).then_some((100 + 3 * low, 100 + 3 * high)));
        }
    }
}

#[test]
fn the_table_of_the_spectrum_puts_now_and_ambition_in_the_phase_where_they_lie() {
    let mut scan = quick("now", "2026-01-01", "2 2 2 2 2 2 2 2 2 2");
    scan["ambition"] = json!({ "richting": 4, "regie": 3 });
    let rows = result(&scan).rows("spectrum");
    let bounds: Vec<&str> = rows.iter().map(|row| &*row[1]).collect();
    assert_eq!(bounds, ["1,00 tot 1,75", "1,75 tot 2,50", "2,50 tot 3,25", "3,25 tot 4,00"]);
    let here: Vec<&str> = rows.iter().map(|row| &*row[2]).collect();
    assert_eq!(here, ["", "Nu 2,00", "", "Ambitie 3,50"]);
    // At the very bound: 22.5 / 9 = 2.50 lies in the third; 4.00 in the last.
    let at = |answers: &str, row: usize| {
        result(&quick("now", "2026-01-01", answers)).rows("spectrum")[row][2].clone()
    };
    assert_eq!(at("3 3 3 2 3 3 2 2 2 2", 2), "Nu 2,50");
    assert_eq!(at("4 4 4 4 4 4 4 4 4 4", 3), "Nu 4,00");
    assert_eq!(at("1 1 1 1 1 1 1 1 1 1", 0), "Nu 1,00");
}

#[test]
fn keys_name_what_is_drawn_and_nothing_else() {
    let of = |scan: &Value| result(scan).keys[0].iter().map(|(shape, _)| *shape).collect::<Vec<_>>();
    let mut scan = quick("now", "2026-01-01", "2 2 2 2 2 2 2 2 2 2");
    assert_eq!(of(&scan), [MarkShape::Now]);
    scan["ambition"] = json!({ "regie": 3 });
    assert_eq!(of(&scan), [MarkShape::Now, MarkShape::Ambition]);
    scan["answers"]["regie-top"] = json!("unknown");
    assert_eq!(of(&scan), [MarkShape::Now, MarkShape::Band, MarkShape::Ambition]);
}

#[test]
fn a_result_that_is_withheld_has_no_spectrum_but_a_profile() {
    let page = result(&quick("now", "2026-01-01", "2 2 2"));
    assert!(page.spectrum.is_none() && !page.tables.iter().any(|table| table.key == "spectrum"));
    assert!(!page.actions.iter().any(|action| action.name.starts_with("spectrum-")));
    assert_eq!(page.plot(PlotKind::Profile).lines.len(), 9);
    assert!(page.actions.iter().any(|action| action.name == "dimensions-svg"));
}

#[test]
fn the_profile_its_table_and_the_hooks_agree() {
    for language in Language::ALL {
        let page = result_in(language, &of_everything("now", "2026-01-01"));
        let table = page.table("profile");
        let none = message(language, MessageKey::NoValue);
        for ((line, row), dimension) in
            page.plot(PlotKind::Profile).lines.iter().zip(&table.rows).zip(&start(language).dimensions)
        {
            let id = row.data_attrs.iter().find(|(name, _)| *name == "data-dimension").unwrap().1.clone();
            let data_attr = |name| page.data_attr_of(("data-dimension", &id), name);
            let mark = |shape| line.marks.iter().find(|(of, _)| *of == shape).map(|(_, at)| *at);
            let (now, ambition) = (mark(MarkShape::Now), mark(MarkShape::Ambition));
            assert_eq!(now.map(decimal), data_attr("data-value"), "{id}");
            assert_eq!(ambition.map(|at| (at / 100).to_string()), data_attr("data-ambition"), "{id}");
            let cells: Vec<String> = row.cells.iter().map(ToString::to_string).collect();
            assert_eq!((&*cells[0], &*line.name), (&*dimension.name, &*dimension.name));
            assert_eq!(cells[1], now.map_or(none.clone(), |now| one_decimal(language, now)));
            assert_eq!(cells[2], ambition.map_or(none.clone(), |at| (at / 100).to_string()));
            let words = match (now, ambition) {
                (Some(now), Some(at)) => format!("{} → {}", one_decimal(language, now), at / 100),
                (Some(now), None) => one_decimal(language, now),
                (None, Some(at)) => format!("→ {}", at / 100),
                (None, None) => none.clone(),
            };
            assert_eq!((*line.description).to_owned(), words, "{id}");
        }
        // Richting 1 with ambition 3, kaders (3 + 4) / 2, resultaat unknown, techniek 1 with ambition 4.
        assert_eq!(page.data_attr_of(("data-dimension", "kaders"), "data-value").as_deref(), Some("3.50"));
        assert_eq!(page.data_attr_of(("data-dimension", "resultaat"), "data-value"), None);
        assert_eq!(page.data_attr_of(("data-dimension", "techniek"), "data-ambition").as_deref(), Some("4"));
    }
}

#[test]
fn how_much_of_a_dimension_was_rated_is_told() {
    let rows = result(&of_everything("now", "2026-01-01")).rows("profile");
    assert_eq!((&*rows[2][3], &*rows[4][3]), ("2 van 2", "0 van 1"));
}

#[test]
fn the_principles_in_the_picture_are_those_with_a_mark_each_at_its_stop() {
    for language in Language::ALL {
        let library = library(language);
        let page = result_in(language, &of_everything("now", "2026-01-01"));
        let lines = &page.plot(PlotKind::Principles).lines;
        // p1 has four stops: segmenteren is the third, modulair the second; p2 has five, waarden the first.
        assert_eq!(lines.len(), 2, "the third has no mark");
        assert_eq!((&lines[0].name, lines[0].stops), (&library.principles[0].name, 4));
        assert_eq!(lines[0].marks, [(MarkShape::Desired, 200), (MarkShape::Now, 300)]);
        assert_eq!((lines[1].stops, lines[1].marks.as_slice()), (5, &[(MarkShape::Desired, 100)][..]));
        let stop = |principle: usize, at: usize| library.principles[principle].stops[at].name.to_string();
        let (now, desired) = (message(language, MessageKey::Now), message(language, MessageKey::Desired));
        assert_eq!(*lines[0].description, format!("{now}: {} · {desired}: {}", stop(0, 2), stop(0, 1)));
        assert_eq!(*lines[1].description, format!("{desired}: {}", stop(1, 0)));
        let open = message(language, MessageKey::NotPlaced);
        let rows = page.rows("principles");
        assert_eq!(rows[0][1..], [stop(0, 2), stop(0, 1)]);
        assert_eq!(rows[1][1..], [open.clone(), stop(1, 0)]);
        assert_eq!(rows[2][1..], [open.clone(), open]);
    }
}

#[test]
fn without_a_mark_there_is_no_picture_of_the_principles() {
    let page = result(&quick("now", "2026-01-01", "2 2 2 2 2 2 2 2 2 2"));
    assert!(!page.plots.iter().any(|plot| plot.kind == PlotKind::Principles));
    assert!(!page.actions.iter().any(|action| action.name.starts_with("principles-")));
}
