//! A result that is shared: as link, QR code and code, and as its recipient sees it.

mod kept;
mod page;
mod qr;
mod shared;
mod shared_codes;
