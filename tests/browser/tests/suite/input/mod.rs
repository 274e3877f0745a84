//! Keyboard, pointers and random input.

mod keyboard_scan;
mod keyboard_screens;
mod random_clicks;
mod random_session;
mod tracks;
