//! The table of answers and results, opened again by a reader of such files that is not ours.

use std::sync::LazyLock;

use flexkompas::app::{Flags, Stored};
use flexkompas::content::{Language, MessageKey, Part};
use serde_json::Value;

use crate::support::content::{library, message, modules, start, texts};
use crate::support::scan::of_this_set;
use crate::support::visitor::{Visitor, first_visit, visitor, visitor_in};

static QUICK: LazyLock<String> =
    LazyLock::new(|| of_this_set(include_str!("../../fixtures/record-v1-quick.json")));
static FULL: LazyLock<String> =
    LazyLock::new(|| of_this_set(include_str!("../../fixtures/record-v1-full.json")));
static THEMES: LazyLock<String> =
    LazyLock::new(|| of_this_set(include_str!("../../fixtures/record-v1-themes.json")));

/// The rows of a table as a spreadsheet has them; the reader refuses one with more or fewer cells than the first.
#[track_caller]
pub(super) fn opened(text: &str) -> Vec<[String; 6]> {
    let text = text
        .strip_prefix('\u{feff}')
        .unwrap_or_else(|| panic!("without the mark Excel misreads every accent"));
    let mut reader = ::csv::ReaderBuilder::new();
    let separator = if text.starts_with("Part") { b',' } else { b';' };
    let mut reader = reader.delimiter(separator).has_headers(false).from_reader(text.as_bytes());
    let rows = reader.records().map(|row| {
        let cells: Vec<String> = row.unwrap().iter().map(str::to_owned).collect();
        cells.try_into().unwrap()
    });
    rows.collect()
}

#[track_caller]
pub(super) fn table(visitor: &Visitor) -> Vec<[String; 6]> {
    opened(&visitor.model.csv().text)
}

/// Asked, answer, value and note of the only row with this part and code.
#[track_caller]
pub(super) fn row(table: &[[String; 6]], part: &str, code: &str) -> [String; 4] {
    let mut found = table.iter().filter(|row| row[0] == part && row[1] == code);
    let row = found.next().unwrap_or_else(|| panic!("no row {part}, {code} in {table:#?}"));
    assert!(found.next().is_none(), "{part}, {code} is there twice");
    [2, 3, 4, 5].map(|at| row[at].clone())
}

pub(super) fn dutch(key: MessageKey) -> String {
    message(Language::Dutch, key)
}

/// A visitor who comes back to the result of this scan, in this language.
#[track_caller]
pub(super) fn at_result_of(record: &str, language: Language) -> Visitor {
    Visitor::enter(Flags {
        stored: Stored::Text(record.to_owned()),
        route: Some("result".to_owned()),
        asked_language: Some(language.code().to_owned()),
        ..first_visit()
    })
}

#[test]
fn the_scan_tells_its_name_day_set_role_and_questions() {
    let table = table(&at_result_of(&FULL, Language::English));
    let answer = |code| row(&table, "Scan", code)[1].clone();
    assert_eq!(answer("name"), "Before \"the move\"");
    assert_eq!(row(&table, "Scan", "date")[1..3], ["21 November 2026", "2026-11-21"]);
    assert_eq!(answer("set"), message(Language::English, MessageKey::SetFull));
    assert_eq!(answer("role"), texts(Language::English)["roles"]["works-council"]["name"].as_str().unwrap());
    assert_eq!(answer("question-set"), "flexkompas-2026-2");
}

/// Compares a value of the table with that of the export; both absent is equal too.
#[track_caller]
fn same_number(table: &[[String; 6]], place: (&str, &str), exported: &Value, language: Language) {
    let written = row(table, place.0, place.1)[2].clone();
    let point = written.replace(&message(language, MessageKey::DecimalSeparator), ".");
    assert!(language == Language::English || !written.contains('.'), "{place:?}: {written}");
    assert_eq!(point.parse::<f64>().ok(), exported.as_f64(), "{place:?}: {written}");
}

#[track_caller]
fn tells_the_numbers_of_the_export(visitor: &Visitor, language: Language) {
    let table = table(visitor);
    let export: Value = serde_json::from_str(&visitor.model.json().text).unwrap();
    let result = &export["result"];
    let part = message(language, MessageKey::StepResult);
    let plain = ["score", "position", "phase", "coverage"].map(|code| (code, &result[code]));
    let band = [("score-low", &result["band"][0]), ("score-high", &result["band"][1])];
    for (code, value) in plain.into_iter().chain(band) {
        same_number(&table, (&part, code), value, language);
    }
    for dimension in start(language).set.dimensions() {
        let id = dimension.id.as_str();
        same_number(
            &table,
            (&message(language, MessageKey::Dimension), id),
            &result["dimensions"][id],
            language,
        );
        same_number(
            &table,
            (&message(language, MessageKey::Ambition), id),
            &export["ambition"][id],
            language,
        );
    }
}

