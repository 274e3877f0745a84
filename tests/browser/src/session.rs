//! Sessions of the browser. Starting one takes longer than most tests, so a session serves one visitor after the other:
//! each has an origin of its own and gets an empty window.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use tempfile::TempDir;
use thirtyfour::WebDriver;
use thirtyfour::error::WebDriverResult;
use tokio::runtime::{Builder, Runtime};

use crate::driver::Driver;
use crate::engine::Engine;
use crate::options::{SessionOptions, Size};

/// What a session cannot change once it runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Profile {
    pub(crate) engine: Engine,
    pub(crate) languages: &'static str,
    pub(crate) blocks_site_data: bool,
    /// Only where the engine has it from its start.
    pub(crate) dark: bool,
    pub(crate) still: bool,
    pub(crate) size: Option<Size>,
}

/// A running browser with its driver.
pub(crate) struct Session {
    profile: Profile,
    pub(crate) runtime: Runtime,
    /// None once it has quit.
    browser: Option<WebDriver>,
    folder: PathBuf,
    _driver: Driver,
}

/// Sessions without a visitor, the one that was used last at the end.
static IDLE: Mutex<Vec<Session>> = Mutex::new(Vec::new());

/// More idle browsers than this take memory and are hardly asked for again.
const MAX_IDLE: usize = 4;

impl Session {
    /// A session as it was wished, with an empty window and an empty folder for downloads.
    #[track_caller]
    pub(crate) fn take(options: &SessionOptions) -> Self {
        let profile = options.engine.profile(options);
        let session = Self::idle(&profile, options.fresh).unwrap_or_else(|| Self::start(profile));
        let (browser, downloads) = (session.browser(), session.downloads());
        session
            .runtime
            .block_on(options.engine.prepare(browser, options, &downloads))
            .unwrap_or_else(|error| panic!("the browser cannot be made as it was wished: {error}"));
        session
    }

    /// An idle session with this profile. Where none is, and there are many others, the one that waits longest is ended.
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
        // The driver's leash removes it.
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

    /// Makes room for the next visitor. A session that cannot do so is ended.
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

    /// Where downloads arrive.
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
            // The browser is of no use any more; one that broke down has told so before.
            let _ = self.runtime.block_on(browser.quit());
        }
    }
}

fn downloads_in(folder: &Path) -> PathBuf {
    folder.join("downloads")
}
