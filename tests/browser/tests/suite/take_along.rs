//! What can be taken along as a file, opened again with other programs.

use csv::ReaderBuilder;
use flexkompas_browser_tests::{Visitor, bundle, engines, phone};
use serde_json::{Value, json};

use crate::sample::{self, ANSWERS, DAY, NAME, NOTE, REFLECTION, key_of_earlier};

/// Presses a button that makes a file, and takes the file; the page says that it was made.
#[track_caller]
pub(crate) fn takes(visitor: &Visitor, action: &str, ending: &str) -> (String, Vec<u8>) {
    visitor.presses(action);
    let file = visitor.takes_file(ending);
    visitor.sees_word("notice-exported");
    file
}

/// The rows of a table; it begins with the mark without which Excel reads other letters.
#[track_caller]
fn rows(table: &[u8]) -> Vec<Vec<String>> {
    let text = table.strip_prefix("\u{feff}".as_bytes()).unwrap();
    let mut reader = ReaderBuilder::new().delimiter(b';').has_headers(false).from_reader(text);
    reader.deserialize().map(Result::unwrap).collect()
}

#[test]
fn the_table_opens_in_another_program_with_every_answer() {
    engines!(Chromium, "the program writes the table, byte for byte the same in every engine");
    let visitor = phone().visitor();
    sample::comes_back_to_the_result(&visitor, "/");
    let (name, table) = takes(&visitor, "export-csv", "csv");
    assert_eq!(name, format!("flexkompas-{DAY}.csv"));
    let rows = rows(&table);
    let heads = ["part", "code", "asked", "answer", "value", "note"];
    assert_eq!(rows[0], heads.map(|head| visitor.word(&format!("table-{head}"))));
    assert!(rows.iter().all(|row| row.len() == heads.len()));
    let row = |part: &str, id: &str| {
        let part = visitor.word(part);
        let found = rows.iter().find(|row| row[0] == part && row[1] == id);
        found.unwrap_or_else(|| panic!("no row {part} {id} in {rows:#?}"))
    };
    assert_eq!(row("scan", "name")[3], NAME);
    assert_eq!(row("step-result", "score")[4], "44");
    assert_eq!(row("step-result", "phase")[4], "2");
    for (statement, answer) in ANSWERS {
        let row = row("step-statements", statement);
        assert_eq!(row[2], bundle::item("start", "nl", "statements", statement, "ask"));
        let value = answer.parse::<u8>().map(|_| answer).unwrap_or_default();
        assert_eq!(row[4], value, "the value of {statement}");
    }
    assert_eq!(row("step-statements", "richting-betekenis")[5], NOTE);
    assert_eq!(row("step-reflection", "q-omg-trends")[3], REFLECTION);
    visitor.leaves();
}

#[test]
fn the_file_loads_again_to_the_very_same_result_beside_what_was_there() {
    engines!(all, "saving and choosing files are the engine's own");
    let first = phone().visitor();
    sample::comes_back_to_the_result(&first, "/");
    let hooks = sample::hooks_of_the_result(&first);
    let (_, file) = takes(&first, "export-json", "json");
    first.leaves();

    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("mine.json");
    std::fs::write(&path, &file).unwrap();
    let second = phone().visitor();
    let own = sample::another("AnotherScan", "2026-10-01", "Team Zuid", "regie-top", 4);
    sample::comes_back_with(&second, "/", std::slice::from_ref(&own));
    second.loads_file(&path);
    second.presses("confirm-import");
    sample::sees_the_result(&second);
    assert_eq!(sample::hooks_of_the_result(&second), hooks);
    second.sees(NOTE);
    second.sees(REFLECTION);
    let stored = second.stored();
    let parsed = |key: &str| serde_json::from_str::<Value>(&stored[key]).unwrap();
    assert_eq!(parsed(sample::KEY), sample::record());
    assert_eq!(parsed(&key_of_earlier("AnotherScan")), own, "what was there is put aside");
    let (_, again) = takes(&second, "export-json", "json");
    assert_eq!(again, file, "and the file made of it is the same, letter by letter");
    second.leaves();
}

