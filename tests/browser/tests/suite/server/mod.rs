//! The release archive behind a real web server.

mod nginx;