#[test]
fn the_numbers_are_those_of_the_export_in_both_languages() {
    for language in Language::ALL {
        let mut visitor = visitor_in(language);
        // A position that is no whole number, a dimension of 1.50, a band, and an ambition.
        visitor.answer_all("2");
        visitor.answer_to("kaders-bereik", "1");
        visitor.answer_to("regie-top", "unknown");
        visitor.go("ambition");
        visitor.choose("ambition-kaders", "3");
        visitor.go("result");
        tells_the_numbers_of_the_export(&visitor, language);
        for record in [&*QUICK, &*FULL, &*THEMES] {
            tells_the_numbers_of_the_export(&at_result_of(record, language), language);
        }
    }
}

#[test]
fn a_dutch_spreadsheet_reads_the_values_as_numbers() {
    let mut visitor = Visitor::result_of("2 2 2 2 2 2 2 2 2 2");
    visitor.answer_to("kaders-bereik", "1");
    let table = table(&visitor);
    assert_eq!(row(&table, "Onderwerp", "kaders")[1..], ["Beantwoord: 2 van 2", "1,50", ""]);
    assert_eq!(row(&table, "Resultaat", "position")[2], "1,94");
}

#[test]
fn a_statement_has_the_chosen_description_its_phase_and_the_note() {
    let mut visitor = visitor();
    visitor.answer_to("regie-top", "3");
    visitor.write("note-regie-top", "Ik merk het");
    visitor.answer_to("leiding-sturen", "unknown");
    let table = table(&visitor);
    let part = dutch(MessageKey::StepStatements);
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let of = &texts(Language::Dutch)["statements"]["regie-top"];
    assert_eq!(
        row(&table, &part, "regie-top"),
        [text(&of["ask"]), text(&of["anchors"][2]), "3".to_owned(), "Ik merk het".to_owned()]
    );
    assert_eq!(row(&table, &part, "leiding-sturen")[1..], [&dutch(MessageKey::AnswerUnknown), "", ""]);
    assert_eq!(row(&table, &part, "kaders-bereik")[1..], [&dutch(MessageKey::Open), "", ""]);
}

#[test]
fn what_the_set_and_role_leave_out_is_there_below_another_name_when_it_was_answered() {
    let mut visitor = visitor();
    visitor.choose("set", "full");
    visitor.answer_to("richting-visie", "4");
    visitor.answer_to("resultaat-afspraken", "2");
    visitor.go("start");
    visitor.choose("set", "quick");
    visitor.choose("role", "works-council");
    let table = table(&visitor);
    let codes = |part: MessageKey| {
        let part = dutch(part);
        table.iter().filter(|row| row[0] == part).map(|row| row[1].clone()).collect::<Vec<_>>()
    };
    assert_eq!(codes(MessageKey::StatementsOutside), ["richting-visie", "resultaat-afspraken"]);
    let asked = codes(MessageKey::StepStatements);
    assert!(asked.len() == 9 && !asked.contains(&"resultaat-afspraken".to_owned()), "{asked:?}");
    assert_eq!(row(&table, &dutch(MessageKey::StatementsOutside), "richting-visie")[2], "4");
    let role = texts(Language::Dutch)["roles"]["works-council"]["name"].as_str().unwrap();
    assert_eq!(row(&table, "Scan", "role")[1], role);
}

#[test]
fn with_nothing_answered_the_table_is_whole_and_empty() {
    let table = table(&visitor());
    let (statements, result) = (dutch(MessageKey::StepStatements), dutch(MessageKey::StepResult));
    let of = |part: &str| table.iter().filter(|row| row[0] == part).collect::<Vec<_>>();
    assert_eq!((of("Scan").len(), of(&statements).len(), of("Onderwerp").len()), (5, 10, 9));
    assert!(of(&statements).iter().all(|row| row[3] == dutch(MessageKey::Open) && row[4].is_empty()));
    assert_eq!(of(&result).len(), 6);
    assert_eq!(table.len(), 1 + 5 + 6 + 9 + 9 + 10, "and nothing else: {table:#?}");
}

#[test]
fn a_result_that_is_withheld_has_no_number_and_says_what_is_needed() {
    let table = table(&Visitor::result_of("2 2 2"));
    let part = dutch(MessageKey::StepResult);
    for code in ["score", "score-low", "score-high", "position", "phase"] {
        assert_eq!(row(&table, &part, code)[1..3], ["", ""], "{code}");
    }
    assert!(row(&table, &part, "phase")[3].contains('3'), "three more statements are needed");
    assert_eq!(row(&table, &part, "coverage")[2], "30");
}

#[test]
fn before_the_content_is_there_the_file_is_empty() {
    let broken = [(Part::Start, Language::Dutch)];
    assert_eq!(Visitor::enter_where_broken(first_visit(), &broken).model.csv().text, "");
}

#[test]
fn without_the_library_the_statements_are_still_there() {
    let broken = [(Part::Library, Language::Dutch)];
    let visitor = Visitor::enter_where_broken(first_visit(), &broken);
    assert_eq!(
        row(&table(&visitor), &dutch(MessageKey::StepStatements), "regie-top")[1],
        dutch(MessageKey::Open)
    );
}

