//! The pictures as files: drawings that every program can read, with all their words, complete in themselves.

use std::sync::LazyLock;

use flexkompas::app::Msg;
use flexkompas::content::{Language, MessageKey};
use flexkompas::export::{Picture, SvgImage};
use roxmltree::{Document, Node};
use serde_json::{Value, json};

use crate::support::content::{library, message, start};
use crate::support::scan::{named, of_everything, quick};
use crate::support::visitor::{Visitor, visitor_in};

const PICTURES: [Picture; 3] = [Picture::Spectrum, Picture::Profile, Picture::Principles];

/// Names that could break a drawing.
const NAMES: [&str; 6] = [
    "",
    "Team <script>alert('&amp;')</script> \"Noord\" & Zuid > ]]>",
    "😀 tëam 中文 \u{202e}om",
    "tab\tnew\nline\u{0}\u{1}\u{8}\u{b}\u{c}\u{1f}\u{7f}\u{fffe}\u{ffff}end",
    "--> <!-- <![CDATA[ <?xml %s ${x} </text></svg>",
    "Een naam die langer is dan de hele breedte van een tekening, want wie iets plakt, plakt soms een heel verhaal dat nergens ophoudt en doorgaat",
];

#[track_caller]
pub(super) fn at_result(language: Language, scan: &Value) -> Visitor {
    let mut visitor = visitor_in(language);
    visitor.send(Msg::ImportChosen(Ok(scan.to_string())));
    visitor.go("result");
    visitor
}

/// A scan with a value, an ambition and both marks everywhere.
pub(super) fn full() -> Value {
    let mut scan = of_everything("now", "2026-01-05");
    for dimension in start(Language::Dutch).set.dimensions() {
        scan["ambition"][dimension.id.as_str()] = json!(4);
    }
    for principle in library(Language::Dutch).principles {
        let stops = (principle.stops[0].id.as_str(), principle.stops.last().unwrap().id.as_str());
        scan["principles"]["positions"][principle.id.as_str()] =
            json!({ "now": stops.0, "desired": stops.1 });
    }
    scan
}

#[track_caller]
pub(super) fn drawing(visitor: &Visitor, picture: Picture) -> SvgImage {
    visitor.model.drawing(picture).unwrap()
}

/// Every drawing of scans with these names, in both languages.
fn every_drawing(mut look: impl FnMut(Language, Picture, &SvgImage, &Document)) {
    static DRAWN: LazyLock<Vec<(Language, Picture, SvgImage)>> = LazyLock::new(|| {
        let mut drawn = Vec::new();
        for language in Language::ALL {
            for name in NAMES {
                let visitor = at_result(language, &named(name, full()));
                drawn.extend(PICTURES.map(|picture| (language, picture, drawing(&visitor, picture))));
            }
        }
        drawn
    });
    for (language, picture, drawing) in &*DRAWN {
        let document = Document::parse(&drawing.svg);
        let document = document.unwrap_or_else(|error| panic!("{error}: {}", drawing.svg));
        look(*language, *picture, drawing, &document);
    }
}

#[track_caller]
fn number(node: Node, name: &str) -> i32 {
    let value = node.attribute(name).unwrap_or_else(|| panic!("no {name} at {node:?}"));
    value.parse().unwrap_or_else(|_| panic!("{name} is {value}"))
}

/// All words of a drawing but its title, line by line.
fn words(document: &Document) -> String {
    let lines =
        document.descendants().filter(|node| node.has_tag_name(("http://www.w3.org/2000/svg", "text")));
    lines.filter_map(|line| line.text()).collect::<Vec<_>>().join(" ")
}

