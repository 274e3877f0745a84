//! The screens: one file for each route or group of routes.

mod ambition;
mod compare;
mod guide;
mod library;
mod modules;
pub(crate) mod principle;
mod reflection;
mod result;
mod scans;
mod share;
mod statement;
