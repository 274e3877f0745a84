//! The content on its way into the bundle: its sources, the report for editors and the JSON Schemas.

pub mod anchors;
pub mod report;
pub mod schema;
pub mod sources;
