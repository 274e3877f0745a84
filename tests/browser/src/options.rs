//! The browser of a visitor: size, languages, theme, storage and scripts.

use std::path::{Path, PathBuf};

use crate::bundle;
use crate::engine::Engine;
use crate::visitor::Visitor;

/// Width and height of the page in CSS pixels.
pub type Size = (u32, u32);

/// A phone in portrait orientation.
pub const PHONE: Size = (360, 740);
/// The narrowest screen that must work (WCAG 1.4.10).
pub const NARROW: Size = (320, 640);
/// An ordinary laptop.
pub const LAPTOP: Size = (1280, 800);

/// A colour scheme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// Light colours.
    Light,
    /// Dark colours.
    Dark,
    /// Forced colours of the system, which are dark.
    Forced,
}

/// The options of a browser session.
#[derive(Clone, Debug)]
#[allow(clippy::struct_excessive_bools, reason = "the options are independent of each other")]
pub struct SessionOptions {
    pub(crate) engine: Engine,
    pub(crate) size: Size,
    pub(crate) languages: &'static str,
    pub(crate) dark: bool,
    pub(crate) still: bool,
    pub(crate) blocks_site_data: bool,
    pub(crate) folder: PathBuf,
    pub(crate) address: Option<String>,
    pub(crate) scripts: Vec<String>,
    pub(crate) fresh: bool,
    pub(crate) font_size: Option<u32>,
}

/// A Dutch visitor with a phone.
pub fn phone() -> SessionOptions {
    SessionOptions {
        engine: Engine::current(),
        size: PHONE,
        languages: "nl-NL,nl,en",
        dark: false,
        still: false,
        blocks_site_data: false,
        folder: bundle::folder(),
        address: None,
        scripts: Vec::new(),
        fresh: false,
        font_size: None,
    }
}

/// A Dutch visitor with a laptop.
pub fn laptop() -> SessionOptions {
    SessionOptions { size: LAPTOP, ..phone() }
}

impl SessionOptions {
    /// With a screen of this size.
    #[must_use]
    pub fn with_size(self, size: Size) -> Self {
        Self { size, ..self }
    }

    /// With these languages, most preferred first: `en-GB,en`.
    #[must_use]
    pub fn with_languages(self, languages: &'static str) -> Self {
        Self { languages, ..self }
    }

    /// With dark colours.
    #[must_use]
    pub fn with_dark_theme(self, dark: bool) -> Self {
        Self { dark, ..self }
    }

    /// With reduced motion.
    #[must_use]
    pub fn with_reduced_motion(self) -> Self {
        Self { still: true, ..self }
    }

    /// With a browser that blocks all site data.
    #[must_use]
    pub fn without_site_data(self) -> Self {
        Self { blocks_site_data: true, ..self }
    }

    /// Served from this folder instead of the bundle.
    #[must_use]
    pub fn serve_folder(self, folder: &Path) -> Self {
        Self { folder: folder.to_owned(), ..self }
    }

    /// On another server than the visitor's own. Chromium only: its logs do not depend on that server.
    #[must_use]
    pub fn at_address(self, address: &str) -> Self {
        Self { address: Some(address.to_owned()), ..self }
    }

    /// With a script that runs before those of every page.
    #[must_use]
    pub fn with_init_script(mut self, script: impl Into<String>) -> Self {
        self.scripts.push(script.into());
        self
    }

    /// With this default font size in pixels; not in `WebKit`, whose driver cannot set it.
    #[must_use]
    pub fn with_font_size(self, pixels: u32) -> Self {
        Self { font_size: Some(pixels), ..self }
    }

    /// With a new browser that no other visitor has used.
    #[must_use]
    pub fn with_new_session(self) -> Self {
        Self { fresh: true, ..self }
    }

    /// Without service workers, whose caches would hide what the server does next.
    #[must_use]
    pub fn without_service_worker(self) -> Self {
        self.with_init_script(
            "Object.defineProperty(Navigator.prototype, 'serviceWorker', { value: undefined })",
        )
    }

    /// Starts the visit: takes a browser and starts a server.
    #[track_caller]
    pub fn start(self) -> Visitor {
        Visitor::start(&self)
    }
}
