//! Tests of the test harness itself.

mod declared_engines;
mod visit_checks;
