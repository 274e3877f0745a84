//! Browser sessions. Starting one takes longer than most tests, so one visitor after another uses it, each with a new origin
//! and an empty window.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use tempfile::TempDir;
use thirtyfour::WebDriver;
use thirtyfour::error::WebDriverResult;
use tokio::runtime::{Builder, Runtime};

use crate::driver::Driver;
use crate::engine::Engine;
use crate::options::{SessionOptions, Size};

/// The options that a running session cannot change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Profile {
    pub(crate) engine: Engine,
    pub(crate) languages: &'static str,
    pub(crate) blocks_site_data: bool,
    /// Fixed at the start only in some engines, as are the next two.
    pub(crate) dark: bool,
    pub(crate) still: bool,
    pub(crate) size: Option<Size>,
    /// The default font size, if it is not that of the engine.
    pub(crate) font_size: Option<u32>,
}

/// A running browser with its driver.
pub(crate) struct Session {
    profile: Profile,
    pub(crate) runtime: Runtime,
    /// `None` once it has quit.
    browser: Option<WebDriver>,
    folder: PathBuf,
    _driver: Driver,
}

/// Sessions without a visitor, the most recently used one last.
static IDLE: Mutex<Vec<Session>> = Mutex::new(Vec::new());

/// The maximum number of idle sessions; more take memory and are rarely reused.
const MAX_IDLE: usize = 4;

impl Session {
    /// A session with these options, an empty window and an empty folder for downloads.
    #[track_caller]
    pub(crate) fn take(options: &SessionOptions) -> Self {
        let profile = options.engine.profile(options);
        let session = Self::idle(&profile, options.fresh).unwrap_or_else(|| Self::start(profile));
        let (browser, downloads) = (session.browser(), session.downloads());
        session
            .runtime
            .block_on(options.engine.prepare(browser, options, &downloads))
            .unwrap_or_else(|error| panic!("the browser cannot be prepared: {error}"));
        session
    }

    /// An idle session with this profile. If there is none, and too many others, ends the least recently used one.
    fn idle(profile: &Profile, fresh: bool) -> Option<Self> {
        let mut idle = IDLE.lock().unwrap_or_else(PoisonError::into_inner);
        let place = idle.iter().rposition(|session| session.profile == *profile).filter(|_| !fresh);
        let ended = if place.is_none() && idle.len() >= MAX_IDLE { Some(idle.remove(0)) } else { None };
        let found = place.map(|place| idle.remove(place));
        drop(idle);
        drop(ended);
        found
    }

    #[track_caller]
    fn start(profile: Profile) -> Self {
        // The supervisor of the driver removes it.
        let folder = TempDir::new().unwrap().keep();
        std::fs::create_dir(downloads_in(&folder)).unwrap();
        let driver = profile.engine.driver(&profile, &folder);
        let runtime = Builder::new_current_thread().enable_all().build().unwrap();
        let capabilities = profile.engine.capabilities(&profile, &downloads_in(&folder));
        let browser = runtime
            .block_on(WebDriver::new(driver.address(), capabilities))
            .unwrap_or_else(|error| panic!("the browser did not start: {error}"));
        Self { profile, runtime, browser: Some(browser), folder, _driver: driver }
    }

    /// Resets the session for the next visitor, or ends it if that fails.
    pub(crate) fn give_back(self) {
        let emptied = self.runtime.block_on(self.profile.engine.reset(self.browser()));
        let files = std::fs::read_dir(self.downloads()).into_iter().flatten().flatten();
        let removed = files.map(|file| std::fs::remove_file(file.path())).collect::<Result<Vec<_>, _>>();
        if emptied.is_ok() && removed.is_ok() {
            IDLE.lock().unwrap_or_else(PoisonError::into_inner).push(self);
        }
    }

    pub(crate) fn browser(&self) -> &WebDriver {
        self.browser.as_ref().unwrap()
    }

    /// The folder for downloads.
    pub(crate) fn downloads(&self) -> PathBuf {
        downloads_in(&self.folder)
    }

    pub(crate) fn run<T>(&self, work: impl Future<Output = WebDriverResult<T>>) -> WebDriverResult<T> {
        self.runtime.block_on(work)
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        if let Some(browser) = self.browser.take() {
            // Errors are ignored: the browser is not used again.
            let _ = self.runtime.block_on(browser.quit());
        }
    }
}

fn downloads_in(folder: &Path) -> PathBuf {
    folder.join("downloads")
}
