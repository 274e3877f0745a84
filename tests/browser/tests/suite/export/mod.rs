//! Everything that leaves the page: files, images, print, clipboard and share links; and importing a file.

mod clipboard;
pub(crate) mod files;
mod images;
mod import;
mod json;
mod pdf_report;
mod print_button;
mod share_link;
