//! The form of the table: the name of the file, its columns and lines, and text that a spreadsheet reads as it was written
//! and never takes for a formula.

use flexkompas::app::Flags;
use flexkompas::content::{Language, MessageKey};
use flexkompas::record::Stamp;
use proptest::prelude::*;
use serde_json::json;

use super::csv::{at_result_of, dutch, opened, row, table};
use crate::support::random_cases;
use crate::support::visitor::{Visitor, first_visit, visitor, visitor_in};

#[test]
fn the_file_is_named_after_the_day_the_scan_began_and_says_what_it_is() {
    let file = visitor().model.csv();
    assert_eq!(
        (file.name.as_str(), file.media_type),
        ("flexkompas-2026-11-21.csv", "text/csv;charset=utf-8")
    );
    let stamp = Stamp { id: "x".into(), started_at: "".into() };
    let undated = Visitor::enter(Flags { stamp, ..first_visit() }).model.csv();
    assert_eq!(undated.name, "flexkompas.csv");
    assert_eq!(row(&opened(&undated.text), "Scan", "date")[1..], ["", "", ""]);
}

#[test]
fn the_first_row_names_the_columns_in_the_language_of_the_screen() {
    let heads = |language| table(&visitor_in(language))[0].join(" ");
    assert_eq!(heads(Language::Dutch), "Onderdeel Code Vraag Antwoord Waarde Toelichting");
    assert_eq!(heads(Language::English), "Part Code Question Answer Value Note");
}

#[test]
fn every_line_ends_the_way_spreadsheets_expect() {
    let text = Visitor::result_of("2 2 2").model.csv().text;
    assert!(text.ends_with("\r\n") && !text.replace("\r\n", "").contains(['\r', '\n']));
}

/// A record with this text in every field that a visitor can write in.
fn written_everywhere(text: &str) -> String {
    let record = json!({
        "format": "flexkompas", "version": 1, "id": "x", "questionSet": "flexkompas-2026-2", "set": "quick", "role": null,
        "language": "nl", "startedAt": "2026-11-21T09:30:00Z", "name": text,
        "answers": { "regie-top": 2 }, "notes": { "regie-top": text, "richting-visie": text },
        "principles": {
            "theme": text, "guide": { "q-bel-klant": text },
            "positions": { "p1-wensen": { "now": "p1-modulair" } },
        },
        "reflection": { "q-omg-trends": text, "q-case-beeld": { "choice": "yes", "text": text } },
        "modules": { "flexplan": { "flexplan-plaats": text }, "leiderschapsstijl": { "paar-1": text } },
    });
    record.to_string()
}

/// The cell that a spreadsheet has for such a text, the same in every field.
#[track_caller]
fn read_back(text: &str) -> String {
    let mut visitor = at_result_of(&written_everywhere(text), Language::Dutch);
    visitor.go("modules");
    let table = table(&visitor);
    let (outside, inside) = (dutch(MessageKey::StatementsOutside), dutch(MessageKey::StepStatements));
    let (principles, reflection) = (dutch(MessageKey::StepPrinciples), dutch(MessageKey::StepReflection));
    let modules = dutch(MessageKey::ModulesTitle);
    let mut places = vec![
        row(&table, "Scan", "name")[1].clone(),
        row(&table, &inside, "regie-top")[3].clone(),
        row(&table, &outside, "richting-visie")[3].clone(),
        row(&table, &principles, "p1-wensen-now")[3].clone(),
        row(&table, &principles, "theme")[1].clone(),
        row(&table, &dutch(MessageKey::ToGuide), "q-bel-klant")[1].clone(),
        row(&table, &dutch(MessageKey::ToGuide), "q-bel-klant")[3].clone(),
        row(&table, &reflection, "q-omg-trends")[1].clone(),
        row(&table, &reflection, "q-case-beeld")[3].clone(),
        row(&table, &modules, "flexplan-flexplan-plaats")[1].clone(),
        row(&table, &modules, "leiderschapsstijl-paar-1")[2].clone(),
    ];
    places.dedup();
    assert_eq!(places.len(), 1, "{places:#?}");
    places.remove(0)
}

