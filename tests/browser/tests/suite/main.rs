//! Everything that is tested in a real browser. One program, so that all tests share one driver of the browser.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop where something is not as it must be")]

mod accessible;
mod broken_content;
mod broken_program;
mod by_keyboard;
mod by_mouse;
mod clipboard;
mod configured;
mod deepening;
mod early;
mod embed_page;
mod embed_script;
mod exported_file;
mod full_set;
mod guards;
mod history;
mod host_height;
mod host_messages;
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
mod returning;
mod sample;
mod sandboxes;
mod shared_result;
mod skipping;
mod starting_over;
mod storage_blocked;
mod storage_full;
mod storage_unreadable;
mod take_along;
mod tour;
mod track;
mod two_tabs;
mod undo;