/// The places that an outline of absolute commands passes.
#[track_caller]
fn places(outline: &str) -> Vec<(i32, i32)> {
    let mut places = Vec::new();
    let (mut x, mut y) = (0, 0);
    let begins: Vec<usize> =
        outline.match_indices(|letter: char| letter.is_ascii_alphabetic()).map(|(at, _)| at).collect();
    for (at, begin) in begins.iter().enumerate() {
        let end = begins.get(at + 1).copied().unwrap_or(outline.len());
        let numbers: Vec<i32> =
            outline[begin + 1..end].split_whitespace().map(|part| part.parse().unwrap()).collect();
        match (&outline[*begin..=*begin], numbers.as_slice()) {
            ("M" | "L", [to_x, to_y]) => (x, y) = (*to_x, *to_y),
            ("H", [to]) => x = *to,
            ("V", [to]) => y = *to,
            ("Z", []) => continue,
            other => panic!("{other:?} in {outline}"),
        }
        places.push((x, y));
    }
    places
}

#[test]
fn every_drawing_is_well_formed_whatever_the_name_of_the_scan() {
    every_drawing(|_, _, _, document| {
        assert_eq!(document.root_element().tag_name().name(), "svg");
        assert_eq!(document.root_element().tag_name().namespace(), Some("http://www.w3.org/2000/svg"));
        let known = ["svg", "title", "style", "rect", "text", "path", "circle"];
        for node in document.descendants().filter(Node::is_element) {
            assert!(known.contains(&node.tag_name().name()), "{node:?}");
        }
    });
}

#[test]
fn the_size_in_the_drawing_is_the_size_that_is_told() {
    every_drawing(|_, _, drawing, document| {
        let root = document.root_element();
        let (width, height) = drawing.size;
        assert_eq!(
            (number(root, "width"), number(root, "height")),
            (width.cast_signed(), height.cast_signed())
        );
        assert_eq!(root.attribute("viewBox").map(str::to_owned), Some(format!("0 0 {width} {height}")));
        assert!(width > 0 && height > 200 && height < 1200, "{height}");
    });
}

#[test]
fn what_is_drawn_lies_inside_and_no_text_starts_outside() {
    every_drawing(|_, _, drawing, document| {
        let (width, height) = (drawing.size.0.cast_signed(), drawing.size.1.cast_signed());
        let inside = |x: i32, y: i32, around: i32| {
            assert!(
                (around..=width - around).contains(&x) && (around..=height - around).contains(&y),
                "{x} {y} of {width} {height}"
            );
        };
        for node in document.descendants().filter(Node::is_element) {
            match node.tag_name().name() {
                "text" => inside(number(node, "x"), number(node, "y"), 10),
                "circle" => inside(number(node, "cx"), number(node, "cy"), number(node, "r")),
                "rect" if node.attribute("class").is_some() => {
                    inside(number(node, "x"), number(node, "y"), 0);
                    let (x, y) = (
                        number(node, "x") + number(node, "width"),
                        number(node, "y") + number(node, "height"),
                    );
                    inside(x, y, 0);
                }
                "path" => {
                    if let Some(shift) = node.attribute("transform") {
                        let shift = shift.strip_prefix("translate(").unwrap().strip_suffix(')').unwrap();
                        let (x, y) = shift.split_once(' ').unwrap();
                        // A mark is at most sixteen wide.
                        inside(x.parse().unwrap(), y.parse().unwrap(), 8);
                    } else {
                        for (x, y) in places(node.attribute("d").unwrap()) {
                            inside(x, y, 0);
                        }
                    }
                }
                _ => {}
            }
        }
    });
}

#[test]
fn words_on_the_left_end_before_the_lines_begin() {
    // Letters of sixteen points are about eight wide.
    every_drawing(|_, picture, _, document| {
        if picture == Picture::Spectrum {
            return;
        }
        for line in document.descendants().filter(|node| node.attribute("class") == Some("n")) {
            let letters = line.text().unwrap_or_default().chars().count();
            let fits = number(line, "x") > 30 || letters <= 36;
            assert!(fits, "{:?}", line.text());
        }
    });
}

#[test]
fn every_name_is_in_the_words_of_its_drawing() {
    every_drawing(|language, picture, drawing, document| {
        let words = words(document);
        let start = start(language);
        let names: Vec<String> = match picture {
            Picture::Spectrum => start.phases.iter().map(|phase| phase.name.to_string()).collect(),
            Picture::Profile => start.dimensions.iter().map(|dimension| dimension.name.to_string()).collect(),
            Picture::Principles => {
                let drawn = library(language).principles.into_iter();
                drawn
                    .flat_map(|principle| {
                        let poles = principle.poles.map(|pole| pole.name.to_string());
                        poles.into_iter().chain([principle.name.to_string()])
                    })
                    .collect()
            }
        };
        for name in names {
            assert!(words.contains(&name), "no {name} in {}", drawing.svg);
        }
        assert!(words.contains(&message(language, MessageKey::AppName)) && words.contains("2026"));
    });
}

