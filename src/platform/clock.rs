//! Chance and the clock: what a new scan needs and the pure part must not have.

use gloo::timers::callback::Timeout;
use yew::Callback;

use crate::app::Msg;
use crate::record::Stamp;

/// How long an erasure can be undone.
const UNDO_MS: u32 = 10_000;

const ID_LENGTH: u32 = 11;
const ID_LETTERS: &[u8; 62] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/// A new id and the present moment to the second.
pub(super) fn stamp() -> Stamp {
    let id: String = (0..ID_LENGTH).map(|_| letter()).collect();
    Stamp { id: id.into(), started_at: local_moment().into() }
}

const MS_PER_MINUTE: f64 = 60_000.0;

/// The present moment on the clock of the device with its offset from UTC (ISO 8601), such as
/// `2026-11-28T00:30:00+01:00`: it begins with the day that the visitor would name.
fn local_moment() -> String {
    let now = js_sys::Date::new_0();
    let minutes_west = now.get_timezone_offset();
    let wall_clock = js_sys::Date::new(&(now.get_time() - minutes_west * MS_PER_MINUTE).into());
    let wall_clock = String::from(wall_clock.to_iso_string());
    let seconds = wall_clock.split('.').next().unwrap_or_default();
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "less than a day")]
    let minutes = minutes_west.abs() as usize;
    let sign = if minutes_west > 0.0 { "-" } else { "+" };
    [seconds, sign, &two_digits(minutes / 60), ":", &two_digits(minutes % 60)].concat()
}

/// A number below 100 with its leading zero.
fn two_digits(number: usize) -> String {
    [if number < 10 { "0" } else { "" }, &number.to_string()].concat()
}

/// The id only tells two scans apart and protects nothing, so ordinary chance is enough.
fn letter() -> char {
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "random() is at least 0 and less than 1"
    )]
    let at = (js_sys::Math::random() * 62.0) as usize;
    char::from(*ID_LETTERS.get(at).unwrap_or(&b'A'))
}

/// Starts the timer of an undo offer.
pub(super) fn start_undo_timer(number: u32, dispatch: Callback<Msg>) {
    Timeout::new(UNDO_MS, move || dispatch.emit(Msg::UndoEnded(number))).forget();
}
