//! Every class in the markup has a rule in styles/, and every class with a rule is in the markup.
//!
//! The markup is that of every state of the gallery, and of `index.html` around it; the rules are those of the style
//! sheets that `index.html` links. Runs with `cargo test --features ssr`.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop where its own material is wrong")]

#[path = "gallery/states.rs"]
mod states;
mod support;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use flexkompas::content::Language;
use flexkompas::ui::markup;
use scraper::{Html, Selector};

type Classes = BTreeSet<String>;

/// Classes that no state of the gallery has, with the script or the screen that sets them.
const SET_ELSEWHERE: [(&str, &str); 1] = [("brand__logo", "web/early.js")];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn classes_of(page: &Html) -> Classes {
    let any = Selector::parse("[class]").unwrap();
    page.select(&any)
        .flat_map(|element| element.value().classes().map(str::to_owned).collect::<Vec<_>>())
        .collect()
}

/// The classes of every state of every screen, and of the page around them.
fn emitted() -> Classes {
    let mut emitted = classes_of(&Html::parse_document(&read("index.html")));
    for (_, view) in states::all(Language::Dutch) {
        emitted.append(&mut classes_of(&Html::parse_document(&pollster::block_on(markup(view)))));
    }
    emitted
}

/// The style sheets in the order of the page.
fn linked() -> Vec<String> {
    let page = Html::parse_document(&read("index.html"));
    let links = Selector::parse("link[rel=css]").unwrap();
    page.select(&links).filter_map(|link| link.attr("href")).map(str::to_owned).collect()
}

/// The classes in the selectors of a style sheet.
fn classes_in(sheet: &str) -> Classes {
    let mut rest = sheet.to_owned();
    while let Some((before, after)) = rest.split_once("/*") {
        rest = [before, after.split_once("*/").unwrap().1].concat();
    }
    // A selector ends with a brace and follows the end of a declaration or of another rule.
    let selectors = rest.split('{').map(|part| part.rsplit(['}', ';']).next().unwrap_or_default());
    let names = selectors.filter(|selector| !selector.trim_start().starts_with('@')).flat_map(|selector| {
        selector.split('.').skip(1).map(|name| {
            let end =
                name.find(|character: char| !character.is_ascii_alphanumeric() && !"-_".contains(character));
            name[..end.unwrap_or(name.len())].to_owned()
        })
    });
    names.collect()
}

fn styled() -> Classes {
    linked().iter().flat_map(|path| classes_in(&read(path))).collect()
}

/// The names of the files in a folder, without their extension.
fn names_in(folder: &str) -> BTreeSet<String> {
    let paths = fs::read_dir(root().join(folder)).unwrap().map(|entry| entry.unwrap().path());
    let files = paths.filter(|path: &PathBuf| path.is_file());
    files.map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned()).collect()
}

#[test]
fn every_class_in_the_markup_has_a_rule() {
    let styled = styled();
    let without: Vec<_> = emitted().into_iter().filter(|class| !styled.contains(class)).collect();
    assert!(without.is_empty(), "no rule in styles/: {without:?}");
}

#[test]
fn every_class_with_a_rule_is_in_the_markup() {
    let mut emitted = emitted();
    for (class, source) in SET_ELSEWHERE {
        assert!(read(source).contains(class), "{source} does not set {class}");
        assert!(emitted.insert(class.to_owned()), "{class} is in the gallery: it needs no exception");
    }
    let unused: Vec<_> = styled().into_iter().filter(|class| !emitted.contains(class)).collect();
    assert!(unused.is_empty(), "rules for classes that nothing has: {unused:?}");
}

#[test]
fn every_style_sheet_is_linked_once() {
    let mut files: Vec<String> = names_in("styles").iter().map(|name| format!("styles/{name}.css")).collect();
    files.extend(names_in("styles/parts").iter().map(|name| format!("styles/parts/{name}.css")));
    let mut linked = linked();
    linked.sort();
    files.sort();
    assert_eq!(linked, files);
}

#[test]
fn every_part_has_the_name_of_its_painter_or_of_its_class() {
    let mut painters = names_in("src/ui");
    painters.append(&mut names_in("src/ui/blocks"));
    let classes = emitted();
    for part in names_in("styles/parts") {
        assert!(painters.contains(&part) || classes.contains(&part), "styles/parts/{part}.css");
    }
}

#[test]
fn class_names_are_written_out() {
    // `"list--".concat()` and the like: no search for a class would find where it is set.
    for folder in ["src/ui", "src/ui/blocks"] {
        for name in names_in(folder) {
            let source = read(&format!("{folder}/{name}.rs"));
            for end in ["--\"", "__\""] {
                assert!(!source.contains(end), "{folder}/{name}.rs joins a class name");
            }
        }
    }
}

#[test]
fn classes_are_read_from_selectors_alone() {
    let sheet = "@layer a { /* .no */ .one:not(.two) > h1.three { width: 1.5rem; }\n\
                 @media (min-width: 2.5em) { .four__five--six::before { content: \"b\"; } } }";
    let expected = ["four__five--six", "one", "three", "two"];
    assert_eq!(classes_in(sheet).into_iter().collect::<Vec<_>>(), expected);
}
