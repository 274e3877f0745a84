//! The browsers that the suite can drive. Everything in which they differ is decided here and carried out in one file
//! per browser, so that the tests know of none.

use std::path::Path;
use std::process::Command;

use serde_json::Value;
use thirtyfour::error::WebDriverResult;
use thirtyfour::{Capabilities, WebDriver};

use crate::chromium;
use crate::wishes::Wishes;

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium with chromedriver.
    Chromium,
}

/// A line of the browser's console.
#[derive(Clone, Debug)]
pub(crate) struct ConsoleLine {
    pub(crate) level: String,
    pub(crate) text: String,
}

impl Engine {
    /// The engine of this run.
    pub fn wanted() -> Self {
        Self::Chromium
    }

    /// The driver program, set to take any free port.
    pub(crate) fn driver(self) -> Command {
        match self {
            Self::Chromium => chromium::driver(),
        }
    }

    /// The port in the line in which the driver tells it.
    pub(crate) fn port_in(self, line: &str) -> Option<u16> {
        match self {
            Self::Chromium => chromium::port_in(line),
        }
    }

    /// What to ask of the driver for this browser.
    pub(crate) fn capabilities(self, wishes: &Wishes) -> Capabilities {
        match self {
            Self::Chromium => chromium::capabilities(wishes),
        }
    }

    /// Makes the started browser as it was wished; downloads go to the folder.
    pub(crate) async fn prepare(
        self,
        browser: &WebDriver,
        wishes: &Wishes,
        downloads: &Path,
    ) -> WebDriverResult<()> {
        match self {
            Self::Chromium => chromium::prepare(browser, wishes, downloads).await,
        }
    }

    /// Lets pages read the clipboard.
    pub(crate) async fn allow_clipboard(self, browser: &WebDriver) -> WebDriverResult<()> {
        match self {
            Self::Chromium => chromium::allow_clipboard(browser).await,
        }
    }

    /// The page on paper of the size it asks for, as a PDF file.
    pub(crate) async fn print(self, browser: &WebDriver) -> WebDriverResult<Vec<u8>> {
        match self {
            Self::Chromium => chromium::print(browser).await,
        }
    }

    /// What the console said since the last time.
    pub(crate) async fn console(self, browser: &WebDriver) -> WebDriverResult<Vec<ConsoleLine>> {
        match self {
            Self::Chromium => chromium::console(browser).await,
        }
    }

    /// The addresses that were asked for since the last time, by any page or frame, wherever they lead.
    pub(crate) async fn requests(self, browser: &WebDriver) -> WebDriverResult<Vec<String>> {
        match self {
            Self::Chromium => chromium::requests(browser).await,
        }
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
