//! Everything that is tested in a real browser. One program, so that all tests share one driver of the browser.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop where something is not as it must be")]

mod accessible;
mod broken_content;
mod broken_program;
mod by_keyboard;
mod by_mouse;
mod clipboard;
mod deepening;
mod early;
mod exported_file;
mod full_set;
mod guards;
mod history;
mod imported_file;
mod in_a_frame;
mod language;
mod links;
mod motion;
mod narrow;
mod one_language;
mod opened;
mod pictures;
mod printing;
mod random_walk;
mod report;
mod restless;
mod returning;
mod sample;
mod shared_result;
mod skipping;
mod snapshots;
mod spaced;
mod starting_over;
mod storage_blocked;
mod storage_full;
mod storage_unreadable;
mod take_along;
mod targets;
mod tour;
mod track;
mod two_tabs;
mod under_nginx;
mod undo;
mod without_a_mouse;
mod zoomed;
