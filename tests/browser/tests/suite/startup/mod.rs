//! The page before the program starts, a start that fails, and configuration.

mod before_start;
mod configuration;
mod failed_content;
mod failed_program;
mod outdated;