#[test]
fn separators_quotes_line_breaks_and_emoji_come_back_as_they_were() {
    let texts = [
        "a;b;c",
        "\"",
        "zei \"ja\"; en \"nee\"",
        "regel 1\nregel 2\r\nregel 3\rregel 4",
        "\nbegin",
        " ervoor en erna ",
        "😀👩‍💻 één",
        "'",
        "a = b - c",
        "5 > 3",
        "",
    ];
    for text in texts {
        assert_eq!(read_back(text), text);
    }
}

#[test]
fn spaces_at_the_ends_are_quoted_because_some_programs_cut_them_off() {
    let text = at_result_of(&written_everywhere(" x"), Language::Dutch).model.csv().text;
    assert!(text.contains(";\" x\";") && !text.contains("; x;"), "{text}");
}

#[test]
fn what_a_spreadsheet_would_carry_out_gets_an_apostrophe() {
    let texts = [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\tx",
        "\rx",
        "  =HYPERLINK(\"x\";\"y\")",
        "\n=1",
        "\u{a0}=1",
        "＝1",
        "＋1",
        " －1",
        "＠x",
        "=",
        "- een\n- twee",
    ];
    for text in texts {
        assert_eq!(read_back(text), format!("'{text}"));
    }
}

#[test]
fn what_a_spreadsheet_would_show_as_a_date_or_another_number_gets_an_apostrophe() {
    let texts = [
        "1-2",
        "3/4",
        "1 1/2",
        "1E5",
        "1e-3",
        "00123",
        "007",
        "1.50",
        "1,50",
        "12.5",
        "1.000",
        "12:30",
        "9 am",
        "9:30pm",
        "50%",
        "€ 5",
        "(5)",
        "1 mei",
        "mei 1",
        "3-dec",
        "SEPT2",
        "MARCH1",
        "okt. 2026",
        "21 november 2026",
        "2026-11-21",
        "1234567890123456",
        " 1-2 ",
        "waar",
        "TRUE",
    ];
    for text in texts {
        assert_eq!(read_back(text), format!("'{text}"));
    }
}

#[test]
fn what_a_spreadsheet_leaves_alone_stays_as_it_was() {
    let texts = [
        "0",
        "5",
        "2026",
        "123456789012345",
        "1 op 1",
        "24/7 bereikbaar",
        "3 keer per week",
        "1-op-1",
        "mei",
        "a.",
        "niet waar",
        "B1",
        "punt 3",
        "10 marathons",
        "!",
    ];
    for text in texts {
        assert_eq!(read_back(text), text);
    }
}

#[test]
fn an_english_table_opens_in_columns_in_an_english_spreadsheet() {
    let mut visitor = visitor_in(Language::English);
    visitor.answer_all("2");
    visitor.answer_to("kaders-bereik", "1");
    visitor.write("note-kaders-bereik", "a;b, c");
    let text = visitor.model.csv().text;
    assert!(text.starts_with("\u{feff}Part,Code,Question,Answer,Value,Note\r\n"), "{text}");
    let table = table(&visitor);
    assert_eq!(row(&table, "Dimension", "kaders")[2], "1.50");
    assert_eq!(row(&table, "Statements", "kaders-bereik")[3], "a;b, c");
}

/// True when a spreadsheet might take this for a formula.
fn is_risky(text: &str) -> bool {
    text.starts_with(['\t', '\r'])
        || text.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}

proptest! {
    #![proptest_config(random_cases(200))]

    #[test]
    fn whatever_is_written_comes_back_and_is_never_a_formula(
        text in prop_oneof!["[=+@;\"'\\r\\n\\t ＝a😀,-]{0,12}", any::<String>()]
    ) {
        let back = read_back(&text);
        prop_assert!(!is_risky(&back), "{back:?}");
        prop_assert!(back == text || back == format!("'{text}"), "{back:?}");
        let needs_none = !is_risky(&text) && !text.contains(char::is_numeric) && text.trim() == text;
        prop_assert!(back == text || !needs_none, "{text:?} needs no apostrophe");
    }
}
