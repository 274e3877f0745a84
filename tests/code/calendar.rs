//! The day of a scan goes along, by an exact calendar.

use flexkompas::record::{Record, Stamp};

use crate::scans::blank;
use crate::{read, written};

/// The start of a scan after its code was unpacked.
fn start_after(moment: &str) -> String {
    let scan = blank(Stamp { id: "AAAAA".into(), started_at: moment.into() });
    let read = read(&written(&scan)).unwrap();
    assert_eq!(
        Record { stamp: scan.stamp.clone(), ..read.clone() },
        scan,
        "the day changes nothing beside it"
    );
    read.stamp.started_at.to_string()
}

/// The day so many days after 1 January 2020, by the calendar of Hinnant, which counts in eras of 400 years from
/// the first of March.
fn day_by_eras(days: u32) -> String {
    // Days since 1 March 2000, where an era begins: nineteen years with four leap days, and from March to January.
    let day = days + 306 + 19 * 365 + 4;
    let year = (day - day / 1460 + day / 36_524) / 365;
    let of_year = day - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let (year, month) = if month < 10 { (2000 + year, month + 3) } else { (2001 + year, month - 9) };
    format!("{year}-{month:02}-{day:02}")
}

#[test]
fn every_day_that_a_code_can_tell_comes_back() {
    assert_eq!((day_by_eras(0), day_by_eras(60)), ("2020-01-01".to_owned(), "2020-03-01".to_owned()));
    assert_eq!(day_by_eras(16_383), "2064-11-08");
    for days in 1..16_384 {
        let day = day_by_eras(days);
        assert_eq!(start_after(&format!("{day}T23:59:59Z")), format!("{day}T00:00:00Z"));
    }
}

#[test]
fn a_day_that_a_code_cannot_tell_comes_back_as_unknown() {
    for moment in
        ["2020-01-01T00:00:00Z", "2019-12-31T23:59:59Z", "2064-11-09T00:00:00Z", "2100-02-28", "9999-12-31"]
    {
        assert_eq!(start_after(moment), "", "{moment}");
    }
}

#[test]
fn what_is_no_day_comes_back_as_unknown() {
    for moment in [
        "",
        "yesterday",
        "2026",
        "2026-11",
        "2026-11-2",
        "2026-11-211",
        "2026-1-021",
        "2026-00-10",
        "2026-13-10",
        "2026-11-00",
        "2026-11-31",
        "2026-02-29",
        "2028-02-30",
        "2026/11/21",
        "+026-11-21",
        "２０26-11-21",
        "2026-11-21 09:30",
    ] {
        assert_eq!(start_after(moment), "", "{moment}");
    }
}

#[test]
fn the_time_of_day_stays_behind() {
    assert_eq!(start_after("2026-11-21T09:30:00Z"), "2026-11-21T00:00:00Z");
    assert_eq!(start_after("2028-02-29"), "2028-02-29T00:00:00Z");
}
