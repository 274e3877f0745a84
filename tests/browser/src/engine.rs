//! The browsers the suite can drive. Their differences are decided here and implemented in one file per browser, so that
//! tests need not know them.

use std::path::Path;

use serde_json::Value;
use thirtyfour::error::WebDriverResult;
use thirtyfour::{Capabilities, WebDriver};
use xtask_build::policy::SELF;

use crate::driver::Driver;
use crate::options::SessionOptions;
use crate::session::Profile;
use crate::{chromium, firefox, webkit};

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium with chromedriver.
    Chromium,
    /// Firefox with geckodriver.
    Firefox,
    /// `WebKitGTK` with its driver, on a virtual screen.
    WebKit,
}

/// A line of the browser's console.
#[derive(Clone, Debug)]
pub(crate) struct ConsoleLine {
    pub(crate) level: String,
    pub(crate) text: String,
}

impl Engine {
    /// The engine of this run.
    #[track_caller]
    pub fn current() -> Self {
        let name = env_or("FLEXKOMPAS_ENGINE", Self::Chromium.name());
        let engines = [Self::Chromium, Self::Firefox, Self::WebKit];
        let wanted = engines.into_iter().find(|engine| engine.name() == name);
        wanted.unwrap_or_else(|| panic!("FLEXKOMPAS_ENGINE is {name:?}, not chromium, firefox or webkit"))
    }

    /// Its name in environment variables and reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// The options that cannot be changed once a session has started.
    pub(crate) fn profile(self, options: &SessionOptions) -> Profile {
        let SessionOptions { languages, blocks_site_data, dark, still, size, font_size, .. } = *options;
        let all =
            Profile { engine: self, languages, blocks_site_data, dark, still, size: Some(size), font_size };
        match self {
            Self::Chromium => Profile { dark: false, still: false, size: None, ..all },
            Self::Firefox => Profile { size: None, ..all },
            Self::WebKit => all,
        }
    }

    /// Starts the driver program in the environment its browser needs. Everything the two write is in the folder.
    #[track_caller]
    pub(crate) fn driver(self, profile: &Profile, folder: &Path) -> Driver {
        match self {
            Self::Chromium => chromium::driver(folder),
            Self::Firefox => firefox::driver(folder),
            Self::WebKit => webkit::driver(profile, folder),
        }
    }

    /// The capabilities to request from the driver.
    pub(crate) fn capabilities(self, profile: &Profile, downloads: &Path) -> Capabilities {
        match self {
            Self::Chromium => chromium::capabilities(profile),
            Self::Firefox => firefox::capabilities(profile, downloads),
            Self::WebKit => webkit::capabilities(profile),
        }
    }

    /// Applies the options to the empty window; downloads go to the folder.
    pub(crate) async fn prepare(
        self,
        browser: &WebDriver,
        options: &SessionOptions,
        downloads: &Path,
    ) -> WebDriverResult<()> {
        match self {
            Self::Chromium => chromium::prepare(browser, options, downloads).await,
            Self::Firefox => firefox::prepare(browser, options).await,
            Self::WebKit => webkit::prepare(browser, options).await,
        }
    }

    /// Closes every window and opens an empty one, so that nothing of a visit keeps running.
    pub(crate) async fn reset(self, browser: &WebDriver) -> WebDriverResult<()> {
        match self {
            Self::Chromium => chromium::reset(browser).await,
            Self::Firefox => firefox::reset(browser).await,
            Self::WebKit => webkit::reset(browser).await,
        }
    }

    /// Grants pages access to the clipboard.
    pub(crate) async fn grant_clipboard_access(self, browser: &WebDriver) -> WebDriverResult<()> {
        match self {
            Self::Chromium => chromium::grant_clipboard_access(browser).await,
            Self::Firefox | Self::WebKit => panic!("only Chromium can grant access to the clipboard"),
        }
    }

    /// Prints the page as PDF, in the paper size it asks for.
    pub(crate) async fn print_to_pdf(self, browser: &WebDriver) -> WebDriverResult<Vec<u8>> {
        match self {
            Self::Chromium => chromium::print_to_pdf(browser).await,
            Self::Firefox | Self::WebKit => panic!("the report is printed in Chromium only"),
        }
    }

    /// The policy source for the own server on a page without an origin.
    pub(crate) fn self_source_in_sandbox(self, origin: &str) -> String {
        match self {
            Self::Chromium | Self::Firefox => SELF.to_owned(),
            Self::WebKit => webkit::self_source_in_sandbox(origin),
        }
    }

    /// Whether the driver provides logs and init scripts. For other engines the server adds a recorder to every page.
    pub(crate) fn has_driver_logs(self) -> bool {
        self == Self::Chromium
    }
}

/// The value of an environment variable, or a fallback.
pub(crate) fn env_or(variable: &str, fallback: impl Into<String>) -> String {
    std::env::var(variable).ok().filter(|value| !value.is_empty()).unwrap_or_else(|| fallback.into())
}

/// The string at a JSON pointer.
pub(crate) fn text_at(value: &Value, pointer: &str) -> Option<String> {
    value.pointer(pointer).and_then(Value::as_str).map(str::to_owned)
}
