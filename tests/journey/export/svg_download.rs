//! Downloading a picture: as SVG, or as pixels that the browser makes of it.

use flexkompas::app::{Effect, ExportFailed, Msg, PictureForm};
use flexkompas::content::Language;
use flexkompas::export::Picture;
use serde_json::{Value, json};

use super::svg::{at_result, drawing, full};
use crate::support::scan::quick;

#[test]
fn what_cannot_be_drawn_is_not_handed_over() {
    let mut visitor = at_result(Language::Dutch, &quick("now", "2026-01-05", "2 2 2"));
    for form in [PictureForm::Svg, PictureForm::Png] {
        assert_eq!(visitor.send(Msg::PicturePressed(Picture::Spectrum, form)), []);
    }
}

#[test]
fn a_drawing_is_handed_over_as_lines_or_to_be_turned_into_points() {
    let mut visitor = at_result(Language::Dutch, &full());
    for (name, picture) in [
        ("spectrum", Picture::Spectrum),
        ("dimensions", Picture::Profile),
        ("principles", Picture::Principles),
    ] {
        let expected = drawing(&visitor, picture);
        visitor.press(&format!("{name}-svg"));
        let file = visitor.files.pop().unwrap();
        assert_eq!((file.name, file.media_type), (format!("{}.svg", expected.name), "image/svg+xml"));
        assert_eq!(file.text, expected.svg);
        assert_eq!(visitor.press(&format!("{name}-png")), [Effect::DownloadImage(expected)]);
        visitor.send(Msg::Exported(Err(ExportFailed)));
        assert!(visitor.shell().notice.unwrap().copy.unwrap().starts_with("<svg"), "what there is, to copy");
    }
}

#[test]
fn a_file_is_named_after_the_picture_and_the_day() {
    let name = |scan: &Value, picture| drawing(&at_result(Language::Dutch, scan), picture).name;
    assert_eq!(name(&full(), Picture::Spectrum), "flexkompas-Spectrum-2026-01-05");
    assert_eq!(name(&full(), Picture::Profile), "flexkompas-Onderwerpen-2026-01-05");
    let mut undated = full();
    undated["startedAt"] = json!("");
    assert_eq!(name(&undated, Picture::Principles), "flexkompas-Principes");
}
