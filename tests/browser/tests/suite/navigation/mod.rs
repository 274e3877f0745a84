//! Reloading, the history of the browser, fragments and several tabs.

mod fragments;
mod reload_and_back;
mod stale_pages;
mod two_tabs;