#[test]
fn the_name_of_the_scan_is_in_the_drawing_as_it_was_typed() {
    for name in &NAMES[1..3] {
        let visitor = at_result(Language::Dutch, &named(name, full()));
        let drawing = drawing(&visitor, Picture::Profile);
        let document = Document::parse(&drawing.svg).unwrap();
        assert!(words(&document).contains(name), "{name}");
    }
    let visitor = at_result(Language::Dutch, &named(NAMES[3], full()));
    let drawing = drawing(&visitor, Picture::Profile);
    let document = Document::parse(&drawing.svg).unwrap();
    let shown: String = words(&document).split_whitespace().collect();
    assert!(shown.contains("tabnewline\u{7f}end"), "characters that no drawing may hold are left out");
}

#[test]
fn a_drawing_refers_to_nothing_outside_itself() {
    every_drawing(|_, _, drawing, document| {
        let typed = words(document);
        for node in document.descendants().filter(Node::is_element) {
            for attribute in node.attributes() {
                let (name, value) = (attribute.name(), attribute.value());
                assert!(!name.contains("href") && !name.starts_with("on"), "{name}");
                assert!(!value.contains("url(") && !value.contains("http"), "{name}={value}");
            }
            if node.tag_name().name() == "style" {
                let style = node.text().unwrap();
                assert!(!style.contains("url(") && !style.contains("@import") && !style.contains("http"));
            }
        }
        let rest = drawing.svg.replacen("xmlns=\"http://www.w3.org/2000/svg\"", "", 1);
        assert!(!rest.contains("http") && !typed.contains("http"));
        assert!(!rest.contains("<!DOCTYPE") && !rest.contains("<?xml"));
    });
}

#[test]
fn marks_stand_where_the_values_are() {
    // All at 2 with ambition 4: a third of the way and at the end of a lane from 350 to 700; the spectrum from 30 to 810.
    let mut scan = quick("now", "2026-01-05", "2 2 2 2 2 2 2 2 2 2");
    for dimension in start(Language::Dutch).set.dimensions() {
        scan["ambition"][dimension.id.as_str()] = json!(4);
    }
    let visitor = at_result(Language::Dutch, &scan);
    let marks = |picture, class: &str| -> Vec<i32> {
        let svg = drawing(&visitor, picture).svg;
        let document = Document::parse(&svg).unwrap();
        let found = document.descendants().filter(|node| node.attribute("class") == Some(class));
        let at = |node: Node| {
            let shift = node.attribute("transform")?.strip_prefix("translate(")?.split(' ').next()?;
            shift.parse().ok()
        };
        found.filter_map(at).collect()
    };
    // The last mark of each kind is the one in the key.
    assert_eq!(marks(Picture::Profile, "now")[..9], [350 + 350 / 3; 9]);
    assert_eq!(marks(Picture::Profile, "ambition")[..9], [700; 9]);
    assert_eq!(marks(Picture::Spectrum, "now")[0], 30 + 780 / 3);
    assert_eq!(marks(Picture::Spectrum, "ambition")[0], 810);
}

#[test]
fn the_spectrum_is_drawn_only_where_there_is_an_outcome_and_principles_only_where_there_is_a_mark() {
    let few = at_result(Language::Dutch, &quick("now", "2026-01-05", "2 2 2"));
    assert_eq!(few.model.drawing(Picture::Spectrum), None);
    assert_eq!(few.model.drawing(Picture::Principles), None);
    assert!(few.model.drawing(Picture::Profile).is_some());
    let none = visitor_in(Language::Dutch);
    assert!(none.model.drawing(Picture::Profile).is_some(), "nine dimensions without a value");
}
