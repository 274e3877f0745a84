//! What every task needs before anything is compiled: the list of commands, the requirements that a machine must meet,
//! the browser engines, and the lines that tell what is going on. Standard library only, so that it compiles at once.

pub mod commands;
pub mod engines;
pub mod requirements;
pub mod steps;
