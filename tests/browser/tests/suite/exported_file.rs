//! Taking the answers along as a file, and loading that file somewhere else.

use flexkompas_browser_tests::{Visitor, engines, phone};
use serde_json::{Value, json};

use crate::sample::{self, KEY, TIPS};

#[track_caller]
fn exports(visitor: &Visitor) -> (String, Value) {
    visitor.presses("export-json");
    let (name, text) = visitor.takes_download();
    visitor.sees_word("notice-exported");
    (name, serde_json::from_str(&text).unwrap())
}

#[test]
fn the_file_is_the_record_with_the_result_beside_it() {
    engines!(
        Chromium,
        "the program writes the file; that files arrive is tested in every engine by the next test"
    );
    let visitor = phone().visitor();
    visitor.opens("/");
    sample::answers_all(&visitor);
    sample::places_ambition(&visitor);
    sample::sees_the_result(&visitor);
    let (name, mut file) = exports(&visitor);

    let day = file["startedAt"].as_str().unwrap()[..10].to_owned();
    assert_eq!(name, format!("flexkompas-{day}.json"));
    let result = file.as_object_mut().unwrap().remove("result").unwrap();
    let stored: Value = serde_json::from_str(&visitor.stored_text(KEY).unwrap()).unwrap();
    assert_eq!(file, stored, "without the result the file is what is stored");
    let expected = json!({
        "score": 44, "band": [39, 50], "position": 2.31, "phase": 2, "coverage": 90,
        "dimensions": {
            "richting": 2.0, "regie": 3.0, "kaders": 2.5, "leiderschap": 1.0, "verbinding": 3.0, "inclusie": 2.0,
            "techniek": 3.0, "talent-hr": 2.0,
        },
        "tips": TIPS,
    });
    assert_eq!(result, expected);
    visitor.leaves();
}

#[test]
fn a_file_loaded_in_another_browser_gives_the_same_result() {
    engines!(all, "saving and choosing files are the engine's own");
    let first = phone().visitor();
    first.opens("/");
    sample::answers_all(&first);
    sample::places_ambition(&first);
    sample::sees_the_result(&first);
    let (_, file) = exports(&first);
    first.leaves();

    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("mine.json");
    std::fs::write(&path, file.to_string()).unwrap();
    let second = phone().visitor();
    second.opens("/");
    second.sees_statement(1, 10);
    second.loads_file(&path);
    sample::sees_the_result(&second);
    second.sees_word("notice-imported");
    second.reloads();
    sample::sees_the_result(&second);
    let stored: Value = serde_json::from_str(&second.stored_text(KEY).unwrap()).unwrap();
    assert_eq!(stored["id"], file["id"], "it is still the same scan");
    second.leaves();
}
