//! Every test says which engines it needs, and why.

use std::fs;

use flexkompas_browser_tests::{bundle, engines};

/// The tests in this source that do not begin with `engines!`, by name.
fn undeclared(source: &str) -> Vec<&str> {
    let tests = source.split("#[test]\n").skip(1);
    let undeclared = tests.filter_map(|test| {
        let (head, body) = test.split_once("{\n")?;
        let name = head.split_once("fn ")?.1.split('(').next()?;
        (!body.trim_start().starts_with("engines!(")).then_some(name)
    });
    undeclared.collect()
}

#[test]
fn every_test_begins_with_the_engines_it_needs() {
    engines!(Chromium, "it reads the sources, without a browser");
    let folder = bundle::root().join("tests/browser/tests/suite");
    let mut tests = 0;
    for file in fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()) {
        if file.extension().is_some_and(|ending| ending == "rs") && !file.ends_with("declared.rs") {
            let source = fs::read_to_string(&file).unwrap();
            tests += source.matches("#[test]\n").count();
            assert_eq!(undeclared(&source), [""; 0], "{}", file.display());
        }
    }
    assert!(tests > 200, "only {tests} tests were found");
}

#[test]
fn a_test_without_its_engines_is_found() {
    engines!(Chromium, "it reads a text, without a browser");
    let source = "#[test]\nfn bare() {\n    let visitor = phone();\n}\n\n#[test]\nfn declared() {\n    engines!(all, \"\");\n}\n";
    assert_eq!(undeclared(source), ["bare"]);
}
