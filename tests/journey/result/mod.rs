//! The result, and what it is made of.

mod computed;
mod explained;
mod page;
mod pictures;
mod sources;
mod stars;
mod summary;
mod what_if;
