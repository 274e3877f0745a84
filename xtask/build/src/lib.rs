//! The chores up to a bundle and a server for it. One file per chore; `main.rs` is the command line in front of them.
//! The checks, the benchmark and the browser tests are crates of their own, which start from here.

pub mod bundle;
pub mod command;
pub mod compress;
pub mod embed_page;
pub mod files;
pub mod finish;
pub mod headers;
pub mod inline;
pub mod manifest;
pub mod minify;
pub mod pack;
pub mod page;
pub mod policy;
pub mod prerender;
pub mod report;
pub mod schema;
pub mod serve;
pub mod server;
pub mod setup;
pub mod sizes;
pub mod sources;
pub mod versions;
pub mod watch;
pub mod worker;
