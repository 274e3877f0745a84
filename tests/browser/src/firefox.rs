//! Firefox: its preferences, and a window of the right size.

use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};
use thirtyfour::error::{WebDriverError, WebDriverResult};
use thirtyfour::{Capabilities, WebDriver};

use crate::driver::Driver;
use crate::engine::env_or;
use crate::options::SessionOptions;
use crate::session::Profile;

#[track_caller]
pub(crate) fn driver(folder: &Path) -> Driver {
    let mut command = Command::new(env_or("FLEXKOMPAS_GECKODRIVER", "geckodriver"));
    Driver::telling_its_port(command.arg("--port=0"), folder, port_in)
}

/// From `… INFO Listening on 127.0.0.1:41235`.
fn port_in(line: &str) -> Option<u16> {
    line.split_once("Listening on ")?.1.rsplit(':').next()?.trim().parse().ok()
}

pub(crate) fn capabilities(profile: &Profile, downloads: &Path) -> Capabilities {
    // 2 blocks all cookies; 5, the default, partitions them by site.
    let cookies = if profile.blocks_site_data { 2 } else { 5 };
    // 0 is dark, 1 is light.
    let scheme = i32::from(!profile.dark);
    let mut options = json!({
        "binary": env_or("FLEXKOMPAS_FIREFOX", "firefox-esr"),
        "args": ["-headless"],
        "prefs": {
            "browser.download.alwaysOpenPanel": false,
            "browser.download.dir": downloads,
            "browser.download.folderList": 2,
            // A script opens the window of the visit, see `reset`.
            "dom.disable_open_during_load": false,
            "intl.accept_languages": profile.languages,
            "layout.css.prefers-color-scheme.content-override": scheme,
            "network.cookie.cookieBehavior": cookies,
            "ui.prefersReducedMotion": i32::from(profile.still),
        },
    });
    if let Some(pixels) = profile.font_size {
        options["prefs"]["font.size.variable.x-western"] = json!(pixels);
    }
    let mut capabilities = Capabilities::new();
    capabilities.set("moz:firefoxOptions", options).unwrap();
    capabilities
}

pub(crate) async fn prepare(browser: &WebDriver, options: &SessionOptions) -> WebDriverResult<()> {
    // The first window of the browser has toolbars.
    let bars = "return window.menubar.visible";
    if browser.execute(bars, Vec::<Value>::new()).await?.convert()? {
        reset(browser).await?;
    }
    // The size of the window border is only known once the window is open.
    let (width, height) = options.size;
    browser.set_window_rect(0, 0, width, height).await?;
    let frame = "return [outerWidth - innerWidth, outerHeight - innerHeight]";
    let frame: [u32; 2] = browser.execute(frame, Vec::<Value>::new()).await?.convert()?;
    browser.set_window_rect(0, 0, width + frame[0], height + frame[1]).await
}

/// A normal Firefox window is at least 500 pixels wide; a popup can be as narrow as a phone. Only a page can open a popup,
/// and one opened by an empty page inherits nothing. Not with `noopener`: such a window requests /favicon.ico after going
/// back.
pub(crate) async fn reset(browser: &WebDriver) -> WebDriverResult<()> {
    browser.goto("about:blank").await?;
    let before = browser.windows().await?;
    browser.execute("window.open('about:blank', '_blank', 'popup')", Vec::new()).await?;
    let empty = browser.windows().await?.into_iter().find(|window| !before.contains(window));
    for window in before {
        browser.switch_to_window(window).await?;
        browser.close_window().await?;
    }
    browser.switch_to_window(empty.ok_or_else(|| WebDriverError::FatalError("no new window".into()))?).await
}
