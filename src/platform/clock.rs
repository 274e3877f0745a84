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
    let now = js_sys::Date::new_0().to_iso_string();
    let now = String::from(now);
    let seconds = now.split('.').next().unwrap_or_default();
    Stamp { id: id.into(), started_at: [seconds, "Z"].concat().into() }
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
