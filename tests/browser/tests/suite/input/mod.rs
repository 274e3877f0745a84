//! Keyboard, pointers and random input.

mod double_clicks;
mod keyboard_scan;
mod keyboard_screens;
mod random_clicks;
mod random_session;
mod tracks;
