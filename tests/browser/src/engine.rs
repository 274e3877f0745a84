//! The browsers that the suite can drive. Everything in which they differ is decided here and carried out in one file
//! per browser, so that the tests know of none.

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
    /// `WebKitGTK` with its driver and a screen that nobody sees.
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

    /// What it is called in variables and reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// What of these options a session must be started with.
    pub(crate) fn profile(self, options: &SessionOptions) -> Profile {
        let SessionOptions { languages, blocks_site_data, dark, still, size, .. } = *options;
        let all = Profile { engine: self, languages, blocks_site_data, dark, still, size: Some(size) };
        match self {
            Self::Chromium => Profile { dark: false, still: false, size: None, ..all },
            Self::Firefox => Profile { size: None, ..all },
            Self::WebKit => all,
        }
    }

    /// Starts the driver program; what a browser is told by its surroundings is told here. Everything that the two
    /// leave behind lies in the folder.
    #[track_caller]
    pub(crate) fn driver(self, profile: &Profile, folder: &Path) -> Driver {
        match self {
            Self::Chromium => chromium::driver(folder),
            Self::Firefox => firefox::driver(folder),
            Self::WebKit => webkit::driver(profile, folder),
        }
    }

    /// What to ask of the driver for this browser.
    pub(crate) fn capabilities(self, profile: &Profile, downloads: &Path) -> Capabilities {
        match self {
            Self::Chromium => chromium::capabilities(profile),
            Self::Firefox => firefox::capabilities(profile, downloads),
            Self::WebKit => webkit::capabilities(profile),
        }
    }

    /// Makes the empty window as it was wished; downloads go to the folder.
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

    /// Closes every window and opens an empty one, so that nothing of a visit is left to run.
    pub(crate) async fn reset(self, browser: &WebDriver) -> WebDriverResult<()> {
        match self {
            Self::Chromium => chromium::reset(browser).await,
            Self::Firefox => firefox::reset(browser).await,
            Self::WebKit => webkit::reset(browser).await,
        }
    }

    /// Lets pages read the clipboard.
    pub(crate) async fn grant_clipboard_access(self, browser: &WebDriver) -> WebDriverResult<()> {
        match self {
            Self::Chromium => chromium::grant_clipboard_access(browser).await,
            Self::Firefox | Self::WebKit => panic!("only Chromium can be told who may use the clipboard"),
        }
    }

    /// The page on paper of the size it asks for, as a PDF file.
    pub(crate) async fn print_to_pdf(self, browser: &WebDriver) -> WebDriverResult<Vec<u8>> {
        match self {
            Self::Chromium => chromium::print_to_pdf(browser).await,
            Self::Firefox | Self::WebKit => panic!("only in Chromium the report is looked at on paper"),
        }
    }

    /// How a policy must call the server of a page that a sandbox gives no origin.
    pub(crate) fn self_source_in_sandbox(self, origin: &str) -> String {
        match self {
            Self::Chromium | Self::Firefox => SELF.to_owned(),
            Self::WebKit => webkit::self_source_in_sandbox(origin),
        }
    }

    /// True where the driver hands over logs and runs scripts before those of the page. Elsewhere the server puts a
    /// recorder into every page.
    pub(crate) fn has_driver_logs(self) -> bool {
        self == Self::Chromium
    }
}

/// What an environment variable holds, or this.
pub(crate) fn env_or(variable: &str, fallback: impl Into<String>) -> String {
    std::env::var(variable).ok().filter(|value| !value.is_empty()).unwrap_or_else(|| fallback.into())
}

/// The address in a record of a request that a driver logged.
pub(crate) fn text_at(value: &Value, pointer: &str) -> Option<String> {
    value.pointer(pointer).and_then(Value::as_str).map(str::to_owned)
}
