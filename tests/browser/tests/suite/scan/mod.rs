//! The scan itself, from the first statement to the archive.

mod archive;
mod full;
mod language;
mod library_and_modules;
mod local_day;
mod memory;
mod quick;
mod restart;
mod skipping;
mod undo;
