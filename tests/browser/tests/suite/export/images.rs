//! The images of a result as files: well-formed SVG, and PNG that is not empty.

use flexkompas_browser_tests::{bundle, engines, phone};
use roxmltree::Document;

use crate::export::files::export;
use crate::support::decode::{Points, dense};
use crate::support::notices;
use crate::support::sample::{self, DAY, MARKS, NAME};

/// Pixels of the file per unit of the drawing.
const SHARPNESS: usize = 2;

#[test]
fn every_image_exports_as_svg_and_png() {
    engines!(all, "drawing SVG on a canvas is part of the engine");
    let visitor = phone().start();
    sample::resume_at_result(&visitor, "/");
    let phase = bundle::item("start", "nl", "phases", "fase-2-beleid", "name");
    let dimensions = bundle::content("start", "nl")["dimensions"].as_array().unwrap();
    let of_dimensions = dimensions.iter().map(|dimension| dimension["name"].as_str().unwrap().to_owned());
    let of_principles = MARKS.map(|(id, ..)| bundle::item("library", "nl", "principles", id, "name"));
    let pictures = [
        ("spectrum", "spectrum", vec![phase]),
        ("dimensions", "profile", of_dimensions.collect()),
        ("principles", "principles", of_principles.to_vec()),
    ];
    for (action, word, texts) in pictures {
        let called = format!("flexkompas-{}-{DAY}", visitor.ui_text(&format!("picture-{word}")));
        let (name, svg) = export(&visitor, &format!("{action}-svg"), "svg");
        assert_eq!(name, format!("{called}.svg"));
        let svg = String::from_utf8(svg).unwrap();
        let drawing = Document::parse(&svg).unwrap();
        let root = drawing.root_element();
        assert_eq!(root.tag_name().name(), "svg");
        assert_eq!(root.tag_name().namespace(), Some("http://www.w3.org/2000/svg"));
        let words: String = root.descendants().filter_map(|node| node.text()).map(dense).collect();
        for text in texts.iter().map(String::as_str).chain([NAME]) {
            assert!(words.contains(&dense(text)), "{action} lacks {text}: {words}");
        }
        let size = |name: &str| root.attribute(name).unwrap().parse::<usize>().unwrap();

        let (name, png) = export(&visitor, &format!("{action}-png"), "png");
        assert_eq!(name, format!("{called}.png"));
        let points = Points::read(&png);
        assert_eq!((points.width, points.height), (SHARPNESS * size("width"), SHARPNESS * size("height")));
        assert!(points.colours() > 20, "{action}: {} colours", points.colours());
        for part in 0..4 {
            let ink = points.ink(2 * part, 2 * part + 3);
            assert!((5..800).contains(&ink), "{action}, part {part}: {ink} of 1000 points are not white");
        }
        assert_eq!(points.at(0, 0), [255; 3], "white around");
    }
    visitor.finish();
}

#[test]
fn special_characters_in_a_name_do_not_break_an_image() {
    engines!(all, "drawing SVG on a canvas is part of the engine");
    let name = "<b>\"R&D\"</b> 'één' ]]> ﷽ 日本 👩‍💻 \u{1}\u{b}";
    let visitor = phone().start();
    let mut record = sample::record();
    record["name"] = name.into();
    sample::resume_with(&visitor, "/", &[record]);
    visitor.press("continue");
    sample::expect_result(&visitor);
    let (_, svg) = export(&visitor, "spectrum-svg", "svg");
    let svg = String::from_utf8(svg).unwrap();
    let drawing = Document::parse(&svg).unwrap();
    let words: String = drawing.descendants().filter_map(|node| node.text()).collect();
    assert!(words.contains(name.trim_end_matches(['\u{1}', '\u{b}'])), "{words}");
    let (_, png) = export(&visitor, "spectrum-png", "png");
    assert!(Points::read(&png).colours() > 20);
    visitor.finish();
}

#[test]
fn svg_source_is_offered_when_png_export_fails() {
    engines!(Chromium, "the test, not the engine, causes the error");
    let fails =
        "HTMLCanvasElement.prototype.toBlob = () => { throw new DOMException('no', 'SecurityError') }";
    let visitor = phone().with_init_script(fails).start();
    sample::resume_at_result(&visitor, "/");
    visitor.press("spectrum-png");
    visitor.expect_ui_text("notice-export-failed");
    let svg = notices::offered_text(&visitor).unwrap();
    assert!(Document::parse(&svg).is_ok(), "{svg}");
    notices::close(&visitor);
    sample::expect_result(&visitor);
    visitor.finish();
}

#[test]
fn a_browser_that_scrambles_the_canvas_offers_the_svg_instead() {
    engines!(Chromium, "a script of the test scrambles, not the engine");
    let scrambles = "const read = CanvasRenderingContext2D.prototype.getImageData;
        CanvasRenderingContext2D.prototype.getImageData = function (...area) {
            const image = read.apply(this, area);
            crypto.getRandomValues(image.data);
            return image;
        }";
    let visitor = phone().with_init_script(scrambles).start();
    sample::resume_at_result(&visitor, "/");
    visitor.press("spectrum-png");
    visitor.expect_ui_text("notice-export-failed");
    let lines = visitor.execute("return document.querySelector('[data-notice] textarea').value", []);
    assert!(Document::parse(lines.as_str().unwrap()).is_ok(), "{lines}");
    visitor.finish();
}
