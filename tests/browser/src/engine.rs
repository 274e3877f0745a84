//! The browsers that the suite can drive. Everything in which they differ is decided here and carried out in one file
//! per browser, so that the tests know of none.

use std::io::Write;
use std::path::Path;

use serde_json::Value;
use thirtyfour::error::WebDriverResult;
use thirtyfour::{Capabilities, WebDriver};
use xtask_build::policy::SELF;

use crate::driver::Driver;
use crate::wishes::Wishes;
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
    pub fn wanted() -> Self {
        match env_or("FLEXKOMPAS_ENGINE", "chromium").as_str() {
            "chromium" => Self::Chromium,
            "firefox" => Self::Firefox,
            "webkit" => Self::WebKit,
            other => panic!("FLEXKOMPAS_ENGINE is {other:?}, not chromium, firefox or webkit"),
        }
    }

    /// Starts the driver program; what a browser is told by its surroundings is told here.
    #[track_caller]
    pub(crate) fn driver(self, wishes: &Wishes, downloads: &Path) -> Driver {
        match self {
            Self::Chromium => chromium::driver(),
            Self::Firefox => firefox::driver(),
            Self::WebKit => webkit::driver(wishes, downloads),
        }
    }

    /// What to ask of the driver for this browser.
    pub(crate) fn capabilities(self, wishes: &Wishes, downloads: &Path) -> Capabilities {
        match self {
            Self::Chromium => chromium::capabilities(wishes),
            Self::Firefox => firefox::capabilities(wishes, downloads),
            Self::WebKit => webkit::capabilities(wishes),
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
            Self::Firefox => firefox::prepare(browser, wishes).await,
            Self::WebKit => webkit::prepare(browser, wishes).await,
        }
    }

    /// Lets pages read the clipboard.
    pub(crate) async fn allow_clipboard(self, browser: &WebDriver) -> WebDriverResult<()> {
        match self {
            Self::Chromium => chromium::allow_clipboard(browser).await,
            Self::Firefox | Self::WebKit => panic!("only Chromium can be told who may use the clipboard"),
        }
    }

    /// The page on paper of the size it asks for, as a PDF file.
    pub(crate) async fn print(self, browser: &WebDriver) -> WebDriverResult<Vec<u8>> {
        match self {
            Self::Chromium => chromium::print(browser).await,
            Self::Firefox | Self::WebKit => panic!("only in Chromium the report is looked at on paper"),
        }
    }

    /// How a policy must call the server of a page that a sandbox gives no origin.
    pub(crate) fn own_in_sandbox(self, origin: &str) -> String {
        match self {
            Self::Chromium | Self::Firefox => SELF.to_owned(),
            Self::WebKit => webkit::own_in_sandbox(origin),
        }
    }

    /// True where the driver hands over logs and runs scripts before those of the page. Elsewhere the server puts a
    /// recorder into every page.
    pub(crate) fn keeps_logs(self) -> bool {
        self == Self::Chromium
    }
}

/// Ends a test that cannot run in this engine, and says so: `not_in!(WebKit, "it has one language only")`. What was left
/// out is listed at the end of the run.
#[macro_export]
macro_rules! not_in {
    ($engine:ident, $why:literal) => {
        if $crate::engine::leaves_out($crate::engine::Engine::$engine, $why) {
            return;
        }
    };
}

/// Ends a test whose outcome is the same in every engine, or takes too long to repeat: Chromium runs it.
#[macro_export]
macro_rules! only_in_chromium {
    ($why:literal) => {
        $crate::not_in!(Firefox, $why);
        $crate::not_in!(WebKit, $why);
    };
}

/// True when this is the engine of the run; then it is noted that the present test is left out.
#[doc(hidden)]
pub fn leaves_out(engine: Engine, why: &str) -> bool {
    let leaves_out = Engine::wanted() == engine;
    if leaves_out {
        note_as_left_out(why);
    }
    leaves_out
}

/// Notes that the present test is left out.
pub(crate) fn note_as_left_out(why: &str) {
    let engine = Engine::wanted();
    let test = std::thread::current().name().unwrap_or_default().to_owned();
    let line = format!("{test}: {why}\n");
    // Past the harness, which shows nothing of a test that passes.
    let _ = write!(std::io::stderr(), "not in {engine:?}: {line}");
    if let Ok(path) = std::env::var("FLEXKOMPAS_LEFT_OUT") {
        let list = std::fs::OpenOptions::new().append(true).create(true).open(&path);
        // In one go, as other tests write too.
        list.and_then(|mut list| list.write_all(line.as_bytes())).unwrap();
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
