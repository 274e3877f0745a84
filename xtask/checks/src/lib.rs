//! Work on a finished bundle: the checks and the release archive. Also the gallery, the icons and the fuzzing, which no
//! build needs. `main.rs` is the command line in front of it; the browser tests use the archive.

pub mod checks;
pub mod fuzz;
pub mod gallery;
pub mod icons;
pub mod release;

pub use self::release::archive;
