//! The scans on this device: saved, archived, compared, erased and restored.

mod archive;
mod archive_storage;
mod cleared;
mod comparing;
mod erasing;
mod import;
mod other_set;
mod other_tab;
mod resuming;
mod saving;
mod undo;
mod undo_in_order;
