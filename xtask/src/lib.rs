//! Everything a task needs before anything is compiled: the list of commands, the requirements on the machine, the
//! browser engines, and the progress lines. Standard library only, so that it compiles at once.

pub mod commands;
pub mod engines;
pub mod requirements;
pub mod steps;
