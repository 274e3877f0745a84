//! The rules that decide which tips are shown: every one of them fires for a case and not for a neighbouring case, on
//! the page of the result and with the real content.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop where its own material is wrong")]

#[path = "../support/mod.rs"]
mod support;

mod answer_table;
mod case;
mod firing;
mod order;
mod principle_table;
mod sharpness;
