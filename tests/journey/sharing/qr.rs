//! The QR code on the page to share: a camera reads the link from its modules.

use flexkompas::app::view::block::Qr;
use flexkompas::app::{Flags, Msg};
use flexkompas::content::{Language, MessageKey};
use qrcodegen::{QrCode, QrCodeEcc};
use rqrr::PreparedImage;
use serde_json::Value;

use crate::support::content::message;
use crate::support::scan::{of_everything, quick};
use crate::support::visitor::{ADDRESS, Visitor, first_visit};

/// How many points a module is wide for the camera.
const POINTS: usize = 4;

#[track_caller]
fn shared(address: &str, scan: &Value) -> (Option<Qr>, String) {
    let mut visitor = Visitor::enter(Flags { address: address.to_owned(), ..first_visit() });
    visitor.send(Msg::ImportChosen(Ok(scan.to_string())));
    visitor.go("share");
    let page = visitor.page();
    let link = page.written("share-link");
    (page.qr, link)
}

/// The modules within the empty border that a camera needs.
fn bordered(qr: &Qr) -> Vec<Vec<bool>> {
    let size = qr.modules.len();
    let mut bordered = vec![vec![false; size + 8]; size + 8];
    for (row, within) in qr.modules.iter().zip(&mut bordered[4..]) {
        within[4..size + 4].copy_from_slice(row);
    }
    bordered
}

/// The text that a camera reads.
#[track_caller]
fn read(qr: &Qr) -> String {
    let modules = bordered(qr);
    let points = modules.len() * POINTS;
    let is_dark = |x: usize, y: usize| modules[y / POINTS][x / POINTS];
    let mut image =
        PreparedImage::prepare_from_greyscale(points, points, |x, y| if is_dark(x, y) { 0 } else { 255 });
    let grids = image.detect_grids();
    assert_eq!(grids.len(), 1);
    grids[0].decode().unwrap().1
}

#[test]
fn a_camera_reads_the_link_letter_for_letter() {
    for scan in [
        of_everything("k7Qm2xB1c9A", "2026-01-05"),
        quick("zzzzz", "2026-12-31", "4 4 4 4 4 4 4 4 4 4"),
        quick("AAAAA", "", "1"),
    ] {
        let (qr, link) = shared(ADDRESS, &scan);
        assert_eq!(read(&qr.unwrap()), link);
    }
}

#[test]
fn the_modules_are_those_of_the_standard() {
    let (qr, link) = shared(ADDRESS, &of_everything("k7Qm2xB1c9A", "2026-01-05"));
    let qr = qr.unwrap();
    let expected = QrCode::encode_text(&link, QrCodeEcc::Medium).unwrap();
    assert_eq!(qr.modules.len(), usize::try_from(expected.size()).unwrap());
    for (row, y) in qr.modules.iter().zip(0..) {
        for (module, x) in row.iter().zip(0..) {
            assert_eq!(*module, expected.get_module(x, y), "{x} {y}");
        }
    }
}

#[test]
fn the_link_is_short_enough_for_a_small_code() {
    let (qr, link) = shared(ADDRESS, &of_everything("k7Qm2xB1c9A", "2026-01-05"));
    assert!(link.len() <= 100, "{link}");
    // Version 5 has 37 modules on a side and holds 84 letters at this level of repair.
    assert!(qr.unwrap().modules.len() <= 37);
}

#[test]
fn a_link_too_long_for_any_code_says_so_and_stands_there_to_copy() {
    let address = format!("https://example.org/{}/", "a".repeat(3000));
    let (qr, link) = shared(&address, &quick("AAAAA", "2026-01-05", "1"));
    assert!(qr.is_none() && link.len() > 3000);
    let mut visitor = Visitor::enter(Flags { address, ..first_visit() });
    visitor.go("share");
    assert!(visitor.page().says(&message(Language::Dutch, MessageKey::QrNone)));
    assert!(!visitor.page().says(&message(Language::Dutch, MessageKey::QrHint)));
}

#[test]
fn a_long_address_still_gives_a_code_that_a_camera_reads() {
    let address = format!("https://intranet.example.org/{}/?lang=nl", "teams".repeat(40));
    let (qr, link) = shared(&address, &quick("AAAAA", "2026-01-05", "1"));
    assert_eq!(read(&qr.unwrap()), link);
}
