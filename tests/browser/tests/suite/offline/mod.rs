//! The offline copy: visits without a network, and new releases.

mod releases;
mod visits;
