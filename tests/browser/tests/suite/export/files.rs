//! Downloads, read back with independent decoders.

use csv::ReaderBuilder;
use flexkompas_browser_tests::{Visitor, bundle, engines, phone};
use serde_json::{Value, json};

use crate::support::sample::{self, ANSWERS, DAY, NAME, NOTE, REFLECTION, archived_key};

/// Presses an export button, waits for the download and the notice, and returns the file.
#[track_caller]
pub(crate) fn export(visitor: &Visitor, action: &str, ending: &str) -> (String, Vec<u8>) {
    visitor.press(action);
    let file = visitor.wait_for_download(ending);
    visitor.expect_ui_text("notice-exported");
    file
}

/// The rows of a CSV file, which starts with a byte order mark for Excel.
#[track_caller]
fn csv_rows(table: &[u8]) -> Vec<Vec<String>> {
    let text = table.strip_prefix("\u{feff}".as_bytes()).unwrap();
    let mut reader = ReaderBuilder::new().delimiter(b';').has_headers(false).from_reader(text);
    reader.deserialize().map(Result::unwrap).collect()
}

#[test]
fn the_csv_file_contains_every_answer() {
    engines!(Chromium, "the program writes the same bytes in every engine");
    let visitor = phone().start();
    sample::resume_at_result(&visitor, "/");
    let (name, table) = export(&visitor, "export-csv", "csv");
    assert_eq!(name, format!("flexkompas-{DAY}.csv"));
    let rows = csv_rows(&table);
    let heads = ["part", "code", "asked", "answer", "value", "note"];
    assert_eq!(rows[0], heads.map(|head| visitor.ui_text(&format!("table-{head}"))));
    assert!(rows.iter().all(|row| row.len() == heads.len()));
    let row = |part: &str, id: &str| {
        let part = visitor.ui_text(part);
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
    visitor.finish();
}

#[test]
fn an_imported_file_restores_the_result_and_archives_the_current_scan() {
    engines!(all, "saving and choosing files are part of the engine");
    let first = phone().start();
    sample::resume_at_result(&first, "/");
    let hooks = sample::result_hooks(&first);
    let (_, file) = export(&first, "export-json", "json");
    first.finish();

    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("mine.json");
    std::fs::write(&path, &file).unwrap();
    let second = phone().start();
    let own = sample::other_record("AnotherScan", "2026-10-01", "Team Zuid", "regie-top", 4);
    sample::resume_with(&second, "/", std::slice::from_ref(&own));
    second.choose_file(&path);
    second.press("confirm-import");
    sample::expect_result(&second);
    assert_eq!(sample::result_hooks(&second), hooks);
    second.expect_text(NOTE);
    second.expect_text(REFLECTION);
    let stored = second.stored_items();
    let parsed = |key: &str| serde_json::from_str::<Value>(&stored[key]).unwrap();
    assert_eq!(parsed(sample::KEY), sample::record());
    assert_eq!(parsed(&archived_key("AnotherScan")), own, "the previous scan is archived");
    let (_, again) = export(&second, "export-json", "json");
    assert_eq!(again, file, "a second export is identical");
    second.finish();
}

/// Records every object URL, and whether it was revoked.
const NOTES_ADDRESSES: &str = "window.addresses = []; window.takenBack = [];
    const make = URL.createObjectURL.bind(URL), takeBack = URL.revokeObjectURL.bind(URL);
    URL.createObjectURL = file => { const address = make(file); window.addresses.push(address); return address };
    URL.revokeObjectURL = address => { window.takenBack.push(address); takeBack(address) }";

#[test]
fn consecutive_downloads_all_arrive_and_stay_readable() {
    engines!(all, "saving and choosing files are part of the engine");
    let visitor = phone().with_init_script(NOTES_ADDRESSES).start();
    // The policy does not let a page fetch object URLs, as this test does.
    visitor.server().remove_header("content-security-policy").unwrap();
    sample::resume_at_result(&visitor, "/");
    let mut files = Vec::new();
    for (action, ending) in [
        ("export-csv", "csv"),
        ("export-json", "json"),
        ("export-csv", "csv"),
        ("spectrum-svg", "svg"),
        ("spectrum-png", "png"),
    ] {
        files.push(export(&visitor, action, ending).1);
    }
    assert_eq!(files[0], files[2], "the second time gives the same table");
    let read = "const done = arguments[arguments.length - 1];
        Promise.all(addresses.map(address => fetch(address).then(answer => answer.bytes())))
            .then(files => done(files.map(bytes => [...bytes])), error => done(String(error)))";
    let again = visitor.execute_async(read, []);
    let again: Vec<Vec<u8>> = serde_json::from_value(again).unwrap();
    assert!(again == files, "what the addresses give is what arrived");
    assert_eq!(visitor.execute("return takenBack", []), json!([]));
    visitor.finish();
}

/// The top and bottom of the notice, and the height of the viewport.
const WHERE_IT_IS_TOLD: &str = "const box = document.querySelector('[data-notice]').getBoundingClientRect();
    return [Math.round(box.top), Math.round(box.bottom), innerHeight]";

#[test]
fn the_notice_after_an_export_is_in_view() {
    engines!(Chromium, "only its driver can allow reading the clipboard");
    let visitor = phone().start();
    sample::resume_at_result(&visitor, "/");
    visitor.grant_clipboard_access();
    for (action, word) in [("export-csv", "notice-exported"), ("copy-text", "notice-copied")] {
        visitor.press(action);
        visitor.expect_ui_text(word);
        let seen = visitor.execute(WHERE_IT_IS_TOLD, []);
        let [top, bottom, height] = [0, 1, 2].map(|at| seen[at].as_i64().unwrap());
        assert!(0 <= top && bottom <= height, "{action}: {seen}");
    }
    visitor.finish();
}

#[test]
fn tables_open_and_close_below_their_images() {
    engines!(Chromium, "the program opens and closes tables, and behaves the same in every engine");
    let visitor = phone().start();
    sample::resume_at_result(&visitor, "/");
    for table in ["spectrum", "profile", "principles"] {
        let frame = format!("[data-table=\"{table}\"]");
        let toggle = format!("{frame} + .buttons [data-action=\"show-table\"]");
        let is_open = || {
            visitor.execute("return document.querySelector(arguments[0]).offsetHeight > 40", [json!(frame)])
        };
        assert_eq!(is_open(), json!(false), "{table}");
        visitor.click(&toggle);
        visitor.expect_attribute(&toggle, "aria-pressed", Some("true"));
        assert_eq!(is_open(), json!(true), "{table}");
        visitor.click(&toggle);
        visitor.expect_attribute(&toggle, "aria-pressed", Some("false"));
        assert_eq!(is_open(), json!(false), "{table}");
    }
    visitor.finish();
}