/// Notes every address of a file, and whether it was taken back.
const NOTES_ADDRESSES: &str = "window.addresses = []; window.takenBack = [];
    const make = URL.createObjectURL.bind(URL), takeBack = URL.revokeObjectURL.bind(URL);
    URL.createObjectURL = file => { const address = make(file); window.addresses.push(address); return address };
    URL.revokeObjectURL = address => { window.takenBack.push(address); takeBack(address) }";

#[test]
fn files_one_after_the_other_all_arrive_and_can_be_read_a_while_longer() {
    engines!(all, "saving and choosing files are the engine's own");
    let visitor = phone().with_script(NOTES_ADDRESSES).visitor();
    // Reading the address again is what this test does, not the product: its policy allows no such thing.
    visitor.server().remove_header("content-security-policy").unwrap();
    sample::comes_back_to_the_result(&visitor, "/");
    let mut files = Vec::new();
    for (action, ending) in [
        ("export-csv", "csv"),
        ("export-json", "json"),
        ("export-csv", "csv"),
        ("spectrum-svg", "svg"),
        ("spectrum-png", "png"),
    ] {
        files.push(takes(&visitor, action, ending).1);
    }
    assert_eq!(files[0], files[2], "the second time gives the same table");
    let read = "const done = arguments[arguments.length - 1];
        Promise.all(addresses.map(address => fetch(address).then(answer => answer.bytes())))
            .then(files => done(files.map(bytes => [...bytes])), error => done(String(error)))";
    let again = visitor.script_to_the_end(read, []);
    let again: Vec<Vec<u8>> = serde_json::from_value(again).unwrap();
    assert!(again == files, "what the addresses give is what arrived");
    assert_eq!(visitor.script("return takenBack", []), json!([]));
    visitor.leaves();
}

/// Top and bottom of what is told, and how high the window is.
const WHERE_IT_IS_TOLD: &str = "const box = document.querySelector('[data-notice]').getBoundingClientRect();
    return [Math.round(box.top), Math.round(box.bottom), innerHeight]";

#[test]
fn what_became_of_it_is_told_in_sight_of_the_button() {
    engines!(Chromium, "only there a test may read the clipboard");
    let visitor = phone().visitor();
    sample::comes_back_to_the_result(&visitor, "/");
    visitor.allows_the_clipboard();
    for (action, word) in [("export-csv", "notice-exported"), ("copy-text", "notice-copied")] {
        visitor.presses(action);
        visitor.sees_word(word);
        let seen = visitor.script(WHERE_IT_IS_TOLD, []);
        let [top, bottom, height] = [0, 1, 2].map(|at| seen[at].as_i64().unwrap());
        assert!(0 <= top && bottom <= height, "{action}: {seen}");
    }
    visitor.leaves();
}

#[test]
fn tables_open_below_their_pictures_and_close_again() {
    engines!(Chromium, "the program opens and closes them");
    let visitor = phone().visitor();
    sample::comes_back_to_the_result(&visitor, "/");
    for table in ["spectrum", "profile", "principles"] {
        let frame = format!("[data-table=\"{table}\"]");
        let toggle = format!("{frame} + .buttons [data-action=\"show-table\"]");
        let is_open = || {
            visitor.script("return document.querySelector(arguments[0]).offsetHeight > 40", [json!(frame)])
        };
        assert_eq!(is_open(), json!(false), "{table}");
        visitor.clicks(&toggle);
        visitor.sees_value(&toggle, "aria-pressed", Some("true"));
        assert_eq!(is_open(), json!(true), "{table}");
        visitor.clicks(&toggle);
        visitor.sees_value(&toggle, "aria-pressed", Some("false"));
        assert_eq!(is_open(), json!(false), "{table}");
    }
    visitor.leaves();
}
