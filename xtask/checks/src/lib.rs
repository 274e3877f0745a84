//! What a finished bundle goes through: every check, and the archive for site owners. Beside them the gallery and the
//! fuzzing. `main.rs` is the command line in front of it; the browser tests use the archive.

pub mod archive;
pub mod checks;
pub mod configs;
pub mod dist;
pub mod fuzz;
pub mod gallery;
pub mod guide;
pub mod icons;
pub mod licences;
