//! Dates as a number of days.

use crate::json::Text;

/// How many days are told apart: fourteen bits, until November 2064.
pub(super) const COUNT: usize = 1 << 14;
/// The days are counted from the first of January of this year, which itself stands for *unknown*.
const FIRST_YEAR: usize = 2020;

/// The day of a moment such as `2026-11-21T09:30:00Z`; 0 where it has none that can be told.
pub(super) fn to_days(moment: &str) -> usize {
    counted(moment.as_bytes()).filter(|days| *days < COUNT).unwrap_or(0)
}

fn counted(moment: &[u8]) -> Option<usize> {
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2, time @ ..] = moment else { return None };
    if !time.is_empty() && !time.starts_with(b"T") {
        return None;
    }
    let year = decimal(&[*y1, *y2, *y3, *y4])?;
    let (month, day) = (decimal(&[*m1, *m2])?, decimal(&[*d1, *d2])?);
    if year < FIRST_YEAR || !(1..=12).contains(&month) || !(1..=days_of_month(year, month)).contains(&day) {
        return None;
    }
    let years: usize = (FIRST_YEAR..year).map(days_of_year).sum();
    let months: usize = (1..month).map(|month| days_of_month(year, month)).sum();
    Some(years + months + day - 1)
}

/// The first moment of a date; empty for *unknown*.
pub(super) fn from_days(mut days: usize) -> Text {
    if days == 0 {
        return Text::default();
    }
    let (mut year, mut month) = (FIRST_YEAR, 1);
    while days >= days_of_year(year) {
        days -= days_of_year(year);
        year += 1;
    }
    while days >= days_of_month(year, month) {
        days -= days_of_month(year, month);
        month += 1;
    }
    let two_digits = |number: usize| [if number < 10 { "-0" } else { "-" }, &number.to_string()].concat();
    [&year.to_string(), &*two_digits(month), &two_digits(days + 1), "T00:00:00Z"].concat().into()
}

fn decimal(digits: &[u8]) -> Option<usize> {
    digits
        .iter()
        .try_fold(0, |number, digit| digit.is_ascii_digit().then(|| number * 10 + usize::from(digit - b'0')))
}

/// Every fourth year is a leap year: the exceptions of 2100 and later cannot be told in a code anyway.
fn days_of_february(year: usize) -> usize {
    if year.is_multiple_of(4) { 29 } else { 28 }
}

fn days_of_year(year: usize) -> usize {
    337 + days_of_february(year)
}

fn days_of_month(year: usize, month: usize) -> usize {
    match month {
        2 => days_of_february(year),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}
