//! The offline copy: visits without a network, and new releases.

mod caching;
mod install;
mod releases;
mod visits;
