//! Screenshots of every screen.

mod picture;
mod snapshots;
