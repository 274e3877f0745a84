//! Every test declares its engines, with a reason.

use std::fs;
use std::path::{Path, PathBuf};

use flexkompas_browser_tests::{bundle, engines};

/// The names of the tests in a source that do not begin with `engines!`.
fn undeclared(source: &str) -> Vec<&str> {
    let tests = source.split("#[test]\n").skip(1);
    let undeclared = tests.filter_map(|test| {
        let (head, body) = test.split_once("{\n")?;
        let name = head.split_once("fn ")?.1.split('(').next()?;
        (!body.trim_start().starts_with("engines!(")).then_some(name)
    });
    undeclared.collect()
}

/// Every Rust source in a folder and its subfolders.
fn sources(folder: &Path) -> Vec<PathBuf> {
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let in_path = |path: PathBuf| {
        if path.is_dir() {
            return sources(&path);
        }
        let is_source = path.extension().is_some_and(|extension| extension == "rs");
        if is_source { vec![path] } else { Vec::new() }
    };
    paths.flat_map(in_path).collect()
}

#[test]
fn every_test_declares_its_engines() {
    engines!(Chromium, "it reads sources, without a browser");
    let folder = bundle::root().join("tests/browser/tests/suite");
    let mut tests = 0;
    for file in sources(&folder) {
        if !file.ends_with("declared_engines.rs") {
            let source = fs::read_to_string(&file).unwrap();
            tests += source.matches("#[test]\n").count();
            assert_eq!(undeclared(&source), [""; 0], "{}", file.display());
        }
    }
    assert!(tests > 200, "only {tests} tests were found");
}

#[test]
fn a_test_without_engines_is_detected() {
    engines!(Chromium, "it reads a text, without a browser");
    let source = "#[test]\nfn bare() {\n    let visitor = phone();\n}\n\n#[test]\nfn declared() {\n    engines!(all, \"\");\n}\n";
    assert_eq!(undeclared(source), ["bare"]);
}
