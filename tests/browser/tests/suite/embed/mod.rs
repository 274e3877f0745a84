//! The product in an iframe of another site, and the script and page that put it there.

mod height;
mod iframe;
mod messages;
mod placement;
mod sandboxes;
pub(crate) mod script;
mod snippet_page;
