//! The optional parts: reflection questions, library and modules.

mod library;
mod modules;
mod modules_loading;
mod questions;