#[test]
fn principles_stand_with_the_names_of_their_stops_and_their_theme() {
    let table = table(&at_result_of(&THEMES, Language::Dutch));
    let part = dutch(MessageKey::StepPrinciples);
    let library = library(Language::Dutch);
    let stop = |principle: &str, id: &str| {
        let stops = &library.principle(principle).unwrap().stops;
        stops.iter().find(|stop| stop.id.as_str() == id).unwrap().name.to_string()
    };
    let of = |code| row(&table, &part, code);
    assert_eq!(of("p2-welkan-now")[1..], [&*stop("p2-welkan", "p2-beleid"), "", "Rooster & werkdruk"]);
    assert_eq!(of("p2-welkan-desired")[1], stop("p2-welkan", "p2-waarden"));
    assert_eq!(
        of("p1-wensen-now")[1..],
        [&*stop("p1-wensen", "p1-modulair"), "", ""],
        "of a theme without a name"
    );
    let themes = table.iter().filter(|row| row[0] == part && row[1] == "theme").map(|row| &*row[3]);
    assert_eq!(themes.collect::<Vec<_>>(), ["Rooster & werkdruk", "", "Hybride"]);
    assert!(!table.iter().any(|row| row[1] == "p1-wensen-desired"), "it was not placed");
}

#[test]
fn what_the_guide_asked_stands_with_its_theme() {
    let table = table(&at_result_of(&THEMES, Language::Dutch));
    let of = |code| row(&table, &dutch(MessageKey::ToGuide), code);
    let asked = library(Language::Dutch).question("q-bel-klant").unwrap().text.to_string();
    assert_eq!(of("q-bel-klant"), [&*asked, "Bereikbaar\nvan 8 tot 18", "", "Rooster & werkdruk"]);
    assert_eq!(of("q-scope-kern")[1..], ["Nee", "", "Hybride"]);
}

#[test]
fn every_kind_of_reflection_has_its_answer() {
    let table = table(&at_result_of(&FULL, Language::Dutch));
    let of = |code| row(&table, &dutch(MessageKey::StepReflection), code);
    assert_eq!(of("q-omg-trends")[1..], ["Twee\nregels", "", ""]);
    assert_eq!(of("q-omg-cijfer")[1..], ["Cijfer 10", "10", ""]);
    assert_eq!(of("q-aanpak-weten")[1..], ["Deels", "", "Het \"waarom\" is niet helder."]);
    assert_eq!(of("q-case-beeld")[1..], ["", "", "Only words"]);
    assert_eq!(of("q-spec-papier")[1..], ["Nee", "", ""]);
    assert_eq!(of("q-aanpak-succes-succes-1")[1..], ["Ja", "", ""]);
    let library = library(Language::Dutch);
    let asked = &of("q-aanpak-succes-succes-8")[0];
    assert!(asked.starts_with(&*library.question("q-aanpak-succes").unwrap().text), "{asked}");
    assert!(library.rows.iter().any(|row| asked.ends_with(&*row.text)), "{asked}");
}

#[test]
fn every_kind_of_module_has_its_answer() {
    let mut visitor = at_result_of(&THEMES, Language::Dutch);
    visitor.go("modules");
    let table = table(&visitor);
    let of = |code| row(&table, &dutch(MessageKey::ModulesTitle), code);
    let modules = modules(Language::Dutch);
    let name = |module: &str| modules.module(module).unwrap().name.to_string();
    let title = |module: &str, id: &str| {
        let entries = &modules.module(module).unwrap().entries;
        entries.iter().find(|entry| &*entry.id == id).unwrap().title.to_string()
    };
    let asked = |module: &str, id: &str| format!("{}: {}", name(module), title(module, id));
    assert_eq!(of("wel-niet-niet-4"), [&*asked("wel-niet", "niet-4"), "Niet", "", ""]);
    assert_eq!(of("leiderschapsstijl-paar-1")[1..], ["4 van 5", "4", ""]);
    assert_eq!(of("doelen-doel-werkdruk"), [&*name("doelen"), &title("doelen", "doel-werkdruk"), "", ""]);
    let model = title("hybride-modellen", "model-rol");
    assert_eq!(of("hybride-modellen-model-rol"), [&*name("hybride-modellen"), &model, "", ""]);
    let models = table.iter().filter(|row| row[1].starts_with("hybride-modellen"));
    assert_eq!(models.count(), 1, "only the chosen one");
    assert_eq!(of("flexplan-flexplan-plaats")[1], "Thuis, \"soms\"\nkantoor");
}

#[test]
fn starred_tips_go_along_also_when_they_do_not_fit_now() {
    let table = table(&at_result_of(&THEMES, Language::Dutch));
    let codes: Vec<&str> = table.iter().filter(|row| row[0] == "Tips").map(|row| &*row[1]).collect();
    assert_eq!(codes, ["tip-regie-12a", "tip-i-top"], "without the tip of another content");
    let library = library(Language::Dutch);
    let tip = library.tips.iter().find(|tip| tip.id.as_str() == "tip-regie-12a").unwrap();
    assert_eq!(row(&table, "Tips", "tip-regie-12a"), [&*dutch(MessageKey::Starred), &tip.text, "", ""]);
}
