//! The tasks behind a bundle and a local server. `main.rs` is the command line. The checks, the benchmark and the
//! browser tests are crates that depend on this one.

pub mod bundle;
pub mod command;
pub mod content;
pub mod serve;
pub mod setup;

// The most used items of those crates.
pub use self::bundle::compress;
pub use self::serve::{headers, policy, server};
