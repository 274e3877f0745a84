//! Hands files over to the person.

use gloo::file::{Blob, ObjectUrl};
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::HtmlAnchorElement;

use crate::app::ExportFailed;
use crate::export::Download;

/// iOS reads the address of a download late; revoked at once, the file would be empty.
const KEEP_ADDRESS_MS: u32 = 60_000;

/// Offers a file as a download.
///
/// A frame without `allow-downloads` drops it silently; no browser tells. That is why the text can also be
/// shown to copy, and why the notice says where to look.
pub(super) fn download(file: &Download) -> Result<(), ExportFailed> {
    download_blob(Blob::new_with_options(file.text.as_str(), Some(file.media_type)), &file.name)
}

/// Offers what the browser holds as a download of this name.
pub(super) fn download_blob(blob: Blob, name: &str) -> Result<(), ExportFailed> {
    let address = ObjectUrl::from(blob);
    let document = super::document().ok_or(ExportFailed)?;
    let link = document.create_element("a").map_err(|_| ExportFailed)?;
    let link: HtmlAnchorElement = link.dyn_into().map_err(|_| ExportFailed)?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    Timeout::new(KEEP_ADDRESS_MS, move || drop(address)).forget();
    Ok(())
}
