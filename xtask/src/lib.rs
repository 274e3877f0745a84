//! The chores of Flexkompas. One file per chore; `main.rs` is the command line in front of them, and the browser
//! tests use [`server`] to serve the bundle, well or badly.

pub mod archive;
pub mod bench;
pub mod bundle;
pub mod checks;
pub mod command;
pub mod compress;
pub mod configs;
pub mod dist;
pub mod embed_page;
pub mod finish;
pub mod fuzz;
pub mod gallery;
pub mod guide;
pub mod headers;
pub mod inline;
pub mod licences;
pub mod manifest;
pub mod minify;
pub mod pack;
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
