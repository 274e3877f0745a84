//! The tasks up to a bundle and a server for it. `main.rs` is the command line in front of them. The checks, the benchmark
//! and the browser tests are crates of their own that depend on this one.

pub mod bundle;
pub mod command;
pub mod content;
pub mod serve;
pub mod setup;

// What the crates that test a bundle need most.
pub use self::bundle::compress;
pub use self::serve::{headers, policy, server};
