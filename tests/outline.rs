//! What assistive technology reads on every screen, in order: landmarks, headings, groups, controls with their names and
//! states, pictures and tables. Kept as text that people can review (tests/fixtures/outline), so that a change of what is
//! read is seen in the review of the change.
//!
//! Runs with `cargo test --features ssr`; `UPDATE_OUTLINES=1` writes the files anew.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop where its own material is wrong")]

#[path = "gallery/states.rs"]
mod states;
mod support;

use std::fmt::Write as _;
use std::path::PathBuf;
use std::{env, fs};

use flexkompas::app::view::View;
use flexkompas::content::Language;
use flexkompas::ui::markup;
use scraper::node::Element;
use scraper::{ElementRef, Html, Selector};

fn paint(view: View) -> Html {
    Html::parse_document(&pollster::block_on(markup(view)))
}

/// The words of an element without those that are hidden from assistive technology.
fn words(element: ElementRef) -> String {
    let is_hidden = |element: ElementRef| element.attr("aria-hidden") == Some("true");
    let mut text = String::new();
    for node in element.descendants() {
        let hidden = node.ancestors().filter_map(ElementRef::wrap).any(is_hidden);
        if let Some(words) = node.value().as_text().filter(|_| !hidden) {
            text.push_str(words);
        }
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn by_id<'a>(page: &'a Html, id: &str) -> Option<ElementRef<'a>> {
    page.select(&Selector::parse(&format!("[id=\"{id}\"]")).unwrap()).next()
}

/// The accessible name, by the rules that the product's markup uses (ARIA label, label element, legend, own words).
fn name(page: &Html, element: ElementRef) -> String {
    if let Some(label) = element.attr("aria-label") {
        return label.to_owned();
    }
    if let Some(labelled) = element.attr("aria-labelledby").and_then(|id| by_id(page, id)) {
        return words(labelled);
    }
    let tag = element.value().name();
    if matches!(tag, "input" | "textarea") {
        let of_id = element
            .attr("id")
            .and_then(|id| page.select(&Selector::parse(&format!("label[for=\"{id}\"]")).unwrap()).next());
        let around =
            || element.ancestors().filter_map(ElementRef::wrap).find(|e| e.value().name() == "label");
        return of_id.or_else(around).map(words).unwrap_or_default();
    }
    if tag == "fieldset" {
        return element.select(&Selector::parse("legend").unwrap()).next().map(words).unwrap_or_default();
    }
    words(element)
}

/// The role of the element for assistive technology; `None` if it has none of its own.
fn role(element: &Element) -> Option<&str> {
    if let Some(role) = element.attr("role") {
        return Some(role);
    }
    Some(match element.name() {
        "header" => "banner",
        "nav" => "navigation",
        "main" => "main",
        "footer" => "contentinfo",
        "h1" => "heading 1",
        "h2" => "heading 2",
        "h3" => "heading 3",
        "h4" => "heading 4",
        "button" => "button",
        "a" => "link",
        "summary" => "disclosure",
        "fieldset" => "group",
        "table" => "table",
        "textarea" => "text field",
        "input" => match element.attr("type") {
            Some("radio") => "radio",
            Some("checkbox") => "checkbox",
            Some("file") => "file field",
            _ => "text field",
        },
        _ => return None,
    })
}

fn states_of(element: &Element) -> String {
    let mut said = String::new();
    for (attribute, on) in
        [("aria-pressed", "pressed"), ("aria-expanded", "expanded"), ("aria-current", "current")]
    {
        if element.attr(attribute).is_some_and(|value| value != "false") {
            write!(said, " [{on}]").unwrap();
        }
    }
    for (attribute, on) in [("checked", "chosen"), ("readonly", "read-only")] {
        if element.attr(attribute).is_some() {
            write!(said, " [{on}]").unwrap();
        }
    }
    said
}

fn outline(page: &Html) -> String {
    let mut lines = String::new();
    for node in page.tree.root().descendants() {
        let Some(element) = ElementRef::wrap(node) else { continue };
        let mut around = element.ancestors().filter_map(ElementRef::wrap).chain([element]);
        let is_unseen = around.any(|element| {
            element.attr("aria-hidden") == Some("true") || element.attr("class") == Some("paper-only")
        });
        if is_unseen {
            continue;
        }
        let Some(role) = role(element.value()) else { continue };
        // Landmarks without a label have no name: their words are what is in them.
        let is_landmark = matches!(role, "banner" | "main" | "contentinfo" | "status");
        let name = if is_landmark { String::new() } else { name(page, element) };
        lines.push_str(format!("{role}: {name}{}", states_of(element.value())).trim_end_matches([' ', ':']));
        lines.push('\n');
    }
    lines
}

#[test]
fn what_is_read_on_every_screen_is_as_it_was_reviewed() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/outline");
    let update = env::var_os("UPDATE_OUTLINES").is_some();
    let mut differing = Vec::new();
    for (name, view) in states::all(Language::Dutch) {
        let now = outline(&paint(view));
        let path = folder.join(format!("{name}.txt"));
        if update {
            fs::create_dir_all(&folder).unwrap();
            fs::write(&path, &now).unwrap();
        }
        let reviewed = fs::read_to_string(&path).unwrap_or_default();
        if let Some((at, line)) =
            now.lines().enumerate().find(|(at, line)| reviewed.lines().nth(*at) != Some(line))
        {
            differing.push(format!("{name}.txt, line {}: {line}", at + 1));
        } else if now.lines().count() != reviewed.lines().count() {
            differing.push(format!("{name}.txt has {} lines", now.lines().count()));
        }
    }
    assert!(differing.is_empty(), "review with UPDATE_OUTLINES=1: {differing:#?}");
}

#[test]
fn everything_that_can_be_used_has_a_name() {
    for language in Language::ALL {
        for (state, view) in states::all(language) {
            let page = paint(view);
            for line in outline(&page).lines() {
                let is_landmark = ["banner", "main", "contentinfo", "status"].contains(&line);
                assert!(
                    is_landmark || line.split_once(": ").is_some_and(|(_, name)| !name.is_empty()),
                    "{state}: {line}"
                );
            }
        }
    }
}
