//! The script of the page and the program agree on which settings of a site owner are valid: `web/settings.js` is run by
//! Node, and both judge the same values.

#![allow(clippy::unwrap_used, reason = "a test may stop where its own material is wrong")]

use std::process::Command;

use flexkompas::app::Config;
use serde_json::{Value, json};
use xtask_build::bundle::minify;
use xtask_build::command;

/// Whether the script accepts each of these settings.
fn accepted_by_script(settings: &[(&str, Value)]) -> Vec<bool> {
    let folder = tempfile::tempdir().unwrap();
    let script = folder.path().join("all.js");
    let path = command::root().join("web/settings.js");
    let blocks: Vec<Value> = settings.iter().map(|(name, value)| json!([name, { *name: value }])).collect();
    let text = format!(
        "import {{ settings }} from {};\nconsole.log(JSON.stringify({}.map(([name, block]) => settings(block)[name] !== undefined)))",
        json!(path),
        json!(blocks)
    );
    std::fs::write(&script, text).unwrap();
    let script = minify::script(command::root(), &script).unwrap();
    let node = command::on_path("node").unwrap();
    serde_json::from_str(&command::output(Command::new(node).args(["-e", &script])).unwrap()).unwrap()
}

fn accepted_by_program((name, value): &(&str, Value)) -> bool {
    let (_, refused) = Config::read(Some(&json!({ *name: value }).to_string()), &|_| None);
    refused.is_empty()
}

#[test]
fn script_and_program_accept_the_same_settings() {
    let texts = [
        "",
        " ",
        "a",
        " Kompas ",
        "é",
        "noord.svg",
        "../noord.svg?v=2",
        "//elders.example/x.svg",
        "https://elders.example/x",
        "data:image/svg+xml,x",
        "a b.svg",
        "eigen/",
        "light",
        "dark",
        "auto",
        "Light",
        "blue",
        "{}",
        "a\\b",
        "x\ny",
    ];
    let long =
        ["x".repeat(80), "x".repeat(81), "😀".repeat(80), "😀".repeat(81), format!(" {} ", "x".repeat(80))];
    let others = [json!(null), json!(0), json!(true), json!([]), json!({}), json!(["a"])];
    let mut settings = Vec::new();
    for name in ["title", "logo", "appearance"] {
        let of_text = texts.iter().map(|text| json!(text)).chain(long.iter().map(|text| json!(text)));
        settings.extend(of_text.chain(others.clone()).map(|value| (name, value)));
    }
    let ids = [
        "eigen-2027",
        "",
        "Eigen",
        "eigen_2027",
        "eigen--2027",
        "-eigen",
        "undefined",
        &"a".repeat(64),
        &"a".repeat(65),
    ];
    for folder in ["eigen/", "eigen", "/", "//elders.example/", "./eigen/", "", "https://elders.example/"] {
        settings.extend(ids.map(|id| ("content", json!({ "folder": folder, "questionSet": id }))));
        settings.push(("content", json!({ "folder": folder })));
        settings.push(("content", json!({ "folder": folder, "questionSet": 7 })));
    }
    settings.extend(others.into_iter().map(|value| ("content", value)));
    let by_script = accepted_by_script(&settings);
    let mut counts = [0, 0];
    for (setting, by_script) in settings.iter().zip(by_script) {
        assert_eq!(accepted_by_program(setting), by_script, "{setting:?}");
        counts[usize::from(by_script)] += 1;
    }
    assert!(counts.iter().all(|count| *count > 20), "both verdicts occur: {counts:?}");
}
